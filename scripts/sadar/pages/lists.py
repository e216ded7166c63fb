"""The lists of villages by year, kind and standing, in pages that a cheap phone can load.

Of a large campaign they end with the regencies of a province, whose own pages go on: lists of their own would be 9,000
pages of the whole country that only repeat those.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import get_args

from sadar.campaign import AnyVillage
from sadar.joining import UNRECORDED
from sadar.pages import addresses
from sadar.pages.facts import Tally, tally
from sadar.pages.list_kinds import (
    Area,
    Choice,
    Level,
    ListGroup,
    ListPage,
    kind_of,
    standing_now,
    year_joined,
)
from sadar.records.village import Kind, Status
from sadar.regions import Regency

_LARGEST = 200  # villages on one page, so that it stays below 20 KB compressed
_VALUES = (*get_args(Kind), *get_args(Status))
_LEVELS: tuple[Level, ...] = get_args(Level)


def lists_of(villages: Iterable[AnyVillage]) -> Mapping[Choice, list[AnyVillage]]:
    """Years from the newest, one that is unknown last; kinds and standings in the order of their record types."""
    years, kinds, standings = (defaultdict[object, list[AnyVillage]](list) for _ in range(3))
    for village in villages:
        if village.joined:
            years[village.joined.date.year].append(village)
        kinds[village.kind].append(village)
        standings[village.standing.status].append(village)
    found = {choice: own for own in years.values() if (choice := year_joined(own[0]))}
    found |= {kind_of(own[0]): own for own in kinds.values()}
    found |= {standing_now(own[0]): own for own in standings.values()}
    return {choice: found[choice] for choice in sorted(found, key=in_order)}


def in_order(choice: Choice) -> tuple[str, int]:
    """What lists are sorted by."""
    is_year = choice.facet == "year"
    return choice.facet, -int(choice.value or 0) if is_year else _VALUES.index(choice.value)


def list_parts(
    choice: Choice, villages: list[AnyVillage], trail: tuple[Area, ...] = (), *, large: bool, largest: int = _LARGEST
) -> Iterator[ListPage]:
    """The pages that a list of more than `largest` villages goes on in: by province, regency, district.

    None where its own page holds all.
    """
    if not _is_split(villages, trail, largest) or (large and trail):
        return
    for area, own in by_area(villages, _LEVELS[len(trail)]).items():
        yield list_page(choice, own, (*trail, area), large=large, largest=largest)
        yield from list_parts(choice, own, (*trail, area), large=large, largest=largest)


def is_on(choice: Choice, village: AnyVillage) -> bool:
    """Whether a village is on this list."""
    return choice in (year_joined(village), kind_of(village), standing_now(village))


def parted_page(choice: Choice, provinces: Mapping[Area, Tally]) -> ListPage:
    """The page of a list that is too long for one, of which the counts are known."""
    groups = (
        ListGroup(area, provinces[area], (), addresses.of_list(choice, (area,)))
        for area in sorted(provinces, key=by_name)
    )
    return ListPage(addresses.of_list(choice, ()), choice, (), tuple(groups))


def too_long(count: int) -> bool:
    """Whether so many villages are too many for one page."""
    return count > _LARGEST


def _is_split(villages: list[AnyVillage], trail: tuple[Area, ...], largest: int) -> bool:
    return len(villages) > largest and len(trail) < len(_LEVELS)


def list_page(
    choice: Choice, villages: list[AnyVillage], trail: tuple[Area, ...] = (), *, large: bool, largest: int = _LARGEST
) -> ListPage:
    """The page of a list, or of its part in the last area of `trail`."""

    def further(area: Area) -> str:
        """Where the list goes on."""
        if large and trail:
            return addresses.of_area(trail[0].slug, area.slug)
        return addresses.of_list(choice, (*trail, area))

    split = _is_split(villages, trail, largest)
    groups = by_area(villages, _LEVELS[min(len(trail), len(_LEVELS) - 1)])
    return ListPage(
        addresses.of_list(choice, trail),
        choice,
        trail,
        tuple(
            ListGroup(area, tally(own), () if split else tuple(own), further(area) if split else "")
            for area, own in groups.items()
        ),
    )


def by_area(villages: Iterable[AnyVillage], level: Level) -> Mapping[Area, list[AnyVillage]]:
    """The areas of one level, within one of the level above, in the order of their names; what is unknown last."""
    found: dict[str, list[AnyVillage]] = defaultdict(list)
    key = _KEYS[level]
    for village in villages:
        found[key(village)].append(village)
    areas = {_area(own[0], level): own for own in found.values()}
    return {area: areas[area] for area in sorted(areas, key=by_name)}


def by_name(area: Area) -> tuple[bool, str, str]:
    """What areas are sorted by: their names, what is unknown last."""
    return not area.name, area.name, area.slug


# What tells areas apart, cheaply: at the size of the nation this is asked a million times.
_KEYS: Mapping[Level, Callable[[AnyVillage], str]] = {
    "province": lambda village: village.address.split("/", 1)[0],
    "regency": lambda village: village.address.split("/", 2)[1],
    "district": lambda village: village.district.code if village.district else "",
}


def _area(village: AnyVillage, level: Level) -> Area:
    if level != "district":
        return area_above(village.regency, level)
    if village.district is None:
        return Area(level, UNRECORDED, "")
    return Area(level, village.district.slug, village.district.name)


def area_above(regency: Regency, level: Level) -> Area:
    """The regency, or its province."""
    if level == "province":
        return Area(level, regency.province.slug, regency.province.name)
    return Area(level, regency.slug, regency.name if regency.code else "")
