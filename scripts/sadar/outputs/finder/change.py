"""What an edit of some villages changes of the entries, and of the files they lie in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from sadar.campaign import AnyVillage
from sadar.outputs.finder.entries import Entry, own_entries
from sadar.regions import Regions


@dataclass(frozen=True, slots=True)
class Change:
    """The entries that there are no more, and those that there are instead."""

    gone: Counter[Entry]
    new: Counter[Entry]

    @property
    def entries(self) -> Iterator[Entry]:
        yield from self.gone
        yield from self.new

    @property
    def is_of_names(self) -> bool:
        """Whether villages are found by other names than before; else they stand where they stood."""
        return Counter(map(_found_by, self.gone.elements())) != Counter(map(_found_by, self.new.elements()))


def _found_by(entry: Entry) -> tuple[object, ...]:
    return entry.key, entry.name, entry.alias, entry.region


def change(regions: Regions, before: Collection[AnyVillage], after: Collection[AnyVillage]) -> Change:
    """What changes where of all villages only those of `before` have become those of `after`."""
    codes = dict.fromkeys(each.code for some in (before, after) for each in some if each.district and each.code)
    officials = [official for code in codes if (official := regions.village(code))]
    gone, new = (Counter(own_entries(regions, villages, officials)) for villages in (before, after))
    return Change(gone - new, new - gone)


def changed(entries: Iterable[Entry], change: Change) -> tuple[Entry, ...] | None:
    """The entries after the change, sorted; None where they are not those of a country before it."""
    left, found = Counter(change.gone), list[Entry]()
    for entry in entries:
        if left.get(entry, 0):
            left[entry] -= 1
        else:
            found.append(entry)
    return None if +left else tuple(sorted([*found, *change.new.elements()]))
