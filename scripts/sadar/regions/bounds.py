"""Where the provinces lie, roughly: enough to see swapped or mistyped coordinates."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bounds:
    """A box in decimal degrees (WGS 84)."""

    south: float
    north: float
    west: float
    east: float

    def hold(self, latitude: float, longitude: float) -> bool:
        """Whether a place lies in the box."""
        return self.south <= latitude <= self.north and self.west <= longitude <= self.east


# Read off a map of the provinces of 2025 with some slack; the official coordinates of 17,373 islands lie inside.
BOUNDS = {
    "11": Bounds(1.7, 6.4, 94.6, 98.6),
    "12": Bounds(-1.0, 4.6, 96.8, 100.8),
    "13": Bounds(-3.7, 1.2, 98.2, 102.2),
    "14": Bounds(-1.5, 3.0, 99.7, 104.3),
    "15": Bounds(-3.1, -0.4, 100.8, 105.0),
    "16": Bounds(-5.3, -1.3, 101.7, 106.6),
    "17": Bounds(-5.9, -1.9, 100.7, 104.2),
    "18": Bounds(-6.6, -3.3, 103.2, 106.5),
    "19": Bounds(-3.9, -1.0, 104.7, 109.5),
    "21": Bounds(-1.4, 5.4, 102.9, 109.7),
    "31": Bounds(-6.7, -4.9, 106.1, 107.3),
    "32": Bounds(-8.2, -5.5, 106.0, 109.2),
    "33": Bounds(-8.6, -5.3, 108.2, 112.0),
    "34": Bounds(-8.5, -7.3, 109.7, 111.1),
    "35": Bounds(-9.2, -4.7, 110.5, 117.0),
    "36": Bounds(-7.4, -5.5, 104.7, 107.1),
    "51": Bounds(-9.2, -7.7, 114.1, 116.0),
    "52": Bounds(-9.5, -7.3, 115.5, 119.7),
    "53": Bounds(-11.4, -7.6, 118.5, 125.6),
    "61": Bounds(-3.5, 2.5, 107.8, 114.6),
    "62": Bounds(-4.0, 1.2, 110.4, 116.2),
    "63": Bounds(-5.6, -0.9, 114.0, 117.7),
    "64": Bounds(-2.9, 3.0, 113.5, 119.6),
    "65": Bounds(0.6, 4.8, 114.2, 118.5),
    "71": Bounds(-0.1, 6.0, 122.8, 127.6),
    "72": Bounds(-4.2, 1.8, 119.0, 124.6),
    "73": Bounds(-8.2, -1.4, 116.7, 122.4),
    "74": Bounds(-6.8, -2.4, 120.5, 125.1),
    "75": Bounds(-0.2, 1.4, 120.8, 123.9),
    "76": Bounds(-4.0, -0.5, 116.7, 120.2),
    "81": Bounds(-8.9, -2.0, 125.3, 135.5),
    "82": Bounds(-3.0, 3.1, 123.8, 130.3),
    "91": Bounds(-4.4, 1.4, 134.0, 141.3),
    "92": Bounds(-4.8, 0.0, 131.5, 135.6),
    "93": Bounds(-9.5, -3.7, 136.7, 141.3),
    "94": Bounds(-5.8, -2.0, 134.3, 138.6),
    "95": Bounds(-5.7, -2.7, 137.6, 141.3),
    "96": Bounds(-3.0, 1.5, 128.8, 133.5),
}
