"""`python scripts/make_coast.py` writes the coast line of Indonesia that the maps are drawn on, and its notice.

It comes from the npm package `world-atlas`, fetched with `npm pack` or read from an unpacked `--package` folder.
Needs nothing but the standard library; a second run writes the same bytes.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import npm_package

PACKAGE = "world-atlas"
VERSION = "2.0.2"
COUNTRY = "360"  # Indonesia in ISO 3166-1
ISLANDS = 264
FOLDER = Path(__file__).resolve().parent / "sadar" / "outputs"

Point = tuple[float, float]  # degrees east, degrees south: as a screen counts
Ring = list[Point]

# For each drawing: units per degree (a line is simplified by as much), and the smallest island kept, in square degrees.
DRAWINGS = {"province": (100, 0.0005), "nation": (25, 0.004), "locator": (10, 0.03)}

_NOTICE = """\
<!-- Written by scripts/make_coast.py. -->

# Where `coast.txt` comes from

The coast line is that of [Natural Earth](https://www.naturalearthdata.com/) 4.1.0, 1:10m, which is in the public
domain, as the npm package [{package}](https://www.npmjs.com/package/{package}) {version} by Mike Bostock (ISC licence)
redistributes it.

- Source: `countries-10m.json` of `{package}@{version}`, the country of id {country} (Indonesia): {islands} islands.
  Borders on land are part of the line. It shows where things lie roughly, and decides nothing about any border.
- What was changed: the line is simplified (Douglas-Peucker), rounded, and the smallest islets are left out, once for
  each drawing: {drawings}.
- `coast.py` beside this file says how it is read.

To make both files again: `python scripts/make_coast.py`.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the coast line and its notice; exit code 0 written, 2 with one sentence when that cannot be done."""
    parser = argparse.ArgumentParser(prog="make_coast.py", description=__doc__)
    parser.add_argument("--package", type=Path, metavar="DIR", help=f"an unpacked {PACKAGE} {VERSION}, instead of npm")
    folder: Path | None = parser.parse_args(arguments).package
    try:
        files = npm_package.texts(PACKAGE, VERSION, ["countries-10m.json"], folder)
        islands = list(rings(json.loads(files["countries-10m.json"])))
        if len(islands) != ISLANDS:
            raise ValueError(f"the country must hold {ISLANDS} islands, but it holds {len(islands)}.")
    except (OSError, ValueError, KeyError) as fault:
        print(f"The coast line was not made: {fault}", file=sys.stderr)
        return 2
    drawn = {name: drawing(islands, units, smallest) for name, (units, smallest) in DRAWINGS.items()}
    text = "\n\n".join(f"{name} {DRAWINGS[name][0]}\n" + "\n".join(lines) for name, lines in drawn.items()) + "\n"
    (FOLDER / "coast.txt").write_text(text, encoding="utf-8", newline="\n")
    counts = ", ".join(f"`{name}` {1 / DRAWINGS[name][0]}° ({len(lines)})" for name, lines in drawn.items())
    notice = _NOTICE.format(package=PACKAGE, version=VERSION, country=COUNTRY, islands=ISLANDS, drawings=counts)
    (FOLDER / "coast.NOTICE.md").write_text(notice, encoding="utf-8", newline="\n")
    return 0


def rings(topology: Mapping[str, Any]) -> Iterator[Ring]:
    """The outline of every island, read from TopoJSON; no point of a ring is repeated at its end."""
    scale, origin = topology["transform"]["scale"], topology["transform"]["translate"]
    (country,) = (each for each in topology["objects"]["countries"]["geometries"] if each.get("id") == COUNTRY)
    for outline, *_ in country["arcs"]:
        ring: Ring = []
        for number in outline:
            steps = topology["arcs"][number if number >= 0 else ~number]
            points = list(accumulate(steps, lambda at, step: [at[0] + step[0], at[1] + step[1]]))
            ring.extend(
                (origin[0] + x * scale[0], -(origin[1] + y * scale[1]))
                for x, y in (points if number >= 0 else points[::-1])[1:]
            )
        yield ring


def drawing(islands: Sequence[Ring], units: int, smallest: float) -> list[str]:
    """Each island as a line of whole numbers: where it starts, then the steps from point to point, x before y."""
    lines = []
    for ring in islands:
        if _area(ring) < smallest:
            continue
        points = [(round(x * units), round(y * units)) for x, y in _simplified(ring, 1 / units)]
        steps = [(after[0] - before[0], after[1] - before[1]) for before, after in pairwise(points)]
        lines.append(" ".join(str(number) for pair in (points[0], *filter(any, steps)) for number in pair))
    return lines


def _area(ring: Ring) -> float:
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]]))) / 2


def _simplified(ring: Ring, tolerance: float) -> Ring:
    """The ring with no more points than it needs: cut in two at the point farthest from its first."""
    far = max(range(len(ring)), key=lambda index: math.dist(ring[0], ring[index]))
    return _line(ring[: far + 1], tolerance)[:-1] + _line([*ring[far:], ring[0]], tolerance)[:-1]


def _line(points: Ring, tolerance: float) -> Ring:
    """The line with every point left out that is nearer than `tolerance` to what remains (Douglas and Peucker)."""
    first, last = points[0], points[-1]
    farthest = max(range(1, len(points) - 1), key=lambda index: _distance(points[index], first, last), default=0)
    if not farthest or _distance(points[farthest], first, last) <= tolerance:
        return [first, last]
    return _line(points[: farthest + 1], tolerance)[:-1] + _line(points[farthest:], tolerance)


def _distance(point: Point, start: Point, end: Point) -> float:
    """From a point to a line that ends at both its ends."""
    along, across = end[0] - start[0], end[1] - start[1]
    squared = along**2 + across**2
    share = ((point[0] - start[0]) * along + (point[1] - start[1]) * across) / squared if squared else 0
    share = min(max(share, 0), 1)
    return math.dist(point, (start[0] + share * along, start[1] + share * across))


if __name__ == "__main__":
    raise SystemExit(main())
