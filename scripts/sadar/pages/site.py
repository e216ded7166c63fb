"""Which pages the site has, made from the campaign."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sadar.campaign import AnyVillage, Campaign, Launch, Photo
from sadar.pages import addresses
from sadar.pages.benefits import figure_pages, figures_referred
from sadar.pages.calculator import calculator_page
from sadar.pages.ceremonies import by_year, launch_page, launches_page, year_page, year_parts
from sadar.pages.facts import Event, ProvinceTally
from sadar.pages.kinds import HomePage, Page, StatisticsPage, VillagesPage
from sadar.pages.lists import choice_tallies, list_page, list_parts, lists_of
from sadar.pages.places import joined_by_year, located, province_tallies, region_pages, tally, village_pages
from sadar.pages.text_kinds import BadgesPage, DataPage, GlossaryPage, SearchPage, TextPage
from sadar.records import Language, PartialDate
from sadar.records.filed import PHOTOS, WrittenPage
from sadar.regions import Regions

_LATEST = 3


def site_pages(campaign: Campaign, regions: Regions, today: PartialDate) -> tuple[Page, ...]:
    """Every page of the site, in one order for the same records."""
    events = events_of(campaign.launches, campaign.villages)
    return (
        *overview_pages(campaign, campaign.villages, events, today),
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


def events_of(launches: Iterable[Launch], villages: Iterable[AnyVillage]) -> tuple[Event, ...]:
    """Ceremonies, in their order, with those of these villages that they served."""
    known = {village.address: village for village in villages}
    return tuple(
        Event(launch, tuple(known[each] for each in launch.record.villages if each in known)) for launch in launches
    )


def overview_pages(
    campaign: Campaign, villages: Sequence[AnyVillage], events: Sequence[Event], today: PartialDate
) -> tuple[Page, ...]:
    """The pages that tell of the whole country, and those that tell of no village."""
    provinces = province_tallies(villages)
    lists = lists_of(villages)
    written = _written(campaign.pages)
    years = by_year(events)
    return (
        _home(campaign, villages, written.get("index", {}), today, provinces, events),
        VillagesPage(addresses.VILLAGES, provinces, choice_tallies(lists), tally(villages)),
        *(list_page(choice, own, large=campaign.large) for choice, own in lists.items()),
        launches_page(years),
        *map(year_page, years.values()),
        _statistics(campaign, villages, provinces),
        GlossaryPage(addresses.GLOSSARY, tuple(sorted(campaign.glossary.terms, key=lambda term: term.term.casefold()))),
        *_texts(campaign, written, today),
        *figure_pages(campaign.benefits, today),
        *calculator_page(campaign.benefits, today),
        SearchPage(addresses.SEARCH),
        *_badges(campaign, villages),
    )


def _badges(campaign: Campaign, villages: Sequence[AnyVillage]) -> Iterator[BadgesPage]:
    if campaign.large:
        named = {addresses.badge_name(each): each.standing for each in villages}
        newest = sorted(named.items(), key=lambda badge: (-badge[1].date.year, badge[0]))
        yield BadgesPage(addresses.BADGES, dict(newest))


def _home(
    campaign: Campaign,
    villages: Sequence[AnyVillage],
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
        tally(villages),
        provinces,
        latest,
        published,
        located(villages),
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
    campaign: Campaign, villages: Sequence[AnyVillage], provinces: tuple[ProvinceTally, ...]
) -> StatisticsPage:
    counts = campaign.counts
    return StatisticsPage(
        addresses.STATISTICS,
        joined_by_year(villages),
        tuple(sorted(provinces, key=lambda row: (-row.tally.members, row.province.name))),
        tally(villages),
        tuple(count for count in counts.counts if count.area is None),
        tuple(count for count in counts.counts if count.area is not None),
        counts.contradictions,
    )


def _written(pages: Iterable[WrittenPage]) -> dict[str, dict[Language, WrittenPage]]:
    versions: dict[str, dict[Language, WrittenPage]] = defaultdict(dict)
    for page in pages:
        versions[page.slug][page.language] = page
    return dict(sorted(versions.items()))
