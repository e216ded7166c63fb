"""The provinces, regencies, districts and villages of Indonesia's official list: by code, by address, by name."""

from sadar.regions.bounds import BOUNDS
from sadar.regions.nation import Regions, official
from sadar.regions.places import District, Province, Regency, RegencyKind, TimeZone, Village, VillageKind
from sadar.regions.spelling import folded, slug

__all__ = [
    "BOUNDS",
    "District",
    "Province",
    "Regency",
    "RegencyKind",
    "Regions",
    "TimeZone",
    "Village",
    "VillageKind",
    "folded",
    "official",
    "slug",
]
