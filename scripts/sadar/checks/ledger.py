"""The rule on addresses: what was published once is served or redirected, whatever becomes of its record."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from difflib import get_close_matches
from itertools import pairwise

from sadar.campaign import Campaign
from sadar.pages import Page
from sadar.pages.addresses import LAUNCHES, VILLAGES, above, of_file
from sadar.problem import Place, Problem
from sadar.records.redirects import LEDGER, REDIRECTS


def published_addresses_live(campaign: Campaign, pages: tuple[Page, ...]) -> Iterator[Problem]:
    """An address that was published must have its page, or a redirect to where that now stands."""
    served = {f"/{page.address}" for page in pages}
    gone = vanished(campaign, served)
    if not gone:
        return
    # A page may be missing at its new address, too, for a mistake in its record.
    successors = _Successors(served | standing(campaign), campaign.ledger.lines.keys())
    for address, below in _told_once(gone):
        new = successors.of(address, below)
        details = {"given": address, "number": str(len(below)), "old": address.strip("/"), "new": new.strip("/") or "/"}
        rule = "address-vanished" if len(below) == 1 else "addresses-vanished"
        # A folder that was never noted itself is told where the first of its pages was.
        line = campaign.ledger.lines.get(address) or campaign.ledger.lines[below[0]]
        yield Problem(rule, LEDGER, (), details, place=Place(line, 1, len(address)))


def vanished(campaign: Campaign, served: Set[str]) -> list[str]:
    """The published addresses, in order, that are neither served nor redirected, and that no other mistake explains."""
    redirected = {redirect.gone for redirect in campaign.redirects.redirects}
    missing = sorted(each for each in campaign.ledger.lines if each not in served and each not in redirected)
    if not missing or REDIRECTS in campaign.unread:
        return []
    there = standing(campaign)
    # Figures and other lists make several pages each: while one cannot be read, only the pages of records are sure.
    unsure = any(file.parts[0] == "content" for file in campaign.unread)
    of_records = (f"/{VILLAGES}", f"/{LAUNCHES}")
    return [each for each in missing if each not in there and (not unsure or each.startswith(of_records))]


def standing(campaign: Campaign) -> set[str]:
    """The addresses that the campaign's files stand for, also of files that hold mistakes, and those above them."""
    own = {address for file in campaign.paths if (address := of_file(file))}
    return {f"/{address}" for address in own} | {f"/{each}" for address in own for each in above(address)}


def _told_once(gone: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Each mistake with its pages: a moved folder is told as one, the last village of a list without the list."""
    groups: list[list[str]] = []
    top = ""
    for address, following in pairwise([*gone, ""]):
        if not top or not address.startswith(top):
            top = address
            groups.append([])
        # What stands above another address that vanished is a list of it.
        if not following.startswith(address):
            groups[-1].append(address)
    for group in groups:
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
        return next((f"/{each}" for each in above(address[1:]) if f"/{each}" in self.there), "/")


def _name(address: str) -> str:
    return address.split("/")[-2]


def _kind(address: str) -> str:
    """What may take the place of what: pages of one part of the site at the same depth."""
    return f"{address.split('/')[1]}{address.count('/')}/"


def _kin(address: str) -> str:
    """A renamed village stays in its regency; the folder of a ceremony changes with its date, also its year."""
    return _kind(address) if address.startswith(f"/{LAUNCHES}") else posixpath.dirname(address[:-1])
