"""Rules on redirects: a reader who follows an old address arrives, in one step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sadar.campaign import Campaign
from sadar.pages import Page
from sadar.pages.published import emptied, served, standing
from sadar.problem import Problem
from sadar.records.redirects import REDIRECTS


def redirects_from_free_addresses(campaign: Campaign, pages: tuple[Page, ...]) -> Iterator[Problem]:
    """A redirect must start where no page stands, and an address must have one redirect only."""
    if not campaign.redirects.redirects:
        return
    there = served(pages)
    seen: set[str] = set()
    for index, redirect in enumerate(campaign.redirects.redirects):
        steps = ("redirects", index, "from")
        if redirect.gone in seen:
            yield Problem("redirect-twice", REDIRECTS, steps, {"given": redirect.gone})
        elif redirect.gone in there:
            yield Problem("redirect-from-page", REDIRECTS, steps, {"given": redirect.gone})
        seen.add(redirect.gone)


def redirects_arrive_in_one_step(campaign: Campaign, pages: tuple[Page, ...]) -> Iterator[Problem]:
    """A redirect must lead to a page, neither to another redirect nor back to itself."""
    if not campaign.redirects.redirects:
        return
    there = served(pages)
    written = {each.gone: each.to for each in campaign.redirects.redirects if each.gone not in there}
    onward = {**emptied(campaign, there), **written}
    # A page whose record holds a mistake is missing for that mistake only.
    there |= standing(campaign)
    for index, redirect in enumerate(campaign.redirects.redirects):
        steps = ("redirects", index, "to")
        details = {"given": redirect.to, "from": redirect.gone}
        if redirect.page in onward:
            end = _end(redirect.page, onward)
            if end is None:
                yield Problem("redirect-loop", REDIRECTS, steps, details)
            else:
                yield Problem("redirect-chain", REDIRECTS, steps, details | {"instead": end}, instead=end)
        elif redirect.page not in there:
            yield Problem("redirect-to-nothing", REDIRECTS, steps, details)


def _end(page: str, onward: Mapping[str, str]) -> str | None:
    """Where a chain of redirects ends; None where it comes back to an address it has passed."""
    passed: set[str] = set()
    to = page
    while page in onward:
        if page in passed:
            return None
        passed.add(page)
        to = onward[page]
        page = to.partition("#")[0]
    return to
