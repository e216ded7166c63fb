"""The pages of places: provinces, regencies, districts and villages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import TypeVar

from sadar.campaign import AnyVillage, Campaign, Launch, Village
from sadar.pages import addresses
from sadar.pages.facts import Event, Located, ProvinceTally, RegencyTally, SourceList, Tally, tally
from sadar.pages.kinds import DistrictPage, Page, ProvincePage, RegencyPage, VillagePage
from sadar.pages.list_kinds import Group
from sadar.pages.lists import by_area
from sadar.pages.roll import Roll
from sadar.records import Official, Source
from sadar.regions import Province, Regency, Regions

_MOST_CARDS = 200  # villages of a regency on one page, so that it stays below 20 KB compressed
_NEIGHBOURS = 6
_NOBODY = Roll.of(())

V = TypeVar("V", bound=AnyVillage)

Serving = Mapping[str, list[Event]]  # the ceremonies of each village, by its address


def province_tallies(regencies: Iterable[RegencyTally]) -> tuple[ProvinceTally, ...]:
    """Every province that has a village, in the order of their names, with its counts."""
    found: dict[Province, Tally] = defaultdict(lambda: Tally(0, 0))
    for each in regencies:
        found[each.regency.province] += each.tally
    tallies = (ProvinceTally(province, counted) for province, counted in found.items())
    return tuple(sorted(tallies, key=lambda each: each.province.name))


def region_pages(villages: Iterable[AnyVillage], regions: Regions, events: Iterable[Event]) -> Iterator[Page]:
    """The pages of every province that has a village, and of its regencies."""
    serving = events_by_village(events)
    for own in _grouped_by_province(villages).values():
        yield province_page(own, serving)
        yield from regency_pages(own, regions, serving)


def province_page(villages: Sequence[AnyVillage], serving: Serving) -> ProvincePage:
    """The page of the province of these villages."""
    province = villages[0].province
    by_regency = _grouped_by_regency(villages)
    tallies = tuple(RegencyTally(regency, tally(group)) for regency, group in by_regency.items())
    return ProvincePage(
        addresses.of_province(province),
        province,
        tallies,
        tally(villages),
        _events_of(villages, serving),
        located(villages),
    )


def regency_pages(
    villages: Iterable[AnyVillage], regions: Regions, serving: Serving
) -> Iterator[RegencyPage | DistrictPage]:
    """The pages of the regencies of these villages, and of their districts where one page is too short."""
    for regency, group in _grouped_by_regency(villages).items():
        districts = tuple(_district_pages(regency, group)) if len(group) > _MOST_CARDS else ()
        yield RegencyPage(
            addresses.of_regency(regency),
            regency,
            () if districts else tuple(group),
            tuple(Group(each.district, len(each.villages), each.address) for each in districts),
            len(regions.villages(regency)) if regency.code else 0,
            tally(group),
            _events_of(group, serving),
        )
        yield from districts


def _district_pages(regency: Regency, villages: Iterable[AnyVillage]) -> Iterator[DistrictPage]:
    for district, group in by_area(villages, "district").items():
        yield DistrictPage(addresses.of_district(regency, district), regency, district, tuple(group))


def village_pages(campaign: Campaign) -> Iterator[VillagePage]:
    """The page of every village; of its ceremonies it needs no other villages."""
    for group in map(tuple, _grouped_by_regency(campaign.villages).values()):
        near = _near(group)
        for village in group:
            own = tuple(Event(launch, _NOBODY) for launch in newest_first(village.launches))
            yield VillagePage(
                addresses.of_village(village),
                village,
                own,
                _people(own),
                near[village.address],
                len(group),
                numbered(village.record.sources),
                not campaign.large,
            )


def _near(group: tuple[Village, ...]) -> Mapping[str, tuple[AnyVillage, ...]]:
    """For each village of a regency the others that its page names: all of a few, else those of its district first."""
    if len(group) <= _NEIGHBOURS + 1:
        return {village.address: tuple(other for other in group if other is not village) for village in group}
    found: dict[str, tuple[AnyVillage, ...]] = {}
    for own in by_area(group, "district").values():
        for at, village in enumerate(own):
            # Each names those that follow it, so that every village is named by some.
            kin = [*own[at + 1 :], *own[:at]][:_NEIGHBOURS]
            others = (other for other in group if other not in own) if len(kin) < _NEIGHBOURS else iter(())
            found[village.address] = (*kin, *islice(others, _NEIGHBOURS - len(kin)))
    return found


def _people(events: Iterable[Event]) -> tuple[Official, ...]:
    """The officials of these ceremonies, each once; those of a ceremony for several regencies stand on its own page."""
    records = [event.launch.record for event in events]
    local = (each for each in records if _of_one_regency(each.villages))
    return tuple(dict.fromkeys(official for record in local for official in record.officials))


@lru_cache(maxsize=1_000)  # each village of a ceremony asks
def _of_one_regency(addresses: tuple[str, ...]) -> bool:
    return len({address.rpartition("/")[0] for address in addresses}) == 1


def located(villages: Iterable[AnyVillage]) -> tuple[Located, ...]:
    """The villages whose position is recorded."""
    return tuple(Located(village, place) for village in villages if (place := village.position))


def events_by_village(events: Iterable[Event]) -> Serving:
    """The ceremonies of each village, by its address."""
    serving: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for village in dict.fromkeys(each.address for each in event.villages):
            serving[village].append(event)
    return serving


def _events_of(villages: Iterable[AnyVillage], serving: Serving) -> tuple[Event, ...]:
    """The ceremonies of these villages, each once, newest first."""
    events = {event.launch.address: event for each in villages for event in serving.get(each.address, ())}
    return tuple(events[launch.address] for launch in newest_first(event.launch for event in events.values()))


def newest_first(launches: Iterable[Launch]) -> list[Launch]:
    return sorted(launches, key=lambda launch: (launch.record.date, launch.address), reverse=True)


def _grouped_by_province(villages: Iterable[AnyVillage]) -> dict[Province, list[AnyVillage]]:
    groups: dict[Province, list[AnyVillage]] = defaultdict(list)
    for village in sorted(villages, key=lambda village: (village.province.name, village.name, village.address)):
        groups[village.province].append(village)
    return groups


def _grouped_by_regency(villages: Iterable[V]) -> dict[Regency, list[V]]:
    groups: dict[Regency, list[V]] = defaultdict(list)
    for village in sorted(villages, key=lambda village: (village.regency.name, village.name, village.address)):
        groups[village.regency].append(village)
    return groups


def numbered(sources: Mapping[str, Source]) -> SourceList:
    return SourceList({key: number for number, key in enumerate(sources, start=1)}, tuple(sources.values()))
