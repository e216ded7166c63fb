"""Questions and answers of a hand-written page as plain text, for search engines."""

from __future__ import annotations

import re
from html import unescape

_HEADING = re.compile(r"^## +(.*?) *$", re.MULTILINE)
# What Markdown and HTML leave out of the text that readers see: tags, where links lead, signs for bold and lists.
_MARKS = re.compile(r"<[^>]+>|(?<=\])\([^)]*\)|^(?:[-*]|\d+\.) |\*+|[\[\]]", re.MULTILINE)


def questions(text: str) -> list[tuple[str, str]]:
    """The questions of a page with their answers; none where a heading of the second rank is no question."""
    pieces = _HEADING.split(text)[1:]
    found = list(zip(pieces[::2], pieces[1::2], strict=True))
    if len(found) < 2 or not all(heading.endswith("?") for heading, _ in found):
        return []
    return [(_plain(question), _plain(answer)) for question, answer in found]


def _plain(text: str) -> str:
    return " ".join(unescape(_MARKS.sub("", text)).split())
