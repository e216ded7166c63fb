"""All that the site is made of, as the rooms below see it."""

from __future__ import annotations

from dataclasses import dataclass

from sadar.campaign import Campaign
from sadar.language import LANGUAGES, Language
from sadar.pages.addresses import BELOW
from sadar.pages.kinds import Page
from sadar.records import PartialDate
from sadar.regions import Regions


@dataclass(frozen=True, slots=True)
class Settings:
    """What `mkdocs.yml` says to our own rooms.

    `url` is the site's public address with a slash at its end, `publisher` who stands behind the site, `contact` where
    its weaknesses are reported (`https:` or `mailto:`); all are empty where nothing is configured. `nav` are the
    documents of the navigation. Up to `searched_villages` villages the text search holds all their pages (beyond, the
    finder alone finds villages), up to `cards` each has its own picture for sharing. The first of `languages` stands at
    the site's root.
    """

    url: str = ""
    publisher: str = ""
    contact: str = ""
    nav: tuple[str, ...] = ()
    searched_villages: int = 1_000
    cards: int = 1_000
    languages: tuple[Language, ...] = LANGUAGES

    def public(self, language: Language, target: str) -> str:
        """The whole public address of a page, or empty where none is configured."""
        return f"{self.url}{BELOW[language]}{target}" if self.url else ""


@dataclass(frozen=True, slots=True)
class Site:
    """`url`, `publisher`, `contact` and `languages` are those of the settings."""

    campaign: Campaign
    regions: Regions
    pages: tuple[Page, ...]
    today: PartialDate
    url: str
    publisher: str = ""
    contact: str = ""
    languages: tuple[Language, ...] = LANGUAGES

    @property
    def below(self) -> tuple[str, ...]:
        """Where each of its languages stands below its root."""
        return tuple(BELOW[language] for language in self.languages)
