"""What search engines read first: who may read what, and every page with the day on which its facts were checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import PurePosixPath

from sadar.pages import Site, addresses
from sadar.pages.addresses import BELOW
from sadar.pages.kinds import Page, spoken
from sadar.pages.text_kinds import RulePage, RulesPage
from sadar.records import PartialDate

# A part may hold 50,000 addresses and 50 MB; half as many keep both bounds, each entry naming all languages.
_MOST = 25_000
_SPACES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'


@dataclass(frozen=True, slots=True)
class _Entry:
    xml: str
    checked: PartialDate | None


def robots(site: Site) -> Iterator[tuple[PurePosixPath, str]]:
    """Everybody may read everything; where the sitemap is, if the site has a public address."""
    where = f"\nSitemap: {site.url}sitemap.xml\n" if site.url else ""
    yield PurePosixPath("robots.txt"), f"User-agent: *\nAllow: /\n{where}"


def sitemaps(site: Site, most: int = _MOST) -> Iterator[tuple[PurePosixPath, str]]:
    """The list of the parts, and the parts with at most so many addresses; nothing without a public address."""
    if not site.url:
        return
    entries = list(_entries(site))
    parts = [entries[start : start + most] for start in range(0, len(entries), most)]
    listed = []
    for number, part in enumerate(parts, start=1):
        name = f"sitemap-{number}.xml"
        newest = _lastmod(each.checked for each in part)
        listed.append(f"<sitemap><loc>{escape(site.url)}{name}</loc>{newest}</sitemap>")
        yield PurePosixPath(name), _xml("urlset", (each.xml for each in part))
    yield PurePosixPath("sitemap.xml"), _xml("sitemapindex", listed)


def _xml(element: str, lines: Iterable[str]) -> str:
    return "\n".join(('<?xml version="1.0" encoding="UTF-8"?>', f"<{element} {_SPACES}>", *lines, f"</{element}>", ""))


def _entries(site: Site) -> Iterator[_Entry]:
    checked = _checked(site)
    for page in site.pages:
        if not isinstance(page, RulesPage | RulePage):
            yield from _of_page(site, page, checked)


def _of_page(site: Site, page: Page, checked: Mapping[str, PartialDate]) -> Iterator[_Entry]:
    """A page in each of its languages, each naming all of them; who reads none of them gets the first."""
    languages = spoken(page, site.languages) or site.languages[:1]
    public = {language: escape(f"{site.url}{BELOW[language]}{page.address}") for language in languages}
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{language}" href="{address}"/>'
        for language, address in (*public.items(), ("x-default", next(iter(public.values()))))
        if len(public) > 1
    )
    date = checked.get(page.address)
    for address in public.values():
        yield _Entry(f"<url><loc>{address}</loc>{_lastmod([date])}{links}</url>", date)


def _checked(site: Site) -> dict[str, PartialDate]:
    """The last day on which the records behind a page were checked, by its address; hand-written pages have none."""
    newest: dict[str, PartialDate] = {}
    for village in site.campaign.villages:
        regions = addresses.of_regency(village.regency), addresses.of_province(village.province)
        for address in (addresses.of_village(village), *regions, addresses.VILLAGES, addresses.STATISTICS):
            newest[address] = max(newest.get(address, PartialDate()), village.record.checked.date)
    for launch in site.campaign.launches:
        for address in (addresses.of_launch(launch), addresses.of_launch_year(launch), addresses.LAUNCHES):
            newest[address] = max(newest.get(address, PartialDate()), launch.record.checked.date)
    return newest


def _lastmod(days: Iterable[PartialDate | None]) -> str:
    newest = max((day for day in days if day), default=None)
    return f"<lastmod>{newest}</lastmod>" if newest else ""
