"""Field types: how the text of a record becomes a date, a number, an address.

A type refuses with the name of the rule it breaks and the details its sentence needs; `reading` turns that into a
problem.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from sadar.records.dates import PartialDate
from sadar.records.meant import meant

TimeZone = Literal["WIB", "WITA", "WIT"]
Weekday = Literal["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]


_NOT_NOTED: set[str] = set()  # one for all


class Record(BaseModel):
    """What every record shares: frozen, no unknown fields, and a field left empty counts as not given."""

    # The docstring below a field is its description in editors: Indonesian / English. What reads a kind of record is
    # built when the first is read: most commands meet few kinds.
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, defer_build=True)

    def model_post_init(self, _: Any) -> None:
        """Forget which fields were typed: nobody asks, and a set for each part is a third of a record's memory."""
        object.__setattr__(self, "__pydantic_fields_set__", _NOT_NOTED)

    def __getstate__(self) -> dict[Any, Any]:
        """The fields alone: of records that are kept, three quarters would be what pydantic notes beside them."""
        return self.__dict__

    def __setstate__(self, state: dict[Any, Any]) -> None:
        for name, value in (
            ("__dict__", state),
            ("__pydantic_fields_set__", _NOT_NOTED),
            ("__pydantic_extra__", None),
            ("__pydantic_private__", None),
        ):
            object.__setattr__(self, name, value)

    @model_validator(mode="before")
    @classmethod
    def _without_empty_fields(cls, given: Any) -> Any:
        return {key: value for key, value in given.items() if value != ""} if isinstance(given, dict) else given


def _refuse(rule: str, **details: str) -> PydanticCustomError:
    return PydanticCustomError(rule, "{rule}", {"rule": rule, **details})


_FIRST_YEAR = 2015  # BPJS Ketenagakerjaan started full operation in July 2015


def _partial_date(text: object) -> PartialDate:
    if not isinstance(text, str):
        raise _refuse("not-a-date", given=str(text))
    return _date_of(text)


@lru_cache(maxsize=10_000)  # the same days stand in many records
def _date_of(text: str) -> PartialDate:
    if text == "unknown":
        return PartialDate()
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", text)
    if not match:
        raise _refuse("not-a-date", given=text, instead=meant(text))
    year, month, day = (int(part or 0) for part in match.groups())
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        raise _refuse("not-a-date", given=text) from None
    if year < _FIRST_YEAR:
        raise _refuse("date-too-early", given=text, first=str(_FIRST_YEAR))
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


# What nearly every address looks like; the others are taken apart.
_USUAL_ADDRESS = re.compile(r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[\w./%?=&#~+,:;@!-]*)?", re.ASCII).fullmatch
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]").search


def _web_address(text: str) -> str:
    if _USUAL_ADDRESS(text):
        return text
    try:
        parts = urlsplit(text)
        right = parts.scheme in ("http", "https") and bool(parts.hostname) and "." in (parts.hostname or "")
    except ValueError:
        right = False
    if not right or re.search(r"[\s<>\"'\\^`{|}]", text):
        raise _refuse("not-a-web-address", given=text)
    return text


def _without_markup_signs(text: str) -> str:
    if _CONTROL(text):
        raise _refuse("character-forbidden")
    return text


def _code(text: str) -> str:
    # Ten digits are a code without its points, or one of the statistics office: only the official list can tell.
    if not re.fullmatch(r"\d\d\.\d\d\.\d\d\.\d{4}|\d{10}", text):
        raise _refuse("not-a-village-code", given=text)
    return text


# An editor's YAML server reads a bare year or count as a number; what a validator hides is told to it in its own words.
_DATE_SHAPE = {
    "type": ["string", "integer"],
    "pattern": r"^(unknown|\d{4}(-\d\d(-\d\d)?)?)$",
    "minimum": _FIRST_YEAR,
    "maximum": 2100,
}
_DAY_SHAPE = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}
_NUMBER_SHAPE = {"type": ["number", "string"], "pattern": r"^(0|[1-9]\d{0,14})(\.\d{1,2})?$", "minimum": 0}
_CODE_SHAPE = {"type": "string", "pattern": r"^\d\d\.\d\d\.\d\d\.\d{4}$"}

Date = Annotated[PartialDate, BeforeValidator(_partial_date), PlainSerializer(str), WithJsonSchema(_DATE_SHAPE)]
Day = Annotated[
    PartialDate,
    BeforeValidator(_partial_date),
    AfterValidator(_day),
    PlainSerializer(str),
    WithJsonSchema(_DAY_SHAPE),
]
Number = Annotated[Decimal, BeforeValidator(_number), WithJsonSchema(_NUMBER_SHAPE)]
Line = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300), AfterValidator(_without_markup_signs)
]
Text = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000), AfterValidator(_without_markup_signs)
]
WebAddress = Annotated[Line, AfterValidator(_web_address), WithJsonSchema({"type": "string", "pattern": "^https?://"})]
VillageCode = Annotated[str, AfterValidator(_code), WithJsonSchema(_CODE_SHAPE)]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
VillageAddress = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*){2}$", max_length=200)
]
