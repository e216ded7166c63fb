"""The title and the description of every page, for the browser's tab and for search engines."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sadar.outputs import examples
from sadar.outputs.descriptions import event_description, village_description, village_title
from sadar.outputs.phrases import (
    area_name,
    list_title,
    regency_name,
    shortened,
)
from sadar.outputs.told import event_headline
from sadar.pages.figure_kinds import CalculatorPage, FigureListPage, FiguresPage
from sadar.pages.kinds import (
    DistrictPage,
    HomePage,
    LaunchesPage,
    LaunchPage,
    LaunchYearPage,
    Page,
    ProvincePage,
    RegencyPage,
    StatisticsPage,
    VillagePage,
    VillagesPage,
)
from sadar.pages.list_kinds import ListPage
from sadar.pages.text_kinds import BadgesPage, DataPage, GlossaryPage, RulePage, RulesPage, SearchPage, TextPage
from sadar.wording import Wording


@dataclass(frozen=True, slots=True)
class Head:
    """`kind` is the template's name and the page's class in the style sheet; `label` is its name in the navigation.

    `script` is the page's own script in the theme's `assets/`, `robots` what search engines are asked; most have none.
    """

    kind: str
    title: str
    description: str
    label: str = ""
    script: str = ""
    robots: str = ""


def head(wording: Wording, page: Page) -> Head:
    """The head of a page in a language."""
    found = _region_head(wording, page) or _record_head(wording, page) or _other_head(wording, page)
    return replace(found, description=shortened(found.description))


def _record_head(wording: Wording, page: Page) -> Head | None:
    match page:
        case VillagePage(village=village):
            title = village_title(wording, village)
            return Head("village", title, village_description(wording, village), script="share")
        case LaunchPage(event=event):
            title = f"{event_headline(wording, event)} ({wording.date(event.launch.record.date)})"
            return Head("launch", title, event_description(wording, event), script="share")
    return None


def _region_head(wording: Wording, page: Page) -> Head | None:
    say = wording.say
    match page:
        case ProvincePage(province=province, tally=tally):
            count = say("count.villages", count=tally.members)
            return Head(
                "province",
                say("villages.province_title", province=province.name),
                say("villages.province_description", province=province.name, count=count),
            )
        case RegencyPage(regency=regency, tally=tally):
            count = say("count.villages", count=tally.members)
            return Head(
                "regency",
                say("villages.regency_title", regency=regency_name(wording, regency)),
                say(
                    "villages.regency_description",
                    regency=regency_name(wording, regency),
                    province=regency.province.name,
                    count=count,
                ),
            )
        case DistrictPage(regency=regency, district=district, villages=villages):
            names = {"district": area_name(wording, district), "regency": regency_name(wording, regency)}
            count = say("count.villages", count=len(villages))
            return Head(
                "district",
                say("villages.district_title", **names),
                say("villages.district_description", **names, count=count),
            )
        case LaunchYearPage(year=year):
            unknown = "" if year else "_unknown"
            areas = ", ".join(area_name(wording, area) for area in reversed(page.trail))
            title = say(f"launches.year_title{unknown}", year=str(year))
            title = f"{title}: {areas}" if areas else title
            count = say("count.launches", count=page.count)
            told = say(f"launches.year_description{unknown}", year=str(year), count=count)
            return Head("launch_year", title, f"{areas}: {told}" if areas else told)
    return None


def _other_head(wording: Wording, page: Page) -> Head:
    say = wording.say
    match page:
        case VillagesPage():
            return Head("villages", say("villages.title"), say("villages.description"), say("tab.villages"), "browse")
        case ListPage(count=count):
            title = list_title(wording, page)
            return Head("list", title, say("lists.description", title=title, count=say("count.villages", count=count)))
        case LaunchesPage():
            return Head("launches", say("launches.title"), say("launches.description"), say("tab.launches"))
        case StatisticsPage():
            return Head("statistics", say("statistics.title"), say("statistics.description"), say("tab.statistics"))
        case GlossaryPage():
            return Head("glossary", say("glossary.title"), say("glossary.description"))
        case FiguresPage():
            return Head("figures", say("figures.title"), say("figures.description"))
        case FigureListPage(group=group):
            name = say(f"programme.{group}")
            return Head(
                "figure_list",
                say("figures.programme_title", programme=name),
                say("figures.programme_description", programme=name),
            )
        case CalculatorPage():
            return Head("calculator", say("calculator.title"), say("calculator.description"), script="calculator")
        case SearchPage():
            return Head("search", say("search.title"), say("search.description"), script="search")
        case BadgesPage():
            return Head("badges", say("embed.badges"), say("embed.badges_description"), script="badges")
        case RulesPage():
            return Head("rules", say("rules.title"), say("rules.description"), robots="noindex")
        case RulePage(rule=rule):
            description = say("rules.rule_description", rule=rule.name, message=examples.message(wording, rule))
            return Head("rule", say("rules.rule_title", rule=rule.name), description, robots="noindex")
        case HomePage(written=written) | TextPage(written=written) | DataPage(written=written):
            version = written.get(wording.language) or next(iter(written.values()))
            kind = {HomePage: "home", DataPage: "data"}.get(type(page), "text")
            return Head(kind, version.head.title, version.head.description, version.head.label or "")
    raise AssertionError(type(page).__name__)
