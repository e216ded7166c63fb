"""Which pages the site has, made from the campaign."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from sadar.campaign import Campaign, Village
from sadar.pages import addresses
from sadar.pages.benefits import figure_pages, figures_referred
from sadar.pages.calculator import calculator_page
from sadar.pages.kinds import (
    Event,
    GlossaryPage,
    HomePage,
    LaunchesPage,
    LaunchPage,
    LaunchYearPage,
    Page,
    ProvincePage,
    ProvinceTally,
    RegencyPage,
    RegencyTally,
    SourceList,
    StatisticsPage,
    Tally,
    TextPage,
    VillagePage,
    VillagesPage,
)
from sadar.records import Language, Official, PartialDate, Source
from sadar.records.gathering import WrittenPage
from sadar.regions import Province, Regency, Regions

_LATEST = 3


def site_pages(campaign: Campaign, regions: Regions, today: PartialDate) -> tuple[Page, ...]:
    """Every page of the site, in one order for the same records."""
    villages = {village.address: village for village in campaign.villages}
    events = {
        launch.address: Event(launch, tuple(villages[each] for each in launch.record.villages if each in villages))
        for launch in campaign.launches
    }
    provinces = tuple(
        ProvinceTally(province, _tally(villages))
        for province, villages in _grouped_by_province(campaign.villages).items()
    )
    written = _written(campaign.pages)
    return (
        _home(campaign, written.get("index", {}), today, provinces, events.values()),
        VillagesPage(addresses.VILLAGES, provinces, _tally(campaign.villages)),
        *_regions(campaign.villages, regions, events),
        *_villages(campaign.villages, events),
        *_launches(events.values()),
        _statistics(campaign, provinces),
        GlossaryPage(addresses.GLOSSARY, tuple(sorted(campaign.glossary.terms, key=lambda term: term.term.casefold()))),
        *_texts(campaign, written, today),
        *figure_pages(campaign.benefits, today),
        *calculator_page(campaign.benefits, today),
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
    return HomePage(addresses.HOME, written, today, _tally(campaign.villages), provinces, latest, published)


def _texts(
    campaign: Campaign, written: Mapping[str, Mapping[Language, WrittenPage]], today: PartialDate
) -> Iterator[TextPage]:
    for slug, versions in written.items():
        if slug != "index":
            figures = figures_referred((version.body for version in versions.values()), campaign.benefits, today)
            yield TextPage(addresses.of_written(slug), versions, figures)


def _regions(villages: Iterable[Village], regions: Regions, events: Mapping[str, Event]) -> Iterator[Page]:
    for province, in_province in _grouped_by_province(villages).items():
        by_regency = _grouped_by_regency(in_province)
        tallies = tuple(RegencyTally(regency, _tally(group)) for regency, group in by_regency.items())
        yield ProvincePage(
            addresses.of_province(province), province, tallies, _tally(in_province), _events_of(in_province, events)
        )
        for regency, group in by_regency.items():
            yield RegencyPage(
                addresses.of_regency(regency),
                regency,
                tuple(group),
                len(regions.villages(regency)) if regency.code else 0,
                _tally(group),
                _events_of(group, events),
            )


def _villages(villages: Iterable[Village], events: Mapping[str, Event]) -> Iterator[VillagePage]:
    for group in _grouped_by_regency(villages).values():
        for village in group:
            own = _events_of([village], events)
            yield VillagePage(
                addresses.of_village(village),
                village,
                own,
                _people(own),
                tuple(other for other in group if other is not village),
                _numbered(village.record.sources),
            )


def _people(events: Iterable[Event]) -> tuple[Official, ...]:
    """The officials of these ceremonies, each once; those of a ceremony for several regencies stand on its own page."""
    local = (event for event in events if len({village.regency for village in event.villages}) == 1)
    return tuple(dict.fromkeys(official for event in local for official in event.launch.record.officials))


def _launches(events: Iterable[Event]) -> Iterator[Page]:
    years = {year: tuple(group) for year, group in groupby(events, key=lambda event: event.launch.year)}
    yield LaunchesPage(addresses.LAUNCHES, years)
    for year, group in years.items():
        yield LaunchYearPage(addresses.of_launch_year(group[0].launch), year, group)
    for event in events:
        officials: dict[str, list[Official]] = defaultdict(list)
        for official in event.launch.record.officials:
            officials[official.organisation].append(official)
        yield LaunchPage(
            addresses.of_launch(event.launch),
            event,
            {organisation: tuple(people) for organisation, people in officials.items()},
            _numbered(event.launch.record.sources),
        )


def _statistics(campaign: Campaign, provinces: tuple[ProvinceTally, ...]) -> StatisticsPage:
    counts = campaign.counts
    return StatisticsPage(
        addresses.STATISTICS,
        campaign.joined_by_year(),
        tuple(sorted(provinces, key=lambda row: (-row.tally.members, row.province.name))),
        _tally(campaign.villages),
        tuple(count for count in counts.counts if count.area is None),
        tuple(count for count in counts.counts if count.area is not None),
        counts.contradictions,
    )


def _tally(villages: Iterable[Village]) -> Tally:
    joined = [village.joined is not None for village in villages]
    return Tally(joined.count(True), joined.count(False))


def _events_of(villages: Iterable[Village], events: Mapping[str, Event]) -> tuple[Event, ...]:
    """The ceremonies of these villages, each once, newest first."""
    launches = {launch.address: launch for village in villages for launch in village.launches}
    newest_first = sorted(launches.values(), key=lambda launch: (launch.record.date, launch.address), reverse=True)
    return tuple(events[launch.address] for launch in newest_first)


def _grouped_by_province(villages: Iterable[Village]) -> dict[Province, list[Village]]:
    groups: dict[Province, list[Village]] = defaultdict(list)
    for village in sorted(villages, key=lambda village: (village.province.name, village.name, village.address)):
        groups[village.province].append(village)
    return groups


def _grouped_by_regency(villages: Iterable[Village]) -> dict[Regency, list[Village]]:
    groups: dict[Regency, list[Village]] = defaultdict(list)
    for village in sorted(villages, key=lambda village: (village.regency.name, village.name, village.address)):
        groups[village.regency].append(village)
    return groups


def _numbered(sources: Mapping[str, Source]) -> SourceList:
    return SourceList({key: number for number, key in enumerate(sources, start=1)}, tuple(sources.values()))


def _written(pages: Iterable[WrittenPage]) -> dict[str, dict[Language, WrittenPage]]:
    versions: dict[str, dict[Language, WrittenPage]] = defaultdict(dict)
    for page in pages:
        versions[page.slug][page.language] = page
    return dict(sorted(versions.items()))
