"""Rules on the pages as a whole: their addresses and the links between them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from sadar.campaign import Campaign
from sadar.pages import Page
from sadar.pages.kinds import HomePage
from sadar.pages.text_kinds import DataPage, TextPage
from sadar.problem import Place, Problem

# [text](target) and [text](target "title"), but no picture's own brackets.
LINK = re.compile(r"\[[^\]]*\]\(\s*<?([^)\s>]+)>?[^)]*\)")


def one_page_an_address(_: Campaign, pages: tuple[Page, ...]) -> Iterator[Problem]:
    """A hand-written page must not stand where a page made from records stands."""
    made = {page.address for page in pages if not isinstance(page, HomePage | TextPage | DataPage)}
    for page in pages:
        if isinstance(page, TextPage | DataPage) and page.address in made:
            for version in page.written.values():
                yield Problem("address-twice", version.file, (), {"given": f"/{page.address}"}, place=Place(1, 1))


def links_arrive(campaign: Campaign, pages: tuple[Page, ...]) -> Iterator[Problem]:
    """A link in a hand-written page must lead to a page of the site or to a web address."""
    written = [page for page in pages if isinstance(page, TextPage | DataPage)]
    known = {f"{page.address}index.md" for page in pages}
    known |= {f"{version.slug}.md" for page in written for version in page.written.values()}
    known |= {"/".join(file.parts[2:]) for file in campaign.unread if file.parts[0] == "content"}
    for page in campaign.pages:
        for number, line in enumerate(page.body.splitlines(), start=page.first_line):
            for link in LINK.finditer(line):
                target = link[1].partition("#")[0]
                place = Place(number, link.start(1) + 1, len(link[1]))
                # A mail address is told by the rule on private persons.
                if re.match(r"https?://[^/]|mailto:", target) or not target:
                    continue
                if re.match(r"[a-z][a-z0-9+.-]*:|//", target, re.IGNORECASE):
                    yield Problem("link-not-web", page.file, (), {"given": link[1]}, place=place)
                elif posixpath.normpath(posixpath.join(posixpath.dirname(page.slug), target)) not in known:
                    yield Problem("link-dead", page.file, (), {"given": link[1]}, place=place)
