"""What the files on contributions and benefits may hold: laws, sources, figures with their values in time."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from sadar.records.fields import Checked, Date, Day, Key, Line, Number, Record, WebAddress, Words

Programme = Literal["jkk", "jkm", "jht", "jp", "jkp"]
Segment = Literal["bpu", "pu", "construction", "migrant", "village", "all", "all-but-migrant"]
FigureUnit = Literal[
    "rupiah", "rupiah-a-month", "rupiah-a-year", "percent", "months", "years", "working-days", "hours", "children",
    "times-wage", "text",
]  # fmt: skip


class Law(Record):
    """A law or regulation, by the short name people use."""

    name: Line
    title: Words
    url: WebAddress | None = None


class LawsRecord(Record):
    """All laws that figures rest on (`content/laws.yml`)."""

    laws: dict[Key, Law]


class FigureSource(Record):
    """A report that states a figure; `grade` says how near it stands to the law."""

    publisher: Line
    url: WebAddress | None = None
    published: Date | None = None
    grade: Literal["regulation", "official", "secondary"]


class FigureSourcesRecord(Record):
    """All sources of figures (`content/figure-sources.yml`)."""

    sources: dict[Key, FigureSource]


class LawCited(Record):
    """A law, and where the figure stands in it."""

    law: Key
    article: Line | None = None

    @model_validator(mode="before")
    @classmethod
    def _bare_key(cls, given: Any) -> Any:
        return {"law": given} if isinstance(given, str) else given


class TimedValue(Record):
    """A value and the time it holds: `from` and `until` are the first and the last day."""

    value: Number | None = None
    value_to: Number | None = None
    words: Words | None = None
    valid_from: Annotated[Date | None, Field(alias="from")] = None
    valid_until: Annotated[Day | None, Field(alias="until")] = None
    laws: tuple[LawCited, ...] = ()

    @model_validator(mode="after")
    def _one_of_two(self) -> TimedValue:
        if (self.value is None) == (self.words is None):
            raise PydanticCustomError("value-or-words", "value-or-words")
        return self


class BenefitFigure(Record):
    """One figure on what protection costs or pays, with every value it had, has and will have."""

    id: Key
    programmes: Annotated[tuple[Programme, ...], Field(min_length=1)]
    segment: Segment
    name: Words
    unit: FigureUnit
    payer: Literal["participant", "employer", "village", "government", "several"] | None = None
    values: Annotated[tuple[TimedValue, ...], Field(min_length=1)]
    qualifier: Literal["about", "at-least", "at-most"] | None = None
    condition: Words | None = None
    laws: tuple[LawCited, ...] = ()
    sources: tuple[Key, ...] = ()
    certainty: Literal["two-plus", "one", "conflicting", "derived"]
    conflict: Words | None = None
    note: Words | None = None
    official_text: Literal["unchecked"] | Checked | None = None
    checked: Checked
    check_again_by: Day


class FiguresRecord(Record):
    """A file of figures (`content/figures/<group>.yml`)."""

    figures: tuple[BenefitFigure, ...]


class IncomeRow(Record):
    """Incomes from `from` up to and including `to` count as the fixed `base` (rupiah a month)."""

    income_from: Annotated[Number, Field(alias="from")]
    income_to: Annotated[Number | None, Field(alias="to")] = None
    base: Number


class IncomeTable(BenefitFigure):
    """The table that turns a self-employed worker's income into the base of contributions and benefits."""

    unit: FigureUnit = "text"
    values: tuple[TimedValue, ...] = ()
    rows: Annotated[tuple[IncomeRow, ...], Field(min_length=1)]
