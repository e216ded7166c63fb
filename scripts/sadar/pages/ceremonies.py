"""The pages of ceremonies, and the lists of a year's in pages that a cheap phone can load."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from sadar.pages import addresses
from sadar.pages.facts import Event
from sadar.pages.kinds import LaunchesPage, LaunchPage, LaunchYearPage
from sadar.pages.list_kinds import Area, Group, Level
from sadar.pages.lists import area_above, by_name
from sadar.pages.places import numbered
from sadar.records import Official
from sadar.regions import Regency

_LARGEST = 200  # ceremonies on one page
_LEVELS: tuple[Level, ...] = ("province", "regency")


def by_year(events: Iterable[Event]) -> Mapping[int, tuple[Event, ...]]:
    """Ceremonies, newest first, by their years; 0 stands for a year that no source states."""
    return {year: tuple(group) for year, group in groupby(events, key=lambda event: event.launch.year)}


def launches_page(years: Mapping[int, tuple[Event, ...]]) -> LaunchesPage:
    return LaunchesPage(addresses.LAUNCHES, years)


def year_page(events: tuple[Event, ...], trail: tuple[Area, ...] = (), largest: int = _LARGEST) -> LaunchYearPage:
    """The page of a year's ceremonies, or of those in the last area of `trail`; there is at least one."""
    first = events[0].launch
    groups: tuple[Group, ...] = ()
    if is_split(events, trail, largest):
        groups = tuple(
            Group(area, len(own), _address(first.address, (*trail, area)))
            for area, own in events_by_area(events, trail).items()
        )
    return LaunchYearPage(
        _address(first.address, trail), first.year, trail, () if groups else events, groups, len(events)
    )


def year_parts(
    events: tuple[Event, ...], trail: tuple[Area, ...] = (), largest: int = _LARGEST
) -> Iterator[LaunchYearPage]:
    """The pages that a year's, or a part's, goes on in; none where its own page holds all."""
    if not is_split(events, trail, largest):
        return
    for area, own in events_by_area(events, trail).items():
        yield year_page(own, (*trail, area), largest)
        yield from year_parts(own, (*trail, area), largest)


def is_split(events: tuple[Event, ...], trail: tuple[Area, ...] = (), largest: int = _LARGEST) -> bool:
    """Whether these are too many for one page."""
    return len(events) > largest and len(trail) < len(_LEVELS)


def events_by_area(events: Iterable[Event], trail: tuple[Area, ...]) -> Mapping[Area, tuple[Event, ...]]:
    """The ceremonies of each area within the last of `trail`, in their order; one for several stands in each."""
    level, within = _LEVELS[len(trail)], [area.slug for area in trail]
    places: dict[str, Regency] = {}
    serving: dict[str, dict[str, Event]] = defaultdict(dict)
    for event in events:
        for regency in event.regencies:
            steps = [regency.province.slug, regency.slug]
            if steps[: len(within)] == within:
                here = steps[len(within)]
                places.setdefault(here, regency)
                serving[here].setdefault(event.launch.address, event)
    areas = {area_above(regency, level): here for here, regency in places.items()}
    return {area: tuple(serving[areas[area]].values()) for area in sorted(areas, key=by_name)}


def launch_page(event: Event) -> LaunchPage:
    """The page of one ceremony."""
    officials: dict[str, list[Official]] = defaultdict(list)
    for official in event.launch.record.officials:
        officials[official.organisation].append(official)
    return LaunchPage(
        addresses.of_launch(event.launch),
        event,
        {organisation: tuple(people) for organisation, people in officials.items()},
        numbered(event.launch.record.sources),
    )


def _address(launch: str, trail: tuple[Area, ...]) -> str:
    return addresses.of_year_part(launch.split("/")[0], trail)
