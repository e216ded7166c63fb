"""The rule on addresses: what was published once is served or redirected, whatever becomes of its record."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from difflib import get_close_matches

from sadar.campaign import Campaign
from sadar.pages import Page
from sadar.pages.addresses import LAUNCHES, above
from sadar.pages.published import leads_up, nearest, served, standing, vanished
from sadar.problem import Place, Problem
from sadar.records.redirects import LEDGER


def published_addresses_live(campaign: Campaign, pages: tuple[Page, ...]) -> Iterator[Problem]:
    """An address that was published must have its page, or a redirect to where that now stands."""
    there = served(pages)
    gone = vanished(campaign, there)
    if not gone:
        return
    # A page may be missing at its new address, too, for a mistake in its record.
    successors = _Successors(there | standing(campaign), campaign.ledger.lines.keys())
    for address, below in _told_once(gone):
        new = successors.of(address, below)
        details = {"given": address, "number": str(len(below)), "old": address.strip("/"), "new": new.strip("/") or "/"}
        rule = "address-vanished" if len(below) == 1 else "addresses-vanished"
        # A folder that was never noted itself is told where the first of its pages was.
        line = campaign.ledger.lines.get(address) or campaign.ledger.lines[below[0]]
        yield Problem(rule, LEDGER, (), details, place=Place(line, 1, len(address)))


def _told_once(gone: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Each mistake with its pages: a moved folder is told as one; a list that is empty now is no mistake."""
    groups: list[list[str]] = []
    top = ""
    for address in gone:
        if not top or not address.startswith(top):
            top = address
            groups.append([])
        if not leads_up(address):
            groups[-1].append(address)
    for group in filter(None, groups):
        yield group[0] if len(group) == 1 else f"{posixpath.commonpath(group)}/", group


class _Successors:
    """Where a vanished page may stand now, judged by the addresses that are there but were never published."""

    def __init__(self, there: Set[str], published: Set[str]) -> None:
        self.there = there
        self.named: dict[str, list[str]] = defaultdict(list)
        self.kin: dict[str, list[str]] = defaultdict(list)
        for address in sorted(there - published):
            self.named[_kind(address) + _name(address)].append(address)
            self.kin[_kin(address)].append(address)

    def of(self, address: str, below: Iterable[str]) -> str:
        """The likely new address of a page, or of a folder with these pages; else the nearest page above it."""
        first = next(iter(below))
        kin = {_name(each): each for each in self.kin[_kin(first)]}
        alike = get_close_matches(_name(first), kin, 1)
        found = next(iter(self.named[_kind(first) + _name(first)]), "") or (kin[alike[0]] if alike else "")
        for _ in range(first.count("/") - address.count("/")):
            found = next((f"/{each}" for each in above(found.strip("/") + "/")), "") if found else ""
        if found and found != address:
            return found
        return nearest(address, self.there)


def _name(address: str) -> str:
    return address.split("/")[-2]


def _kind(address: str) -> str:
    """What may take the place of what: pages of one part of the site at the same depth."""
    return f"{address.split('/')[1]}{address.count('/')}/"


def _kin(address: str) -> str:
    """A renamed village stays in its regency; the folder of a ceremony changes with its date, also its year."""
    return _kind(address) if address.startswith(f"/{LAUNCHES}") else posixpath.dirname(address[:-1])
