"""Which pages exist, their addresses and their facts; no language, no HTML."""

from sadar.pages.kinds import Page
from sadar.pages.rules import rule_pages
from sadar.pages.site import site_pages
from sadar.pages.whole import Settings, Site

__all__ = ["Page", "Settings", "Site", "rule_pages", "site_pages"]
