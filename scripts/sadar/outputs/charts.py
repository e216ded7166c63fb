"""Bar charts as shapes: the numbers become lengths here, so that the template only places them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sadar.pages.kinds import StatisticsPage
from sadar.wording import Wording

_ROW = 42  # from one bar to the next
_NAME = 10  # the middle of a name, above its bar: long names of provinces never meet the bars
_BAR = 16  # a bar's height
_LONGEST = 300  # the longest bar
_NUMBER = 40  # room for the number at the right


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; positions and lengths in the units of the chart's view box."""

    label: str
    value: str
    label_y: int
    y: int
    value_y: int
    width: float
    value_x: float


@dataclass(frozen=True, slots=True)
class BarChart:
    width: int
    height: int
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
            index * _ROW + _NAME,
            index * _ROW + 2 * _NAME,
            index * _ROW + 2 * _NAME + _BAR // 2,
            round(_LONGEST * number / largest, 1),
            round(_LONGEST * number / largest + 6, 1),
        )
        for index, (label, number) in enumerate(rows)
    )
    return BarChart(_LONGEST + _NUMBER, len(bars) * _ROW, _BAR, bars)
