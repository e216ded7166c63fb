"""Every record before and after a change, found again under another name where it moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from sadar.compare.known import Known, Subject

_Name = tuple[Subject, str]


@dataclass(frozen=True, slots=True)
class Pair:
    """A record before and after; `shown` is the newest of the two."""

    shown: Known
    before: Known | None
    after: Known | None

    @property
    def moved(self) -> bool:
        return bool(self.before and self.after and self.before.name != self.after.name)


def pairs(old: Sequence[Known], new: Sequence[Known]) -> tuple[Pair, ...]:
    """In the order of subjects and names. A record is recognised by its name, or by a likeness that only one has."""
    before = {(each.subject, each.name): each for each in old}
    after = {(each.subject, each.name): each for each in new}
    moved = _moved([before[name] for name in before if name not in after], [after[n] for n in after if n not in before])
    found = [Pair(each, before.get(name) or moved.get(name), each) for name, each in after.items()]
    recognised = {id(pair.before) for pair in found}
    found += [Pair(each, each, None) for each in before.values() if id(each) not in recognised]
    order = get_args(Subject)
    return tuple(sorted(found, key=lambda pair: (order.index(pair.shown.subject), pair.shown.name)))


def _moved(gone: Sequence[Known], come: Sequence[Known]) -> dict[_Name, Known]:
    """For names that are new, the record that stood under another one."""
    times = Counter((each.subject, each.likeness) for side in (gone, come) for each in side)
    by_likeness = {(each.subject, each.likeness): each for each in gone}
    return {
        (each.subject, each.name): by_likeness[likeness]
        for each in come
        if (likeness := (each.subject, each.likeness)) in by_likeness and times[likeness] == 2
    }
