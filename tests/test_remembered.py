"""Of a regency's villages an edit makes only those pages again that it changes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from nation_build import copied
from parts_build import built_in_parts
from sadar.pages import Page
from sadar.parts import regency
from sadar.parts.framing import Shapes
from sadar.parts.shared import Shared, Staging
from test_parts import CONTOH, Edit, change, files, from_nothing, same

NEIGHBOURS = [f"{CONTOH}/rekaan-tetangga-{number}/village.yml" for number in range(10)]
RECORD = """\
name: Rekaan Tetangga {number}
code_unknown:
  id: Desa rekaan.
  en: A made-up village.
kind: desa

standing:
  - status: certified
    date: '2018'
    sources:
      - kabar

sources:
  kabar:
    publisher: Kabar Rekaan {number}
    url: https://kabar.example/{number}

checked:
  by: penguji rekaan
  date: '2026-01-01'
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The toy country with so many villages in a regency that each names some of the others only, built in parts."""
    root = copied(tmp_path / "root")
    for number, record in enumerate(NEIGHBOURS):
        (root / record).parent.mkdir()
        (root / record).write_text(RECORD.format(number=number), encoding="utf-8")
    assert built_in_parts(root, root / "site")
    return root


def _remove(root: Path, _: int) -> None:
    (root / NEIGHBOURS[4]).unlink()
    (root / NEIGHBOURS[4]).parent.rmdir()


def _move(root: Path, _: int) -> None:
    """A village at another address, with the redirect that readers of the old one need."""
    old = (root / NEIGHBOURS[4]).parent
    old.rename(old.with_name("rekaan-pindah"))
    change(NEIGHBOURS[4].replace("tetangga-4", "pindah"), "Rekaan Tetangga 4", "Rekaan Pindah")(root, 0)
    place = "/desa/provinsi-contoh/kabupaten-contoh"
    moved = f"redirects:\n  - from: {place}/{old.name}/\n    to: {place}/rekaan-pindah/\n    date: 2026-01-01\n"
    (root / "content/redirects.yml").write_text(moved, encoding="utf-8")


# An edit, and how many pages of villages are made again: its own, and those that name it.
EDITS: tuple[tuple[Edit, int], ...] = (
    (change(NEIGHBOURS[4], "publisher: Kabar", "publisher: Warta"), 7),
    (change(NEIGHBOURS[4], "status: certified", "status: awarded"), 7),
    (change(NEIGHBOURS[4], "kind: desa", "kind: kelurahan"), 7),
    (_remove, 12),  # each tells how many there are
    (_move, 13),
)


@pytest.mark.parametrize(("edit", "again"), EDITS)
def test_what_an_edit_leaves_as_it_was_is_not_made_again(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, edit: Edit, again: int
) -> None:
    made: list[Page] = []
    framed = regency.framed

    def seen(common: Shared, pages: Sequence[Page], staging: Staging) -> tuple[str, ...] | Shapes:
        made.extend(pages)
        return framed(common, pages, staging)

    monkeypatch.setattr(regency, "framed", seen)
    edit(root, 0)
    assert built_in_parts(root, root / "site")
    assert same(files(root / "site"), from_nothing(root, tmp_path / "whole"))
    assert len({page.address for page in made if CONTOH.split("/")[2] in page.address}) == again


def test_after_several_edits_it_is_still_the_site_of_a_whole_build(root: Path, tmp_path: Path) -> None:
    for number, (edit, _) in enumerate(EDITS[:4]):
        edit(root, number)
        assert built_in_parts(root, root / "site")
        assert same(files(root / "site"), from_nothing(root, tmp_path / "whole")), number
