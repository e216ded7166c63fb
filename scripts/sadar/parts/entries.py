"""The finder's entries, kept from build to build: after an edit only those of the regencies that changed are made."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sadar.campaign import Listed
from sadar.outputs import finder
from sadar.parts.kept import put_whole
from sadar.parts.regency import Regencies, listed_in
from sadar.regions import Regions

_MOST = 50  # regencies; of more, all entries are made as quickly


@dataclass(frozen=True, slots=True)
class Known:
    """The entries that the last build kept in `file`, if they are those of the digest `last`; `now` is to be kept.

    Of each regency that changed, what it kept then and what it keeps now, where it was there.
    """

    file: Path
    last: str
    now: str
    changed: tuple[tuple[str, str], ...]


def known(file: Path, last: str, now: str, before: Regencies | None, after: Regencies) -> Known:
    """What is known of the entries, when regencies have become those of `after`; nothing without those before."""
    changed = []
    if before is None:
        return Known(file, "", now, ())
    for name in {*before, *after}:
        was, done = (each[name][1] if name in each else None for each in (before, after))
        if (was and was.found) != (done and done.found):
            changed.append((was.kept if was else "", done.kept if done else ""))
    return Known(file, last, now, tuple(changed))


def entries(known: Known, regions: Regions, villages: Callable[[], tuple[Listed, ...]]) -> tuple[finder.Entry, ...]:
    """Every entry, kept; all villages are asked for where it is not known. DamagedError; OSError."""
    made = _again(known, regions) or finder.entries_of(regions, villages())
    put_whole(known.file, pickle.dumps((known.now, made), pickle.HIGHEST_PROTOCOL))
    return made


def _again(known: Known, regions: Regions) -> tuple[finder.Entry, ...] | None:
    if not 0 < len(known.changed) <= _MOST:
        return None
    try:
        digest, found = pickle.loads(known.file.read_bytes())  # noqa: S301 (our own)
    except Exception:
        return None
    if digest != known.last:
        return None
    before, after = (
        [each for part in parts if part for each in listed_in(part)] for parts in zip(*known.changed, strict=True)
    )
    return finder.entries_again(regions, found, before, after)
