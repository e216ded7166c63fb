"""The columns of a row type, read off its fields: no second list says what is published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from sadar.records import PartialDate

ColumnType = Literal["string", "integer", "number", "boolean", "date", "list"]

_TYPES: Mapping[Any, ColumnType] = {
    str: "string", int: "integer", Decimal: "number", float: "number", bool: "boolean", PartialDate: "date",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `choices` are the only values it may hold, where it has a fixed list of them."""

    name: str
    type: ColumnType
    required: bool
    choices: tuple[str, ...] = ()


@cache
def columns(row: type) -> tuple[Column, ...]:
    """The columns of a row type, in their order."""
    return tuple(_column(name, hint) for name, hint in get_type_hints(row).items())


def _column(name: str, hint: Any) -> Column:
    choices = [each for each in get_args(hint) if each is not NoneType]
    if NoneType in get_args(hint):
        (given,) = choices
        whole = _column(name, given)
        return Column(name, whole.type, required=False, choices=whole.choices)
    if get_origin(hint) is Literal:
        return Column(name, "string", required=True, choices=tuple(choices))
    if get_origin(hint) is tuple:
        return Column(name, "list", required=False)
    return Column(name, _TYPES[hint], required=True)
