"""The open data below `data/v1/`: every table as CSV and JSON, villages one by one, and the description of it all.

It has no language: texts stand in it in both. Beside its page a village has one file here and, in a large campaign,
no other anywhere: a host takes about 200,000 files, and the country has 83,762 villages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from sadar.campaign import Village
from sadar.outputs.data import villages
from sadar.outputs.data.cells import as_csv, as_json, one_line, values
from sadar.outputs.data.geojson import as_geojson
from sadar.outputs.data.package import as_package
from sadar.outputs.data.tables import TABLES, Row, Table
from sadar.pages import Site, addresses

__all__ = ["TABLES", "data_files"]


def data_files(site: Site) -> Iterator[tuple[PurePosixPath, str]]:
    """Every file of the open data."""
    for table in TABLES:
        for ending in table.endings(site.campaign):
            yield PurePosixPath(addresses.of_table(table.name, ending)), _FORMS[ending](table, table.rows(site))
    yield PurePosixPath(addresses.DATA_PACKAGE), as_package(site)
    for province, within in villages.by_province(site).items():
        whole = values(villages.province_row(site, province, within)) | {
            "villages": [villages.village_row(site, village) for village in within]
        }
        yield PurePosixPath(addresses.of_province_data(province)), one_line(whole) + "\n"
    for village in site.campaign.villages:
        yield PurePosixPath(addresses.of_village_data(village)), one_line(_whole(site, village)) + "\n"


_FORMS: Mapping[str, Callable[[Table, Iterable[Any]], str]] = {"csv": as_csv, "json": as_json, "geojson": as_geojson}


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
