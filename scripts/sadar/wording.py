"""Words, dates and numbers in a language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from sadar.language import Language
from sadar.records import Figure, PartialDate, Words

_MESSAGES = Path(__file__).parent / "messages"
_NUMBERS = (int, Decimal)

Sentence = str | Mapping[str, str]  # of the second kind one for each form of plural


@dataclass(frozen=True, slots=True)
class Wording:
    """Everything a page says in one language: `messages` by table and key, as in their files.

    `sentences` are the same, named `table.key`.
    """

    language: Language
    messages: Mapping[str, Mapping[str, Sentence]]
    sentences: Mapping[str, Sentence]
    locale: Locale

    def say(self, name: str, **values: object) -> str:
        """A sentence, its gaps filled; `count` chooses between one and several. KeyError: no such name."""
        sentence = self.sentences[name]
        if not isinstance(sentence, str):
            count = values.get("count")
            sentence = sentence[self.locale.plural_form(count if isinstance(count, _NUMBERS) else 2)]
        elif not values:
            return sentence
        for gap, value in values.items():
            if isinstance(value, _NUMBERS):
                values[gap] = self.number(value)
        return sentence.format(**values)

    def words(self, words: Words) -> str:
        """What a record says in this language."""
        return words.id if self.language == "id" else words.en

    def number(self, value: int | Decimal) -> str:
        """3758 as 3.758 or 3,758."""
        return _number(self.language, value)

    def date(self, when: PartialDate) -> str:
        """18 September 2018, September 2018, 2018, or the words for an unknown date."""
        if not when.known:
            return self.say("date.unknown")
        if when.as_day:
            return _day(self.language, when.as_day, "d MMMM y")
        if when.month:
            return f"{self.locale.months['stand-alone']['wide'][when.month]} {when.year}"
        return str(when.year)

    def date_with_weekday(self, when: PartialDate) -> str:
        """Selasa, 18 September 2018; as `date` where the day is not known."""
        if not when.as_day:
            return self.date(when)
        return _day(self.language, when.as_day, "EEEE, d MMMM y")

    def figure(self, figure: Figure) -> str:
        """A figure with its qualifier and unit: lebih dari 1.000 orang, Rp49.000.000, 90 %."""
        sign = {"rupiah": "Rp{}", "percent": "{}%"}.get(figure.unit, "{}")
        value = sign.format(self.number(figure.value))
        if figure.value_to is not None:
            value = self.say("qualifier.range", value=value, to=sign.format(self.number(figure.value_to)))
        if sign == "{}":
            value = f"{value} {self.say(f'unit.{figure.unit}', count=figure.value_to or figure.value)}"
        return self.say(f"qualifier.{figure.qualifier}", value=value) if figure.qualifier else value

    def listed(self, names: Sequence[str]) -> str:
        """A, B dan C."""
        if len(names) < 2:
            return "".join(names)
        return self.say("list.and", first=", ".join(names[:-1]), last=names[-1])


# The pages of a country say the same few thousand days and numbers a million times.


@lru_cache(maxsize=20_000)
def _number(language: Language, value: int | Decimal) -> str:
    return str(format_decimal(value, locale=wording(language).locale))


@lru_cache(maxsize=20_000)
def _day(language: Language, day: date, form: str) -> str:
    return str(format_date(day, form, locale=wording(language).locale))


@cache
def wording(language: Language) -> Wording:
    """The wording of a language, read once."""
    messages = tomllib.loads((_MESSAGES / f"{language}.toml").read_text(encoding="utf-8"))
    sentences = {f"{table}.{key}": sentence for table, own in messages.items() for key, sentence in own.items()}
    return Wording(language, messages, sentences, Locale.parse(language))


@cache
def problem_sentences(language: Language) -> Mapping[str, Mapping[str, str]]:
    """For each rule its `message`, its `meaning`, and where there is one its `hint`; `report` the words around."""
    return tomllib.loads((_MESSAGES / f"problems.{language}.toml").read_text(encoding="utf-8"))
