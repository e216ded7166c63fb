"""The open data below `data/v1/`: every table as CSV and JSON, villages one by one, and the description of it all.

It has no language: texts stand in it in both. Beside its page a village has one file here; in a large campaign the
villages of a regency share one, for a host takes about 200,000 files, and the country has 83,762 villages.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import PurePosixPath

from sadar.campaign import Village
from sadar.outputs.data import villages
from sadar.outputs.data.cells import as_json, csv_head, csv_lines, one_line, values
from sadar.outputs.data.geojson import as_geojson, features
from sadar.outputs.data.package import as_package
from sadar.outputs.data.tables import TABLES, Row
from sadar.pages import Site, addresses

__all__ = ["TABLES", "Fragment", "data_files", "fragments", "joined_files", "village_files"]


@dataclass(frozen=True, slots=True)
class Fragment:
    """The rows of a part of the campaign in one table, as lines of each form that the table has."""

    csv: str = ""
    json: tuple[str, ...] = ()
    geojson: tuple[str, ...] = ()


def data_files(site: Site) -> Iterator[tuple[PurePosixPath, str]]:
    """Every file of the open data."""
    yield from joined_files(site, [dict(fragments(replace(site, campaign=replace(site.campaign, launches=()))))])
    yield from village_files(site)


def fragments(site: Site) -> Iterator[tuple[str, Fragment]]:
    """By table, what the villages of a campaign, or of a part of one, add to it."""
    for table in TABLES:
        if table.of_villages:
            rows = tuple(table.of_villages(site))
            geojson = tuple(features(rows)) if "geojson" in table.endings(site.campaign) else ()
            yield table.name, Fragment(csv_lines(table, rows), tuple(map(one_line, rows)), geojson)


def joined_files(site: Site, parts: Sequence[Mapping[str, Fragment]]) -> Iterator[tuple[PurePosixPath, str]]:
    """The tables, their description and the files of the provinces, from fragments of parts in the villages' order."""
    for table in TABLES:
        rest = tuple(table.of_all(site)) if table.of_all else ()
        own = [part[table.name] for part in parts if table.name in part]
        for ending in table.endings(site.campaign):
            path = PurePosixPath(addresses.of_table(table.name, ending))
            match ending:
                case "csv":
                    yield path, csv_head(table) + "".join(each.csv for each in own) + csv_lines(table, rest)
                case "json":
                    yield path, as_json((*chain.from_iterable(each.json for each in own), *map(one_line, rest)))
                case _:
                    yield path, as_geojson(chain.from_iterable(each.geojson for each in own))
    yield PurePosixPath(addresses.DATA_PACKAGE), as_package(site)
    lines = [line for part in parts for line in part["villages"].json]
    for province, within in villages.by_province(site).items():
        head = one_line(values(villages.province_row(site, province, within.values())))
        rows = ",".join(lines[at] for at in within)
        yield PurePosixPath(addresses.of_province_data(province)), f'{head[:-1]},"villages":[{rows}]}}\n'


def village_files(site: Site) -> Iterator[tuple[PurePosixPath, str]]:
    """What there is to know of each village: a file each, in a large campaign one for each regency."""
    large = site.campaign.large
    grouped: dict[str, list[str]] = defaultdict(list)
    for village in site.campaign.villages:
        grouped[addresses.of_village_data(village, large=large)].append(one_line(_whole(site, village)))
    for path, lines in grouped.items():
        yield PurePosixPath(path), as_json(lines) if large else f"{lines[0]}\n"


def _whole(site: Site, village: Village) -> Mapping[str, object]:
    """A village's row with all rows of the other tables that are about it, less the column that says so."""
    return values(villages.village_row(site, village)) | {
        "steps": _without("village", villages.step_rows(village)),
        "launches": [villages.launch_row(site, launch) for launch in village.launches],
        "figures": _without("village", villages.village_figure_rows(village)),
        "notes": _without("record", villages.note_rows(village)),
        "sources": _without("record", villages.source_rows(village)),
    }


def _without(column: str, rows: Iterable[Row]) -> list[dict[str, object]]:
    return [{name: value for name, value in values(row).items() if name != column} for row in rows]
