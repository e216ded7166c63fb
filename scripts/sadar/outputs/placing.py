"""Bubbles on a map moved apart until none covers another, each as little as it takes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from sadar.outputs.coast import Box, Point

_PULLED = 100  # rounds in which bubbles are drawn back to their places, ever more weakly
_ROUNDS = 600  # rounds at most; real maps come to rest soon after the last pull
_PULL = 0.04


@dataclass(frozen=True, slots=True)
class Bubble:
    """A pill, or a circle where it is as wide as high, with its middle."""

    middle: Point
    width: int
    height: int

    @property
    def box(self) -> Box:
        return Box(self.middle[0] - self.width // 2, self.middle[1] - self.height // 2, self.width, self.height)


@dataclass(slots=True)
class _Moving:
    bubble: Bubble
    x: float
    y: float

    def keep(self, frame: Box) -> None:
        across, down = self.bubble.width / 2, self.bubble.height / 2
        self.x = min(max(self.x, frame.left + across), frame.left + frame.width - across)
        self.y = min(max(self.y, frame.top + down), frame.top + frame.height - down)


def apart(bubbles: Sequence[Bubble], frame: Box, gap: int) -> tuple[Bubble, ...]:
    """The bubbles inside the frame, `gap` units from each other as far as there is room."""
    # No two start on the same spot: there would be no way to push them.
    moving = [
        _Moving(each, each.middle[0] + at % 6 / 50, each.middle[1] + at // 6 / 50) for at, each in enumerate(bubbles)
    ]
    for number in range(_ROUNDS):
        pull = _PULL * max(0, 1 - number / _PULLED)
        for each in moving:
            each.x += (each.bubble.middle[0] - each.x) * pull
            each.y += (each.bubble.middle[1] - each.y) * pull
        pushed = [_push(one, other, gap) for one, other in combinations(moving, 2)]
        for each in moving:
            each.keep(frame)
        if not pull and not any(pushed):
            break
    return tuple(Bubble((round(each.x), round(each.y)), each.bubble.width, each.bubble.height) for each in moving)


def _push(one: _Moving, other: _Moving, gap: int) -> bool:
    """Move two bubbles apart, each by half of what is missing; whether they were too near."""
    across, down = other.x - one.x, other.y - one.y
    # A pill is a level line with round ends: only what lies beyond the lines counts.
    lines = (one.bubble.width - one.bubble.height + other.bubble.width - other.bubble.height) / 2
    across = math.copysign(max(abs(across) - lines, 0), across)
    distance = math.hypot(across, down)
    missing = (one.bubble.height + other.bubble.height) / 2 + gap - distance
    if missing < 0.01:
        return False
    by_x, by_y = (across / distance, down / distance) if distance else (0, 1)
    one.x, one.y = one.x - by_x * missing / 2, one.y - by_y * missing / 2
    other.x, other.y = other.x + by_x * missing / 2, other.y + by_y * missing / 2
    return True
