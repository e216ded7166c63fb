"""Figures on a day: which value holds, and which comes next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from sadar.records import PartialDate
from sadar.records.benefits import BenefitFigure, FigureSource, IncomeTable, Law, LawCited, TimedValue


@dataclass(frozen=True, slots=True)
class Benefits:
    """All figures with the laws and sources they rest on."""

    figures: Mapping[str, BenefitFigure] = field(default_factory=dict)
    income: IncomeTable | None = None
    laws: Mapping[str, Law] = field(default_factory=dict)
    sources: Mapping[str, FigureSource] = field(default_factory=dict)


def value_on(figure: BenefitFigure, day: PartialDate) -> TimedValue | None:
    """The value that holds on a day; None before the first and after the last."""
    return next((value for value in figure.values if _begun(value, day) and not _over(value, day)), None)


def value_after(figure: BenefitFigure, day: PartialDate) -> TimedValue | None:
    """The value that is known to come after the one of this day; None where no change is known."""
    return next((value for value in figure.values if not _begun(value, day)), None)


def laws_of(figure: BenefitFigure, value: TimedValue) -> tuple[LawCited, ...]:
    """The laws a value rests on: its own, where it has some, else the figure's."""
    return value.laws or figure.laws


def first_day(when: PartialDate) -> date:
    """The first day of a date that may be a month or a year."""
    return date(when.year, when.month or 1, when.day or 1)


def day_after(when: PartialDate) -> date:
    """The day after a full date."""
    return first_day(when) + timedelta(days=1)


def _begun(value: TimedValue, day: PartialDate) -> bool:
    return value.valid_from is None or first_day(value.valid_from) <= first_day(day)


def _over(value: TimedValue, day: PartialDate) -> bool:
    return value.valid_until is not None and first_day(value.valid_until) < first_day(day)
