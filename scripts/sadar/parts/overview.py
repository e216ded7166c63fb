"""The pages of the whole country, begun as soon as all villages are known: MkDocs makes them while areas are made."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from sadar import checks
from sadar.campaign import Campaign, Listed
from sadar.dress import Dressed, Dressing, dress
from sadar.outputs import documents
from sadar.pages import Page, rule_pages
from sadar.pages.addresses import BELOW
from sadar.pages.site import events_of, overview_pages
from sadar.parts.record import Made
from sadar.parts.regency import listed_in
from sadar.parts.shared import Shared, digest_of
from sadar.rules import rules


@dataclass(frozen=True, slots=True)
class Overview:
    """`villages` as lists tell them, the pages of the whole country, a digest of what these say, and MkDocs at work.

    Nothing is at work where the last build made the same of the same. A context that leaves nothing at work.
    """

    villages: tuple[Listed, ...]
    pages: tuple[Page, ...]
    told: str
    at_work: tuple[Dressed, ...]

    def __enter__(self) -> Overview:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for each in self.at_work:
            each.stop()


def begin_overview(common: Shared, campaign: Campaign, after: Made, before: Made, html: Path) -> Overview:
    """Have made what is not as it was below `html`; all regencies are done. DamagedError."""
    villages = tuple(village for _, done in after.regencies.values() for village in listed_in(done.kept))
    pages = (
        *overview_pages(campaign, villages, events_of(campaign.launches, villages), common.today),
        *rule_pages(rules(checks.WARNINGS)),
    )
    texts = {each: dict(documents(pages, each, common.settings, common.size)) for each in common.settings.languages}
    told = digest_of(pickle.dumps(texts))
    if before.nation.get("pages", ("",))[0] == common.digest(told):
        return Overview(villages, pages, told, ())
    dressings: Mapping[str, Dressing] = {
        each: Dressing(each, BELOW[each], common.folder, html / each, common.settings.nav) for each in texts
    }
    at_work = tuple(dress(dressings[each], texts[each], common.today) for each in texts)
    return Overview(villages, pages, told, at_work)
