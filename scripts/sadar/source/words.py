"""Unquoted words that YAML reads as something else than text, a number or a date."""

from __future__ import annotations

import re
from datetime import date

# The rule of each, by what YAML 1.1 (or its reader in Python, or 1.2) takes the word for.
_RULES = (
    ("word-yes-no", re.compile(r"y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF")),
    ("word-clock", re.compile(r"[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?")),
    ("word-octal", re.compile(r"[-+]?0[0-9_]+")),
    (
        "word-number",
        re.compile(
            r"[-+]?(0[xX][0-9a-fA-F_]+|0b[01_]+|0o[0-7]+|[0-9]+(_[0-9]+)+(\.[0-9_]*)?|\.(inf|Inf|INF)|[0-9][0-9_]*(\.[0-9_]*)?[eE][-+]?[0-9]+)"
            r"|\.(nan|NaN|NAN)"
        ),
    ),
    ("word-sign", re.compile(r"=|<<")),
)
_DATE = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)")
NOTHING = re.compile(r"~|null|Null|NULL")

# What each of these begins with: most words are seen to be harmless at their first letter.
MAY_MISLEAD = re.compile(r"[-+.=<~0-9]|[yntofYNTOF](?:$|[eornfEORNFuUaA])").match


def misread(word: str) -> str | None:
    """The rule against an unquoted word that YAML does not read as text, a plain number or a date."""
    for rule, form in _RULES:
        if form.fullmatch(word):
            return rule
    if match := _DATE.fullmatch(word):
        try:
            date(*map(int, match.groups()))
        except ValueError:
            return "word-date"
    return None
