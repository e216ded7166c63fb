"""The numbers that the calculator's script reckons with, as compact JSON."""

from __future__ import annotations

import json

from sadar.benefits import Benefits
from sadar.benefits.estimate import is_summed, programme
from sadar.benefits.figures import first_day
from sadar.benefits.lines import LINES, Line, figures_of
from sadar.pages.figure_kinds import CalculatorPage
from sadar.records.benefits import BenefitFigure, TimedValue
from sadar.wording import Wording

_LARGEST = 99_999_999_999  # rupiah; up to it JavaScript's numbers are exact
LOCALES = {"id": "id-ID", "en": "en-GB"}  # both write dates and numbers as Babel does


def script_data(wording: Wording, page: CalculatorPage) -> str:
    """All that the script needs: `_figure` and `_line` say how it is written."""
    figures = {name: page.benefits.figures[name] for line in LINES for name in figures_of(line) if name != line.also}
    found = {
        "day": str(page.day),
        "locale": LOCALES[wording.language],
        "largest": _LARGEST,
        "rows": [[row.income_from, row.base] for row in page.benefits.income.rows] if page.benefits.income else [],
        "figures": {name: _figure(figure) for name, figure in figures.items() if _per(figure)},
        "lines": [_line(page.benefits, line) for line in LINES],
        "words": {key: wording.messages["figure_unit"][key] for key in ("rupiah", "rupiah-a-month")}
        | {key: wording.messages["calculator"][key] for key in ("unknown", "each", "copied", "selected")}
        | {"then": wording.messages["figures"]["then"]},
    }
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"), default=_number)


def _number(number: object) -> int | float:
    value = float(str(number))
    return int(value) if value.is_integer() else value


def _per(figure: BenefitFigure) -> int:
    """What a figure's number is divided by to get rupiah; 0 where it is no money."""
    return 100 if figure.unit == "percent" else int(figure.unit in ("rupiah", "rupiah-a-month", "times-wage"))


def _figure(figure: BenefitFigure) -> list[object]:
    """What its number is divided by, and its values: first day, last day, number, the number's end for a range."""
    return [_per(figure), [_value(value) for value in figure.values]]


def _value(value: TimedValue) -> list[object]:
    since = str(first_day(value.valid_from)) if value.valid_from else ""
    until = str(value.valid_until) if value.valid_until else ""
    return [since, until, value.value, *([value.value_to] if value.value_to is not None else [])]


def _line(benefits: Benefits, line: Line) -> list[object]:
    """Whos, programme, figure, whether it counts in a sum, whether it counts from the base, and the other figures."""
    counts = line.part == "contribution" or is_summed(benefits, line)
    beside = [line.share, line.cap, line.floor, line.slices]
    found = [" ".join(line.whos), programme(benefits, line), line.figure, int(counts), int(line.of_base), *beside]
    while not found[-1]:
        found.pop()
    return found
