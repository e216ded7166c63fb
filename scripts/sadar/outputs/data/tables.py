"""The tables of the open data: their rows, keys and licences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from sadar.campaign import Campaign, Launch, Village
from sadar.outputs.data import figures, rows, villages
from sadar.outputs.data.columns import Column, columns
from sadar.pages import Site
from sadar.pages.facts import ProvinceTally

Row = (
    rows.ProvinceRow
    | rows.VillageRow
    | rows.StepRow
    | rows.LaunchRow
    | rows.LaunchVillageRow
    | rows.VillageFigureRow
    | rows.NoteRow
    | rows.SourceRow
    | rows.FigureRow
    | rows.CountRow
)

_STEADY = ("figures", "provinces", "counts")  # of about the same length in any campaign
_WHAT_THERE_IS = ("villages", "launches")  # what a reader opens in a spreadsheet, also of the whole country


@dataclass(frozen=True, slots=True)
class Reference:
    """Columns that hold the key of another table."""

    columns: tuple[str, ...]
    table: str
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table: first the rows of the villages, which parts of a campaign may make each for itself, then all others.

    `of_counted` makes those that villages are counted for. All are made anew at every call, always in the same order.
    """

    name: str
    row: type
    key: tuple[str, ...]
    of_villages: Callable[[Site], Iterable[Row]] | None = None
    of_all: Callable[[Site], Iterable[Row]] | None = None
    of_counted: Callable[[Site, Iterable[ProvinceTally]], Iterable[Row]] | None = None
    references: tuple[Reference, ...] = ()

    @property
    def columns(self) -> tuple[Column, ...]:
        return columns(self.row)

    @property
    def names_regions(self) -> bool:
        """Whether it holds names of the list of regions, which has a licence of its own."""
        return self._has("province")

    def endings(self, campaign: Campaign) -> tuple[str, ...]:
        """Of its files, the table itself first; of a large campaign what grows is no JSON, and details are packed."""
        steady = not campaign.large or self.name in _STEADY
        table = "csv" if steady or self.name in _WHAT_THERE_IS else "csv.gz"
        return (table, *(("json",) if steady else ()), *(("geojson",) if self._has("latitude") else ()))

    def _has(self, name: str) -> bool:
        return any(column.name == name for column in self.columns)


def _provinces(site: Site, counted: Iterable[ProvinceTally]) -> Iterator[rows.ProvinceRow]:
    return (villages.province_row(site, each) for each in counted)


def _villages(site: Site) -> Iterator[rows.VillageRow]:
    return (villages.village_row(site, village) for village in site.campaign.villages)


def _launches(site: Site) -> Iterator[rows.LaunchRow]:
    return (villages.launch_row(site, launch) for launch in site.campaign.launches)


def _of_villages(make: Callable[[Village], Iterable[Row]]) -> Callable[[Site], Iterator[Row]]:
    return lambda site: chain.from_iterable(map(make, site.campaign.villages))


def _of_launches(make: Callable[[Launch], Iterable[Row]]) -> Callable[[Site], Iterator[Row]]:
    return lambda site: chain.from_iterable(map(make, site.campaign.launches))


def _sources(site: Site) -> Iterator[Row]:
    yield from _of_launches(villages.source_rows)(site)
    yield from figures.figure_source_rows(site)


_PROVINCE = Reference(("province_code",), "provinces", ("code",))
_VILLAGE = Reference(("village",), "villages", ("address",))
_LAUNCH = Reference(("launch",), "launches", ("address",))

TABLES = (
    Table("villages", rows.VillageRow, ("address",), _villages, references=(_PROVINCE,)),
    Table("launches", rows.LaunchRow, ("address",), of_all=_launches),
    Table("figures", rows.FigureRow, ("id", "number"), of_all=figures.figure_rows),
    Table(
        "village-figures",
        rows.VillageFigureRow,
        ("village", "number"),
        _of_villages(villages.village_figure_rows),
        references=(_VILLAGE, Reference(("village", "source"), "sources", ("record", "key"))),
    ),
    Table(
        "steps",
        rows.StepRow,
        ("village", "number"),
        _of_villages(villages.step_rows),
        references=(_VILLAGE, _LAUNCH),
    ),
    Table(
        "launch-villages",
        rows.LaunchVillageRow,
        ("launch", "village"),
        of_all=_of_launches(villages.launch_village_rows),
        references=(_LAUNCH, _VILLAGE),
    ),
    Table("provinces", rows.ProvinceRow, ("code",), of_counted=_provinces),
    Table("counts", rows.CountRow, ("number",), of_all=figures.count_rows),
    Table(
        "notes",
        rows.NoteRow,
        ("record", "number"),
        _of_villages(villages.note_rows),
        _of_launches(villages.note_rows),
    ),
    Table("sources", rows.SourceRow, ("record", "key"), _of_villages(villages.source_rows), _sources),
)
