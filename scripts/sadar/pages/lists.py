"""The lists of villages by year, kind and standing, in pages that a cheap phone can load."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import get_args

from sadar.campaign import AnyVillage
from sadar.joining import UNRECORDED
from sadar.pages import addresses
from sadar.pages.list_kinds import (
    Area,
    Choice,
    ChoiceTally,
    Facet,
    Level,
    ListGroup,
    ListPage,
    kind_of,
    standing_now,
    year_joined,
)
from sadar.records.village import Kind, Status

_LARGEST = 200  # villages on one page, so that it stays below 20 KB compressed
_VALUES = (*get_args(Kind), *get_args(Status))
_LEVELS: tuple[Level, ...] = get_args(Level)


def lists_of(villages: Iterable[AnyVillage]) -> Mapping[Choice, list[AnyVillage]]:
    """Years from the newest, one that is unknown last; kinds and standings in the order of their record types."""
    found: dict[Choice, list[AnyVillage]] = defaultdict(list)
    for village in villages:
        for choice in (year_joined(village), kind_of(village), standing_now(village)):
            if choice:
                found[choice].append(village)
    return {choice: found[choice] for choice in sorted(found, key=_order)}


def _order(choice: Choice) -> tuple[str, int]:
    is_year = choice.facet == "year"
    return choice.facet, -int(choice.value or 0) if is_year else _VALUES.index(choice.value)


def choice_tallies(lists: Mapping[Choice, list[AnyVillage]]) -> Mapping[Facet, tuple[ChoiceTally, ...]]:
    """For each facet how many villages its lists hold."""
    return {
        facet: tuple(ChoiceTally(choice, len(own)) for choice, own in lists.items() if choice.facet == facet)
        for facet in get_args(Facet)
    }


def list_pages(lists: Mapping[Choice, list[AnyVillage]], largest: int = _LARGEST) -> Iterator[ListPage]:
    """Every list; one of more than `largest` villages goes on in a page for each province, regency, district."""
    for choice, villages in lists.items():
        yield from _pages(choice, villages, (), largest)


def _pages(choice: Choice, villages: list[AnyVillage], trail: tuple[Area, ...], largest: int) -> Iterator[ListPage]:
    """The page of a list's part, then those that it is split into."""
    depth = len(trail)
    split = len(villages) > largest and depth < len(_LEVELS)
    groups = by_area(villages, _LEVELS[min(depth, len(_LEVELS) - 1)])
    yield ListPage(
        addresses.of_list(choice, trail),
        choice,
        trail,
        tuple(
            ListGroup(area, tuple(own), addresses.of_list(choice, (*trail, area)) if split else "")
            for area, own in groups.items()
        ),
    )
    for area, own in groups.items() if split else ():
        yield from _pages(choice, own, (*trail, area), largest)


def by_area(villages: Iterable[AnyVillage], level: Level) -> Mapping[Area, list[AnyVillage]]:
    """The areas of one level, within one of the level above, in the order of their names; what is unknown last."""
    found: dict[str, list[AnyVillage]] = defaultdict(list)
    key = _KEYS[level]
    for village in villages:
        found[key(village)].append(village)
    areas = {_area(own[0], level): own for own in found.values()}
    return {area: areas[area] for area in sorted(areas, key=lambda area: (not area.name, area.name, area.slug))}


# What tells areas apart, cheaply: at the size of the nation this is asked a million times.
_KEYS: Mapping[Level, Callable[[AnyVillage], str]] = {
    "province": lambda village: village.address.split("/", 1)[0],
    "regency": lambda village: village.address.split("/", 2)[1],
    "district": lambda village: village.official.district.code if village.official else "",
}


def _area(village: AnyVillage, level: Level) -> Area:
    if level == "province":
        return Area(level, village.province.slug, village.province.name)
    if level == "regency":
        return Area(level, village.regency.slug, village.regency.name if village.regency.code else "")
    if village.official is None:
        return Area(level, UNRECORDED, "")
    return Area(level, village.official.district.slug, village.official.district.name)
