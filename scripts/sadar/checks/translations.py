"""Rules on the hand-written pages and the glossary."""

from __future__ import annotations

from collections.abc import Iterator

from sadar.campaign import Campaign
from sadar.problem import Place, Problem
from sadar.records.gathering import GLOSSARY, LANGUAGES


def pages_translated(campaign: Campaign) -> Iterator[Problem]:
    """A hand-written page must stand in both languages; until then readers see the other one with a notice."""
    written = {(page.language, page.slug) for page in campaign.pages}
    for page in campaign.pages:
        for language in LANGUAGES:
            if (language, page.slug) not in written:
                details = {"missing": f"content/{language}/{page.slug}.md"}
                yield Problem("translation-missing", page.file, (), details, place=Place(1, 1))


def glossary_terms_once(campaign: Campaign) -> Iterator[Problem]:
    """A term must stand in the glossary once."""
    seen: set[str] = set()
    for index, term in enumerate(campaign.glossary.terms):
        if term.id in seen:
            yield Problem("term-twice", GLOSSARY, ("terms", index, "id"), {"given": term.id})
        seen.add(term.id)
