"""All that the site is made of, as the rooms below see it."""

from __future__ import annotations

from dataclasses import dataclass

from sadar.campaign import Campaign
from sadar.pages.kinds import Page
from sadar.records import PartialDate
from sadar.regions import Regions


@dataclass(frozen=True, slots=True)
class Site:
    """`url` is the site's public address with a slash at its end, or empty where none is configured.

    `contact` is where weaknesses of the site are reported, as `https:` or `mailto:`, or empty.
    """

    campaign: Campaign
    regions: Regions
    pages: tuple[Page, ...]
    today: PartialDate
    url: str
    contact: str = ""
