"""Which pages a change adds, removes and moves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from sadar.checks.privacy import public_part
from sadar.compare.facts import shown
from sadar.compare.pairs import Pair
from sadar.compare.records import state_of
from sadar.outputs.heads import head
from sadar.pages import Page
from sadar.pages.published import emptied, served
from sadar.pipeline import Checked
from sadar.wording import Wording


@dataclass(frozen=True, slots=True)
class PageChange:
    """A page that is new (`before` is None), gone (`after` is None) or moved; addresses are paths from the site's root.

    `redirected`: whoever asks for the old address is led to the new one.
    """

    title: str
    before: str | None
    after: str | None
    redirected: bool


def page_changes(words: Wording, paired: Sequence[Pair], old: Checked, new: Checked) -> tuple[PageChange, ...]:
    """Pages in the order of their addresses."""
    before = {page.address: page for page in old.pages}
    after = {page.address: page for page in new.pages}
    moved = {
        pair.before.page: pair.after.page
        for pair in paired
        if pair.before and pair.after and pair.before.page and pair.before.page not in after
    }
    found = [
        PageChange(_title(words, after[address]), None, _public(address), redirected=False)
        for address in after.keys() - before.keys() - set(moved.values())
    ]
    redirects = _redirects(new)
    unread = {pair.shown.page for pair in paired if state_of(pair, old, new) == "unread"}
    for address in before.keys() - after.keys() - unread:
        target = redirects.get(address, moved.get(address))
        title = _title(words, after[target] if target in after else before[address])
        arrives = None if target is None else _public(target)
        found.append(PageChange(title, _public(address), arrives, redirected=address in redirects))
    return tuple(sorted(found, key=lambda page: (page.after or page.before or "", page.before or "")))


def _redirects(checked: Checked) -> Mapping[str, str]:
    """Where old addresses lead: by a redirect of the records, or up from a list that holds nothing any more."""
    written = {each.gone: each.page for each in checked.campaign.redirects.redirects}
    every = {**emptied(checked.campaign, served(checked.pages)), **written}
    return {gone[1:]: to[1:] for gone, to in every.items()}


def _public(address: str) -> str:
    """An address as far as its names give nothing away."""
    return f"{public_part(PurePosixPath(address))}/" if address else address


def _title(words: Wording, page: Page) -> str:
    return shown(head(words, page).title)
