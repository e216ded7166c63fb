"""Looking at a campaign's files again: whatever came, went or changed is seen, though no folder is listed twice."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sadar.glance import GONE, Glance, leave
from sadar.parts.survey import Survey, survey, survey_again

A, B = "villages/provinsi-a/kabupaten-a/desa-a", "villages/provinsi-a/kabupaten-a/desa-b"
RECORD = f"{A}/village.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A campaign of three made-up villages, all of whose folders have settled."""
    for folder in (A, B, "villages/provinsi-b/kabupaten-b/desa-a"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "village.yml").write_text("name: Sintetis\n", encoding="utf-8")
    (tmp_path / "content").mkdir()
    (tmp_path / "content/index.md").write_text("# Sintetis\n", encoding="utf-8")
    (tmp_path / "build").mkdir()
    _tick()
    return tmp_path


def _tick() -> None:
    """Let so much time pass that the disk gives the next change another one."""
    time.sleep(0.02)


def _write(root: Path, path: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text("name: Sintetis Baru\n", encoding="utf-8")


def _swap(root: Path) -> None:
    (root / A).rename(root / "lain")
    (root / B).rename(root / A)
    (root / "lain").rename(root / B)


EDITS: dict[str, Callable[[Path], object]] = {
    "nothing": lambda _root: None,
    "a record was changed": lambda root: _write(root, RECORD),
    "a village came": lambda root: _write(root, "villages/provinsi-a/kabupaten-a/desa-c/village.yml"),
    "a province came": lambda root: _write(root, "villages/provinsi-c/kabupaten-c/desa-c/village.yml"),
    "a photo came": lambda root: _write(root, f"{A}/foto.jpg"),
    "a village went": lambda root: shutil.rmtree(root / A),
    "a record went": lambda root: (root / RECORD).unlink(),
    "a village was renamed": lambda root: (root / A).rename(root / "villages/provinsi-a/kabupaten-a/desa-z"),
    "two villages changed places": _swap,
    "a regency was replaced": lambda root: shutil.move(
        root / "villages/provinsi-a/kabupaten-a", root / "villages/provinsi-b/kabupaten-a"
    ),
    "a record became a folder": lambda root: ((root / RECORD).unlink(), _write(root, f"{RECORD}/x.yml")),
    "a folder became a file": lambda root: (shutil.rmtree(root / A), _write(root, A)),
    "content went": lambda root: shutil.rmtree(root / "content"),
    "a link came": lambda root: (root / A / "foto.jpg").symlink_to(root / RECORD),
}


def _glanced(root: Path, known: Survey) -> Survey:
    """What is seen again where a process looked at it ahead."""
    leave(root / "build" / "seen", (known.files, known.links, known.folders))
    with Glance(root, root / "build" / "seen") as glance:
        return survey_again(root, known, glance, settled=0)


@pytest.mark.parametrize("edit", EDITS)
def test_what_changed_is_seen(root: Path, edit: str) -> None:
    known = survey(root, settled=0)
    assert known.folders.keys() > {A, B, "content", "villages"}
    _tick()
    EDITS[edit](root)
    anew = survey(root, settled=0)
    assert (anew.files == known.files and not anew.links) == (edit == "nothing")
    for again in (survey_again(root, known, settled=0), _glanced(root, known)):
        assert (again.files, again.links, again.folders) == (anew.files, anew.links, anew.folders)


def test_many_changed_folders_are_seen_as_few_are(root: Path) -> None:
    for number in range(30):
        _write(root, f"villages/provinsi-c/kabupaten-c/desa-{number}/village.yml")
    _tick()
    known = survey(root, settled=0)
    for number in range(30):
        _write(root, f"villages/provinsi-c/kabupaten-c/desa-{number}/foto.jpg")
    _tick()
    assert survey_again(root, known, settled=0).files.keys() == survey(root).files.keys() > known.files.keys()


@pytest.mark.parametrize("left", [None, b"", b"rusak"])
def test_where_nothing_that_can_be_read_was_left_the_survey_looks_itself(root: Path, left: bytes | None) -> None:
    known = survey(root, settled=0)
    _tick()
    _write(root, RECORD)
    if left is not None:
        (root / "seen").write_bytes(left)
    with Glance(root, root / "seen") as glance:
        assert survey_again(root, known, glance, settled=0) == survey(root, settled=0)
    with Glance(root, root / "seen") as glance:
        assert glance.other() is None


def test_a_glance_tells_what_is_other_and_what_is_gone(root: Path) -> None:
    known = survey(root)
    leave(root / "seen", (known.files, known.links, {}))
    _write(root, RECORD)
    (root / B / "village.yml").unlink()
    with Glance(root, root / "seen") as glance:
        told = glance.other()
    assert told == {RECORD: survey(root).files[RECORD], f"{B}/village.yml": GONE}


def test_a_folder_that_changed_a_moment_ago_is_listed_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = survey(root)
    assert set(known.folders.values()) == {GONE}
    listed = _listed(monkeypatch)
    assert survey_again(root, known) == known
    assert f"{root}/{A}" in listed


def test_only_below_a_folder_that_changed_anything_is_listed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = survey(root, settled=0)
    listed = _listed(monkeypatch)
    _tick()
    _write(root, RECORD)
    survey_again(root, known, settled=0)
    assert listed == []
    _write(root, "villages/provinsi-a/kabupaten-a/desa-c/village.yml")
    survey_again(root, known, settled=0)
    regency = f"{root}/villages/provinsi-a/kabupaten-a"
    assert sorted(listed) == [regency, *(f"{regency}/desa-{letter}" for letter in "abc")]


def _listed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The folders of the campaign that are listed from now on."""
    listed, scandir = list[str](), os.scandir

    def listing(path: str) -> object:
        if "/villages" in str(path) or "/content" in str(path):
            listed.append(str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", listing)
    return listed


def test_content_and_ceremonies_are_told_before_villages_are_looked_at(root: Path) -> None:
    launch = "villages/launches/2018/2018-09-18-desa-a/launch.yml"
    _write(root, launch)
    told = dict[str, bytes]()
    seen = survey(root, early=told.update)
    assert set(told) == {"content/index.md", launch}
    assert told.items() < seen.files.items()
    assert len(seen.files) == 5
