"""The coast line of Indonesia as shapes for maps; `coast.NOTICE.md` names its origin.

In `coast.txt` each drawing is a name with its units per degree, then an island a line: the point where it starts, then
the steps from point to point, in units east of Greenwich and south of the equator.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, groupby, pairwise
from pathlib import Path
from typing import Literal

_COAST = Path(__file__).with_name("coast.txt")

Drawing = Literal["province", "nation", "locator"]
Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a drawing, in its units: y counts southwards."""

    left: int
    top: int
    width: int
    height: int

    def nearest(self, point: Point) -> Point:
        """The point itself, or where the edge is nearest to it."""
        x = min(max(point[0], self.left), self.left + self.width)
        return x, min(max(point[1], self.top), self.top + self.height)

    def meets(self, other: Box) -> bool:
        across = self.left < other.left + other.width and other.left < self.left + self.width
        return across and self.top < other.top + other.height and other.top < self.top + self.height

    def spans(self, point: Point) -> bool:
        """Whether a point lies between the box's left and right edge, whatever its height."""
        return self.left <= point[0] < self.left + self.width

    @property
    def middle(self) -> Point:
        return self.left + self.width // 2, self.top + self.height // 2

    def at_least_as_wide_as_high(self) -> Box:
        width = max(self.width, self.height)
        return Box(self.left - (width - self.width) // 2, self.top, width, self.height)

    def wider(self, by: int) -> Box:
        return Box(self.left - by, self.top - by, self.width + 2 * by, self.height + 2 * by)


@dataclass(frozen=True, slots=True)
class Coast:
    units: int  # per degree
    islands: tuple[tuple[Point, ...], ...]


@cache
def coast(drawing: Drawing) -> Coast:
    """One drawing of the coast line, read once."""
    for block in _COAST.read_text(encoding="utf-8").split("\n\n"):
        title, *lines = block.splitlines()
        name, units = title.split()
        if name == drawing:
            return Coast(int(units), tuple(_ring(line) for line in lines))
    raise AssertionError(drawing)


def around(island: Sequence[Point]) -> Box:
    """The smallest box that holds an island."""
    left, top = min(x for x, _ in island), min(y for _, y in island)
    return Box(left, top, max(x for x, _ in island) - left, max(y for _, y in island) - top)


def within(box: Box, islands: Iterable[Sequence[Point]]) -> Iterator[list[Point]]:
    """What of the islands lies in a box; lines that leave it go along its edge, so a drawing should end inside it."""
    for island in islands:
        if box.meets(around(island)):
            points = [point for point, _ in groupby(map(box.nearest, island))]
            left = [at for before, at, after in _threes(points) if not _straight(before, at, after)]
            if len(left) > 2:
                yield left


def path(islands: Iterable[Sequence[Point]]) -> str:
    """The islands as the `d` of one SVG path, in steps: they compress to half of what positions do."""
    return "".join(f"M{_pairs([island[0]])}l{_pairs(_steps(island))}z" for island in islands)


def spots(points: Sequence[Point]) -> str:
    """Points as the `d` of one SVG path: lines without length, which round ends make into dots."""
    first = "".join(f"M{_pairs([point])}h0" for point in points[:1])
    return first + "".join(f"m{_pairs([step])}h0" for step in _steps(points))


def _ring(line: str) -> tuple[Point, ...]:
    numbers = [int(number) for number in line.split()]
    steps = zip(numbers[::2], numbers[1::2], strict=True)
    return tuple(accumulate(steps, lambda at, step: (at[0] + step[0], at[1] + step[1])))


def _steps(points: Sequence[Point]) -> Iterator[Point]:
    return ((after[0] - before[0], after[1] - before[1]) for before, after in pairwise(points))


def _pairs(points: Iterable[Point]) -> str:
    return " ".join(f"{x} {y}" for x, y in points).replace(" -", "-")


def _threes(ring: Sequence[Point]) -> Iterator[tuple[Point, Point, Point]]:
    return zip([ring[-1], *ring[:-1]], ring, [*ring[1:], ring[0]], strict=True)


def _straight(before: Point, at: Point, after: Point) -> bool:
    """Whether a line goes on along the same parallel or meridian."""
    return before[0] == at[0] == after[0] or before[1] == at[1] == after[1]
