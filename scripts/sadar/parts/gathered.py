"""What the whole country needs of all parts, kept in one file: of those that are as they were, none is read again."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import cast

from sadar.parts.areas import AreaMade
from sadar.parts.kept import packed, put_whole, unpacked
from sadar.parts.record import Made
from sadar.parts.regency import RegencyMade

_Packed = dict[str, bytes]  # by the names under which parts keep it, which tell what they are of


def gathered(file: Path, after: Made) -> tuple[RegencyMade | AreaMade, ...]:
    """What regencies made, then what areas made; kept in `file` for the next build. DamagedError; OSError."""
    known = _known(file)
    found = {done.kept: known.get(done.kept) or packed(done.kept, "made") for done in after.parts}
    if found.keys() != known.keys():
        put_whole(file, pickle.dumps(found, pickle.HIGHEST_PROTOCOL))
    return tuple(cast(RegencyMade | AreaMade, unpacked(name, data)) for name, data in found.items())


def _known(file: Path) -> _Packed:
    try:
        found: _Packed = pickle.loads(file.read_bytes())  # noqa: S301 (our own)
    except Exception:
        return {}
    return found
