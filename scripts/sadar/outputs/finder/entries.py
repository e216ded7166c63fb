"""What the finder finds: every village of the official list and of the records, by every name in use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from sadar.campaign import AnyVillage
from sadar.regions import Regions, folded, slug
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


def entries_of(regions: Regions, villages: Iterable[AnyVillage]) -> tuple[Entry, ...]:
    """Every entry, sorted by key."""
    regencies = regions.regencies()
    numbers = {regency.code: number for number, regency in enumerate(regencies)}
    provinces = {each.code: len(regencies) + number for number, each in enumerate(regions.provinces())}
    recorded = {village.code: village for village in villages if village.official}
    found: list[Entry] = []
    for regency in regencies:
        for official in regions.villages(regency):
            found.extend(_entries(official.name, numbers[regency.code], official, recorded.get(official.code)))
    for village in villages:
        if not village.official:
            region = numbers.get(village.regency.code, provinces[village.province.code])
            found.extend(_entries(village.name, region, None, village))
    return tuple(sorted(found, key=_order))


def _entries(name: str, region: int, official: OfficialVillage | None, village: AnyVillage | None) -> Iterator[Entry]:
    district = official.district.name if official else ""
    standing = last = ""
    if village:
        standing = f"{_STATUS_LETTERS[village.standing.status]}{village.standing.date}"
        last = village.address.rsplit("/", 1)[1]
    name = _SIGNS.sub(" ", name)
    last = "" if last == slug(name) else last
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


def _order(entry: Entry) -> tuple[object, ...]:
    return entry[:5]


def grouped(entries: Iterable[Entry]) -> Mapping[str, list[Entry]]:
    """Entries by key, in their order."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(entry.key, []).append(entry)
    return groups
