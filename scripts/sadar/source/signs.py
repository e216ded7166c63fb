"""What stands between the lines of a YAML text and means something else than an editor thinks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

import yaml

from sadar.problem import Place, Problem
from sadar.source.library import Loader
from sadar.source.writing import quoted

# Spaces of a word processor where YAML wants the plain one: before a field's name or after its colon.
_ODD_SPACE = re.compile("^(?:[ -]*|[ -]*[a-z_]+: *)([\xa0\u2000-\u200b\u202f\u205f\u3000]+)", re.MULTILINE)
_DIRECTIVE = re.compile("^%", re.MULTILINE)
_HASH = re.compile(r"[ \t]#[^\s#]")
# A field or an entry whose text would go on behind the sign.
_CUT = re.compile(r"""(\s*(?:- +)*(?:[\w-]+: +)?)((?:[^"'\[{|>#\s][^#]*)?)(#[^\s#].*)""")


def line_signs(file: PurePosixPath, text: str) -> tuple[Problem, ...]:
    """Directives and spaces that forbid to read on."""
    if "%" in text and (found := _DIRECTIVE.search(text)):
        return (Problem("directive-forbidden", file, place=_place(text, found.start(), 1)),)
    if text.isascii():
        return ()
    return tuple(
        Problem("space-not-plain", file, place=_place(text, found.start(1), len(found[1])), instead=" ")
        for found in _ODD_SPACE.finditer(text)
    )


def hashes(file: PurePosixPath, text: str) -> Iterator[Problem]:
    """A # without a space after it cuts off the rest of a text: `Desa #5` becomes `Desa`."""
    if "#" not in text or not _HASH.search(text):
        return
    spans = _written(text)
    starts = [span[0] for span in spans]
    start = 0
    for number, line in enumerate(text.split("\n"), start=1):
        match = _CUT.match(line)
        sign = start + match.start(3) if match else 0
        start += len(line) + 1
        if not match or not (match[1].strip() or match[2]):
            continue
        # Within quotes or a block of text the sign is text like any other.
        before = bisect_right(starts, sign) - 1
        if before < 0 or sign >= spans[before][1]:
            value = (match[2] + match[3]).rstrip()
            place = Place(number, match.start(2) + 1, len(value))
            yield Problem("hash-in-text", file, details={"given": match[3]}, place=place, instead=quoted(value))


def _written(text: str) -> list[tuple[int, int]]:
    """From where to where each name and value goes, in their order."""
    events: Iterator[Any] = iter(yaml.parse(text, Loader=Loader))
    return [(event.start_mark.index, event.end_mark.index) for event in events if getattr(event, "value", "")]


def _place(text: str, start: int, width: int) -> Place:
    return Place(text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start), width)
