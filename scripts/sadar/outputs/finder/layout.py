"""How the finder's entries lie in files, as far as it depends on names alone."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sadar.outputs.finder.entries import Entry, grouped, search_key
from sadar.regions import Regency, Regions, slug

# Entries in a piece: at about ten bytes each, a question stays below 3 KB.
_PIECE = 310


@dataclass(frozen=True, slots=True)
class Layout:
    """What the files owe to villages' names alone.

    `starts` is where the pieces after the first begin; `endings` are by the names of regencies the keys of villages
    whose names end in that name.
    """

    starts: tuple[str, ...]
    endings: Mapping[str, tuple[str, ...]]

    def piece(self, key: str) -> int:
        """The number of the piece where a key lies."""
        return bisect_right(self.starts, key)


def layout_of(regions: Regions, entries: Sequence[Entry]) -> Layout:
    """How all entries lie in files."""
    return Layout(_cut(entries), {name: tuple(keys) for name, keys in _endings(entries, named(regions)).items()})


def _cut(entries: Sequence[Entry]) -> tuple[str, ...]:
    """Where pieces begin: the shortest letters that part each from the piece before."""
    starts: list[str] = []
    held, last = 0, ""
    for key, group in grouped(entries).items():
        if held and held + len(group) > _PIECE:
            starts.append(next(key[:end] for end in range(1, len(key) + 1) if key[:end] > last))
            held = 0
        held += len(group)
        last = key
    return tuple(starts)


def named_alike(regions: Regions, entries: Iterable[Entry]) -> frozenset[int]:
    """The regencies of these entries, and those of the same names."""
    of = {entry.region for entry in entries}
    return frozenset(number for own in named(regions).values() if not of.isdisjoint(own) for number in own)


def named(regions: Regions) -> Mapping[str, list[int]]:
    """By their bare names the numbers of the regencies."""
    named: dict[str, list[int]] = defaultdict(list)
    for number, regency in enumerate(regions.regencies()):
        named[bare_key(regency)].append(number)
    return named


def _endings(entries: Iterable[Entry], regency_names: Collection[str]) -> Mapping[str, dict[str, None]]:
    """By regency, the keys of names such as Pasar Blitar: they end in words that also name the regency."""
    endings: dict[str, dict[str, None]] = defaultdict(dict)
    # Most names end otherwise: that is seen by their last letters. Only the first of an ending may have become another
    # one, together with the letter before it.
    length = min(map(len, regency_names), default=2) - 1
    last = {name[-length:] for name in regency_names}
    for entry in entries:
        if entry.key[-length:] not in last:
            continue
        steps = slug(entry.alias or entry.name).split("-")
        for at in range(1, len(steps)):
            if (ending := search_key("".join(steps[at:]))) in regency_names:
                endings[ending][entry.key] = None
    return endings


def bare_key(regency: Regency) -> str:
    """A regency's name without its kind: Kabupaten Blitar and Kota Blitar are both `blitar`."""
    return search_key(bare_name(regency).removeprefix("Administrasi "))


def bare_name(regency: Regency) -> str:
    return regency.name.partition(" ")[2]
