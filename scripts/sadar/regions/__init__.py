"""The provinces, regencies, districts and villages of Indonesia's official list: by code, by address, by name."""

from sadar.regions.bounds import BOUNDS, Bounds
from sadar.regions.capitals import CAPITALS, Position
from sadar.regions.nation import Regions, official
from sadar.regions.places import District, Province, Regency, RegencyKind, TimeZone, Village, VillageKind
from sadar.regions.spelling import folded, slug

__all__ = [
    "BOUNDS",
    "CAPITALS",
    "Bounds",
    "District",
    "Position",
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
