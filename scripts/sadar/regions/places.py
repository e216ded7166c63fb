"""The four levels of the official list, each knowing the one above it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from sadar.regions.spelling import slug

RegencyKind = Literal["kabupaten", "kota"]
VillageKind = Literal["kelurahan", "desa", "desa adat"]
TimeZone = Literal["WIB", "WITA", "WIT"]

# The first digit of a code's last part.
_VILLAGE_KINDS: dict[str, VillageKind] = {"1": "kelurahan", "2": "desa", "3": "desa adat"}

# Keppres 41/1987; provinces founded since keep the zone of the province they came from.
_CENTRAL_IN_KALIMANTAN = {"63", "64", "65"}


@dataclass(frozen=True, slots=True)
class Province:
    """A province; its code has the form '64'."""

    code: str
    name: str

    @property
    def slug(self) -> str:
        """The first step of an address: 'kalimantan-timur'."""
        return slug(self.name)

    @property
    def time_zone(self) -> TimeZone:
        """Western, central or eastern Indonesian time (UTC+7, +8, +9)."""
        if self.code[0] in "89":
            return "WIT"
        return "WITA" if self.code[0] in "57" or self.code in _CENTRAL_IN_KALIMANTAN else "WIB"


@dataclass(frozen=True, slots=True)
class Regency:
    """A kabupaten or kota; its code has the form '64.02', its name keeps the kind: 'Kabupaten Kutai Kartanegara'."""

    code: str
    name: str
    kind: RegencyKind
    province: Province

    @property
    def slug(self) -> str:
        """The second step of an address: 'kabupaten-kutai-kartanegara'."""
        return slug(self.name)


@dataclass(frozen=True, slots=True)
class District:
    """A kecamatan, by whatever name the province calls it; its code has the form '64.02.03'."""

    code: str
    name: str
    regency: Regency

    @property
    def slug(self) -> str:
        """What tells villages of one name apart in an address: 'loa-janan'."""
        return slug(self.name)


class Village(NamedTuple):
    """A village of any kind; its code has the form '64.02.03.2007', its slug is unique in its regency."""

    code: str
    name: str
    district: District
    slug: str

    @property
    def kind(self) -> VillageKind:
        """The kind the code gives: 'kelurahan', 'desa' or 'desa adat'; local words such as nagari are not in it."""
        return _VILLAGE_KINDS[self.code[9]]

    @property
    def regency(self) -> Regency:
        """The kabupaten or kota."""
        return self.district.regency

    @property
    def province(self) -> Province:
        """The province."""
        return self.district.regency.province

    @property
    def address(self) -> str:
        """Where the village's record lies: 'kalimantan-timur/kabupaten-kutai-kartanegara/loa-duri-ilir'."""
        return f"{self.province.slug}/{self.regency.slug}/{self.slug}"
