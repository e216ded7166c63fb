"""All regions of the official list, by code, by address and by name."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from sadar.regions.listing import RegencyListing, read_regencies, read_regency
from sadar.regions.places import District, Province, Regency, Village
from sadar.regions.search import Spellings
from sadar.regions.spelling import folded

_OFFICIAL = Path(__file__).with_name("official.txt.gz")


class Regions:
    """The regions of one official list; a regency's districts and villages are read when first asked for.

    `edition` is a digest of the list.
    """

    def __init__(self, text: bytes) -> None:
        self.edition = hashlib.sha256(text).hexdigest()
        self._blocks = {block.regency.code: block for block in read_regencies(text)}
        self._listings: dict[str, RegencyListing] = {}
        self._spellings: dict[str | None, Spellings] = {}
        regencies = self.regencies()
        self._provinces = {regency.province.code: regency.province for regency in regencies}
        self._province_by_slug = {province.slug: province for province in self._provinces.values()}
        province_slugs = {province.code: province.slug for province in self._provinces.values()}
        self._regency_by_slug = {(province_slugs[each.province.code], each.slug): each for each in regencies}
        self._regencies_by_name: dict[str, list[Regency]] = {}
        for regency in regencies:
            for name in _names_in_use(regency):
                self._regencies_by_name.setdefault(name, []).append(regency)

    def provinces(self) -> tuple[Province, ...]:
        """All provinces in the order of their codes."""
        return tuple(self._provinces.values())

    def regencies(self, province: Province | None = None) -> tuple[Regency, ...]:
        """The regencies of a province, or of the nation, in the order of their codes."""
        every = (block.regency for block in self._blocks.values())
        return tuple(regency for regency in every if province is None or regency.province == province)

    def districts(self, regency: Regency) -> tuple[District, ...]:
        """The districts of a regency in the order of their codes."""
        return self._listing(regency.code).districts

    def villages(self, regency: Regency) -> tuple[Village, ...]:
        """The villages of a regency in the order of their codes."""
        return tuple(self._listing(regency.code).by_code.values())

    def province(self, slug_or_code: str) -> Province | None:
        """The province of a slug ('kalimantan-timur') or a code ('64'); None where there is none."""
        return self._provinces.get(slug_or_code) or self._province_by_slug.get(slug_or_code)

    def regency(self, code: str) -> Regency | None:
        """The regency of a code ('64.02'); None where there is none."""
        block = self._blocks.get(code)
        return block.regency if block else None

    def regency_by_slug(self, province_slug: str, regency_slug: str) -> Regency | None:
        """The regency of the first two steps of an address; None where there is none."""
        return self._regency_by_slug.get((province_slug, regency_slug))

    def regencies_named(self, text: str) -> tuple[Regency, ...]:
        """The regencies of a name with or without its kind: 'Blitar' gives two, 'Kabupaten Blitar' one."""
        return tuple(self._regencies_by_name.get(folded(text), ()))

    def village(self, code: str) -> Village | None:
        """The village of a code ('64.02.03.2007'); None where the code is unknown or malformed."""
        return self._listing(code[:5]).by_code.get(code) if code[:5] in self._blocks else None

    def at(self, address: str) -> Village | None:
        """The village of an address ('kalimantan-timur/kabupaten-…/loa-duri-ilir'); None where there is none."""
        if address.count("/") != 2:
            return None
        province, regency, village = address.split("/")
        found = self.regency_by_slug(province, regency)
        return self._listing(found.code).by_slug.get(village) if found else None

    def named(self, name: str, regency: Regency | None = None) -> tuple[Village, ...]:
        """The villages whose name folds to the same, in a regency or in the nation, in the order of their codes."""
        return self._spelled(regency).named(name)

    def beginning(self, name: str, regency: Regency | None = None, limit: int = 20) -> tuple[Village, ...]:
        """At most `limit` villages whose name begins with what was typed, shortest names first."""
        return self._spelled(regency).beginning(name, limit)

    def nearest(self, name: str, regency: Regency | None = None, limit: int = 5) -> tuple[Village, ...]:
        """At most `limit` villages a mistyped name may mean, best first; empty where no name is like it."""
        return self._spelled(regency).nearest(name, limit)

    def _listing(self, regency_code: str) -> RegencyListing:
        if regency_code not in self._listings:
            self._listings[regency_code] = read_regency(self._blocks[regency_code])
        return self._listings[regency_code]

    def _spelled(self, regency: Regency | None) -> Spellings:
        code = regency.code if regency else None
        if code not in self._spellings:
            regencies = (regency,) if regency else self.regencies()
            self._spellings[code] = Spellings(village for each in regencies for village in self.villages(each))
        return self._spellings[code]


@cache
def official() -> Regions:
    """The official list, read once; NOTICE.md beside this file names its edition and licence."""
    return Regions(gzip.decompress(_OFFICIAL.read_bytes()))


def _names_in_use(regency: Regency) -> Iterator[str]:
    """The folded forms people write: 'Kota Administrasi Jakarta Barat', 'Kota Jakarta Barat', 'Jakarta Barat'."""
    kind, _, rest = regency.name.partition(" ")
    bare = rest.removeprefix("Administrasi ")
    kinds = {"", kind, f"{kind} Administrasi"} if bare != rest else {"", kind}
    if regency.kind == "kabupaten":
        kinds.add("Kab")
    yield from {folded(each + bare) for each in kinds}
