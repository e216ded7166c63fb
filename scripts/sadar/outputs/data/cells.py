"""What a row's values become in a CSV cell and in JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import Any

from sadar.outputs.data.columns import columns
from sadar.outputs.data.tables import Row, Table
from sadar.records import PartialDate

BETWEEN = " | "  # the parts of a list in a CSV cell

# A spreadsheet reckons a cell that begins with one of these; the wide ones too, in East Asian settings.
_FORMULA_SIGNS = frozenset("=+-@\t\r\n＝＋－＠")


def csv_head(table: Table) -> str:
    """A table's first line by RFC 4180, with the byte order mark that spreadsheets want."""
    return f"\ufeff{','.join(column.name for column in table.columns)}\r\n"


def csv_lines(table: Table, rows: Iterable[Row]) -> str:
    """Rows as lines by RFC 4180, with no cell that a spreadsheet would reckon."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    take = _taker(table.row)
    writer.writerows([_CELLS[type(value)](value) for value in take(row)] for row in rows)
    return text.getvalue()


def as_json(lines: Iterable[str]) -> str:
    """An array of rows, each on a line of its own."""
    return "[\n" + ",\n".join(lines) + "\n]\n"


def values(row: object) -> dict[str, object]:
    """A row's values by the names of its columns, in their order."""
    kind: type = type(row)
    return dict(zip(_names(kind), _taker(kind)(row), strict=True))


def known_values(row: object) -> dict[str, object]:
    """Of these what is known: keys without a value were another 30 MB of the country's data."""
    kind: type = type(row)
    named = zip(_names(kind), _taker(kind)(row), strict=True)
    return {name: each for name, each in named if each or (each is not None and each != ())}


def one_line(value: object) -> str:
    """Rows, and anything made of rows, as JSON on one line."""
    return _JSON.encode(value)


def _harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula; numbers are no texts and keep their minus."""
    return f"'{text}" if text[:1] in _FORMULA_SIGNS else text


_CELLS: Mapping[type, Callable[[Any], str]] = {
    str: _harmless,
    int: str,
    float: str,
    Decimal: str,
    PartialDate: str,
    bool: lambda truth: "true" if truth else "false",
    tuple: lambda parts: _harmless(BETWEEN.join(parts)),
    type(None): lambda _: "",
}


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


_FORMS: Mapping[type, Callable[[Any], object]] = {Decimal: _number, PartialDate: str}


def _as_json_has_it(value: object) -> object:
    return _FORMS.get(type(value), values)(value)


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_as_json_has_it)


@cache
def _names(row: type) -> tuple[str, ...]:
    return tuple(column.name for column in columns(row))


@cache
def _taker(row: type) -> Callable[[object], tuple[object, ...]]:
    return attrgetter(*_names(row))
