"""What the finder finds: every village of the official list and of the records, by every name in use."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from sadar.campaign import AnyVillage
from sadar.regions import Province, Regency, Regions, folded, slug
from sadar.regions import Village as OfficialVillage

# Words in front of a name that readers write or leave out.
KIND_WORDS = (
    "desa", "ds", "kelurahan", "kel", "kampung", "kampong", "kp", "gampong", "gp", "nagari", "nagori", "negeri",
    "pekon", "lembang",
)  # fmt: skip

_STATUS_LETTERS = {"planned": "p", "launched": "l", "certified": "c", "awarded": "a", "ended": "e"}
_SIGNS = re.compile(r"[|;>#\n]+")


class Entry(NamedTuple):
    """A village under one of its names.

    `region` numbers its regency; where no source states the regency, it numbers the province behind all regencies.
    `alias` is the name this entry is found by, where that is not `name`. `standing` is a letter with a date, or
    empty where there is no record; `slug` the last step of the record's address where the name does not give it.
    """

    key: str
    name: str
    alias: str
    region: int
    district: str
    standing: str
    slug: str

    @property
    def label(self) -> str:
        """The name as files write it: `Alias>Name` or `Name`."""
        return f"{self.alias}>{self.name}" if self.alias else self.name


def search_key(text: str) -> str:
    """The text as names are compared: without case, signs and spaces, old spellings (Dj, Tj, oe, j) as new ones.

    The finder's script folds what readers type in the same way.
    """
    return folded(text).replace("tj", "c").replace("dj", "y").replace("j", "y").replace("oe", "u")


def entries_of(regions: Regions, villages: Collection[AnyVillage]) -> tuple[Entry, ...]:
    """Every entry, sorted."""
    every = chain.from_iterable(map(regions.villages, regions.regencies()))
    return tuple(sorted(own_entries(regions, villages, every)))


def own_entries(
    regions: Regions, villages: Collection[AnyVillage], officials: Iterable[OfficialVillage]
) -> Iterator[Entry]:
    """The entries of some villages: of these of the official list, recorded or not, and of those that are not in it."""
    numbers = _numbers(regions)
    recorded = {village.code: village for village in villages if village.district}
    for official in officials:
        yield from _entries(official.name, numbers[official.regency.code], official, recorded.get(official.code))
    for village in villages:
        if not village.district:
            yield from _unlisted(village, numbers)


def _numbers(regions: Regions) -> Mapping[str, int]:
    """By its code the number of each regency; behind them those of the provinces."""
    areas: tuple[Regency | Province, ...] = (*regions.regencies(), *regions.provinces())
    return {each.code: number for number, each in enumerate(areas)}


def _unlisted(village: AnyVillage, numbers: Mapping[str, int]) -> Iterator[Entry]:
    region = numbers.get(village.regency.code)
    return _entries(village.name, numbers[village.province.code] if region is None else region, None, village)


def _entries(name: str, region: int, official: OfficialVillage | None, village: AnyVillage | None) -> Iterator[Entry]:
    district = official.district.name if official else ""
    standing = last = ""
    if village:
        standing = f"{_STATUS_LETTERS[village.standing.status]}{village.standing.date}"
        last = village.address.rsplit("/", 1)[1]
    name = _SIGNS.sub(" ", name)
    if last and last == slug(name):
        last = ""
    key = search_key(name)
    yield Entry(key, name, "", region, district, standing, last)
    for alias in dict.fromkeys(_aliases(name, village)):
        if alias != name and (other := search_key(alias)) not in ("", key):
            yield Entry(other, name, alias, region, district, standing, last)


def _aliases(name: str, village: AnyVillage | None) -> Iterator[str]:
    """The other names in use; and the name without its first word where that is a kind of village."""
    first, _, rest = name.partition(" ")
    if first.lower() in KIND_WORDS:
        yield rest
    if village:
        yield from (_SIGNS.sub(" ", each) for each in (village.name, *village.also_known_as))


def grouped(entries: Iterable[Entry]) -> Mapping[str, list[Entry]]:
    """Entries by key, in their order."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(entry.key, []).append(entry)
    return groups
