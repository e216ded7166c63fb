"""The finder's script in each language: the program, the names of the regions, and its words, in one small file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from sadar.language import Language
from sadar.outputs.finder.entries import KIND_WORDS
from sadar.outputs.finder.layout import bare_name
from sadar.pages import addresses
from sadar.regions import Regions
from sadar.wording import wording

# Made from finder.js beside it by scripts/make_finder.py; the first line is a digest for a test.
_PROGRAM = Path(__file__).with_name("finder.min.js")


def scripts(
    regions: Regions, starts: Sequence[str], edition: str, languages: Sequence[Language]
) -> Iterator[tuple[PurePosixPath, str]]:
    """The script for each language; they differ in their words only."""
    program = _PROGRAM.read_text(encoding="utf-8").partition("\n")[2]
    for language in languages:
        held = {
            "EDITION": edition,
            "STARTS": front_coded(starts),
            "REGIONS": _regions(regions),
            "KINDS": " ".join(KIND_WORDS),
            "WORDS": dict(wording(language).messages["finder"]),
            "BELOW": addresses.BELOW[language],
        }
        lines = (f"const {name}={json.dumps(value, ensure_ascii=False)};" for name, value in held.items())
        yield PurePosixPath(f"{addresses.BELOW[language]}{addresses.SEARCH}finder.js"), "".join(lines) + program


def front_coded(starts: Sequence[str]) -> str:
    """Sorted words without what each shares with the one before: its length as a capital letter (A for 0), the rest."""
    coded: list[str] = []
    before = ""
    for word in starts:
        shared = next((at for at, pair in enumerate(zip(word, before, strict=False)) if pair[0] != pair[1]), None)
        length = min(len(word), len(before)) if shared is None else shared
        coded.append(chr(ord("A") + length) + word[length:])
        before = word
    return "".join(coded)


def _regions(regions: Regions) -> str:
    """`Province:Regency,*City/Province:…` in the order of the codes, which numbers them."""
    return "/".join(
        f"{province.name}:"
        + ",".join(("*" if each.kind == "kota" else "") + bare_name(each) for each in regions.regencies(province))
        for province in regions.provinces()
    )
