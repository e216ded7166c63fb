"""Rules on the hand-written pages and the glossary."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from sadar.campaign import Campaign
from sadar.language import LANGUAGES
from sadar.problem import Place, Problem
from sadar.records.filed import GLOSSARY


def pages_translated(campaign: Campaign) -> Iterator[Problem]:
    """A hand-written page must stand in both languages; until then readers see the other one with a notice."""
    written = {(page.language, page.slug) for page in campaign.pages}
    for page in campaign.pages:
        for language in LANGUAGES:
            missing = PurePosixPath(f"content/{language}/{page.slug}.md")
            if (language, page.slug) not in written and missing not in campaign.unread:
                details = {"missing": str(missing)}
                yield Problem("translation-missing", page.file, (), details, place=Place(1, 1))


def home_page_written(campaign: Campaign) -> Iterator[Problem]:
    """The home page must be written, in at least one language."""
    home = PurePosixPath(f"content/{LANGUAGES[0]}/index.md")
    if home not in campaign.unread and not any(page.slug == "index" for page in campaign.pages):
        yield Problem("home-missing", home, place=Place(1, 1))


def glossary_terms_once(campaign: Campaign) -> Iterator[Problem]:
    """A term must stand in the glossary once."""
    seen: set[str] = set()
    for index, term in enumerate(campaign.glossary.terms):
        if term.id in seen:
            yield Problem("term-twice", GLOSSARY, ("terms", index, "id"), {"given": term.id})
        seen.add(term.id)
