"""A map as shapes: positions become lengths here, so that the template only places them.

A bubble has the same share of the map at every width: what lies apart here lies apart on every screen.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from sadar.outputs.coast import Box, Coast, Point, path, spots, within
from sadar.outputs.placing import Bubble, apart
from sadar.regions import Position

# A phone of 320 px leaves 288 px to a map, on which a bubble must still be 24 px high; 25 leave room for rounding.
_NARROWEST = 288
_TOUCH = 25
_DIGITS = 3  # as many fit a round bubble
_DIGIT = 0.28  # of a bubble's height: what each character more adds to its width
_AWAY = 0.75  # of a bubble's height: moved farther, a line leads from a bubble to its place
_LETTERS = 0.48  # of a bubble's height: the height of letters
_DOT = 0.22  # of a bubble's height: the radius of a village's dot


@dataclass(frozen=True, slots=True)
class Pin:
    """What a map shows at a position: a bubble with a count, or a dot where the count is empty."""

    position: Position
    count: str
    name: str
    label: str
    target: str
    kind: Literal["joined", "planned"]


@dataclass(frozen=True, slots=True)
class Mark:
    pin: Pin
    middle: Point
    box: Box


@dataclass(frozen=True, slots=True)
class Sheet:
    """One map, in the units of its view box; `coast`, `dots`, `leaders` and `ends` are each the `d` of an SVG path."""

    label: str
    view: Box
    corner: int  # half of a bubble's height
    letters: int  # how high they are
    dot: int  # the radius of a village's dot
    name: Point  # where the name of what one points at begins
    coast: str
    dots: str
    leaders: str
    ends: str
    marks: tuple[Mark, ...]


def sheet(label: str, view: Box, drawing: Coast, pins: Iterable[Pin], dots: str = "") -> Sheet:
    """A map of what `view` shows of a drawing, with a line below it for the name of what one points at."""
    half = math.ceil(view.width * _TOUCH / _NARROWEST / 2)
    height = 2 * half
    whole = replace(view, height=view.height + height)
    dot = round(height * _DOT)
    # From west to east: the keyboard walks through the map as the eye does.
    pins = sorted(pins, key=lambda pin: (pin.position.longitude, -pin.position.latitude, pin.target))
    wanted = [Bubble(place(pin.position, drawing.units), _width(pin, height), height) for pin in pins]
    placed = apart(wanted, view, gap=max(height // 20, 1))
    moved = [
        (was.middle, now.middle)
        for pin, was, now in zip(pins, wanted, placed, strict=True)
        if math.dist(was.middle, now.middle) > (height * _AWAY if pin.count else dot)
    ]
    return Sheet(
        label,
        whole,
        half,
        round(height * _LETTERS),
        dot,
        (view.left + half // 2, view.top + view.height + half),
        path(within(whole.wider(height), drawing.islands)),
        dots,
        "".join(f"M{x} {y}L{to_x} {to_y}" for (x, y), (to_x, to_y) in moved),
        spots([was for was, _ in moved]),
        tuple(Mark(pin, bubble.middle, bubble.box) for pin, bubble in zip(pins, placed, strict=True)),
    )


def place(position: Position, units: int) -> Point:
    """A position in the units of a drawing."""
    return round(position.longitude * units), round(-position.latitude * units)


def _width(pin: Pin, height: int) -> int:
    return height + round(max(len(pin.count) - _DIGITS, 0) * _DIGIT * height)
