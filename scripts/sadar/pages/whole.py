"""All that the site is made of, as the rooms below see it."""

from __future__ import annotations

from dataclasses import dataclass

from sadar.campaign import Campaign
from sadar.pages.kinds import Page
from sadar.records import PartialDate
from sadar.regions import Regions


@dataclass(frozen=True, slots=True)
class Site:
    """`url` is the site's public address with a slash at its end; it and `publisher` are empty where not configured."""

    campaign: Campaign
    regions: Regions
    pages: tuple[Page, ...]
    today: PartialDate
    url: str
    publisher: str = ""
