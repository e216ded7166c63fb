"""A picture as the other rooms see it, and the sizes in which readers get it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

# Widths in pixels, and bytes at most; the first is for phones. A picture is at most twice as high as a width.
_WIDTHS = ((480, 60_000), (960, 160_000), (1440, 320_000))


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a picture cannot be published: the rule that it breaks, and what fills the rule's sentence."""

    rule: str
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Picture:
    """A file in a folder `photos/`: pixels as it is seen, 0 where it cannot be read; `digest` names its bytes."""

    file: PurePosixPath
    digest: str
    width: int
    height: int
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Size:
    """A picture as readers get it; `path` is from the site's root."""

    path: str
    width: int
    height: int
    most_bytes: int


def sizes(picture: Picture) -> tuple[Size, ...]:
    """The smallest first; none is larger than the picture itself."""
    found: dict[int, Size] = {}
    for limit, most_bytes in _WIDTHS:
        scale = min(1.0, limit / picture.width, 2 * limit / picture.height)
        width, height = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
        found.setdefault(width, Size(f"foto/{picture.digest}-{limit}.webp", width, height, most_bytes))
    return tuple(found.values())
