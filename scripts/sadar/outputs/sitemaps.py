"""What search engines read first: who may read what, and every page with the day on which its facts were checked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from pathlib import PurePosixPath
from typing import NamedTuple

from sadar.campaign import AnyVillage, Launch
from sadar.language import Language
from sadar.pages import Site, addresses
from sadar.pages.addresses import BELOW
from sadar.pages.kinds import DistrictPage, LaunchPage, LaunchYearPage, Page, VillagePage, spoken
from sadar.pages.text_kinds import RulePage, RulesPage
from sadar.records import PartialDate

# A part may hold 50,000 addresses and 50 MB; half as many keep both bounds, each entry naming all languages.
_MOST = 25_000
_SPACES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'


class Entry(NamedTuple):
    """A page for search engines; `checked` is the last day on which its records were, empty where it has none."""

    address: str
    languages: tuple[Language, ...]
    checked: str


def robots(site: Site) -> Iterator[tuple[PurePosixPath, str]]:
    """Everybody may read everything; where the sitemap is, if the site has a public address."""
    where = f"\nSitemap: {site.url}sitemap.xml\n" if site.url else ""
    yield PurePosixPath("robots.txt"), f"User-agent: *\nAllow: /\n{where}"


def sitemaps(site: Site, most: int = _MOST) -> Iterator[tuple[PurePosixPath, str]]:
    """The list of the parts, and the parts with at most so many addresses; nothing without a public address."""
    if site.url:
        every = entries(site.pages, site.campaign.villages, site.campaign.launches, site.languages)
        yield from sitemaps_of(every, site.url, most)


def sitemaps_of(every: Iterable[Entry], url: str, most: int = _MOST) -> Iterator[tuple[PurePosixPath, str]]:
    """As `sitemaps`; the pages in the order of their addresses."""
    if not url:
        return
    lines = [(each.checked, xml) for each in sorted(every) for xml in _lines(url, each)]
    parts = [lines[start : start + most] for start in range(0, len(lines), most)]
    listed = []
    for number, part in enumerate(parts, start=1):
        name = f"sitemap-{number}.xml"
        newest = _lastmod(max(checked for checked, _ in part))
        listed.append(f"<sitemap><loc>{escape(url)}{name}</loc>{newest}</sitemap>")
        yield PurePosixPath(name), _xml("urlset", (xml for _, xml in part))
    yield PurePosixPath("sitemap.xml"), _xml("sitemapindex", listed)


def _xml(element: str, lines: Iterable[str]) -> str:
    return "\n".join(('<?xml version="1.0" encoding="UTF-8"?>', f"<{element} {_SPACES}>", *lines, f"</{element}>", ""))


def entries(
    pages: Iterable[Page],
    villages: Iterable[AnyVillage],
    launches: Iterable[Launch],
    languages: tuple[Language, ...],
) -> Iterator[Entry]:
    """What search engines may read of these pages; the villages and launches are all that the pages tell of."""
    checked = _checked(villages, launches)
    for page in pages:
        if not isinstance(page, RulesPage | RulePage):
            day = _day_of(page, checked)
            yield Entry(page.address, spoken(page, languages) or languages[:1], str(day) if day else "")


def _day_of(page: Page, checked: Mapping[str, PartialDate]) -> PartialDate | None:
    match page:
        case VillagePage(village=village):
            return village.checked
        case LaunchPage(event=event):
            return event.launch.record.checked.date
        case DistrictPage(villages=villages):
            return max(village.checked for village in villages)
        case LaunchYearPage(trail=trail, events=events) if trail and events:
            return max(event.launch.record.checked.date for event in events)
    return checked.get(page.address)


def _lines(url: str, entry: Entry) -> Iterator[str]:
    """A page in each of its languages, each naming all of them; who reads none of them gets the first."""
    public = {language: escape(f"{url}{BELOW[language]}{entry.address}") for language in entry.languages}
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{language}" href="{address}"/>'
        for language, address in (*public.items(), ("x-default", next(iter(public.values()))))
        if len(public) > 1
    )
    for address in public.values():
        yield f"<url><loc>{address}</loc>{_lastmod(entry.checked)}{links}</url>"


def _checked(villages: Iterable[AnyVillage], launches: Iterable[Launch]) -> dict[str, PartialDate]:
    """The last day on which records were checked, by the address of a page that tells of several of them.

    Of its own record a page knows; hand-written pages have none.
    """
    newest: dict[str, PartialDate] = {}

    def note(day: PartialDate, *told_on: str) -> None:
        for address in told_on:
            newest[address] = max(newest.get(address, day), day)

    for village in _last_checked(villages):
        regions = addresses.of_regency(village.regency), addresses.of_province(village.province)
        note(village.checked, *regions, addresses.VILLAGES, addresses.STATISTICS)
    of_years: dict[str, list[Launch]] = defaultdict(list)
    for launch in launches:
        of_years[launch.address.partition("/")[0]].append(launch)
    for own in of_years.values():
        last = max(launch.record.checked.date for launch in own)
        note(last, addresses.of_launch_year(own[0]), addresses.LAUNCHES)
    return newest


def _last_checked(villages: Iterable[AnyVillage]) -> Iterable[AnyVillage]:
    """Of each regency's villages the one that was checked last."""
    found: dict[str, AnyVillage] = {}
    for village in villages:
        name = village.address.rpartition("/")[0]
        if name not in found or found[name].checked < village.checked:
            found[name] = village
    return found.values()


def _lastmod(day: str) -> str:
    return f"<lastmod>{day}</lastmod>" if day else ""
