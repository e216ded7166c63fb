"""A finished site takes the place of the old one whole, on a real disk."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from sadar.publish import publish, recover


def folder(path: Path, **files: str) -> Path:
    (path / "desa").mkdir(parents=True)
    for name, text in files.items():
        (path / "desa" / name).write_text(text, encoding="utf-8")
    return path


def held(path: Path) -> dict[str, str]:
    return {each.name: each.read_text(encoding="utf-8") for each in (path / "desa").iterdir()}


def test_the_first_site_is_put_in_place_with_the_folders_above_it(tmp_path: Path) -> None:
    publish(folder(tmp_path / "html", new="new"), tmp_path / "public" / "site")
    assert held(tmp_path / "public" / "site") == {"new": "new"}
    assert not (tmp_path / "html").exists()


def test_a_site_is_replaced_whole_and_nothing_of_the_old_one_stays(tmp_path: Path) -> None:
    site = folder(tmp_path / "site", old="old", both="old")
    publish(folder(tmp_path / "html", new="new", both="new"), site)
    assert held(site) == {"new": "new", "both": "new"}
    assert [each.name for each in tmp_path.iterdir()] == ["site"]


def test_a_site_is_replaced_whole_where_the_system_cannot_exchange_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = folder(tmp_path / "site", old="old")
    monkeypatch.setattr(sys, "platform", "darwin")
    publish(folder(tmp_path / "html", new="new"), site)
    assert held(site) == {"new": "new"}
    assert [each.name for each in tmp_path.iterdir()] == ["site"]


def test_a_site_is_replaced_whole_after_a_build_that_was_stopped_between_its_two_renames(tmp_path: Path) -> None:
    folder(tmp_path / "site.old", old="old")
    publish(folder(tmp_path / "html", new="new"), tmp_path / "site")
    assert held(tmp_path / "site") == {"new": "new"}
    assert [each.name for each in tmp_path.iterdir()] == ["site"]


def test_the_old_site_comes_back_where_a_build_was_stopped_between_its_two_renames(tmp_path: Path) -> None:
    folder(tmp_path / "site.old", old="old")
    recover(tmp_path / "site")
    assert held(tmp_path / "site") == {"old": "old"}
    assert not (tmp_path / "site.old").exists()


def test_what_a_stopped_build_left_behind_is_cleared_and_the_new_site_stays(tmp_path: Path) -> None:
    folder(tmp_path / "site.old", old="old")
    folder(tmp_path / "site", new="new")
    recover(tmp_path / "site")
    assert held(tmp_path / "site") == {"new": "new"}
    assert not (tmp_path / "site.old").exists()


def test_where_nothing_was_stopped_there_is_nothing_to_recover(tmp_path: Path) -> None:
    recover(tmp_path / "site")
    assert list(tmp_path.iterdir()) == []
    recover(folder(tmp_path / "site", new="new"))
    assert held(tmp_path / "site") == {"new": "new"}


def test_the_old_site_stands_where_the_finished_one_cannot_be_moved(tmp_path: Path) -> None:
    site = folder(tmp_path / "site", old="old")
    with pytest.raises(OSError, match="missing"):
        publish(tmp_path / "missing", site)
    assert held(site) == {"old": "old"}
