"""The pictures for sharing that the pages of a part have for themselves, still to be drawn."""

from __future__ import annotations

from pathlib import PurePosixPath

from sadar.outputs import cards
from sadar.pages import Page
from sadar.parts.shared import Shared
from sadar.pictures.lettering import Card

Drawn = tuple[tuple[PurePosixPath, Card], ...]


def drawn_for(common: Shared, pages: tuple[Page, ...]) -> Drawn:
    """Each picture as (path from the site's root, what it says)."""
    return tuple(cards(pages, common.settings, common.size))
