"""Field types: how the text of a record becomes a date, a number, an address or words in two languages.

A type refuses with the name of the rule it breaks and the details its sentence needs; `reading` turns that into a
problem.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

Language = Literal["id", "en"]
TimeZone = Literal["WIB", "WITA", "WIT"]
Weekday = Literal["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]


class Record(BaseModel):
    """What every record shares: frozen, no unknown fields, and a field left empty counts as not given."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _without_empty_fields(cls, given: Any) -> Any:
        return {key: value for key, value in given.items() if value != ""} if isinstance(given, dict) else given


def _refuse(rule: str, **details: str) -> PydanticCustomError:
    return PydanticCustomError(rule, "{rule}", {"rule": rule, **details})


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date as precise as its source: a day, a month, a year, or nothing known (year 0). Sorts unknown first."""

    year: int = 0
    month: int = 0
    day: int = 0

    @property
    def known(self) -> bool:
        return self.year > 0

    @property
    def as_day(self) -> date | None:
        """The calendar day, where the date is that precise."""
        return date(self.year, self.month, self.day) if self.day else None

    def __str__(self) -> str:
        if not self.known:
            return "unknown"
        parts = (f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part))
        return "-".join(parts)


_FIRST_YEAR = 2015  # BPJS Ketenagakerjaan started full operation in July 2015


def _partial_date(text: object) -> PartialDate:
    if text == "unknown":
        return PartialDate()
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", text) if isinstance(text, str) else None
    if not match:
        raise _refuse("not-a-date", given=str(text))
    year, month, day = (int(part or 0) for part in match.groups())
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        raise _refuse("not-a-date", given=str(text)) from None
    if year < _FIRST_YEAR:
        raise _refuse("date-too-early", given=str(text), first=str(_FIRST_YEAR))
    return PartialDate(year, month, day)


def _day(when: PartialDate) -> PartialDate:
    if not when.day:
        raise _refuse("not-a-day", given=str(when))
    return when


def _number(text: object) -> Decimal:
    """Whole, or with one or two decimals after a point: three digits after a point are an Indonesian thousand."""
    given = str(text)
    if re.fullmatch(r"(0|[1-9]\d{0,14})(\.\d{1,2})?", given):
        return Decimal(given)
    if re.fullmatch(r"[1-9]\d{0,2}([.,_ ]\d{3})+", given):
        raise _refuse("thousands-separator", given=given, instead=re.sub(r"[.,_ ]", "", given))
    if re.fullmatch(r"0+\d+", given):
        raise _refuse("zero-in-front", given=given, instead=given.lstrip("0") or "0")
    if re.fullmatch(r"\d+,\d{1,2}", given):
        raise _refuse("decimal-comma", given=given, instead=given.replace(",", "."))
    raise _refuse("not-a-number", given=given)


def _web_address(text: str) -> str:
    try:
        parts = urlsplit(text)
        right = parts.scheme in ("http", "https") and bool(parts.hostname) and "." in (parts.hostname or "")
    except ValueError:
        right = False
    if not right or re.search(r"[\s<>\"'\\^`{|}]", text):
        raise _refuse("not-a-web-address", given=text)
    return text


def _without_markup_signs(text: str) -> str:
    if re.search(r"[\x00-\x08\x0b-\x1f\x7f]", text):
        raise _refuse("character-forbidden")
    return text


def _code(text: str) -> str:
    if not re.fullmatch(r"\d\d\.\d\d\.\d\d\.\d{4}", text):
        raise _refuse("not-a-village-code", given=text)
    return text


Date = Annotated[PartialDate, BeforeValidator(_partial_date)]
Day = Annotated[PartialDate, BeforeValidator(_partial_date), AfterValidator(_day)]
Number = Annotated[Decimal, BeforeValidator(_number)]
Line = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300), AfterValidator(_without_markup_signs)
]
Text = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000), AfterValidator(_without_markup_signs)
]
WebAddress = Annotated[Line, AfterValidator(_web_address)]
VillageCode = Annotated[str, AfterValidator(_code)]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
VillageAddress = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*){2}$", max_length=200)
]


class Words(Record):
    """The same words in both languages."""

    id: Text
    en: Text


class Source(Record):
    """A public report that a fact rests on."""

    publisher: Line
    url: WebAddress
    title: Line | None = None
    published: Date | None = None


class Official(Record):
    """A person in office, named for the office held at the time."""

    name: Line
    role: Line
    organisation: Line


class Note(Record):
    """What a reader should know: a contradiction between sources, a doubtful date, a spelling, the circumstances."""

    kind: Literal["contradiction", "date", "name", "context"]
    id: Text
    en: Text
    sources: tuple[Key, ...] = ()


class Checked(Record):
    """Who looked at the record last (a role, never a private person) and when."""

    by: Line
    date: Day
