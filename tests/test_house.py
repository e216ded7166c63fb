"""The house stands as its plan in `scripts/sadar/__init__.py` says."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import sadar
from nation_build import PROJECT

SCRIPTS = PROJECT / "scripts"
HOUSE = SCRIPTS / "sadar"
PLAN = re.findall(r"^    (\w+)/?  ", sadar.__doc__ or "", re.MULTILINE)
FILES = sorted(HOUSE.rglob("*.py"))
LONGEST = 180  # lines


def room_of(file: Path) -> str:
    return file.relative_to(HOUSE).parts[0].removesuffix(".py")


def rooms_imported(file: Path) -> Iterator[str]:
    """The rooms that a file names in an import, wherever in the file it stands."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        match node:
            case ast.ImportFrom(module="sadar"):
                yield from (each.name for each in node.names)
            case ast.ImportFrom(module=str(module)) if module.startswith("sadar."):
                yield module.split(".")[1]
            case ast.ImportFrom(level=level) if level:
                pytest.fail(f"{file}:{node.lineno}: imports name their room in full")
            case ast.Import():
                yield from (each.name.split(".")[1] for each in node.names if each.name.startswith("sadar."))


def test_the_plan_names_every_room_and_every_room_stands() -> None:
    assert len(PLAN) == len(set(PLAN))
    assert set(PLAN) == {room_of(file) for file in FILES} - {"__init__", "__main__"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(HOUSE).as_posix())
def test_a_room_imports_only_rooms_above_it(file: Path) -> None:
    room = room_of(file)
    here = PLAN.index(room) if room in PLAN else len(PLAN)
    below = [each for each in rooms_imported(file) if each != room and each not in PLAN[:here]]
    assert below == [], f"{room} stands above {below}"


def test_imports_are_seen_in_every_file() -> None:
    assert len(FILES) > 30
    seen = {each for file in FILES for each in rooms_imported(file)}
    assert {"problem", "records", "pages", "pipeline"} <= seen


def test_no_python_file_is_longer_than_a_reader_can_hold() -> None:
    lines = {
        file.relative_to(SCRIPTS).as_posix(): len(file.read_text(encoding="utf-8").splitlines())
        for file in SCRIPTS.rglob("*.py")
    }
    assert {file: count for file, count in lines.items() if count > LONGEST} == {}


def test_the_style_sheet_holds_the_icons_as_they_are_drawn() -> None:
    sys.path.insert(0, str(SCRIPTS))
    import make_icons

    assert make_icons.sheet() == make_icons.SHEET.read_text(encoding="utf-8")
    assert make_icons.rules().count(".icon--") == len(list((HOUSE / "templates/icons").glob("*.svg")))
