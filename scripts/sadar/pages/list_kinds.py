"""Lists of villages that joined in one year, are of one kind, or stand at one step; and the pages that hold them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sadar.campaign import AnyVillage
from sadar.pages.facts import Tally
from sadar.records.village import Kind, Status
from sadar.regions import slug

Facet = Literal["year", "kind", "status"]
Level = Literal["province", "regency", "district"]

_STATUS_SLUGS: Mapping[Status, str] = {
    "planned": "direncanakan",
    "launched": "diluncurkan",
    "certified": "ditetapkan",
    "awarded": "penghargaan",
    "ended": "berakhir",
}
_YEAR_UNKNOWN = "tanpa-tahun"


@dataclass(frozen=True, slots=True)
class Choice:
    """What the villages of a list share; `slug` stands for it in addresses."""

    facet: Facet
    value: str
    slug: str


def year_joined(village: AnyVillage) -> Choice | None:
    """The year of a village's first step that was more than a plan; None for villages that are planned only."""
    return _year(village.joined.date.year) if village.joined else None


def kind_of(village: AnyVillage) -> Choice:
    """Desa, kampung, gampong, …"""
    return _kind(village.kind)


def standing_now(village: AnyVillage) -> Choice:
    """The last recorded step."""
    return _status(village.standing.status)


# Of a country's villages each is asked for a hundred thousand times.


@cache
def _year(year: int) -> Choice:
    return Choice("year", str(year) if year else "", str(year) if year else _YEAR_UNKNOWN)


@cache
def _kind(kind: Kind) -> Choice:
    return Choice("kind", kind, slug(kind))


@cache
def _status(status: Status) -> Choice:
    return Choice("status", status, _STATUS_SLUGS[status])


@dataclass(frozen=True, slots=True)
class ChoiceTally:
    choice: Choice
    count: int


@dataclass(frozen=True, slots=True)
class Area:
    """A province, regency or district; its name is empty where no source states it."""

    level: Level
    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class Group:
    """A part of what is too much for one page, on a page of its own."""

    area: Area
    count: int
    address: str


@dataclass(frozen=True, slots=True)
class ListGroup:
    """An area on a list, with its villages; or, where these stand elsewhere, the `address` of that page."""

    area: Area
    tally: Tally
    villages: tuple[AnyVillage, ...]
    address: str


@dataclass(frozen=True, slots=True)
class ListPage:
    """A list, or the part of it in the last area of `trail`."""

    address: str
    choice: Choice
    trail: tuple[Area, ...]
    groups: tuple[ListGroup, ...]

    @property
    def count(self) -> int:
        return sum(group.tally.all for group in self.groups)

    @property
    def planned(self) -> int:
        """How many of its villages are planned only."""
        return sum(group.tally.planned for group in self.groups)

    @property
    def split(self) -> Level | None:
        """Of what a reader chooses one, where the list is too long for one page."""
        return self.groups[0].area.level if self.groups[0].address else None
