"""Facts that several kinds of pages tell: numbered sources, ceremonies with their villages, counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from sadar.campaign import AnyVillage, Launch
from sadar.records import Source
from sadar.regions import Position, Province, Regency

if TYPE_CHECKING:
    from sadar.pages.roll import Roll


@dataclass(frozen=True, slots=True)
class SourceList:
    """The sources of a record, numbered from 1 in their order there."""

    numbers: Mapping[str, int]
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Event:
    """A ceremony, and the roll of those whom it may have served."""

    launch: Launch
    roll: Roll

    @cached_property
    def villages(self) -> tuple[AnyVillage, ...]:
        """The villages of the roll that it served."""
        return self.roll.named(self.launch.record.villages)

    @cached_property
    def regencies(self) -> tuple[Regency, ...]:
        """Theirs, for which no village is looked at."""
        return self.roll.regencies(self.launch.record.villages)


@dataclass(frozen=True, slots=True)
class Located:
    """A village whose position is recorded."""

    village: AnyVillage
    position: Position


class Dot(NamedTuple):
    """A village on the nation's map."""

    province: Province
    position: Position
    joined: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """How many villages of an area are recorded as members, and how many as planned only."""

    members: int
    planned: int

    @property
    def all(self) -> int:
        return self.members + self.planned

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.members + other.members, self.planned + other.planned)


def tally(villages: Iterable[AnyVillage]) -> Tally:
    """Count them."""
    joined = [village.joined is not None for village in villages]
    return Tally(joined.count(True), joined.count(False))


@dataclass(frozen=True, slots=True)
class ProvinceTally:
    province: Province
    tally: Tally


@dataclass(frozen=True, slots=True)
class RegencyTally:
    regency: Regency
    tally: Tally
