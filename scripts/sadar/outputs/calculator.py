"""What the calculator's page says: its lines with their rules, and its table of common cases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from sadar.benefits import Benefits, laws_of
from sadar.benefits.estimate import Estimate, Period, is_summed, payer, programme
from sadar.benefits.lines import LINES, Line, Who, figures_of
from sadar.benefits.reckoning import Reckoned
from sadar.outputs.amounts import amount
from sadar.pages.figure_kinds import CalculatorPage, FigureOnDay
from sadar.records.benefits import BenefitFigure, TimedValue
from sadar.wording import Wording


@dataclass(frozen=True, slots=True)
class Piece:
    """A figure in the rule of a line: `name` and `text` only where the rule says them.

    `group` tells one rate of several: `risk` with the number of a group, `tier` with the number of a slice.
    """

    figure: FigureOnDay
    text: bool = True
    name: bool = False
    group: str = ""
    number: int = 0

    @property
    def timed(self) -> bool:
        """Whether its values change, so that the script must choose one."""
        values = self.figure.figure.values
        return len(values) > 1 or values[0].valid_until is not None


def told(wording: Wording, periods: tuple[Period, ...]) -> str:
    """Rp8.400 sampai 31 Desember 2026, lalu Rp16.800."""
    if not periods:
        return wording.say("calculator.unknown")
    first, *later = periods
    value = rupiah(wording, first.amount)
    if first.until is None:
        return value
    return wording.say("figures.then", value=value, until=wording.date(first.until), coming=told(wording, tuple(later)))


def rupiah(wording: Wording, value: int) -> str:
    """Rp2.950.000."""
    return wording.say("figure_unit.rupiah", value=value)


def lines_of(found: Estimate, part: str, figure: str = "") -> list[Reckoned]:
    """The lines of a part of an estimate, or the one of a figure."""
    return [each for each in found.lines if each.line.part == part and figure in ("", each.line.figure)]


def paid_by(page: CalculatorPage, found: Estimate, who: str) -> list[Reckoned]:
    """The contributions that one pays."""
    return [each for each in lines_of(found, "contribution") if payer(page.benefits, each.line) == who]


def summed(page: CalculatorPage, found: Estimate, part: str) -> list[Reckoned]:
    """The lines that make up what an event pays at once."""
    return [each for each in lines_of(found, part) if is_summed(page.benefits, each.line)]


def figures_used(page: CalculatorPage, found: Estimate, lines: Iterable[Reckoned]) -> list[str]:
    """The ids of the figures that these lines rest on."""
    lines = list(lines)
    income = _table(page, found, lines)
    used = (each.figure.id for line in lines for each in line.used if each.value)
    return list(dict.fromkeys([*used, *(each.id for each in income)]))


def laws_used(page: CalculatorPage, found: Estimate, lines: Iterable[Reckoned]) -> list[str]:
    """The keys of the laws that these lines rest on."""
    lines = list(lines)
    cited = [law for each in lines for used in each.used if used.value for law in laws_of(used.figure, used.value)]
    table = [law for each in _table(page, found, lines) for law in each.laws]
    return list(dict.fromkeys(law.law for law in (*cited, *table)))


def is_unchecked(page: CalculatorPage, found: Estimate, lines: Iterable[Reckoned]) -> bool:
    """Whether one of these lines rests on what nobody has compared with the official text yet."""
    lines = list(lines)
    figures = [*(used.figure for each in lines for used in each.used), *_table(page, found, lines)]
    return any(figure.official_text == "unchecked" for figure in figures)


def sections(page: CalculatorPage) -> Iterator[tuple[str, list[Line]]]:
    """The lines in their order, in sections: one for each payer of contributions, then one for each event."""
    for name, lines in groupby(LINES, key=lambda line: _section(page.benefits, line)):
        yield name, list(lines)


def is_monthly(page: CalculatorPage, line: Line) -> bool:
    """Whether an event pays a line every month: a percentage of the wage, not a multiple of it."""
    return line.part != "contribution" and page.figures[line.figure].figure.unit == "percent"


def pieces(page: CalculatorPage, line: Line) -> list[Piece]:
    """The figures in the rule of a line, its own first; a figure that stands for itself is told above its rule."""
    group = ("tier" if line.slices else "risk") if "#" in line.figure else ""
    own = [page.figures[each] for each in figures_of(replace(line, share="", cap="", floor="", also="", slices=""))]
    found = [Piece(each, text=line.reckoned, group=group, number=number) for number, each in enumerate(own, start=1)]
    found += [Piece(page.figures[name]) for name in (line.share, line.also) if name]
    return found + [Piece(page.figures[name], name=True) for name in (line.cap, line.floor) if name]


def piece_text(wording: Wording, piece: Piece, value: TimedValue) -> str:
    """1% dari dasar penghasilan; Batas upah sebulan untuk iuran JP: Rp11.086.300 sebulan."""
    figure = piece.figure.figure
    name = f"{wording.words(figure.name)}: " if piece.name else ""
    text = amount(wording, figure, value) if piece.text else ""
    if text and value is figure.values[-1] and value.valid_until:
        text = wording.say("figures.until", value=text, date=wording.date(value.valid_until))
    told_so = " ".join(filter(None, (f"{name}{text}", "" if piece.name else _condition(wording, figure)))).rstrip(".")
    return told_so[:1].upper() + told_so[1:]


def fields(page: CalculatorPage, who: Who) -> str:
    """The fields that a kind of work has beyond the income."""
    paid = {programme(page.benefits, line) for line in LINES if who in line.whos and line.part == "contribution"}
    return " ".join([*sorted(paid & {"jht", "jp"}), *(["risk"] if who == "employee" else [])])


def _section(benefits: Benefits, line: Line) -> str:
    return payer(benefits, line) if line.part == "contribution" else line.part


def _table(page: CalculatorPage, found: Estimate, lines: list[Reckoned]) -> list[BenefitFigure]:
    """The table of incomes, where one of these lines counts from its base."""
    used = found.row is not None and any(each.line.of_base for each in lines)
    return [page.benefits.income] if used and page.benefits.income else []


def _condition(wording: Wording, figure: BenefitFigure) -> str:
    """What must stand beside a figure; where sources contradict each other, that too."""
    # "48 times the monthly wage" says its condition already.
    own = wording.words(figure.condition) if figure.condition and figure.unit != "times-wage" else ""
    doubt = wording.words(figure.conflict) if figure.conflict and figure.certainty == "conflicting" else ""
    return ". ".join(each.rstrip(".") for each in (own, doubt) if each)
