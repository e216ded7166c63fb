"""The text of the official list, read one regency at a time.

Blocks stand apart by an empty line. A province's block is one line; a regency's goes on with its districts, each
followed by its villages. A village without a number has the number of the line before, plus one:

    64=Kalimantan Timur

    64.02=Kabupaten Kutai Kartanegara
    .03=Loa Janan
    2001=Bakungan
    Batuah
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sadar.regions.places import District, Province, Regency, RegencyKind, Village
from sadar.regions.spelling import slug


@dataclass(frozen=True, slots=True)
class RegencyBlock:
    """A regency and the part of the list that holds its districts and villages, not read yet."""

    regency: Regency
    lines: bytes


@dataclass(frozen=True, slots=True)
class RegencyListing:
    """A regency's districts, and its villages by code and by slug, all in the order of their codes."""

    districts: tuple[District, ...]
    by_code: Mapping[str, Village]
    by_slug: Mapping[str, Village]


def read_regencies(text: bytes) -> Iterator[RegencyBlock]:
    """Every regency of the list with its part of it, in the order of their codes."""
    province = Province("", "")
    for block in text.split(b"\n\n"):
        first, _, lines = block.partition(b"\n")
        code, _, name = first.decode().partition("=")
        if "." not in code:
            province = Province(code, name)
            continue
        kind: RegencyKind = "kabupaten" if name.startswith("Kabupaten ") else "kota"
        yield RegencyBlock(Regency(code, name, kind, province), lines)


def read_regency(block: RegencyBlock) -> RegencyListing:
    """The districts and villages of one regency."""
    districts: list[District] = []
    found: list[tuple[str, str, District]] = []
    number = 0
    for line in block.lines.decode().splitlines():
        before, mark, name = line.rpartition("=")
        if before.startswith("."):
            districts.append(District(block.regency.code + before, name, block.regency))
            continue
        number = int(before) if mark else number + 1
        found.append((f"{districts[-1].code}.{number}", name, districts[-1]))
    slugs = _unique_slugs(found)
    villages = [Village(*each, unique) for each, unique in zip(found, slugs, strict=True)]
    return RegencyListing(
        tuple(districts),
        by_code={village.code: village for village in villages},
        by_slug={village.slug: village for village in villages},
    )


def _unique_slugs(villages: Sequence[tuple[str, str, District]]) -> list[str]:
    """The slug of each (code, name, district): the name, where needed with the district, then with the code's end."""
    slugs = [slug(name) for _, name, _ in villages]
    repeated = _repeated(slugs)
    if not repeated:
        return slugs
    slugs = [
        f"{short}-{district.slug}" if short in repeated else short
        for short, (_, _, district) in zip(slugs, villages, strict=True)
    ]
    repeated = _repeated(slugs)
    return [
        f"{longer}-{code[9:]}" if longer in repeated else longer
        for longer, (code, _, _) in zip(slugs, villages, strict=True)
    ]


def _repeated(slugs: Sequence[str]) -> set[str]:
    return {each for each, times in Counter(slugs).items() if times > 1}
