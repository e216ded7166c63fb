"""The tables of the open data: their rows, keys and licences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from sadar.campaign import Campaign, Launch, Village
from sadar.outputs.data import figures, rows, villages
from sadar.outputs.data.columns import Column, columns
from sadar.pages import Site

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


@dataclass(frozen=True, slots=True)
class Reference:
    """Columns that hold the key of another table."""

    columns: tuple[str, ...]
    table: str
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table; `rows` makes its rows anew, always in the same order."""

    name: str
    row: type
    rows: Callable[[Site], Iterable[Row]]
    key: tuple[str, ...]
    references: tuple[Reference, ...] = ()

    @property
    def columns(self) -> tuple[Column, ...]:
        return columns(self.row)

    @property
    def names_regions(self) -> bool:
        """Whether it holds names of the list of regions, which has a licence of its own."""
        return self._has("province")

    def endings(self, campaign: Campaign) -> tuple[str, ...]:
        """Of its files; what grows with the villages of a large campaign is JSON by province and by village only."""
        whole = () if campaign.large and self.name not in _STEADY else ("json",)
        return ("csv", *whole, *(("geojson",) if self._has("latitude") else ()))

    def _has(self, name: str) -> bool:
        return any(column.name == name for column in self.columns)


def _provinces(site: Site) -> Iterator[rows.ProvinceRow]:
    for province, within in villages.by_province(site).items():
        yield villages.province_row(site, province, within)


def village_rows(site: Site) -> Iterator[rows.VillageRow]:
    return (villages.village_row(site, village) for village in site.campaign.villages)


def _launches(site: Site) -> Iterator[rows.LaunchRow]:
    return (villages.launch_row(site, launch) for launch in site.campaign.launches)


def _of_villages(make: Callable[[Village], Iterable[Row]]) -> Callable[[Site], Iterator[Row]]:
    return lambda site: chain.from_iterable(map(make, site.campaign.villages))


def _of_launches(make: Callable[[Launch], Iterable[Row]]) -> Callable[[Site], Iterator[Row]]:
    return lambda site: chain.from_iterable(map(make, site.campaign.launches))


def _records(site: Site) -> Iterator[Village | Launch]:
    yield from site.campaign.villages
    yield from site.campaign.launches


def _notes(site: Site) -> Iterator[rows.NoteRow]:
    for record in _records(site):
        yield from villages.note_rows(record)


def _sources(site: Site) -> Iterator[rows.SourceRow]:
    for record in _records(site):
        yield from villages.source_rows(record)
    yield from figures.figure_source_rows(site)


_PROVINCE = Reference(("province_code",), "provinces", ("code",))
_VILLAGE = Reference(("village",), "villages", ("address",))
_LAUNCH = Reference(("launch",), "launches", ("address",))

TABLES = (
    Table("villages", rows.VillageRow, village_rows, ("address",), (_PROVINCE,)),
    Table("launches", rows.LaunchRow, _launches, ("address",)),
    Table("figures", rows.FigureRow, figures.figure_rows, ("id", "number")),
    Table(
        "village-figures",
        rows.VillageFigureRow,
        _of_villages(villages.village_figure_rows),
        ("village", "number"),
        (_VILLAGE, Reference(("village", "source"), "sources", ("record", "key"))),
    ),
    Table("steps", rows.StepRow, _of_villages(villages.step_rows), ("village", "number"), (_VILLAGE, _LAUNCH)),
    Table(
        "launch-villages",
        rows.LaunchVillageRow,
        _of_launches(villages.launch_village_rows),
        ("launch", "village"),
        (_LAUNCH, _VILLAGE),
    ),
    Table("provinces", rows.ProvinceRow, _provinces, ("code",)),
    Table("counts", rows.CountRow, figures.count_rows, ("number",)),
    Table("notes", rows.NoteRow, _notes, ("record", "number")),
    Table("sources", rows.SourceRow, _sources, ("record", "key")),
)
