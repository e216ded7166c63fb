"""What the finder finds: every village of the official list and of the records, by every name in use."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
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


def entries_of(regions: Regions, villages: Iterable[AnyVillage]) -> tuple[Entry, ...]:
    """Every entry, sorted."""
    numbers = _numbers(regions)
    recorded = {village.code: village for village in villages if village.district}
    found: list[Entry] = []
    for regency in regions.regencies():
        for official in regions.villages(regency):
            found.extend(_entries(official.name, numbers[regency.code], official, recorded.get(official.code)))
    for village in villages:
        if not village.district:
            found.extend(_unlisted(village, numbers))
    return tuple(sorted(found))


def entries_again(
    regions: Regions, entries: Iterable[Entry], before: Iterable[AnyVillage], after: Iterable[AnyVillage]
) -> tuple[Entry, ...] | None:
    """The entries where of all villages only those of `before` have become those of `after`.

    None where the entries are not those of a country that held the villages of `before`.
    """
    numbers = _numbers(regions)
    gone, new = (
        Counter(
            entry
            for code, official in _officials(regions, before, after).items()
            for entry in _entries(official.name, numbers[official.regency.code], official, recorded.get(code))
        )
        + Counter(entry for village in villages if not village.district for entry in _unlisted(village, numbers))
        for villages, recorded in ((each, {one.code: one for one in each if one.district}) for each in (before, after))
    )
    left = gone - new
    found: list[Entry] = []
    for entry in entries:
        if left.get(entry, 0):
            left[entry] -= 1
        else:
            found.append(entry)
    return None if +left else tuple(sorted([*found, *(new - gone).elements()]))


def _officials(regions: Regions, *villages: Iterable[AnyVillage]) -> dict[str, OfficialVillage]:
    codes = dict.fromkeys(each.code for some in villages for each in some if each.district and each.code)
    return {code: official for code in codes if (official := regions.village(code))}


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


def grouped(entries: Iterable[Entry]) -> Mapping[str, list[Entry]]:
    """Entries by key, in their order."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(entry.key, []).append(entry)
    return groups
