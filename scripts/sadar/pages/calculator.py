"""The calculator's page: its figures, and common cases worked out for readers whose browser runs no scripts."""

from __future__ import annotations

from collections.abc import Iterator

from sadar.benefits import Benefits, laws_of, value_on
from sadar.benefits.estimate import can_estimate, estimate
from sadar.benefits.lines import LINES, SELF_EMPLOYED, figures_of
from sadar.benefits.reckoning import Asked
from sadar.pages import addresses
from sadar.pages.benefits import figure_on
from sadar.pages.figure_kinds import CalculatorPage, Case
from sadar.records import PartialDate

_VILLAGE_INCOME = "village-siltap-apparatus-min"
_WAGE = "pu-wage-base"


def calculator_page(benefits: Benefits, today: PartialDate) -> Iterator[CalculatorPage]:
    """The page, where the records hold what it needs."""
    if not can_estimate(benefits):
        return
    names = dict.fromkeys(name for line in LINES for name in figures_of(line))
    figures = {name: figure_on(benefits, benefits.figures[name], today) for name in names}
    yield CalculatorPage(addresses.CALCULATOR, today, benefits, figures, tuple(_cases(benefits, today)))


def _cases(benefits: Benefits, today: PartialDate) -> Iterator[Case]:
    table = benefits.income.laws if benefits.income else ()
    for name, asked in (
        ("farmer", Asked("farmer", 1_000_000)),
        ("trader", Asked("farmer", 2_800_000)),
        ("driver", Asked("driver", 1_000_000)),
    ):
        yield _case(benefits, today, name, asked, "bpu-income", tuple(law.law for law in table))
    for name, figure_name in (("village", _VILLAGE_INCOME), ("employee", _WAGE)):
        figure = benefits.figures.get(figure_name)
        value = value_on(figure, today) if figure else None
        if figure is None or value is None:
            continue
        income = int(value.value) if value.value else 3_000_000
        asked = Asked("village", income) if name == "village" else Asked("employee", income, jht=True, jp=True)
        yield _case(benefits, today, name, asked, figure_name, tuple(law.law for law in laws_of(figure, value)))


def _case(benefits: Benefits, today: PartialDate, name: str, asked: Asked, income: str, laws: tuple[str, ...]) -> Case:
    savings = Asked(asked.who, asked.income, jht=True) if asked.who in SELF_EMPLOYED else None
    with_savings = estimate(benefits, savings, today) if savings else None
    return Case(name, income, laws, estimate(benefits, asked, today), with_savings)
