"""What one can subscribe to: feeds as a feed reader reads them, calendars as a calendar program does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urljoin

import feedparser
import pytest
from icalendar import Calendar, Event
from nation_build import NATION, PROJECT, REGIONS, TODAY, copied
from sadar import pipeline
from sadar.campaign import Launch
from sadar.language import LANGUAGES
from sadar.move import move
from sadar.outputs import documents, files
from sadar.outputs.calendars import sequence
from sadar.pages import Settings, Site, site_pages
from sadar.records import PartialDate

REAL = "https://desasadar.example/proyek/"
URLS = ("", "https://rekaan.example/desa-sadar/")
CANCELLED = "2019/2019-11-09-rekaan-pasar"
POSTPONED = "2025/2025-12-01-rekaan-kembar"
PLANNED = "2026/2026-02-14-rekaan-satu"
HELD = "2017/2017-05-20-kabupaten-contoh"
PROVINCE = "desa/provinsi-contoh/"


def made(root: Path = NATION, url: str = URLS[1], today: PartialDate = TODAY) -> dict[str, bytes]:
    """Everything to subscribe to that the campaign below `root` becomes, by its path."""
    checked = pipeline.check(root, REGIONS, today)
    site = Site(checked.campaign, REGIONS, checked.pages, today, url, "Penerbit Rekaan & Rekan")
    return written(site)


def written(site: Site) -> dict[str, bytes]:
    contents = {str(path): text.encode() if isinstance(text, str) else text for path, text in files(site)}
    return {path: text for path, text in contents.items() if path.endswith(("feed.xml", "kalender.ics"))}


@dataclass(frozen=True)
class Published:
    """The real site and the toy country, the latter with and without a public address."""

    feeds: dict[str, bytes]
    calendars: dict[str, bytes]


@pytest.fixture(scope="module", params=["the real site", *map("the toy country at {!r}".format, URLS)])
def published(request: pytest.FixtureRequest) -> Published:
    if request.param == "the real site":
        site: Path = request.getfixturevalue("site")
        found = (path for name in ("feed.xml", "kalender.ics") for path in site.rglob(name))
        every = {path.relative_to(site).as_posix(): path.read_bytes() for path in found}
    else:
        every = made(url=next(url for url in URLS if repr(url) in request.param))
    feeds = {path: text for path, text in every.items() if path.endswith(".xml")}
    return Published(feeds, {path: text for path, text in every.items() if path.endswith(".ics")})


def read(text: bytes) -> Any:
    return feedparser.parse(text)


def entry(feed: bytes, address: str) -> Any:
    (found,) = (each for each in read(feed).entries if each.link.endswith(f"{address}/"))
    return found


def events(calendar: bytes) -> dict[str, Event]:
    """The events of a calendar by their UID."""
    found = Calendar.from_ical(calendar).walk("VEVENT")
    return {str(event["UID"]): event for event in found}


def event_at(calendar: bytes, address: str) -> Event:
    (found,) = (event for event in events(calendar).values() if str(event["URL"]).endswith(f"{address}/"))
    return found


def changed(tmp_path: Path, address: str, *changes: tuple[str, str]) -> Path:
    """A copy of the toy country with other text in the record of one ceremony."""
    root = copied(tmp_path / "root")
    file = root / "villages" / "launches" / address / "launch.yml"
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")
    return root


def test_a_feed_reader_finds_nothing_wrong_with_any_feed(published: Published) -> None:
    assert len(published.feeds) >= 6
    for path, text in published.feeds.items():
        feed = read(text)
        assert (feed.bozo, feed.version) == (False, "atom10"), (path, feed.get("bozo_exception"))
        assert feed.feed.language == ("en" if path.startswith("en/") else "id"), path
        for told in (feed.feed, *feed.entries):
            assert told.id.startswith("urn:uuid:"), path
            assert told.title, path
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00\+00:00", told.updated), path
        assert feed.feed.author, path
        assert feed.feed.updated == max((each.updated for each in feed.entries), default=feed.feed.updated), path
        assert len(feed.entries) <= 50, path


def test_no_two_entries_and_no_two_feeds_have_the_same_name(published: Published) -> None:
    feeds = {path: read(text) for path, text in published.feeds.items()}
    assert len({feed.feed.id for feed in feeds.values()}) == len(feeds)
    for path, feed in feeds.items():
        assert len({each.id for each in feed.entries} | {feed.feed.id}) == len(feed.entries) + 1, path
    # In both languages the same ceremony is another text, in the feed of its province the same one.
    pages = {(path.startswith("en/"), each.link.rpartition("peluncuran/")[2]): each.id for path, feed in feeds.items()
             for each in feed.entries if "peluncuran/" in each.link}  # fmt: skip
    assert len(set(pages.values())) == len(pages)


def test_a_calendar_program_finds_nothing_wrong_with_any_calendar(published: Published) -> None:
    assert len(published.calendars) == len(published.feeds)
    for path, text in published.calendars.items():
        (calendar,) = Calendar.from_ical(text, multiple=True)
        assert [part.errors for part in calendar.walk() if part.errors] == [], path
        assert str(calendar["NAME"]) == str(calendar["X-WR-CALNAME"]) != "", path
        assert "METHOD" not in calendar, path
        found = calendar.walk("VEVENT")
        assert len({str(event["UID"]) for event in found}) == len(found), path
        zones = {str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")}
        assert {event["DTSTART"].params.get("TZID") for event in found} <= zones | {None}, path
        assert str(calendar["X-WR-TIMEZONE"]) in zones, path
        for event in found:
            assert event["SUMMARY"].params["LANGUAGE"] == ("en" if path.startswith("en/") else "id")
            assert str(event["STATUS"]) in ("CONFIRMED", "TENTATIVE", "CANCELLED")
            assert 0 < int(event["SEQUENCE"]) < 2**31


def test_no_line_of_a_calendar_is_longer_than_75_octets_or_torn_within_a_letter(published: Published) -> None:
    lines = [line for text in published.calendars.values() for line in text.split(b"\r\n")]
    assert max(map(len, lines)) <= 75
    assert [line for line in lines if b"\n" in line or b"\r" in line] == []
    for line in lines:
        line.decode()
    assert all(text.endswith(b"END:VCALENDAR\r\n") for text in published.calendars.values())


def test_every_list_of_ceremonies_offers_a_feed_and_a_calendar_that_are_there(site: Path) -> None:
    pages = [f"{below}{page}" for below in ("", "en/") for page in ("peluncuran/", *provinces())]
    assert len(pages) > 60
    for page in pages:
        html = (site / page / "index.html").read_text(encoding="utf-8")
        head, body = html.split("</head>")
        for name, kind in (("feed.xml", "application/atom+xml"), ("kalender.ics", "text/calendar")):
            assert (site / page / name).is_file()
            assert re.search(rf'<link rel="alternate" type="{re.escape(kind)}" title="[^"]+" href="{name}">', head), (
                page
            )
            assert f'<a href="{name}">' in body, page
        assert f'href="webcal://desasadar.example/proyek/{page}kalender.ics"' in body


def provinces() -> Iterator[str]:
    folders = (PROJECT / "villages").iterdir()
    return (f"desa/{each.name}/" for each in sorted(folders) if each.is_dir() and each.name != "launches")


def test_every_link_of_a_feed_or_calendar_of_the_real_site_leads_to_a_page_of_it(site: Path) -> None:
    links = set()
    for path in site.rglob("feed.xml"):
        feed = read(path.read_bytes())
        own = {link.rel: link.href for link in feed.feed.links}
        assert own["self"] == REAL + path.relative_to(site).as_posix()
        links |= {own["alternate"], *(each.link for each in feed.entries)}
    for path in site.rglob("kalender.ics"):
        links |= {str(event["URL"]) for event in events(path.read_bytes()).values()}
    assert len(links) > 200
    assert [link for link in links if not (site / link.removeprefix(REAL) / "index.html").is_file()] == []


def test_without_a_public_address_links_are_relative_and_calendars_have_none() -> None:
    every = made(url="")
    assert b"://" not in every["peluncuran/kalender.ics"]
    for place, back in ((PROVINCE, "../../peluncuran/"), ("en/peluncuran/", "")):
        feed = read(every[f"{place}feed.xml"])
        assert {link.rel: link.href for link in feed.feed.links} == {"self": "feed.xml", "alternate": "./"}
        assert f"{back}{CANCELLED}/" in {each.link for each in feed.entries}
    resolved = urljoin(f"https://x.example/{PROVINCE}feed.xml", entry(every[f"{PROVINCE}feed.xml"], HELD).link)
    assert resolved == f"https://x.example/peluncuran/{HELD}/"
    documented = documents(pipeline.check(NATION, REGIONS, TODAY).pages, "id", Settings(), 8)
    page = dict(documented)[PurePosixPath("peluncuran/index.md")]
    assert "kalender.ics" in page
    assert "webcal" not in page


def test_a_day_that_no_source_states_is_in_no_calendar_and_the_page_says_so(site: Path) -> None:
    folders = [file.parent.name for file in (PROJECT / "villages" / "launches").glob("*/*/launch.yml")]
    dated = sum(bool(re.match(r"\d{4}-\d\d-\d\d-", name)) for name in folders)
    assert 0 < dated < len(folders)
    undated = len(folders) - dated
    for below, said in (("", f"belum tercatat: {undated}."), ("en/", f"not recorded: {undated}.")):
        calendar = events((site / below / "peluncuran/kalender.ics").read_bytes())
        assert len(calendar) == dated
        for event in calendar.values():
            day = event.decoded("DTSTART")
            assert f"/{day.year}/{day}-" in str(event["URL"])
        assert said in (site / below / "peluncuran/index.html").read_text(encoding="utf-8")
    assert len(read((site / "peluncuran/feed.xml").read_bytes()).entries) == 50
    toy = made()
    assert "2026-06-provinsi-contoh" in toy["peluncuran/feed.xml"].decode()
    assert "2026-06-provinsi-contoh" not in toy["peluncuran/kalender.ics"].replace(b"\r\n ", b"").decode()


def test_a_day_is_a_day_and_an_hour_is_the_hour_of_its_zone() -> None:
    calendar = made()["peluncuran/kalender.ics"]
    held, postponed, planned = (event_at(calendar, each) for each in (HELD, POSTPONED, PLANNED))
    assert held["DTSTART"].params["VALUE"] == "DATE"
    assert held.decoded("DTSTART") == date(2017, 5, 20)
    assert postponed["DTSTART"].params["TZID"] == "Asia/Jakarta"
    assert planned["DTSTART"].params["TZID"] == "Asia/Jayapura"
    # 10.00 WIB is UTC+7, 14.00 WIT is UTC+9.
    assert postponed.decoded("DTSTART").astimezone(UTC) == datetime(2025, 12, 1, 3, tzinfo=UTC)
    assert planned.decoded("DTSTART").astimezone(UTC) == datetime(2026, 2, 14, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "zone", "hours"), [("WIB", "Asia/Jakarta", 7), ("WITA", "Asia/Makassar", 8), ("WIT", "Asia/Jayapura", 9)]
)
def test_each_zone_of_the_country_is_described_in_the_calendar_that_uses_it(
    tmp_path: Path, name: str, zone: str, hours: int
) -> None:
    root = changed(tmp_path, POSTPONED, ("time_zone: WIB", f"time_zone: {name}"))
    calendar = made(root)["peluncuran/kalender.ics"]
    (described,) = (each for each in Calendar.from_ical(calendar).walk("VTIMEZONE") if each["TZID"] == zone)
    (always,) = described.subcomponents
    assert (always.decoded("TZOFFSETFROM"), always.decoded("TZOFFSETTO")) == (timedelta(hours=hours),) * 2
    assert str(always["TZNAME"]) == name
    assert event_at(calendar, POSTPONED).decoded("DTSTART").utcoffset() == timedelta(hours=hours)


def test_a_province_without_a_ceremony_can_be_subscribed_to_all_the_same(site: Path) -> None:
    feed = read((site / "desa/gorontalo/feed.xml").read_bytes())
    assert (feed.bozo, feed.entries, feed.feed.updated[:10]) == (False, [], "2026-11-23")
    calendar = Calendar.from_ical((site / "desa/gorontalo/kalender.ics").read_bytes())
    assert [part.name for part in calendar.subcomponents] == ["VTIMEZONE"]
    assert str(calendar["X-WR-TIMEZONE"]) == "Asia/Makassar"


@pytest.mark.parametrize(
    ("address", "mark", "status"),
    [(CANCELLED, "Dibatalkan", "CANCELLED"), (POSTPONED, "Ditunda", "TENTATIVE"), (PLANNED, "Rencana", "TENTATIVE")],
)
def test_what_was_not_held_stays_and_says_so_first(address: str, mark: str, status: str) -> None:
    every = made()
    for place in ("peluncuran/", PROVINCE):
        event = event_at(every[f"{place}kalender.ics"], address)
        assert (str(event["STATUS"]), str(event["SUMMARY"]).split(":")[0]) == (status, mark)
        assert entry(every[f"{place}feed.xml"], address).title.split(":")[0] == mark


def test_a_ceremony_cancelled_in_its_record_is_gone_from_no_list_and_marked_everywhere(tmp_path: Path) -> None:
    before = made()
    cancelled = ("status: held", "status: cancelled")
    root = changed(tmp_path, HELD, cancelled)
    after = made(root)
    for place in ("peluncuran/", PROVINCE, f"en/{PROVINCE}"):
        old, new = (event_at(each[f"{place}kalender.ics"], HELD) for each in (before, after))
        assert (str(old["STATUS"]), str(new["STATUS"])) == ("CONFIRMED", "CANCELLED")
        assert old["UID"] == new["UID"]
        assert new["SEQUENCE"] > old["SEQUENCE"]
        one, other = (entry(each[f"{place}feed.xml"], HELD) for each in (before, after))
        assert one.id == other.id
        assert "cancelled" in {tag.term for tag in other.tags}
        assert other.title.startswith(("Dibatalkan: ", "Cancelled: "))
    checked = pipeline.check(root, REGIONS, TODAY)
    assert "launch-not-held" in {problem.rule for problem in checked.problems}
    assert checked.publishable
    pages = {str(path): text for path, text in documents(checked.pages, "id", Settings(), 8)}
    page = pages[f"peluncuran/{HELD}/index.md"]
    assert '"title": "Dibatalkan: ' in page
    assert "badge--cancelled" in page.partition("</h1>")[2].partition("<dl")[0]
    lists = (
        "peluncuran/2017/index.md",
        "desa/provinsi-contoh/index.md",
        "desa/provinsi-contoh/kabupaten-contoh/index.md",
        "desa/provinsi-contoh/kabupaten-contoh/rekaan-satu/index.md",
    )
    for path in lists:
        card = pages[path].partition(f"{HELD.partition('/')[2]}/")[2]
        assert "badge--cancelled" in re.split("</li>|</div>", card)[0], path
    assert HELD not in pages["index.md"].partition("<h2>")[2]


def test_signs_that_calendars_and_feeds_use_themselves_come_back_as_they_were_typed() -> None:
    every = made()
    launches = pipeline.check(NATION, REGIONS, TODAY).campaign.launches
    (venue,) = (launch.record.venue for launch in launches if launch.address == CANCELLED)
    assert venue
    assert set('";\\,–村🎪') <= set(venue)
    assert str(event_at(every["peluncuran/kalender.ics"], CANCELLED)["LOCATION"]) == venue
    assert venue in str(event_at(every["peluncuran/kalender.ics"], CANCELLED)["DESCRIPTION"])
    assert venue in entry(every["peluncuran/feed.xml"], CANCELLED).summary
    hostile = next(launch for launch in launches if "rekaan-jauh" in launch.address)
    assert str(hostile.record.venue) in entry(every["peluncuran/feed.xml"], hostile.address).summary
    assert b"<script>" not in every["peluncuran/feed.xml"]


def test_the_place_is_completed_and_shown_on_a_map_only_where_the_venue_names_the_village(tmp_path: Path) -> None:
    calendar = made()["peluncuran/kalender.ics"]
    held, elsewhere = event_at(calendar, HELD), event_at(calendar, POSTPONED)
    assert str(held["LOCATION"]) == "Balai Desa Rekaan Satu, Contoh Hulu, Kabupaten Contoh, Provinsi Contoh"
    assert held["GEO"].to_ical() == "-2.5;120.25"
    assert str(elsewhere["LOCATION"]) == "Gedung Rekaan"
    assert "GEO" not in elsewhere
    root = changed(tmp_path, HELD, ("Balai Desa Rekaan Satu", "Hotel Rekaan Satu, Kota Contoh"))
    namesake = event_at(made(root)["peluncuran/kalender.ics"], HELD)
    assert str(namesake["LOCATION"]) == "Hotel Rekaan Satu, Kota Contoh"
    assert "GEO" not in namesake


def test_names_are_those_that_subscribers_know_already(site: Path) -> None:
    """Never change these: every reader's program would show every ceremony a second time."""
    address = "2019/2019-11-20-waiheru"
    assert (
        entry((site / "peluncuran/feed.xml").read_bytes(), address).id
        == "urn:uuid:6ff6c909-3bd5-5447-8077-b2db7150cce8"
    )
    assert (
        entry((site / "en/peluncuran/feed.xml").read_bytes(), address).id
        == "urn:uuid:3eb5ee1f-d76a-504c-bc14-dfb4fa587b5f"
    )
    assert read((site / "peluncuran/feed.xml").read_bytes()).feed.id == "urn:uuid:14c37d27-9dcc-57e8-9995-29a22a0c3d08"
    assert read((site / "desa/maluku/feed.xml").read_bytes()).feed.id == "urn:uuid:d227ecea-c304-5636-ab1b-946e92de5e2d"
    for calendar in ("peluncuran", "desa/maluku", "en/desa/maluku"):
        event = event_at((site / calendar / "kalender.ics").read_bytes(), address)
        assert event["UID"] == "a753c246-3cc4-5008-b6b5-4c04cec50994"


def test_names_change_neither_with_the_text_of_a_record_nor_with_the_host(tmp_path: Path) -> None:
    root = changed(
        tmp_path, POSTPONED, ("kind: award", "kind: signing"), ("Gedung Rekaan", "Balai lain"), ("'10:00'", "'11:30'")
    )
    before, after = made(), made(root, "https://lain.example/")
    assert before.keys() == after.keys()
    for path in before:
        if path.endswith(".xml"):
            one, other = read(before[path]), read(after[path])
            assert [one.feed.id, *(each.id for each in one.entries)] == [other.feed.id, *(e.id for e in other.entries)]
        else:
            assert events(before[path]).keys() == events(after[path]).keys()


def test_a_ceremony_that_gets_another_date_and_so_another_address_keeps_its_names(tmp_path: Path) -> None:
    root = copied(tmp_path / "root")
    before = made(root)
    for old, new in (("2025-12-01", "2026-01-10"), ("2026-01-10", "2026-03-05")):
        addresses = [f"{day[:4]}/{day}-rekaan-kembar" for day in (old, new)]
        move(root, (addresses[0], addresses[1]), None, TODAY, REGIONS)
        file = root / "villages" / "launches" / addresses[1] / "launch.yml"
        file.write_text(file.read_text(encoding="utf-8").replace(f"date: '{old}'", f"date: '{new}'"), encoding="utf-8")
    after = made(root)
    for place in ("peluncuran/", f"en/{PROVINCE}"):
        one = event_at(before[f"{place}kalender.ics"], POSTPONED)
        other = event_at(after[f"{place}kalender.ics"], "2026/2026-03-05-rekaan-kembar")
        assert (one["UID"], other.decoded("DTSTART").date()) == (other["UID"], date(2026, 3, 5))
        assert (
            entry(before[f"{place}feed.xml"], POSTPONED).id
            == entry(after[f"{place}feed.xml"], "2026/2026-03-05-rekaan-kembar").id
        )


def test_the_sequence_of_an_event_grows_with_every_later_look_and_every_later_news() -> None:
    launch = next(each for each in pipeline.check(NATION, REGIONS, TODAY).campaign.launches)
    news = [
        _looked_at(launch, status, day)
        for day in (PartialDate(2026, 1, 1), PartialDate(2026, 1, 2), PartialDate(2027, 1, 1))
        for status in ("planned", "postponed", "held", "cancelled")
    ]
    numbers = [sequence(each) for each in news]
    assert numbers == sorted(set(numbers))


def _looked_at(launch: Launch, status: str, day: PartialDate) -> Launch:
    checked = launch.record.checked.model_copy(update={"date": day})
    return replace(launch, record=launch.record.model_copy(update={"status": status, "checked": checked}))


def test_the_days_that_programs_are_told_are_those_of_the_record(tmp_path: Path) -> None:
    root = changed(tmp_path, HELD, ("date: '2026-01-01'", "date: '2026-01-02'"))
    every = made(root)
    feed = read(every["peluncuran/feed.xml"])
    # The last look is the newest entry, whenever the ceremony was.
    assert (feed.entries[0].link.endswith(f"{HELD}/"), feed.feed.updated[:10]) == (True, "2026-01-02")
    assert {each.updated[:10] for each in feed.entries[1:]} == {"2026-01-01"}
    assert event_at(every["peluncuran/kalender.ics"], HELD).decoded("DTSTAMP") == datetime(2026, 1, 2, tzinfo=UTC)
    assert event_at(every["peluncuran/kalender.ics"], PLANNED).decoded("DTSTAMP") == datetime(2026, 1, 1, tzinfo=UTC)


def test_the_day_of_the_build_changes_nothing() -> None:
    assert made() == made() == made(today=PartialDate(2026, 2, 1))


def test_a_nations_ceremonies_do_not_make_a_file_that_no_phone_can_fetch() -> None:
    """2,000 made-up ceremonies in one province."""
    checked = pipeline.check(NATION, REGIONS, TODAY)
    pattern = next(each for each in checked.campaign.launches if each.address == HELD)
    launches = tuple(
        replace(
            pattern,
            address=f"2017/{day}-rekaan-{number}",
            first_address=f"2017/{day}-rekaan-{number}",
            record=pattern.record.model_copy(update={"date": PartialDate(day.year, day.month, day.day)}),
        )
        for number in range(2000)
        for day in [date(2017, 1, 1) + timedelta(days=number)]
    )
    villages = tuple(
        replace(each, launches=launches if each.address in pattern.record.villages else ())
        for each in checked.campaign.villages
    )
    campaign = replace(checked.campaign, launches=launches[::-1], villages=villages)
    every = written(Site(campaign, REGIONS, site_pages(campaign, REGIONS, TODAY), TODAY, URLS[1], ""))
    for language in LANGUAGES:
        for place in ("peluncuran/", PROVINCE):
            below = place if language == "id" else f"{language}/{place}"
            feed, calendar = read(every[f"{below}feed.xml"]), events(every[f"{below}kalender.ics"])
            assert (len(feed.entries), len(calendar)) == (50, 300)
            newest = date(2017, 1, 1) + timedelta(days=1999)
            assert max(event.decoded("DTSTART") for event in calendar.values()) == newest
            assert f"{newest}-rekaan-1999" in feed.entries[0].link
            assert len(every[f"{below}kalender.ics"]) < 300_000
