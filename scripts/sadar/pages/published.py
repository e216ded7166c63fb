"""What was published and is no longer there: records and pages need a redirect, lists lead to what is above them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set

from sadar.campaign import Campaign
from sadar.pages import addresses
from sadar.pages.addresses import above, of_file
from sadar.pages.kinds import Page
from sadar.records.redirects import REDIRECTS


def served(pages: Iterable[Page]) -> set[str]:
    """The addresses of these pages as the ledger has them."""
    return {f"/{page.address}" for page in pages}


def standing(campaign: Campaign) -> set[str]:
    """The addresses that the campaign's files stand for, also of files that hold mistakes, and those above them."""
    own = {address for file in campaign.paths if (address := of_file(file))}
    return {f"/{address}" for address in own} | {f"/{each}" for address in own for each in above(address)}


def vanished(campaign: Campaign, there: Set[str]) -> list[str]:
    """The published addresses, in order, neither `there` nor redirected, which no other mistake explains."""
    redirected = {redirect.gone for redirect in campaign.redirects.redirects}
    missing = sorted(each for each in campaign.ledger.lines if each not in there and each not in redirected)
    if not missing or REDIRECTS in campaign.unread:
        return []
    known = standing(campaign)
    # Figures and other lists make several pages each: while one cannot be read, only the pages of records are sure.
    unsure = any(file.parts[0] == "content" for file in campaign.unread)
    of_records = (f"/{addresses.VILLAGES}", f"/{addresses.LAUNCHES}")
    return [each for each in missing if each not in known and (not unsure or each.startswith(of_records))]


def emptied(campaign: Campaign, there: Set[str]) -> Mapping[str, str]:
    """The published pages that are gone by themselves, each with the nearest page above it."""
    return {each: nearest(each, there) for each in vanished(campaign, there) if leads_up(each)}


def leads_up(address: str) -> bool:
    """Whether a page comes and goes with records or rules, without anybody deciding on it.

    These are the lists of villages, ceremonies and figures, and the pages on the rules of the check.
    """
    first, *steps = address.strip("/").split("/")
    match f"{first}/":
        case addresses.VILLAGES:
            return len(steps) != 3 or steps[0] in addresses.FACETS.values()  # also those of districts
        case addresses.LAUNCHES:
            return len(steps) != 2  # also the parts of years
    return address.startswith((f"/{addresses.FIGURES}", f"/{addresses.RULES}"))


def nearest(address: str, there: Set[str]) -> str:
    """The address itself, or the nearest above it where a page stands."""
    return next((each for each in (address, *(f"/{step}" for step in above(address[1:]))) if each in there), "/")
