"""Rows as the lines of the files they stand in: each part of a campaign makes those of its villages."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sadar.outputs.data.cells import csv_lines, one_line
from sadar.outputs.data.geojson import features
from sadar.outputs.data.tables import TABLES, Row, Table
from sadar.pages import Site

Rows = Mapping[str, tuple[Row, ...]]  # by table


@dataclass(frozen=True, slots=True)
class Fragment:
    """The rows of a part of the campaign in one table, as lines of each form that the table has."""

    csv: bytes = b""
    json: tuple[str, ...] = ()
    geojson: tuple[str, ...] = ()


def rows_of(site: Site) -> Rows:
    """By table, the rows of the villages of a campaign, or of a part of one, in the order of the villages."""
    return {table.name: tuple(table.of_villages(site)) for table in TABLES if table.of_villages}


def fragments(site: Site, rows: Rows) -> Iterator[tuple[str, Fragment]]:
    """By table, what these rows of villages add to its files."""
    for table in TABLES:
        if table.name in rows:
            yield table.name, fragment(table, table.endings(site.campaign), rows[table.name])


def fragment(table: Table, forms: Sequence[str], rows: tuple[Row, ...]) -> Fragment:
    """What these rows add to the files of a table, of which `forms` are the endings, the table's own first."""
    json = tuple(map(one_line, rows)) if "json" in forms else ()
    geojson = tuple(features(rows)) if "geojson" in forms else ()
    return Fragment(packed(forms[0], csv_lines(table, rows)), json, geojson)


def packed(form: str, text: str) -> bytes:
    """A text in UTF-8, where the form says so as a member of a gzip file: members one after the other are one file."""
    data = text.encode()
    return gzip.compress(data, 6, mtime=0) if form.endswith(".gz") and data else data
