"""Which pages the site has, made from the campaign."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from sadar.campaign import Campaign, Launch, Photo
from sadar.language import Language
from sadar.pages import addresses
from sadar.pages.benefits import figure_pages, figures_referred
from sadar.pages.calculator import calculator_page
from sadar.pages.ceremonies import by_year, launch_page, launches_page, year_page, year_parts
from sadar.pages.counted import by_facet, list_pages, on_lists
from sadar.pages.facts import Event, ProvinceTally, Tally
from sadar.pages.kinds import HomePage, LaunchesPage, LaunchYearPage, Page, StatisticsPage, VillagesPage
from sadar.pages.list_kinds import Choice, ListPage
from sadar.pages.lists import list_parts, lists_of
from sadar.pages.places import province_tallies, region_pages, village_pages
from sadar.pages.roll import Roll
from sadar.pages.text_kinds import BadgesPage, DataPage, GlossaryPage, SearchPage, TextPage
from sadar.records import PartialDate
from sadar.records.filed import PHOTOS, WrittenPage
from sadar.regions import Regions

_LATEST = 3

# What these tell changes with villages and ceremonies; all others of the whole country, with content alone.
OF_VILLAGES = (HomePage, VillagesPage, ListPage, LaunchesPage, LaunchYearPage, StatisticsPage, BadgesPage)


def site_pages(campaign: Campaign, regions: Regions, today: PartialDate) -> tuple[Page, ...]:
    """Every page of the site, in one order for the same records."""
    roll = Roll.of(campaign.villages)
    events = events_of(campaign.launches, roll)
    return (
        *overview_pages(campaign, roll, today),
        *region_pages(campaign.villages, regions, events),
        *village_pages(campaign),
        *(
            page
            for choice, own in lists_of(campaign.villages).items()
            for page in list_parts(choice, own, large=campaign.large)
        ),
        *(page for year in by_year(events).values() for page in year_parts(year)),
        *map(launch_page, events),
    )


def events_of(launches: Iterable[Launch], roll: Roll) -> tuple[Event, ...]:
    """Ceremonies, in their order, with those of the roll's villages that they served."""
    return tuple(Event(launch, roll) for launch in launches)


def overview_pages(campaign: Campaign, roll: Roll, today: PartialDate) -> tuple[Page, ...]:
    """The pages that tell of the whole country, and those that tell of no village."""
    events = events_of(campaign.launches, roll)
    counted = [each.counted for each in roll.summaries.values()]
    provinces = province_tallies(counted)
    lists = on_lists(roll)
    written = _written(campaign.pages)
    years = by_year(events)
    return (
        _home(campaign, roll, written.get("index", {}), today, provinces, events),
        VillagesPage(addresses.VILLAGES, provinces, by_facet(lists), _in_all(provinces)),
        *list_pages(lists, roll, large=campaign.large),
        launches_page(years),
        *map(year_page, years.values()),
        _statistics(campaign, lists, provinces),
        GlossaryPage(addresses.GLOSSARY, tuple(sorted(campaign.glossary.terms, key=lambda term: term.term.casefold()))),
        *_texts(campaign, written, today),
        *figure_pages(campaign.benefits, today),
        *calculator_page(campaign.benefits, today),
        SearchPage(addresses.SEARCH),
        *_badges(campaign, roll),
    )


def _in_all(provinces: Iterable[ProvinceTally]) -> Tally:
    return sum((each.tally for each in provinces), Tally(0, 0))


def _badges(campaign: Campaign, roll: Roll) -> Iterator[BadgesPage]:
    if campaign.large:
        named = {name: step for each in roll.summaries.values() for name, step in each.badges.items()}
        newest = sorted(named.items(), key=lambda badge: (-badge[1].date.year, badge[0]))
        yield BadgesPage(addresses.BADGES, dict(newest))


def _home(
    campaign: Campaign,
    roll: Roll,
    written: Mapping[Language, WrittenPage],
    today: PartialDate,
    provinces: tuple[ProvinceTally, ...],
    events: Iterable[Event],
) -> HomePage:
    latest = tuple(event for event in events if event.launch.record.status == "held")[:_LATEST]
    published = tuple(count for count in campaign.counts.counts if count.kind == "realised" and count.area is None)
    return HomePage(
        addresses.HOME,
        written,
        today,
        _in_all(provinces),
        provinces,
        latest,
        published,
        tuple(dot for each in roll.summaries.values() for dot in each.dots),
        _photos(campaign),
    )


def _texts(
    campaign: Campaign, written: Mapping[str, Mapping[Language, WrittenPage]], today: PartialDate
) -> Iterator[TextPage | DataPage]:
    photos = _photos(campaign)
    for slug, versions in written.items():
        if slug != "index":
            figures = figures_referred((version.body for version in versions.values()), campaign.benefits, today)
            address = addresses.of_written(slug)
            if address == addresses.DATA:
                yield DataPage(address, versions, figures, photos, campaign)
            else:
                yield TextPage(address, versions, figures, photos)


def _photos(campaign: Campaign) -> dict[str, Photo]:
    """The photos of hand-written pages, by the names that these use."""
    return {photo.record.file: photo for photo in campaign.album(PHOTOS).photos}


def _statistics(
    campaign: Campaign, lists: Mapping[Choice, Tally], provinces: tuple[ProvinceTally, ...]
) -> StatisticsPage:
    counts = campaign.counts
    # 0 stands for a year that no source states.
    joined = {int(choice.value or 0): counted.all for choice, counted in lists.items() if choice.facet == "year"}
    return StatisticsPage(
        addresses.STATISTICS,
        dict(sorted(joined.items())),
        tuple(sorted(provinces, key=lambda row: (-row.tally.members, row.province.name))),
        _in_all(provinces),
        tuple(count for count in counts.counts if count.area is None),
        tuple(count for count in counts.counts if count.area is not None),
        counts.contradictions,
    )


def _written(pages: Iterable[WrittenPage]) -> dict[str, dict[Language, WrittenPage]]:
    versions: dict[str, dict[Language, WrittenPage]] = defaultdict(dict)
    for page in pages:
        versions[page.slug][page.language] = page
    return dict(sorted(versions.items()))
