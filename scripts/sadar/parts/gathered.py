"""What all parts kept of one kind, kept together in one file: of those that are as they were, none is read again."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import cast

from sadar.outputs.sitemaps import Entry
from sadar.parts.areas import AreaDone, AreaMade
from sadar.parts.kept import What, known, packed, put_known, unpacked
from sadar.parts.regency import RegencyDone, RegencyMade

_Packed = dict[str, bytes]  # by the names under which parts keep it, which tell what they are of


def all_made(folder: Path, parts: Iterable[RegencyDone | AreaDone]) -> tuple[RegencyMade | AreaMade, ...]:
    """What the whole country needs of each. DamagedError; OSError where the disk refuses."""
    return tuple(cast(RegencyMade | AreaMade, each) for each in _gathered(folder, parts, "made"))


def all_entries(folder: Path, parts: Iterable[RegencyDone | AreaDone]) -> tuple[Entry, ...]:
    """All their pages as search engines find them. DamagedError; OSError where the disk refuses."""
    found = (cast(tuple[Entry, ...], each) for each in _gathered(folder, parts, "entries"))
    return tuple(entry for own in found for entry in own)


def _gathered(folder: Path, parts: Iterable[RegencyDone | AreaDone], what: What) -> list[object]:
    file = folder / f"all.{what}"
    last = cast(_Packed, known(file, what) or {})
    found = {done.kept: last.get(done.kept) or packed(done.kept, what) for done in parts}
    if found.keys() != last.keys():
        put_known(file, what, found)
    return [unpacked(name, data) for name, data in found.items()]
