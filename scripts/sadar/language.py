"""The languages that the house speaks; the first names whatever has one name only."""

from __future__ import annotations

from typing import Literal, get_args

Language = Literal["id", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
