"""Bar charts as shapes: the numbers become lengths here, so that the template only places them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sadar.pages.kinds import StatisticsPage
from sadar.wording import Wording

_ROW = 32  # pixels from one bar to the next
_BAR = 20  # a bar's height
_LABEL = 150  # room for the name at the left
_LONGEST = 150  # the longest bar
_NUMBER = 36  # room for the number at the right


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; positions and lengths in the units of the chart's view box."""

    label: str
    value: str
    y: int
    middle: int
    width: float
    end: float


@dataclass(frozen=True, slots=True)
class BarChart:
    width: int
    height: int
    left: int
    bar_height: int
    bars: tuple[Bar, ...]


def by_year(wording: Wording, page: StatisticsPage) -> BarChart:
    """Villages that joined, a bar a year; last those whose year no source states."""
    known = [(str(year), number) for year, number in page.by_year.items() if year]
    unknown = [(wording.say("date.year_unknown"), number) for year, number in page.by_year.items() if not year]
    return _bar_chart(wording, (*known, *unknown))


def by_province(wording: Wording, page: StatisticsPage) -> BarChart:
    """Recorded villages, a bar a province."""
    return _bar_chart(wording, ((row.province.name, row.tally.members) for row in page.by_province))


def _bar_chart(wording: Wording, rows: Iterable[tuple[str, int]]) -> BarChart:
    rows = tuple(rows)
    largest = max((number for _, number in rows), default=0) or 1
    bars = tuple(
        Bar(
            label,
            wording.number(number),
            index * _ROW,
            index * _ROW + _BAR // 2,
            round(_LONGEST * number / largest, 1),
            round(_LABEL + _LONGEST * number / largest + 6, 1),
        )
        for index, (label, number) in enumerate(rows)
    )
    return BarChart(_LABEL + _LONGEST + _NUMBER, len(bars) * _ROW, _LABEL, _BAR, bars)
