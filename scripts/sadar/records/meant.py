"""The date that an editor meant who wrote it in another form; nothing where it could be two."""

from __future__ import annotations

import re
from datetime import date

# In Indonesian and English, and as they are often spelt; a shorter word of three letters or more begins one of these.
_MONTHS = (
    "januari january", "februari february pebruari", "maret march", "april", "mei may", "juni june", "juli july",
    "agustus august agt", "september", "oktober october", "november nopember", "desember december",
)  # fmt: skip
_DAY, _MONTH, _YEAR = r"(?P<day>\d\d?)", r"(?P<month>\d\d?)", r"(?P<year>\d{4})"
_NAME = r"(?P<name>[^\W\d_]{3,})\.?"
_SURELY_A_DAY = r"(?P<day>1[3-9]|2\d|3[01])"  # which is written first, the day or the month, is not known of the others
_WRITTEN = tuple(
    re.compile(rf"(?:[^\W\d_]+, ?)?{form}")  # perhaps behind the name of a weekday
    for form in (
        rf"{_DAY}[ -]{_NAME}[ -]{_YEAR}",
        rf"{_NAME} {_DAY}(?:st|nd|rd|th)?,? {_YEAR}",
        rf"{_NAME} {_YEAR}",
        rf"{_SURELY_A_DAY}(?P<sign>[./-]){_MONTH}(?P=sign){_YEAR}",
        rf"{_YEAR}(?P<sign>[./-]){_MONTH}(?P=sign){_DAY}",
    )
)


def meant(text: str) -> str:
    """2018-10-12 for `12 Oktober 2018`, 2018-10 for `Okt 2018`; empty where it is no date or could be two."""
    for form in _WRITTEN:
        if match := form.fullmatch(text.strip()):
            parts = match.groupdict()
            month = _numbered(parts["name"]) if "name" in parts else int(parts["month"])
            return _as_record(int(parts["year"]), month, int(parts.get("day") or 0))
    return ""


def _numbered(name: str) -> int:
    """The month of this name; 0 where there is none."""
    begun = re.compile(rf"\b{name}", re.IGNORECASE).search
    return next((number for number, names in enumerate(_MONTHS, start=1) if begun(names)), 0)


def _as_record(year: int, month: int, day: int) -> str:
    try:
        date(year, month, day or 1)
    except ValueError:
        return ""
    return f"{year}-{month:02}-{day:02}" if day else f"{year}-{month:02}"
