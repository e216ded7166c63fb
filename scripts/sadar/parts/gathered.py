"""What all parts kept of one kind, kept together in one file: of those that are as they were, none is read again."""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from pathlib import Path
from typing import cast

from sadar.outputs.sitemaps import Entry
from sadar.parts.areas import AreaDone, AreaMade
from sadar.parts.kept import What, packed, put_whole, unpacked
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
    known = _known(file)
    found = {done.kept: known.get(done.kept) or packed(done.kept, what) for done in parts}
    if found.keys() != known.keys():
        put_whole(file, pickle.dumps(found, pickle.HIGHEST_PROTOCOL))
    return [unpacked(name, data) for name, data in found.items()]


def _known(file: Path) -> _Packed:
    try:
        found: _Packed = pickle.loads(file.read_bytes())  # noqa: S301 (our own)
    except Exception:
        return {}
    return found
