"""Calendars to subscribe to, as iCalendar (RFC 5545): all ceremonies whose day is known, and those of each province.

There is no METHOD, so that DTSTAMP says when a record was last looked at (3.8.7.2) and no clock is needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from pathlib import PurePosixPath
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneStandard, vText

from sadar.campaign import AnyVillage, Launch
from sadar.outputs.lasting import lasting_name, midnight, revised
from sadar.outputs.phrases import region_line
from sadar.outputs.told import event_headline, event_lines, subscription_name
from sadar.pages import Site, addresses, facts
from sadar.pages.addresses import BELOW
from sadar.pages.subscriptions import Subscription, subscription
from sadar.records import PartialDate
from sadar.records.fields import TimeZone
from sadar.wording import Wording, wording

_ZONES: Mapping[TimeZone, ZoneInfo] = {
    "WIB": ZoneInfo("Asia/Jakarta"),
    "WITA": ZoneInfo("Asia/Makassar"),
    "WIT": ZoneInfo("Asia/Jayapura"),
}
_SINCE = datetime(1988, 1, 1)  # the three zones as they are: Keppres 41/1987
# There is no word for "postponed": the day stands, but is not certain.
_STATUS = {"planned": "TENTATIVE", "held": "CONFIRMED", "postponed": "TENTATIVE", "cancelled": "CANCELLED"}
# Later news on the same day counts as newer.
_RANK = {"planned": 0, "postponed": 1, "held": 2, "cancelled": 3}
_FIRST_DAY = midnight(PartialDate(2015, 1, 1))  # no record is older than the programme
_FETCH_EVERY = timedelta(days=1)


def calendars(site: Site) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Each calendar as (path from the site's root, content)."""
    for offered in filter(None, map(subscription, site.pages)):
        for language in site.languages:
            path = PurePosixPath(f"{BELOW[language]}{offered.address}{addresses.CALENDAR}")
            yield path, _calendar(site, wording(language), offered)


def sequence(launch: Launch) -> int:
    """A number that grows when a record was looked at on a later day, or its status changed on the same one."""
    return (revised(launch) - _FIRST_DAY).days * len(_RANK) + _RANK[launch.record.status]


def _calendar(site: Site, words: Wording, offered: Subscription) -> bytes:
    home: TimeZone = offered.province.time_zone if offered.province else "WIB"
    name = vText(subscription_name(words, offered))
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//{words.say('site.name')}//{words.say('site.full_name')}//{words.language.upper()}")
    calendar.add("uid", str(lasting_name(f"{words.language}/{offered.address}{addresses.CALENDAR}")))
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", _ZONES[home].key)
    calendar.add("refresh-interval", _FETCH_EVERY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    timed = {event.launch.record.time_zone for _, event in offered.dated if event.launch.record.time}
    # At least one: a calendar without any part is not valid.
    for zone in sorted(timed | {home}):
        calendar.add_component(_zone(zone))
    for day, event in offered.dated:
        calendar.add_component(_event(site, words, event, day))
    return bytes(calendar.to_ical())


def _event(site: Site, words: Wording, event: facts.Event, day: date) -> Event:
    launch, record = event.launch, event.launch.record
    spoken: dict[str, str] = {"LANGUAGE": words.language}
    told = event_lines(words, event)
    made = Event()
    # The same in every language and every calendar: it is one ceremony.
    made.add("uid", str(lasting_name(launch.first_address)))
    made.add("dtstamp", revised(launch))
    made.add("sequence", sequence(launch))
    made.add("dtstart", datetime.combine(day, record.time, _ZONES[record.time_zone]) if record.time else day)
    made.add("summary", event_headline(words, event), parameters=spoken)
    made.add("status", _STATUS[record.status])
    made.add("transp", "TRANSPARENT")
    made.add("categories", [words.say(f"launch_kind.{record.kind}")], parameters=spoken)
    village = _village_of_venue(event)
    if record.venue:
        made.add("location", ", ".join([record.venue, *([region_line(words, village)] if village else [])]))
    if village and village.position:
        made.add("geo", (village.position.latitude, village.position.longitude))
    if site.url:
        address = f"{site.url}{BELOW[words.language]}{addresses.of_launch(launch)}"
        made.add("url", address)
        told = [*told, address]
    made.add("description", "\n".join(told), parameters=spoken)
    return made


def _village_of_venue(event: facts.Event) -> AnyVillage | None:
    """The village that the venue names as one, "Balai Desa Kalisidi"; ceremonies are held elsewhere, too."""
    venue = event.launch.record.venue or ""
    folded = venue.casefold()
    for village in event.villages:
        # An expression for each village of a country costs more to make than to use.
        if village.name.casefold() in folded:
            form = rf"\b{village.kind} {re.escape(village.name)}(?!\w)"
            if re.search(form, venue, re.IGNORECASE):
                return village
    return None


def _zone(name: TimeZone) -> Timezone:
    zone, always = Timezone(), TimezoneStandard()
    offset = _ZONES[name].utcoffset(_SINCE)
    zone.add("tzid", _ZONES[name].key)
    always.add("dtstart", _SINCE)
    always.add("tzoffsetfrom", offset)
    always.add("tzoffsetto", offset)
    always.add("tzname", name)
    zone.add_component(always)
    return zone
