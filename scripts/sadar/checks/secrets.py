"""What a text gives away about a private person. Nothing here looks at where a text stands; `privacy` does."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from sadar.checks.forms import FORMS
from sadar.checks.persons import named_beside_amount


@dataclass(frozen=True, slots=True)
class Secret:
    """Where in a text something private stands, and the rule that forbids it."""

    rule: str
    start: int
    end: int


# A name beside an amount, a date, a number: all need a digit. Two quick looks spare most texts the long one.
_SIGN = re.compile(r"[@\d(\[]")
_DIGIT_OR_AT = re.compile(r"[@\d]|[(\[] ?[aA][tT] ?[)\]]")
_LONG_NUMBER = re.compile(r"\d(?:[ \t\u00a0.\-/()]{0,2}\d){6}")
# The name of a ceremony's folder begins with one; what a word ends is no part of a longer number.
_DATE_BEFORE_WORD = re.compile(r"^(?:19|20)\d\d[- ](?:0[1-9]|1[0-2])[- ](?:0[1-9]|[12]\d|3[01])[- ](?=[a-z])")
_SHORT_WORD = re.compile(r"\b(?:rt|rw|ttl|t\.t\.l|dob)\b|\b(?:rp|idr)\s?\.?\s?\d")
_SIGNS = (
    *("@", "(at", "( at", "[at", "[ at", "lahir", "born", "birth", "tinggal di", "domisili di", "rumah", "lives at"),
    *("home at", "juta", "ribu", "miliar", "million", "billion", "thousand"),
)
_WEB_ADDRESS = re.compile(r"https?://(?!wa\.me/|api\.whatsapp\.com/)[^\s<>\"')\]]+", re.IGNORECASE)


_MOST = 50  # of one text: a whole list of numbers is told well enough


@lru_cache(maxsize=50_000)  # records say the same over and over
def secrets(text: str) -> tuple[Secret, ...]:
    """All that a text gives away, each piece once."""
    if not _SIGN.search(text):
        return ()
    # The digits of a web address are the publisher's own; only a person's mail address in it counts.
    without_addresses = _WEB_ADDRESS.sub(lambda match: " " * len(match[0]), text) if "://" in text else text
    if not (_DIGIT_OR_AT.search(without_addresses) or "@" in text) or not _suspect(text):
        return ()
    found: list[Secret] = []
    for rule, form in FORMS:
        for match in form.finditer(text if rule == "email-address" else without_addresses):
            start, end = match.span()
            taken = any(start < other.end and other.start < end for other in found)
            if not taken and not _harmless(rule, match):
                found.append(Secret(rule, start, end))
            if len(found) >= _MOST:
                return tuple(found)
    found.extend(Secret("heir-named", start, end) for start, end in named_beside_amount(text))
    return tuple(found)


def _suspect(text: str) -> bool:
    if _LONG_NUMBER.search(_DATE_BEFORE_WORD.sub("", text)):
        return True
    folded = text.casefold()
    return any(map(folded.__contains__, _SIGNS)) or _SHORT_WORD.search(folded) is not None


def veiled(text: str) -> str:
    """The text with a dot in the place of every letter that gives something away, for whoever must show it."""
    shown = text
    for secret in secrets(text):
        shown = f"{shown[: secret.start]}{'•' * (secret.end - secret.start)}{shown[secret.end :]}"
    return shown


def _harmless(rule: str, match: re.Match[str]) -> bool:
    """Whether what has the form of a secret is an amount, a list of years, an office or a public birthday."""
    before, found = match.string[: match.start()], match[0]
    number = match.groupdict().get("n") or found
    match rule:
        case "bank-account":
            return _amount_or_date(found, number)
        case "identity-number":
            return _amount_or_date(found, number) or (number == found and not _of_a_card(found))
        case "phone-number":
            return len(re.sub(r"\D", "", found)) < _FEWEST_OF_A_PHONE
        case "house-address":
            return _OFFICE.search(before[-40:]) is not None
        case "birth-date":
            return _PUBLIC_BIRTH.search(before[-60:]) is not None
    return False


_FEWEST_OF_A_PHONE = 9
_OFFICE = re.compile(
    r"\b(?:ketua|pengurus|sekretaris|heads? of|chair\w* of|balai|kantor|pos|posyandu)\s+(?:warga\s+)?$", re.IGNORECASE
)
# Born is a person; a programme, a law or a holiday may have a birthday that everyone may know.
_PUBLIC_BIRTH = re.compile(
    r"\b(?:hari|(?:program(?:me)?|undang-undang|uu|peraturan|pancasila|(?<!peserta )(?<!pegawai )bpjs|lembaga|"
    r"desa|kampung|nagari|gerakan|gagasan|ide|law|agency|movement|idea|village)"
    r"(?: (?:ini|itu|tersebut|ketenagakerjaan|desa sadar|\d+/\d{4}|was|is))*)\s*$",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(?:19|20)\d\d(?:\D+(?:19|20)\d\d)+")
_DATE_FIRST = re.compile(r"\d{1,2}[-./ ]\d{1,2}[-./ ](?:19|20)\d\d\b|(?:19|20)\d\d-\d\d-\d\d\b")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")


def _amount_or_date(found: str, number: str) -> bool:
    words = found.removesuffix(number)
    return bool(
        re.search(r"\b(?:rp|idr)\.?\s*$", words, re.IGNORECASE)
        or _YEARS.fullmatch(number)
        or _DATE_FIRST.match(number)
        or _THOUSANDS.fullmatch(number)
    )


_GROUPS_OF_CARDS = ((16,), (4, 4, 4, 4), (6, 6, 4), (6, 10), (12, 4))
_MOST_GROUPS = 7


def _of_a_card(digits: str) -> bool:
    """Whether 16 digits, perhaps in groups, are those of an identity or family card rather than a row of numbers."""
    groups = re.findall(r"\d+", digits)
    if tuple(len(group) for group in groups) in _GROUPS_OF_CARDS:
        return True
    solid = "".join(groups)
    if len(solid) != 16 or len(groups) > _MOST_GROUPS:
        return len(solid) != 16  # a tax number has a form that nothing else has
    province, day, month = int(solid[:2]), int(solid[6:8]), int(solid[8:10])
    # Province, regency, district, then a day (plus 40 for women), month and year.
    return province in range(11, 98) and province != 20 and day % 40 in range(1, 32) and month in range(1, 13)
