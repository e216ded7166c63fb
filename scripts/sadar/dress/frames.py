"""Frames: what MkDocs and the theme put around a page, made once for all pages of one shape.

MkDocs makes a sample of each shape, with a mark in the place of everything that is a page's own; a page is its frame
with its own parts in those places, byte for byte what MkDocs would have made of its document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from markupsafe import escape

from sadar.source import as_yaml

Front = Mapping[str, object]

# What in a front matter is a page's own text; all else tells its shape.
_TOLD = ("title", "description", "image", "image_alt")
_MARK = re.compile(r"<div>qzbodyzq</div>|qz(\w+?)zq")
_BODY = "<div>qzbodyzq</div>"
# Markdown does this to a block of HTML that it passes through.
_BLANK_LINE = re.compile(r"(?<=\n) +\n")


@dataclass(frozen=True, slots=True)
class Shape:
    """What pages of one frame share: where they stand, and all of their front matter that is no text of their own."""

    first: str
    depth: int
    told: tuple[str, ...]
    settled: tuple[tuple[str, str], ...]
    subscribe: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """Pieces of HTML, and between each two the name of what stands there."""

    pieces: tuple[str, ...]
    names: tuple[str, ...]

    def around(self, address: str, front: Front, body: str) -> str:
        """The whole page."""
        own = {name: str(escape(front[name])) for name in _TOLD if name in front}
        if "image" in front:
            own["image"] = str(front["image"])  # an address of ours, which the theme places as it is
        subscribe = front.get("subscribe")
        if isinstance(subscribe, dict):
            own["subscribe"] = str(escape(subscribe["name"]))
        own |= {"url": address, "body": passed_through(body)}
        parts = [self.pieces[0]]
        for name, piece in zip(self.names, self.pieces[1:], strict=True):
            parts += (own[name], piece)
        return "".join(parts)


def shape(address: str, front: Front) -> Shape:
    """The shape of the page at an address of at least two steps."""
    first, *steps = address.strip("/").split("/")
    subscribe = front.get("subscribe")
    more = subscribe if isinstance(subscribe, dict) else {}
    return Shape(
        first,
        1 + len(steps),
        tuple(name for name in _TOLD if name in front),
        tuple((key, str(value)) for key, value in front.items() if key not in (*_TOLD, "subscribe")),
        tuple((key, str(value)) for key, value in more.items() if key != "name"),
    )


def samples(shapes: Iterable[Shape]) -> Iterator[tuple[PurePosixPath, str]]:
    """A document for MkDocs of each shape, with marks."""
    for number, each in enumerate(shapes):
        front: dict[str, object] = {name: f"qz{name}zq" for name in each.told}
        front |= dict(each.settled)
        if each.subscribe:
            front["subscribe"] = {"name": "qzsubscribezq"} | dict(each.subscribe)
        yield PurePosixPath(_place(number, each)) / "index.md", f"---\n{as_yaml(front)}---\n\n{_BODY}\n"


def frames(shapes: Iterable[Shape], html: Path) -> dict[Shape, Frame]:
    """The frames in what MkDocs made of the samples. OSError where one is missing."""
    made = {}
    for number, each in enumerate(shapes):
        place = _place(number, each)
        text = (html / place / "index.html").read_text(encoding="utf-8")
        found = _MARK.split(text.replace(place, "qzurlzq"))
        made[each] = Frame(tuple(found[::2]), tuple(name or "body" for name in found[1::2]))
    return made


def passed_through(body: str) -> str:
    """A body of HTML as it leaves Markdown."""
    body = body.replace("\x02", "").replace("\x03", "")
    if "\r" in body:
        body = body.replace("\r\n", "\n").replace("\r", "\n")
    return _BLANK_LINE.sub("\n", body.expandtabs(4)) if "\t" in body or " \n" in body else body


def _place(number: int, each: Shape) -> str:
    """An address that stands nowhere else in a page, below the same first step."""
    return "".join(f"{step}/" for step in (each.first, *(f"qz{number}q{depth}" for depth in range(1, each.depth))))
