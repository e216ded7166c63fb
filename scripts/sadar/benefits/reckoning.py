"""One line of an estimate on a day: its amount in whole rupiah, half up, and the figures it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from sadar.benefits.figures import Benefits, value_on
from sadar.benefits.lines import SELF_EMPLOYED, SLICES, Line, Who
from sadar.records import PartialDate
from sadar.records.benefits import BenefitFigure, IncomeRow, TimedValue

_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom an estimate is for: `income` is rupiah a month, for a project the contract's value in rupiah without VAT.

    `risk` is an employee's group of risk, 1 the lowest to 5. Only JHT and JP can be left out.
    """

    who: Who
    income: int
    jht: bool = False
    jp: bool = False
    risk: int = 1


@dataclass(frozen=True, slots=True)
class Used:
    """A figure that a line rests on, with the value of the day; None where no value holds then."""

    figure: BenefitFigure
    value: TimedValue | None

    @property
    def number(self) -> Decimal | None:
        return self.value.value if self.value else None


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A line with its amount in rupiah; None where it has none, or where no value holds on the day.

    `own` is what the line is about, a figure for each slice that a contract reaches; the rest are None where not used.
    """

    line: Line
    amount: int | None
    own: tuple[Used, ...]
    share: Used | None
    cap: Used | None
    floor: Used | None
    also: Used | None

    @property
    def used(self) -> tuple[Used, ...]:
        return (*self.own, *(each for each in (self.share, self.cap, self.floor, self.also) if each))


def income_row(benefits: Benefits, asked: Asked) -> IncomeRow | None:
    """The row of a self-employed worker; an income between two rows drops to the lower one."""
    if asked.who not in SELF_EMPLOYED or benefits.income is None:
        return None
    begun = [row for row in benefits.income.rows if row.income_from <= asked.income]
    return max(begun, key=lambda row: row.income_from)


def reckoned(benefits: Benefits, asked: Asked, line: Line, day: PartialDate) -> Reckoned:
    """The amount of a line: its figure, times the base or the slices of a contract, then share, cap and floor."""

    def used(name: str) -> Used | None:
        return Used(benefits.figures[name], value_on(benefits.figures[name], day)) if name else None

    cap = used(line.cap)
    terms: list[tuple[Used | None, Decimal | None]] = []
    if line.slices:
        for number in SLICES:
            part = _slice(used(line.slices.replace("#", number)), asked.income)
            if part or not terms:
                terms.append((used(line.figure.replace("#", number)), part))
    else:
        base = _base(benefits, asked) if line.of_base else Decimal(1)
        terms.append((used(line.figure.replace("#", str(asked.risk))), _capped(base, cap)))
    share, floor, also = used(line.share), used(line.floor), used(line.also)
    amount = _amount(terms, share, floor)
    own = tuple(each for each, _ in terms if each)
    return Reckoned(line, amount, own, share, cap, floor, also)


def _base(benefits: Benefits, asked: Asked) -> Decimal | None:
    """Rupiah a month that contributions and benefits count from; a project's workers each have their own."""
    if asked.who == "project":
        return None
    row = income_row(benefits, asked)
    return row.base if row else Decimal(asked.income)


def _capped(base: Decimal | None, cap: Used | None) -> Decimal | None:
    if base is None or cap is None:
        return base
    return min(base, cap.number) if cap.number is not None else None


def _slice(bounds: Used | None, contract: int) -> Decimal:
    """How many rupiah of a contract's value lie in a slice."""
    if bounds is None or bounds.value is None or bounds.number is None:
        return _NOTHING
    top = bounds.value.value_to
    return max(min(Decimal(contract), contract if top is None else top) - bounds.number, _NOTHING)


def _amount(terms: list[tuple[Used | None, Decimal | None]], share: Used | None, floor: Used | None) -> int | None:
    amount = _NOTHING
    for own, basis in terms:
        if own is None or own.number is None or basis is None or not _is_money(own.figure):
            return None
        amount += own.number * basis / (100 if own.figure.unit == "percent" else 1)
    for other in (share, floor):
        if other is not None and other.number is None:
            return None
    if share is not None and share.number is not None:
        amount *= share.number / 100
    if floor is not None and floor.number is not None:
        amount = max(amount, floor.number)
    return int(amount.quantize(Decimal(1), ROUND_HALF_UP))


def _is_money(figure: BenefitFigure) -> bool:
    return figure.unit.startswith("rupiah") or figure.unit in ("percent", "times-wage")
