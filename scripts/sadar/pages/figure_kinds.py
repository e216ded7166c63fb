"""Figures as pages tell them, and the pages that list them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sadar.benefits import Benefits
from sadar.benefits.estimate import Estimate
from sadar.records import PartialDate
from sadar.records.benefits import BenefitFigure, FigureSource, Law, TimedValue


@dataclass(frozen=True, slots=True)
class LawFound:
    """A law that a figure cites, with the place in it."""

    key: str
    law: Law
    article: str | None


@dataclass(frozen=True, slots=True)
class ValueTold:
    """A value of a figure with the laws it rests on."""

    value: TimedValue
    laws: tuple[LawFound, ...]


@dataclass(frozen=True, slots=True)
class FigureOnDay:
    """A figure as it stands on a day: `now` is None before its first value, `coming` where no change is known."""

    figure: BenefitFigure
    now: TimedValue | None
    coming: TimedValue | None
    timeline: tuple[ValueTold, ...]
    laws: tuple[LawFound, ...]
    sources: tuple[FigureSource, ...]

    @property
    def unchecked(self) -> bool:
        """Whether nobody has compared the figure with the official text yet."""
        return self.figure.official_text == "unchecked"


@dataclass(frozen=True, slots=True)
class FiguresPage:
    """What changes: figures with more than one value; and all laws."""

    address: str
    changing: tuple[FigureOnDay, ...]
    groups: tuple[str, ...]
    laws: Mapping[str, Law]
    numbers: Mapping[FigureSource, int]


@dataclass(frozen=True, slots=True)
class FigureListPage:
    """Every figure of a programme, or of several at once."""

    address: str
    group: str
    figures: tuple[FigureOnDay, ...]
    numbers: Mapping[FigureSource, int]


@dataclass(frozen=True, slots=True)
class Case:
    """A common case, worked out; `with_savings` adds old-age savings (JHT) where they are a worker's own choice.

    `income` is the figure that says what counts as income, `laws` are the keys of its laws.
    """

    name: str
    income: str
    laws: tuple[str, ...]
    estimate: Estimate
    with_savings: Estimate | None


@dataclass(frozen=True, slots=True)
class CalculatorPage:
    """The calculator, with every figure that it reckons with."""

    address: str
    day: PartialDate
    benefits: Benefits
    figures: Mapping[str, FigureOnDay]
    cases: tuple[Case, ...]


FigureKind = FiguresPage | FigureListPage | CalculatorPage
