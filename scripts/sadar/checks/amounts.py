"""Rules on amounts in hand-written pages: none by hand, and every reference leads to a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches

from sadar.benefits import Benefits
from sadar.campaign import Campaign
from sadar.problem import Place, Problem

_REFERENCE = re.compile(r"\[\[([^\]\n]*)\]\]")
_KNOWN = re.compile(r"([a-z0-9-]+)(:value)?")
_AMOUNT = re.compile(
    r"Rp\.?\s?\d[\d.,]*(?:\s?(?:ribu|juta|miliar|thousand|million|billion))?"
    r"|\b\d[\d.,]*\s?(?:%|persen\b|per ?cent\b|rupiah\b|(?:ribu|juta|miliar) rupiah\b|IDR\b)"
    r"|\bIDR\s?\d[\d.,]*",
    re.IGNORECASE,
)
_FACTORS = {"ribu": 1_000, "juta": 1_000_000, "miliar": 1_000_000_000}
_ENGLISH = {"thousand": "ribu", "million": "juta", "billion": "miliar"}


def references_lead_to_figures(campaign: Campaign) -> Iterator[Problem]:
    """A reference such as [[bpu-jkm-amount]] must name a figure."""
    for page in campaign.pages:
        for number, line in enumerate(page.body.splitlines(), start=page.first_line):
            for match in _REFERENCE.finditer(line):
                known = _KNOWN.fullmatch(match[1])
                if known and known[1] in campaign.benefits.figures:
                    continue
                near = next(iter(get_close_matches(match[1], list(campaign.benefits.figures), 1, 0.5)), "")
                details = {"given": match[1], "nearest": near}
                place = Place(number, match.start(1) + 1, max(len(match[1]), 1))
                yield Problem("figure-unknown", page.file, (), details, instead=near or None, place=place)


def amounts_from_figures(campaign: Campaign) -> Iterator[Problem]:
    """A rupiah amount or a percentage must not be typed by hand in a page."""
    for page in campaign.pages:
        for number, line in enumerate(page.body.splitlines(), start=page.first_line):
            # A web address may hold an amount; readers do not read it.
            readable = re.sub(r"\]\([^)]*\)", lambda link: "]" + " " * (len(link[0]) - 1), line)
            for match in _AMOUNT.finditer(readable):
                fitting = _fitting(campaign.benefits, match[0])
                details = {"given": match[0].strip(), "nearest": f"[[{fitting}]]" if fitting else ""}
                place = Place(number, match.start() + 1, len(match[0]))
                yield Problem("amount-by-hand", page.file, (), details, instead=details["nearest"] or None, place=place)


def _fitting(benefits: Benefits, text: str) -> str:
    """The id of the first figure with a value equal to the amount typed; empty where there is none."""
    words = re.findall(r"[a-z]+", text.lower())
    factor = next((_FACTORS[_ENGLISH.get(word, word)] for word in words if _ENGLISH.get(word, word) in _FACTORS), 1)
    digits = re.search(r"\d[\d.,]*", text)
    typed = digits[0].rstrip(".,") if digits else ""
    # 16.800 and 16,800 are thousands; 0,24 and 0.24 are decimals.
    plain = re.sub(r"[.,](?=\d{3}(?!\d))", "", typed).replace(",", ".")
    try:
        wanted = Decimal(plain) * factor
    except InvalidOperation:
        return ""
    percent = bool(re.search(r"%|persen|per ?cent", text, re.IGNORECASE))
    for figure in benefits.figures.values():
        if (figure.unit == "percent") == percent and any(value.value == wanted for value in figure.values):
            return figure.id
    return ""
