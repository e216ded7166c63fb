"""Which pages exist, their addresses and their facts; no language, no HTML."""

from sadar.pages.kinds import Page
from sadar.pages.site import site_pages

__all__ = ["Page", "site_pages"]
