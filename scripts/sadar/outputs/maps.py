"""The maps of the site: the provinces on the home page, and a province's villages or its place in the country."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from statistics import fmean
from typing import Literal

from sadar.outputs.coast import Box, Point, around, coast, path, spots
from sadar.outputs.phrases import regency_name, village_name
from sadar.outputs.sheets import Pin, Sheet, place, sheet
from sadar.pages import addresses
from sadar.pages.facts import Dot, Located, ProvinceTally
from sadar.pages.kinds import HomePage, ProvincePage
from sadar.regions import BOUNDS, CAPITALS, Bounds, Position, Province
from sadar.wording import Wording

# Halves of one size: side by side they are one map, on a phone one stands above the other. An island belongs to the
# half where its middle lies; the end that reaches over the cut is drawn over it.
_NATION = Bounds(-11.6, 6.4, 94.2, 142.2)
_CUT = 118.2
_HALVES: Sequence[tuple[Literal["west", "east"], Bounds]] = (
    ("west", replace(_NATION, east=_CUT)),
    ("east", replace(_NATION, west=_CUT)),
)
_SHARED = 3  # units of the nation's drawing: villages nearer than that share a dot, so that 84,000 weigh little
_MOST_DOTS = 30  # villages that a province's map shows one by one; more become a bubble for each regency
_MARGIN = 0.5  # degrees around villages of a province whose bounds are not known


@dataclass(frozen=True, slots=True)
class Locator:
    """Where a province's capital lies in the country; `coast` is the `d` of an SVG path."""

    view: Box
    coast: str
    capital: Point


def of_nation(wording: Wording, page: HomePage) -> tuple[Sheet, ...]:
    """Both halves of the country with a bubble for each province; nothing where no province can be placed."""
    drawing = coast("nation")
    pins = [pin for row in page.provinces if (pin := _province(wording, row, page.dots))]
    points = (place(each.position, drawing.units) for each in page.dots if each.joined)
    dots = sorted({(round(x / _SHARED) * _SHARED, round(y / _SHARED) * _SHARED) for x, y in points})
    halves = ((half, _box(bounds, drawing.units)) for half, bounds in _HALVES if pins)
    return tuple(
        sheet(
            wording.say(f"map.{half}"),
            view,
            replace(drawing, islands=tuple(each for each in drawing.islands if view.spans(around(each).middle))),
            [pin for pin in pins if view.spans(place(pin.position, drawing.units))],
            spots([dot for dot in dots if view.spans(dot)]),
        )
        for half, view in halves
    )


def planned(sheets: Iterable[Sheet]) -> bool:
    """Whether a bubble or dot stands for villages that are planned only, so that its look must be explained."""
    return any(mark.pin.kind == "planned" for each in sheets for mark in each.marks)


def of_province(wording: Wording, page: ProvincePage) -> Sheet | None:
    """A dot for each village whose position is recorded, or a bubble for each regency; None where there is none."""
    if not page.located:
        return None
    drawing = coast("province")
    view = _box(BOUNDS.get(page.province.code) or _bounds(page.located), drawing.units).at_least_as_wide_as_high()
    few = len(page.located) <= _MOST_DOTS
    pins = [_village(wording, each) for each in page.located] if few else [*_regencies(wording, page.located)]
    return sheet(wording.say("map.province", province=page.province.name), view, drawing, pins)


def locator(page: ProvincePage) -> Locator | None:
    """The place of a province's capital in the country; None where it is not known here."""
    capital = CAPITALS.get(page.province.code)
    return _locator(capital) if capital else None


@cache
def _locator(capital: Position) -> Locator:
    drawing = coast("locator")
    return Locator(_box(_NATION, drawing.units), path(drawing.islands), place(capital, drawing.units))


def _province(wording: Wording, row: ProvinceTally, dots: Iterable[Dot]) -> Pin | None:
    province, members, planned = row.province, row.tally.members, row.tally.planned
    position = _seat(province, dots)
    if position is None:
        return None
    sentence = "planned" if not members else "some_planned" if planned else "recorded"
    return Pin(
        position,
        wording.number(members + planned),
        province.name,
        wording.say(f"map.{sentence}", area=province.name, count=members + planned, planned=planned),
        addresses.of_province(province),
        "joined" if members else "planned",
    )


def _seat(province: Province, dots: Iterable[Dot]) -> Position | None:
    """The capital of a province; the middle of its villages if the province is newer than the list of capitals."""
    if province.code in CAPITALS:
        return CAPITALS[province.code]
    own = [each for each in dots if each.province == province]
    return _middle(own) if own else None


def _regencies(wording: Wording, located: Iterable[Located]) -> Iterator[Pin]:
    in_order = sorted(located, key=lambda each: (each.village.regency.slug, each.village.address))
    for regency, group in groupby(in_order, key=lambda each: each.village.regency):
        own = tuple(group)
        name = regency_name(wording, regency)
        yield Pin(
            _middle(own),
            wording.number(len(own)),
            name,
            wording.say("map.located", area=name, count=len(own)),
            addresses.of_regency(regency),
            "joined" if any(each.village.joined for each in own) else "planned",
        )


def _village(wording: Wording, located: Located) -> Pin:
    village = located.village
    name = village_name(wording, village)
    status = wording.say(f"status.{village.standing.status}")
    return Pin(
        located.position,
        "",
        name,
        wording.say("map.village", village=name, regency=regency_name(wording, village.regency), status=status),
        addresses.of_village(village),
        "joined" if village.joined else "planned",
    )


def _middle(located: Sequence[Located | Dot]) -> Position:
    return Position(
        fmean(each.position.latitude for each in located), fmean(each.position.longitude for each in located)
    )


def _bounds(located: Sequence[Located]) -> Bounds:
    latitudes = [each.position.latitude for each in located]
    longitudes = [each.position.longitude for each in located]
    return Bounds(
        min(latitudes) - _MARGIN, max(latitudes) + _MARGIN, min(longitudes) - _MARGIN, max(longitudes) + _MARGIN
    )


def _box(bounds: Bounds, units: int) -> Box:
    left, top = place(Position(bounds.north, bounds.west), units)
    right, bottom = place(Position(bounds.south, bounds.east), units)
    return Box(left, top, right - left, bottom - top)
