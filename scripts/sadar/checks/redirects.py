"""Rules on redirects: a reader who follows an old address arrives, in one step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sadar.campaign import Campaign
from sadar.checks.ledger import standing
from sadar.pages import Page
from sadar.problem import Problem
from sadar.records.redirects import REDIRECTS, Redirect


def redirects_from_free_addresses(campaign: Campaign, pages: tuple[Page, ...]) -> Iterator[Problem]:
    """A redirect must start where no page stands, and an address must have one redirect only."""
    if not campaign.redirects.redirects:
        return
    served = {f"/{page.address}" for page in pages}
    seen: set[str] = set()
    for index, redirect in enumerate(campaign.redirects.redirects):
        steps = ("redirects", index, "from")
        if redirect.gone in seen:
            yield Problem("redirect-twice", REDIRECTS, steps, {"given": redirect.gone})
        elif redirect.gone in served:
            yield Problem("redirect-from-page", REDIRECTS, steps, {"given": redirect.gone})
        seen.add(redirect.gone)


def redirects_arrive_in_one_step(campaign: Campaign, pages: tuple[Page, ...]) -> Iterator[Problem]:
    """A redirect must lead to a page, neither to another redirect nor back to itself."""
    if not campaign.redirects.redirects:
        return
    served = {f"/{page.address}" for page in pages}
    # A page whose record holds a mistake is missing for that mistake only.
    there = served | standing(campaign)
    onward = {redirect.gone: redirect for redirect in campaign.redirects.redirects if redirect.gone not in served}
    for index, redirect in enumerate(campaign.redirects.redirects):
        steps = ("redirects", index, "to")
        details = {"given": redirect.to, "from": redirect.gone}
        if redirect.page in onward:
            end = _end(redirect, onward)
            if end is None:
                yield Problem("redirect-loop", REDIRECTS, steps, details)
            else:
                yield Problem("redirect-chain", REDIRECTS, steps, details | {"instead": end}, instead=end)
        elif redirect.page not in there:
            yield Problem("redirect-to-nothing", REDIRECTS, steps, details)


def _end(redirect: Redirect, onward: Mapping[str, Redirect]) -> str | None:
    """Where a chain of redirects ends; None where it comes back to an address it has passed."""
    passed: set[str] = set()
    while redirect.page in onward:
        if redirect.page in passed:
            return None
        passed.add(redirect.page)
        redirect = onward[redirect.page]
    return redirect.to
