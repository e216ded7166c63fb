"""The kinds of pages: each names the facts its template places, and none of them knows a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sadar.campaign import Launch, Village
from sadar.pages.figure_kinds import FigureKind, FigureOnDay
from sadar.records import Contradiction, Count, Language, Official, PartialDate, Source, Term
from sadar.records.gathering import WrittenPage
from sadar.regions import Province, Regency
from sadar.rules import Group, Rule


@dataclass(frozen=True, slots=True)
class SourceList:
    """The sources of a record, numbered from 1 in their order there."""

    numbers: Mapping[str, int]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """A ceremony with the villages it served."""

    launch: Launch
    villages: tuple[Village, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many villages of an area are recorded as members, and how many as planned only."""

    members: int
    planned: int


@dataclass(frozen=True, slots=True)
class ProvinceTally:
    province: Province
    tally: Tally


@dataclass(frozen=True, slots=True)
class RegencyTally:
    regency: Regency
    tally: Tally


@dataclass(frozen=True, slots=True)
class VillagePage:
    address: str
    village: Village
    events: tuple[Event, ...]
    people: tuple[Official, ...]
    neighbours: tuple[Village, ...]
    sources: SourceList


@dataclass(frozen=True, slots=True)
class LaunchPage:
    address: str
    event: Event
    officials: Mapping[str, tuple[Official, ...]]
    sources: SourceList


@dataclass(frozen=True, slots=True)
class VillagesPage:
    address: str
    provinces: tuple[ProvinceTally, ...]
    tally: Tally


@dataclass(frozen=True, slots=True)
class ProvincePage:
    address: str
    province: Province
    regencies: tuple[RegencyTally, ...]
    tally: Tally
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class RegencyPage:
    address: str
    regency: Regency
    villages: tuple[Village, ...]
    official_villages: int
    tally: Tally
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class LaunchesPage:
    address: str
    years: Mapping[int, tuple[Event, ...]]


@dataclass(frozen=True, slots=True)
class LaunchYearPage:
    address: str
    year: int
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class StatisticsPage:
    address: str
    by_year: Mapping[int, int]
    by_province: tuple[ProvinceTally, ...]
    tally: Tally
    national: tuple[Count, ...]
    regional: tuple[Count, ...]
    contradictions: tuple[Contradiction, ...]

    @property
    def best_year(self) -> int:
        """The year in which most villages joined; 0 where no year is known."""
        return max((year for year in self.by_year if year), key=lambda year: self.by_year[year], default=0)


@dataclass(frozen=True, slots=True)
class HomePage:
    address: str
    written: Mapping[Language, WrittenPage]
    today: PartialDate
    tally: Tally
    provinces: tuple[ProvinceTally, ...]
    latest: tuple[Event, ...]
    published: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class GlossaryPage:
    address: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class TextPage:
    """A hand-written page, in every language it stands in, with the figures it refers to."""

    address: str
    written: Mapping[Language, WrittenPage]
    figures: Mapping[str, FigureOnDay]


@dataclass(frozen=True, slots=True)
class RulesPage:
    """For editors: every rule of the check, in groups."""

    address: str
    groups: Mapping[Group, tuple[Rule, ...]]


@dataclass(frozen=True, slots=True)
class RulePage:
    address: str
    rule: Rule


Page = (
    HomePage
    | VillagesPage
    | ProvincePage
    | RegencyPage
    | VillagePage
    | LaunchesPage
    | LaunchYearPage
    | LaunchPage
    | StatisticsPage
    | GlossaryPage
    | TextPage
    | FigureKind
    | RulesPage
    | RulePage
)
