"""Which pages the site has, made from the campaign."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from sadar.campaign import Campaign, Photo
from sadar.pages import addresses
from sadar.pages.benefits import figure_pages, figures_referred
from sadar.pages.calculator import calculator_page
from sadar.pages.facts import Event, ProvinceTally
from sadar.pages.kinds import HomePage, Page, StatisticsPage, VillagesPage
from sadar.pages.lists import choice_tallies, list_pages, lists_of
from sadar.pages.places import launch_pages, located, province_tallies, region_pages, tally, village_pages
from sadar.pages.text_kinds import DataPage, GlossaryPage, SearchPage, TextPage
from sadar.records import Language, PartialDate
from sadar.records.filed import PHOTOS, WrittenPage
from sadar.regions import Regions

_LATEST = 3


def site_pages(campaign: Campaign, regions: Regions, today: PartialDate) -> tuple[Page, ...]:
    """Every page of the site, in one order for the same records."""
    villages = {village.address: village for village in campaign.villages}
    events = {
        launch.address: Event(launch, tuple(villages[each] for each in launch.record.villages if each in villages))
        for launch in campaign.launches
    }
    provinces = province_tallies(campaign.villages)
    lists = lists_of(campaign.villages)
    written = _written(campaign.pages)
    return (
        _home(campaign, written.get("index", {}), today, provinces, events.values()),
        VillagesPage(addresses.VILLAGES, provinces, choice_tallies(lists), tally(campaign.villages)),
        *region_pages(campaign.villages, regions, events),
        *village_pages(campaign, events),
        *list_pages(lists),
        *launch_pages(events.values()),
        _statistics(campaign, provinces),
        GlossaryPage(addresses.GLOSSARY, tuple(sorted(campaign.glossary.terms, key=lambda term: term.term.casefold()))),
        *_texts(campaign, written, today),
        *figure_pages(campaign.benefits, today),
        *calculator_page(campaign.benefits, today),
        SearchPage(addresses.SEARCH),
    )


def _home(
    campaign: Campaign,
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
        tally(campaign.villages),
        provinces,
        latest,
        published,
        located(campaign.villages),
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


def _statistics(campaign: Campaign, provinces: tuple[ProvinceTally, ...]) -> StatisticsPage:
    counts = campaign.counts
    return StatisticsPage(
        addresses.STATISTICS,
        campaign.joined_by_year(),
        tuple(sorted(provinces, key=lambda row: (-row.tally.members, row.province.name))),
        tally(campaign.villages),
        tuple(count for count in counts.counts if count.area is None),
        tuple(count for count in counts.counts if count.area is not None),
        counts.contradictions,
    )


def _written(pages: Iterable[WrittenPage]) -> dict[str, dict[Language, WrittenPage]]:
    versions: dict[str, dict[Language, WrittenPage]] = defaultdict(dict)
    for page in pages:
        versions[page.slug][page.language] = page
    return dict(sorted(versions.items()))
