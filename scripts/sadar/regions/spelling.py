"""A name as an address and as search compares it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = str.maketrans("", "", "'’‘ʼ`´")
_OTHERS = re.compile("[^a-z0-9]+")


@lru_cache(maxsize=50_000)  # of every page, those of its province and regency
def slug(text: str) -> str:
    """The text for an address: lowercase ASCII, apostrophes dropped, everything else as single hyphens."""
    text = text.translate(_APOSTROPHES)
    if not text.isascii():
        text = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    return _OTHERS.sub("-", text.lower()).strip("-")


def folded(text: str) -> str:
    """The text without case, accents, punctuation and spaces: 'Catak Gayam' and 'Catakgayam' fold to the same."""
    return slug(text).replace("-", "")


def folded_in_word_order(text: str) -> str:
    """The text folded with its words in alphabetical order, so that swapped words fold to the same."""
    return "".join(sorted(slug(text).split("-")))
