"""Addresses on the site: where pages that moved now stand, and the ledger of every address that was published."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Annotated

from pydantic import AfterValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from sadar.problem import Place, Problem
from sadar.records.fields import Day, Line, Record
from sadar.source import text_document

REDIRECTS = PurePosixPath("content/redirects.yml")
LEDGER = PurePosixPath("content/addresses.txt")

# No step begins with a point: `..` would lead out of the site.
_STEPS = r"/(?:[^\s/?#.][^\s/?#]*/)*"
_is_address = re.compile(_STEPS).fullmatch


def _page_address(text: str) -> str:
    if not _is_address(text) or text.startswith("/en/"):
        path = re.sub(r"^(?:https?://[^/]+)?(?:/?en(?=/))?|#.*", "", text).strip("/")
        instead = f"/{path}/" if path and _is_address(f"/{path}/") else ""
        raise PydanticCustomError("not-a-page-address", "not-a-page-address", {"instead": instead})
    return text


def _place_in_page(text: str) -> str:
    _page_address(text.partition("#")[0])
    return text


PageAddress = Annotated[Line, AfterValidator(_page_address), WithJsonSchema({"type": "string", "pattern": "^/(.*/)?$"})]
PlaceInPage = Annotated[
    Line, AfterValidator(_place_in_page), WithJsonSchema({"type": "string", "pattern": "^/(.*/)?(#.*)?$"})
]


class Redirect(Record):
    """A page that moved; addresses are those of the Indonesian page, the English ones follow them."""

    gone: Annotated[PageAddress, Field(alias="from")]
    """Alamat lama di situs: /desa/jawa-timur/kota-batu/nama-lama/ / The old address on the site"""
    to: PlaceInPage
    """Alamat halaman sekarang, dengan garis miring di awal dan akhir / Where the page stands now"""
    date: Day
    """Hari halaman itu dipindahkan, tanggal lengkap: 2026-11-23 / The day it was moved, in full: 2026-11-23"""
    reason: Line | None = None
    """Mengapa dipindahkan / Why it was moved"""

    @property
    def page(self) -> str:
        """The address it leads to, without the place within the page."""
        return self.to.partition("#")[0]


class RedirectsRecord(Record):
    """Where pages that moved now stand (`content/redirects.yml`)."""

    redirects: tuple[Redirect, ...] = ()
    """Semua pengalihan, satu baris setiap alamat lama / All redirects, one entry an old address"""


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every address that was ever published (`content/addresses.txt`), each with its line."""

    lines: Mapping[str, int]
    problems: tuple[Problem, ...] = ()


def ledger(root: Path) -> Ledger:
    """The ledger of a campaign: an address a line, in any order; `#` begins a remark."""
    document = text_document(root, LEDGER)
    lines: dict[str, int] = {}
    problems = list(document.problems)
    for number, line in enumerate(document.text.split("\n") if not problems else (), start=1):
        address = line.strip()
        if _is_address(address):
            lines.setdefault(address, number)
        elif address and not address.startswith("#"):
            place = Place(number, 1, len(line))
            problems.append(Problem("ledger-not-an-address", LEDGER, details={"given": address[:80]}, place=place))
    return Ledger(lines, (*document.remarks, *problems))
