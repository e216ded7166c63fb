"""What the files in `content/` may hold: page front matter, the programme's own counts, the glossary."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from sadar.records.fields import Key, Line, Number, Record, WebAddress, Words


class FrontMatter(Record):
    """The head of a hand-written page."""

    title: Annotated[Line, Field(max_length=90)]
    description: Annotated[Line, Field(max_length=160)]
    label: Annotated[Line, Field(max_length=20)] | None = None  # its name in the navigation


class Count(Record):
    """A number of villages that the programme or the press stated for a year; `area` is absent for the country."""

    year: Annotated[int, Field(ge=2015, le=2100)]
    kind: Literal["realised", "target", "total-planned"]
    villages: Number
    area: Line | None = None
    publisher: Line
    source: WebAddress
    note: Words | None = None


class Contradiction(Record):
    """A statement on the programme that other sources contradict."""

    statement: Words
    against: Words
    publisher: Line
    source: WebAddress


class CountsRecord(Record):
    """The programme's own published counts (`content/figures/counts.yml`)."""

    counts: tuple[Count, ...]
    contradictions: tuple[Contradiction, ...] = ()


class Term(Record):
    """A word of the programme, explained."""

    id: Key
    term: Line
    also: tuple[Line, ...] = ()
    definition: Words


class GlossaryRecord(Record):
    """The glossary (`content/glossary.yml`)."""

    terms: tuple[Term, ...]
