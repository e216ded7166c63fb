"""What the whole country needs of all parts, kept in one file: of those that are as they were, none is read again."""

from __future__ import annotations

import pickle
from pathlib import Path

from sadar.parts.areas import AreaMade
from sadar.parts.areas import made_in as made_in_area
from sadar.parts.kept import put_whole
from sadar.parts.record import Made
from sadar.parts.regency import RegencyMade, made_in

_Gathered = dict[str, RegencyMade | AreaMade]  # by the names under which parts keep it, which tell what they are of


def gathered(file: Path, after: Made) -> tuple[RegencyMade | AreaMade, ...]:
    """What regencies made, then what areas made; kept in `file` for the next build. DamagedError; OSError."""
    known = _known(file)
    regencies, areas = ([done.kept for _, done in parts.values()] for parts in (after.regencies, after.areas))
    found = {
        **{name: known.get(name) or made_in(name) for name in regencies},
        **{name: known.get(name) or made_in_area(name) for name in areas},
    }
    if found.keys() != known.keys():
        put_whole(file, pickle.dumps(found, pickle.HIGHEST_PROTOCOL))
    return tuple(found.values())


def _known(file: Path) -> _Gathered:
    try:
        found: _Gathered = pickle.loads(file.read_bytes())  # noqa: S301 (our own)
    except Exception:
        return {}
    return found
