"""The way from the home page down to a page, as readers see it at the top and search engines beside a result."""

from __future__ import annotations

from typing import NamedTuple

from sadar.outputs.phrases import area_name, list_trail, regency_name
from sadar.pages import addresses
from sadar.pages.figure_kinds import CalculatorPage, FigureListPage, FiguresPage
from sadar.pages.kinds import (
    DistrictPage,
    LaunchPage,
    LaunchYearPage,
    Page,
    ProvincePage,
    RegencyPage,
    VillagePage,
)
from sadar.pages.list_kinds import ListPage
from sadar.pages.text_kinds import RulePage, RulesPage
from sadar.wording import Wording


class Step(NamedTuple):
    """A page above another, or itself."""

    name: str
    address: str


def trail(wording: Wording, page: Page) -> tuple[Step, ...]:
    """From the home page to this one, its own short name last; empty where a page shows no trail."""
    steps = _steps(wording, page)
    return (Step(wording.say("site.home"), addresses.HOME), *steps) if steps else ()


def _steps(wording: Wording, page: Page) -> tuple[Step, ...]:
    say = wording.say
    villages = Step(say("tab.villages"), addresses.VILLAGES)
    launches = Step(say("tab.launches"), addresses.LAUNCHES)
    benefits = Step(say("tab.benefits"), addresses.BENEFITS)
    match page:
        case ProvincePage(province=province):
            return villages, Step(province.name, page.address)
        case RegencyPage(regency=regency):
            above = Step(regency.province.name, addresses.of_province(regency.province))
            return villages, above, Step(regency_name(wording, regency), page.address)
        case VillagePage(village=village):
            above = Step(village.province.name, addresses.of_province(village.province))
            beside = Step(regency_name(wording, village.regency), addresses.of_regency(village.regency))
            return villages, above, beside, Step(village.name, page.address)
        case ListPage():
            return villages, *(Step(*each) for each in list_trail(wording, page))
        case DistrictPage(regency=regency, district=district):
            above = Step(regency.province.name, addresses.of_province(regency.province))
            beside = Step(regency_name(wording, regency), addresses.of_regency(regency))
            return villages, above, beside, Step(area_name(wording, district), page.address)
        case LaunchYearPage(year=year):
            folder = page.address.split("/")[1]
            parts = (
                Step(area_name(wording, area), addresses.of_year_part(folder, page.trail[:depth]))
                for depth, area in enumerate(page.trail, start=1)
            )
            return launches, Step(_year(wording, year), addresses.of_year_part(folder, ())), *parts
        case LaunchPage(event=event):
            above = Step(_year(wording, event.launch.year), addresses.of_launch_year(event.launch))
            return launches, above, Step(wording.date(event.launch.record.date), page.address)
        case CalculatorPage():
            return benefits, Step(say("calculator.crumb"), page.address)
        case FiguresPage():
            return benefits, Step(say("figures.title"), page.address)
        case FigureListPage(group=group):
            above = Step(say("figures.title"), addresses.FIGURES)
            return benefits, above, Step(say(f"programme.{group}"), page.address)
        case RulesPage():
            return (Step(say("rules.title"), page.address),)
        case RulePage(rule=rule):
            return Step(say("rules.title"), addresses.RULES), Step(rule.name, page.address)
    return ()


def _year(wording: Wording, year: int) -> str:
    return str(year) if year else wording.say("date.year_unknown")
