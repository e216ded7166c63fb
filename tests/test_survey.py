"""Looking at a campaign's files again: whatever came, went or changed is seen, though no folder is listed twice."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sadar.parts.survey import survey

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


@pytest.mark.parametrize("edit", EDITS)
def test_what_changed_is_seen(root: Path, edit: str) -> None:
    known = survey(root, settled=0)
    assert known.folders.keys() > {A, B, "content", "villages"}
    _tick()
    EDITS[edit](root)
    again, anew = survey(root, known, settled=0), survey(root)
    assert (again.files, again.links) == (anew.files, anew.links)
    assert (again.files == known.files and not again.links) == (edit == "nothing")


def test_a_folder_that_changed_a_moment_ago_is_listed_again(root: Path) -> None:
    known = survey(root)
    assert not known.folders
    assert survey(root, known) == known


def test_a_known_folder_is_not_listed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = survey(root, settled=0)
    listed = list[str]()
    scandir = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path: (listed.append(str(path)), scandir(path))[1])
    _tick()
    _write(root, "villages/provinsi-a/kabupaten-a/desa-c/village.yml")
    survey(root, known, settled=0)
    ours = [path for path in listed if path.startswith((f"{root}/villages", f"{root}/content"))]
    assert ours == [f"{root}/villages/provinsi-a/kabupaten-a", f"{root}/villages/provinsi-a/kabupaten-a/desa-c"]


def test_content_and_ceremonies_are_told_before_villages_are_looked_at(root: Path) -> None:
    launch = "villages/launches/2018/2018-09-18-desa-a/launch.yml"
    _write(root, launch)
    told = dict[str, bytes]()
    seen = survey(root, early=told.update)
    assert set(told) == {"content/index.md", launch}
    assert told.items() < seen.files.items()
    assert len(seen.files) == 5
