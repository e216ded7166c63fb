"""Unquoted words that YAML reads as something else than text, a number or a date."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

_NUMBER = (
    r"[-+]?(?:0[xX][0-9a-fA-F_]+|0b[01_]+|0o[0-7]+|[0-9]+(?:_[0-9]+)+(?:\.[0-9_]*)?|\.(?:inf|Inf|INF)"
    r"|[0-9][0-9_]*(?:\.[0-9_]*)?[eE][-+]?[0-9]+)|\.(?:nan|NaN|NAN)"
)
# The rule of each form, by what YAML 1.1 (or its reader in Python, or YAML 1.2) takes the word for.
FORMS = {
    "word-nothing": r"~|null|Null|NULL",
    "word-yes-no": r"[yYnN]|yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF",
    "word-clock": r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?",
    "word-octal": r"[-+]?0[0-9_]+",
    "word-number": _NUMBER,
    "word-sign": r"=|<<",
    "word-date": r"[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?",
    "dash-without-space": r"-[^\s0-9.-].*",
}
_RULES = tuple(FORMS)
_form = re.compile("|".join(f"({form})" for form in FORMS.values()), re.DOTALL).fullmatch

# Words of letters that mislead are shorter, all others begin with such a sign: most words need no longer look.
LONG = 6
SIGNS = frozenset("~=<+-.0123456789")


@lru_cache(maxsize=10_000)  # records say the same over and over
def misread(word: str) -> str | None:
    """The rule against an unquoted word that YAML does not read as text, a plain number or a date."""
    match = _form(word)
    rule = _RULES[(match.lastindex or 1) - 1] if match else None
    return None if rule == "word-date" and _is_date(word) else rule


def _is_date(word: str) -> bool:
    try:
        date(*map(int, word.split("-")))
    except ValueError:
        return False
    return True
