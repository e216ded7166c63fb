"""What a village record (`village.yml`) may hold."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from sadar.records.fields import (
    Checked,
    Date,
    Key,
    Line,
    Note,
    Number,
    Record,
    Source,
    Text,
    VillageCode,
    WebAddress,
    Words,
)

Status = Literal["planned", "launched", "certified", "awarded", "ended"]
Kind = Literal["desa", "kelurahan", "kampung", "gampong", "nagari", "negeri", "pekon", "lembang", "desa adat"]
Unit = Literal[
    "people", "workers", "households", "villages", "percent", "rupiah", "companies", "employers", "organisations",
    "rt", "rw",
]  # fmt: skip
LaunchAddress = Annotated[str, Field(pattern=r"^(\d{4}|tanpa-tahun)/[a-z0-9]+(-[a-z0-9]+)*$", max_length=200)]


class Standing(Record):
    """One step of a village in the programme: since when, at which ceremony, and from whom it is known."""

    status: Status
    date: Date
    launch: LaunchAddress | None = None
    award: Words | None = None
    doubt: Words | None = None
    sources: Annotated[tuple[Key, ...], Field(min_length=1)]


class Figure(Record):
    """A number that a source states: its value, unit, the date it held and the source."""

    measure: Words
    value: Number
    value_to: Number | None = None
    qualifier: Literal["about", "at-least", "at-most"] | None = None
    unit: Unit
    scope: Literal["village", "regency", "province", "region"] = "village"
    as_of: Date
    source: Key


class Quote(Record):
    """Words of an official, exactly as the source prints them, with a translation of our own."""

    speaker: Line
    role: Line | None = None
    organisation: Line | None = None
    text: Text
    translation: Text | None = None
    source: Key


class Coordinates(Record):
    """Where the village lies, in decimal degrees (WGS 84)."""

    latitude: Annotated[float, Field(ge=-11.5, le=6.5)]
    longitude: Annotated[float, Field(ge=94.5, le=141.5)]
    source: WebAddress


class VillageRecord(Record):
    """A village of the programme. Its folder is its address; the official code is a field that is checked."""

    name: Line
    code: VillageCode | None = None
    code_unknown: Words | None = None
    kind: Kind
    also_known_as: tuple[Line, ...] = ()
    standing: Annotated[tuple[Standing, ...], Field(min_length=1)]
    figures: tuple[Figure, ...] = ()
    parties: tuple[Line, ...] = ()
    quotes: tuple[Quote, ...] = ()
    notes: tuple[Note, ...] = ()
    coordinates: Coordinates | None = None
    sources: Annotated[dict[Key, Source], Field(min_length=1)]
    checked: Checked

    @model_validator(mode="after")
    def _code_or_why(self) -> VillageRecord:
        if (self.code is None) == (self.code_unknown is None):
            raise PydanticCustomError("code-or-why", "code-or-why")
        return self
