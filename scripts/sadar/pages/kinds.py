"""The kinds of pages: each names the facts its template places, and none of them knows a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sadar.campaign import AnyVillage, Photo, Village
from sadar.language import Language
from sadar.pages import addresses
from sadar.pages.facts import Dot, Event, Located, ProvinceTally, RegencyTally, SourceList, Tally
from sadar.pages.figure_kinds import FigureKind
from sadar.pages.list_kinds import Area, ChoiceTally, Facet, Group, ListPage
from sadar.pages.text_kinds import DataPage, TextKind, TextPage
from sadar.records import Contradiction, Count, Figure, Note, Official, PartialDate
from sadar.records.filed import WrittenPage
from sadar.regions import Province, Regency


@dataclass(frozen=True, slots=True)
class VillagePage:
    """`own_files` says whether it has a badge, a card and its record as YAML for itself."""

    address: str
    village: Village
    events: tuple[Event, ...]
    people: tuple[Official, ...]
    neighbours: tuple[AnyVillage, ...]  # some of the other villages in the regency, of its own district first
    in_regency: int  # how many villages of the programme the regency has, with this one
    sources: SourceList
    own_files: bool

    @property
    def badge(self) -> str:
        """The address of its badge: one of its own, which tells every change, or the one of its standing and year."""
        return (
            f"{self.address}lencana.svg" if self.own_files else addresses.of_badge(addresses.badge_name(self.village))
        )

    @property
    def card(self) -> str:
        """The address of the card for the village's own site."""
        return f"{self.address}kartu/"

    @property
    def figures(self) -> Mapping[str, tuple[Figure, ...]]:
        """The figures that are the village's own, and those of its surroundings: of each what there is."""
        every = self.village.record.figures
        own = tuple(figure for figure in every if figure.scope == "village")
        around = tuple(figure for figure in every if figure.scope != "village")
        return {name: figures for name, figures in (("village", own), ("area", around)) if figures}

    @property
    def notes(self) -> Mapping[str, tuple[Note, ...]]:
        """What sources contradict, and the other notes: of each what there is."""
        every = self.village.record.notes
        disagreements = tuple(note for note in every if note.kind == "contradiction")
        others = tuple(note for note in every if note.kind != "contradiction")
        return {name: notes for name, notes in (("disagree", disagreements), ("others", others)) if notes}


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
    choices: Mapping[Facet, tuple[ChoiceTally, ...]]
    tally: Tally


@dataclass(frozen=True, slots=True)
class ProvincePage:
    address: str
    province: Province
    regencies: tuple[RegencyTally, ...]
    tally: Tally
    events: tuple[Event, ...]
    located: tuple[Located, ...]


@dataclass(frozen=True, slots=True)
class RegencyPage:
    """`districts` stand in the place of the villages where there are too many for one page."""

    address: str
    regency: Regency
    villages: tuple[AnyVillage, ...]
    districts: tuple[Group, ...]
    official_villages: int
    tally: Tally
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class DistrictPage:
    """The villages of a district, where the regency has too many for one page."""

    address: str
    regency: Regency
    district: Area
    villages: tuple[AnyVillage, ...]


@dataclass(frozen=True, slots=True)
class LaunchesPage:
    address: str
    years: Mapping[int, tuple[Event, ...]]


@dataclass(frozen=True, slots=True)
class LaunchYearPage:
    """The ceremonies of a year, or of the part of it in the last area of `trail`; `groups` as `districts` above."""

    address: str
    year: int
    trail: tuple[Area, ...]
    events: tuple[Event, ...]
    groups: tuple[Group, ...]
    count: int


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
    dots: tuple[Dot, ...]
    photos: Mapping[str, Photo]


Page = (
    HomePage
    | VillagesPage
    | ProvincePage
    | RegencyPage
    | DistrictPage
    | VillagePage
    | ListPage
    | LaunchesPage
    | LaunchYearPage
    | LaunchPage
    | StatisticsPage
    | FigureKind
    | TextKind
)
WRITTEN = (HomePage, TextPage, DataPage)  # hold hand-written text


def spoken(page: Page, languages: tuple[Language, ...]) -> tuple[Language, ...]:
    """Which of these languages a page really speaks: a hand-written one may lack a translation, or stand in none."""
    written = page.written if isinstance(page, WRITTEN) else {}
    return tuple(language for language in languages if language in written) if written else languages
