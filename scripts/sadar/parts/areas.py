"""A part of the work: what tells of one area's villages together, made of what its regencies kept for lists.

Of a regency that is its own page, with those of its districts, and the ceremonies whose first village is there; of a
province its page and its lists. So an edit of what lists tell does not make all of a province's ceremonies anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sadar.campaign import Launch, Listed
from sadar.outputs import OF_PAGES
from sadar.outputs.browse import province_rows
from sadar.outputs.sitemaps import entries
from sadar.pages import Page
from sadar.pages.ceremonies import events_by_area, launch_page, year_page, year_parts
from sadar.pages.facts import Event
from sadar.pages.list_kinds import Choice
from sadar.pages.lists import by_area, list_page, list_parts, lists_of
from sadar.pages.places import events_by_village, province_page, regency_pages
from sadar.pages.roll import Roll
from sadar.pages.site import events_of
from sadar.parts.drawing import Drawn, drawn_for
from sadar.parts.framing import Shapes, framed
from sadar.parts.kept import keep
from sadar.parts.regency import listed_in, with_listed
from sadar.parts.shared import digest_of, outputs_of, shared


@dataclass(frozen=True, slots=True)
class AreaJob:
    """`own` are what the area's regencies kept, `others` what those kept that share a ceremony with them.

    `launches` are the ceremonies that name one of its villages, newest first. Of a province, `split` are the lists and
    `years` the years whose pages are too long for one page of the whole country. `kept` and `before` as of a regency.
    """

    common: tuple[str, str]
    name: str
    own: tuple[str, ...]
    others: tuple[str, ...]
    launches: tuple[Launch, ...]
    split: frozenset[Choice]
    years: frozenset[int]
    rows: bool
    before: str
    kept: str


@dataclass(frozen=True, slots=True)
class AreaDone:
    """What an area came to, in short; `entered` is a digest of its entries for search engines."""

    entered: str
    files: int
    kept: str


@dataclass(frozen=True, slots=True)
class AreaMade:
    """What the whole country needs of an area, as of a regency."""

    drawn: Drawn
    searched: Mapping[str, bytes]


def make_area(job: AreaJob) -> AreaDone | Shapes:
    """Do the work, or tell the frames that are missing for it. OSError where the disk refuses."""
    common = shared(*job.common)
    villages = tuple(village for kept in job.own for village in listed_in(kept))
    around = tuple(village for kept in job.others for village in listed_in(kept))
    events = events_of(job.launches, Roll.of((*villages, *around)))
    pages = tuple(_pages(job, villages, events))
    staging = common.staging(outputs_of(job.before))
    searched = framed(common, pages, staging)
    if isinstance(searched, frozenset):
        return searched
    # Lists of villages need no more of them than this.
    site = common.site(with_listed(replace(common.campaign, launches=job.launches), villages), pages)
    for make in OF_PAGES:
        for path, content in make(site):
            staging.add(path, content)
    for path, text in province_rows(villages) if job.rows else ():
        staging.add(path, text)
    entered = tuple(entries(pages, villages, job.launches, common.settings.languages))
    made = AreaMade(drawn_for(common, pages), {path: staging.outputs[path] for path in searched})
    keep(job.kept, "outputs", staging.outputs)
    keep(job.kept, "made", made)
    keep(job.kept, "entries", entered)
    return AreaDone(digest_of(entered), len(staging.outputs), job.kept)


def _pages(job: AreaJob, villages: tuple[Listed, ...], events: tuple[Event, ...]) -> Iterator[Page]:
    below = f"{job.name}/"
    here = tuple(event for event in events if any(each.address.startswith(below) for each in event.villages))
    common, serving = shared(*job.common), events_by_village(here)
    if "/" in job.name:
        yield from regency_pages(villages, common.regions, serving)
        yield from (launch_page(event) for event in here if event.villages[0].address.startswith(below))
        return
    yield province_page(villages, serving)
    for choice, own in lists_of(villages).items():
        if choice in job.split:
            for area, within in by_area(own, "province").items():
                yield list_page(choice, within, (area,), large=common.campaign.large)
                yield from list_parts(choice, within, (area,), large=common.campaign.large)
    for year in sorted(job.years):
        of_year = tuple(event for event in here if event.launch.year == year)
        for area, own_events in events_by_area(of_year, ()).items():
            if area.slug == job.name:
                yield year_page(own_events, (area,))
                yield from year_parts(own_events, (area,))
