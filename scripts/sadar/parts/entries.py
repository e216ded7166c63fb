"""The finder's entries, kept from build to build: after an edit only those of the regencies that changed are made."""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import cast

from sadar.campaign import AnyVillage
from sadar.outputs import finder
from sadar.parts import kept
from sadar.parts.regency import Regencies, listed_in
from sadar.regions import Regions

_MOST = 50  # regencies; of more, all entries are made as quickly
_LETTERS = 2

Chunks = Mapping[str, bytes]  # the entries whose keys begin with these letters, packed, in order
_Kept = tuple[finder.Layout, Chunks]


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


@dataclass(frozen=True, slots=True)
class Entries:
    """All entries and how they lie in files; `change` is what has changed of them, if all keep their names."""

    layout: finder.Layout
    chunks: Chunks
    change: finder.Change | None

    def every(self) -> tuple[finder.Entry, ...]:
        """All entries, sorted."""
        return tuple(_unpacked(self.chunks.values()))

    @property
    def near(self) -> tuple[finder.Entry, ...]:
        """Of these entries those of the pieces and of the first letters that the change touches, sorted."""
        wanted = set[str]()
        starts = ("", *self.layout.starts, "\U0010ffff")
        for entry in self.change.entries if self.change else ():
            piece = self.layout.piece(entry.key)
            first, last = (start[:_LETTERS] for start in starts[piece : piece + 2])
            wanted.update(letters for letters in self.chunks if first <= letters <= last)
        return tuple(_unpacked(self.chunks[letters] for letters in self.chunks if letters in wanted))


def entries(known: Known, regions: Regions, villages: Iterable[AnyVillage]) -> Entries:
    """The entries after the change, kept; where it is not known, all villages are looked at.

    DamagedError; OSError where the disk refuses.
    """
    change = _change(known, regions)
    last = cast(_Kept | None, kept.known(known.file, known.last)) if change else None
    chunks = _changed(last[1], change) if last and change else None
    if last and change and chunks is not None and not change.is_of_names:
        found = Entries(last[0], chunks, change)
    else:
        every = tuple(_unpacked(chunks.values())) if chunks else finder.entries_of(regions, tuple(villages))
        found = Entries(finder.layout_of(regions, every), chunks or _packed(every), None)
    kept.put_known(known.file, known.now, (found.layout, found.chunks))
    return found


def _change(known: Known, regions: Regions) -> finder.Change | None:
    if not 0 < len(known.changed) <= _MOST:
        return None
    before, after = (
        [each for part in parts if part for each in listed_in(part)] for parts in zip(*known.changed, strict=True)
    )
    return finder.change(regions, before, after)


def _changed(chunks: Chunks, change: finder.Change) -> Chunks | None:
    """The chunks after the change; None where they are of another country."""
    touched = {entry.key[:_LETTERS] for entry in change.entries}
    own = finder.changed(_unpacked(chunks[each] for each in sorted(touched & chunks.keys())), change)
    if own is None:
        return None
    others = {letters: chunk for letters, chunk in chunks.items() if letters not in touched}
    return dict(sorted((others | _packed(own)).items()))


def _unpacked(chunks: Iterable[bytes]) -> Iterator[finder.Entry]:
    return chain.from_iterable(map(pickle.loads, chunks))


def _packed(entries: Iterable[finder.Entry]) -> dict[str, bytes]:
    found: dict[str, list[finder.Entry]] = defaultdict(list)
    for entry in entries:
        found[entry.key[:_LETTERS]].append(entry)
    return {letters: pickle.dumps(own, pickle.HIGHEST_PROTOCOL) for letters, own in found.items()}
