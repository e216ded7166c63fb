"""Rules on where and in which hours things are."""

from __future__ import annotations

from collections.abc import Iterator

from sadar.campaign import Campaign
from sadar.problem import Problem
from sadar.regions import BOUNDS


def coordinates_in_the_province(campaign: Campaign) -> Iterator[Problem]:
    """A village's coordinates must lie in its province."""
    for village in campaign.villages:
        place = village.record.coordinates
        bounds = BOUNDS.get(village.province.code)
        if place and bounds and not bounds.hold(place.latitude, place.longitude):
            details = {"given": f"{place.latitude}, {place.longitude}", "province": village.province.name}
            yield Problem("coordinates-elsewhere", village.file, ("coordinates", "latitude"), details)


def time_zone_of_the_province(campaign: Campaign) -> Iterator[Problem]:
    """A ceremony's time zone must be that of one of its villages; awards are given far from them."""
    provinces = {village.address: village.province for village in campaign.villages}
    for launch in campaign.launches:
        record = launch.record
        zones = {provinces[address].time_zone for address in record.villages if address in provinces}
        if zones and record.time_zone not in zones and record.kind != "award":
            right = min(zones)
            details = {"given": record.time_zone, "instead": right}
            yield Problem("time-zone-wrong", launch.file, ("time_zone",), details, instead=right)
