"""Pages of text: written by hand, the glossary, the search, and those for editors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sadar.campaign import Campaign, Photo, Step
from sadar.language import Language
from sadar.pages.figure_kinds import FigureOnDay
from sadar.records import Standing, Term
from sadar.records.filed import WrittenPage
from sadar.rules import Group, Rule


@dataclass(frozen=True, slots=True)
class GlossaryPage:
    address: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class TextPage:
    """A hand-written page, in every language it stands in, with the figures and the photos it may refer to."""

    address: str
    written: Mapping[Language, WrittenPage]
    figures: Mapping[str, FigureOnDay]
    photos: Mapping[str, Photo]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """Where the search box leads without a script, and what is said of a village that no record knows."""

    address: str


@dataclass(frozen=True, slots=True)
class BadgesPage:
    """In a large campaign, the badges that villages share, by name and newest first, and the code for each."""

    address: str
    badges: Mapping[str, Standing | Step]


@dataclass(frozen=True, slots=True)
class DataPage:
    """A hand-written page as well; above its text stands what can be downloaded."""

    address: str
    written: Mapping[Language, WrittenPage]
    figures: Mapping[str, FigureOnDay]
    photos: Mapping[str, Photo]
    campaign: Campaign


@dataclass(frozen=True, slots=True)
class RulesPage:
    """For editors: every rule of the check, in groups."""

    address: str
    groups: Mapping[Group, tuple[Rule, ...]]


@dataclass(frozen=True, slots=True)
class RulePage:
    address: str
    rule: Rule


TextKind = GlossaryPage | TextPage | DataPage | SearchPage | BadgesPage | RulesPage | RulePage
