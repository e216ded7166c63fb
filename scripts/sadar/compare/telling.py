"""Values of records in words, and fields by the names that editors know: the docstrings of the record types."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache
from typing import get_args

from sadar.language import Language
from sadar.outputs.amounts import amount
from sadar.records import Figure, PartialDate, Words
from sadar.records.benefits import BenefitFigure, TimedValue
from sadar.records.fields import Record
from sadar.wording import Wording

# What a phrase leaves out: keys of other entries, translations, small print. Their changes are told by their own names.
LEFT_OUT = frozenset({"source", "sources", "launch", "laws", "scope", "en", "translation"})


def label(words: Wording, kind: type[Record], name: str) -> str:
    """The name of a field: its docstring up to the first sign; a field of fixed words has its name in `messages`."""
    named = re.split(r"[:;,(]", _explained(kind, name, words.language))[0].strip()
    if named and named not in _choices(kind, name):
        return named
    return str(words.messages["compare_field"].get(name, name))


def field(words: Wording, record: Record, name: str) -> str:
    """What a field says; a fixed word as the field's docstring explains it."""
    value = getattr(record, name)
    if isinstance(value, str) and value in _choices(type(record), name):
        explained = re.search(
            rf"(?:^|[;,:] ){re.escape(value)}: ([^;]+)", _explained(type(record), name, words.language)
        )
        return explained[1].strip() if explained else value
    return told(words, value, record if isinstance(record, BenefitFigure) else None)


def told(words: Wording, value: object, figure: BenefitFigure | None = None) -> str:
    """A value as the site would say it; empty where nothing is recorded. `figure` is the one whose value it is."""
    match value:
        case None:
            return ""
        case PartialDate():
            return words.date(value)
        case Decimal():
            return words.number(value)
        case Words():
            return words.words(value)
        case Figure():
            as_of = words.say("village.as_of", date=words.date(value.as_of)) if value.as_of.known else ""
            return _listed((words.words(value.measure), words.figure(value), as_of))
        case TimedValue() if figure is not None:
            return _timed(words, value, amount(words, figure, value))
        case Record():
            return _listed(field(words, value, name) for name in type(value).model_fields if name not in LEFT_OUT)
        case tuple():
            return _listed(told(words, each, figure) for each in value)
        case _:
            return str(value)


def _listed(parts: Iterable[str]) -> str:
    return ", ".join(part for part in parts if part)


def _timed(words: Wording, value: TimedValue, text: str) -> str:
    if value.valid_from is not None:
        text = words.say("figures.from", value=text, date=words.date(value.valid_from))
    if value.valid_until is not None:
        text = words.say("figures.until", value=text, date=words.date(value.valid_until))
    return text


@cache
def _explained(kind: type[Record], name: str, language: Language) -> str:
    indonesian, _, english = " ".join((kind.model_fields[name].description or "").split()).partition(" / ")
    return indonesian if language == "id" else english


@cache
def _choices(kind: type[Record], name: str) -> frozenset[str]:
    """The fixed words that a field may hold; empty where it may hold any text."""
    return frozenset(_literals(kind.model_fields[name].annotation))


def _literals(annotation: object) -> Iterator[str]:
    for inner in get_args(annotation):
        if isinstance(inner, str):
            yield inner
        else:
            yield from _literals(inner)
