"""Pages of a part as finished HTML: each body set into the frame that MkDocs made for its shape."""

from __future__ import annotations

from collections.abc import Sequence

from sadar.dress import Front, Shape, shape
from sadar.language import Language
from sadar.outputs import body, front
from sadar.outputs.heads import Head, head
from sadar.pages import Page
from sadar.pages.addresses import BELOW
from sadar.parts.shared import Shared, Staging
from sadar.wording import Wording, wording

Shapes = frozenset[tuple[Language, Shape]]


def framed(common: Shared, pages: Sequence[Page], staging: Staging) -> tuple[str, ...] | Shapes:
    """Add every page in every language; the paths of those that the text search reads, or the frames still missing."""
    told = {
        language: [_told(wording(language), page, common) for page in pages] for language in common.settings.languages
    }
    missing = frozenset(
        (language, form)
        for language, those in told.items()
        for _, _, _, form in those
        if form not in common.frames.get(language, {})
    )
    if missing:
        return missing
    searched: list[str] = []
    for language, those in told.items():
        words, frames = wording(language), common.frames[language]
        for page, top, each, form in those:
            path = f"{BELOW[language]}{page.address}index.html"
            staging.add(path, frames[form].around(page.address, each, body(words, page, top, common.settings)))
            if "searched" in each:
                searched.append(path)
    return tuple(searched)


def _told(words: Wording, page: Page, common: Shared) -> tuple[Page, Head, Front, Shape]:
    top = head(words, page)
    told = front(words, page, top, common.settings, common.size)
    return page, top, told, shape(page.address, told)
