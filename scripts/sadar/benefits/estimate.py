"""What protection costs and pays on a day, in whole rupiah; `theme/assets/calculator.js` reckons alike.

An estimate: BPJS Ketenagakerjaan decides. The lines and their figures stand in `lines`; each figure names its laws.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from sadar.benefits.figures import Benefits, first_day
from sadar.benefits.lines import LINES, Line, Part, figures_of
from sadar.benefits.reckoning import Asked, Reckoned, income_row, reckoned
from sadar.records import PartialDate
from sadar.records.benefits import IncomeRow

_PAID_TOGETHER: tuple[Part, ...] = ("disability", "death-at-work")


@dataclass(frozen=True, slots=True)
class Period:
    """An amount in rupiah and the last day it holds; None where no change is known."""

    amount: int
    until: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Estimate:
    """`total`: the contribution from the day on, `payers`: of it what each pays; empty where a value is not known.

    `sums`: what an event pays at once, scholarships left out.
    """

    asked: Asked
    row: IncomeRow | None
    lines: tuple[Reckoned, ...]
    total: tuple[Period, ...]
    payers: Mapping[str, tuple[Period, ...]]
    sums: Mapping[Part, int]


def can_estimate(benefits: Benefits) -> bool:
    """Whether the records hold the income table and every figure that a line needs."""
    return benefits.income is not None and all(name in benefits.figures for line in LINES for name in figures_of(line))


def estimate(benefits: Benefits, asked: Asked, day: PartialDate) -> Estimate:
    """What a worker pays from a day on, and what each event pays on that day."""
    chosen = {"jht": asked.jht, "jp": asked.jp}
    asked_for = [each for each in LINES if asked.who in each.whos and chosen.get(programme(benefits, each), True)]
    lines = tuple(reckoned(benefits, asked, line, day) for line in asked_for)
    paid = [line for line in asked_for if line.part == "contribution"]
    own = {each: [line for line in paid if payer(benefits, line) == each] for each in _payers(benefits, paid)}
    once = [each for each in lines if is_summed(benefits, each.line)]
    sums = {part: _sum(each for each in once if each.line.part == part) for part in _PAID_TOGETHER}
    return Estimate(
        asked,
        income_row(benefits, asked),
        lines,
        _periods(benefits, asked, paid, day),
        {each: _periods(benefits, asked, lines, day) for each, lines in own.items()},
        {part: amount for part, amount in sums.items() if amount is not None},
    )


def payer(benefits: Benefits, line: Line) -> str:
    """Who pays a contribution."""
    return benefits.figures[figures_of(line)[0]].payer or "participant"


def programme(benefits: Benefits, line: Line) -> str:
    """The programme that a line belongs to: the first one of its figure."""
    return benefits.figures[figures_of(line)[0]].programmes[0]


def is_summed(benefits: Benefits, line: Line) -> bool:
    """Whether a line counts in what an event pays at once: a scholarship does not, it is a highest sum over years."""
    return line.part in _PAID_TOGETHER and benefits.figures[line.figure].qualifier is None


def _payers(benefits: Benefits, lines: Iterable[Line]) -> Iterable[str]:
    return dict.fromkeys(payer(benefits, line) for line in lines)


def _periods(benefits: Benefits, asked: Asked, lines: list[Line], day: PartialDate) -> tuple[Period, ...]:
    """What these contributions come to from a day on, as far as it is known; one period as long as nothing changes."""
    starts: list[tuple[PartialDate, int]] = []
    for start in (day, *_changes(benefits, lines, day)):
        amount = _sum(reckoned(benefits, asked, line, start) for line in lines)
        if amount is None:
            break
        if not starts or amount != starts[-1][1]:
            starts.append((start, amount))
    ends = [*(_day_before(start) for start, _ in starts[1:]), None]
    return tuple(Period(amount, until) for (_, amount), until in zip(starts, ends, strict=False))


def _changes(benefits: Benefits, lines: list[Line], day: PartialDate) -> list[PartialDate]:
    """The days after `day` on which a value of these lines begins."""
    values = (value for line in lines for name in figures_of(line) for value in benefits.figures[name].values)
    begins = {first_day(value.valid_from) for value in values if value.valid_from}
    return [PartialDate(each.year, each.month, each.day) for each in sorted(begins) if each > first_day(day)]


def _day_before(day: PartialDate) -> PartialDate:
    before = first_day(day) - timedelta(days=1)
    return PartialDate(before.year, before.month, before.day)


def _sum(lines: Iterable[Reckoned]) -> int | None:
    """None where one amount is not known."""
    amounts = [line.amount for line in lines]
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if len(known) == len(amounts) else None
