"""The pages made from records: provinces, regencies, villages and ceremonies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from sadar.campaign import AnyVillage, Campaign, Village
from sadar.pages import addresses
from sadar.pages.facts import Event, Located, ProvinceTally, RegencyTally, SourceList, Tally
from sadar.pages.kinds import LaunchesPage, LaunchPage, LaunchYearPage, Page, ProvincePage, RegencyPage, VillagePage
from sadar.records import Official, Source
from sadar.regions import Province, Regency, Regions


def province_tallies(villages: Iterable[Village]) -> tuple[ProvinceTally, ...]:
    """Every province that has a village, in the order of their names, with its counts."""
    return tuple(ProvinceTally(province, tally(group)) for province, group in _grouped_by_province(villages).items())


def region_pages(villages: Iterable[Village], regions: Regions, events: Mapping[str, Event]) -> Iterator[Page]:
    for province, in_province in _grouped_by_province(villages).items():
        by_regency = _grouped_by_regency(in_province)
        tallies = tuple(RegencyTally(regency, tally(group)) for regency, group in by_regency.items())
        yield ProvincePage(
            addresses.of_province(province),
            province,
            tallies,
            tally(in_province),
            _events_of(in_province, events),
            located(in_province),
        )
        for regency, group in by_regency.items():
            yield RegencyPage(
                addresses.of_regency(regency),
                regency,
                tuple(group),
                len(regions.villages(regency)) if regency.code else 0,
                tally(group),
                _events_of(group, events),
            )


def village_pages(campaign: Campaign, events: Mapping[str, Event]) -> Iterator[VillagePage]:
    for group in map(tuple, _grouped_by_regency(campaign.villages).values()):
        for village in group:
            own = _events_of([village], events)
            yield VillagePage(
                addresses.of_village(village),
                village,
                own,
                _people(own),
                group,
                _numbered(village.record.sources),
                not campaign.large,
            )


def _people(events: Iterable[Event]) -> tuple[Official, ...]:
    """The officials of these ceremonies, each once; those of a ceremony for several regencies stand on its own page."""
    local = (event for event in events if len({village.regency for village in event.villages}) == 1)
    return tuple(dict.fromkeys(official for event in local for official in event.launch.record.officials))


def launch_pages(events: Iterable[Event]) -> Iterator[Page]:
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


def tally(villages: Iterable[AnyVillage]) -> Tally:
    joined = [village.joined is not None for village in villages]
    return Tally(joined.count(True), joined.count(False))


def located(villages: Iterable[AnyVillage]) -> tuple[Located, ...]:
    """The villages whose position is recorded."""
    return tuple(Located(village, place) for village in villages if (place := village.position))


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
