"""A part of the work: the lists and ceremonies of one province, made of what its regencies kept for lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from sadar.campaign import Campaign, Listed
from sadar.outputs import OF_PAGES
from sadar.outputs.browse import province_rows
from sadar.outputs.sitemaps import Entry, entries
from sadar.pages import Page
from sadar.pages.ceremonies import events_by_area, launch_page, year_page, year_parts
from sadar.pages.facts import Event
from sadar.pages.list_kinds import Choice
from sadar.pages.lists import by_area, list_page, list_parts, lists_of
from sadar.pages.places import region_pages
from sadar.pages.site import events_of
from sadar.parts.drawing import Drawn, drawn_for
from sadar.parts.framing import Shapes, framed
from sadar.parts.kept import keep, kept
from sadar.parts.regency import listed_in, with_listed
from sadar.parts.shared import Staging, digest_of, outputs_of, shared


@dataclass(frozen=True, slots=True)
class ProvinceJob:
    """`own` are what the province's regencies kept, `others` what those kept that share a ceremony with them.

    `campaign` holds the ceremonies that name one of its villages, newest first, and no village. `split` are the lists,
    `years` the years whose pages are too long for one page of the whole country. `kept` and `before` as of a regency.
    """

    common: tuple[str, str]
    name: str
    own: tuple[str, ...]
    others: tuple[str, ...]
    campaign: Campaign
    split: frozenset[Choice]
    years: frozenset[int]
    rows: bool
    before: str
    kept: str


@dataclass(frozen=True, slots=True)
class ProvinceDone:
    """What a province came to, in short; `made` is a digest of what the whole country needs of it."""

    made: str
    files: int
    kept: str


@dataclass(frozen=True, slots=True)
class ProvinceMade:
    """What the whole country needs of a province, as of a regency."""

    entries: tuple[Entry, ...]
    drawn: Drawn
    searched: Mapping[str, bytes]


def make_province(job: ProvinceJob) -> ProvinceDone | Shapes:
    """Do the work, or tell the frames that are missing for it. OSError where the disk refuses."""
    common = shared(*job.common)
    villages = tuple(village for kept in job.own for village in listed_in(kept))
    around = tuple(village for kept in job.others for village in listed_in(kept))
    events = events_of(job.campaign.launches, (*villages, *around))
    pages = tuple(_pages(job, villages, events))
    staging = Staging(common.staged, outputs_of(job.before))
    searched = framed(common, pages, staging)
    if isinstance(searched, frozenset):
        return searched
    # Lists of villages need no more of them than this.
    site = common.site(with_listed(job.campaign, villages), pages)
    for make in OF_PAGES:
        for path, content in make(site):
            staging.add(path, content)
    for path, text in province_rows(villages) if job.rows else ():
        staging.add(path, text)
    made = ProvinceMade(
        tuple(entries(pages, villages, job.campaign.launches, common.settings.languages)),
        drawn_for(common, pages),
        {path: staging.outputs[path] for path in searched},
    )
    keep(job.kept, "outputs", staging.outputs)
    keep(job.kept, "made", made)
    return ProvinceDone(
        digest_of(made.entries, made.drawn, *sorted(made.searched.items())), len(staging.outputs), job.kept
    )


def made_in(part: str) -> ProvinceMade:
    """What a province's part kept for the whole country. DamagedError."""
    return cast(ProvinceMade, kept(part, "made"))


def _pages(job: ProvinceJob, villages: tuple[Listed, ...], events: tuple[Event, ...]) -> Iterator[Page]:
    """All pages that stand below the province's, its lists, and the ceremonies whose first village is here."""
    here = tuple(event for event in events if any(each.address.startswith(f"{job.name}/") for each in event.villages))
    yield from region_pages(villages, shared(*job.common).regions, here)
    for choice, own in lists_of(villages).items():
        if choice in job.split:
            for area, within in by_area(own, "province").items():
                yield list_page(choice, within, (area,), large=job.campaign.large)
                yield from list_parts(choice, within, (area,), large=job.campaign.large)
    for year in sorted(job.years):
        of_year = tuple(event for event in here if event.launch.year == year)
        for area, own_events in events_by_area(of_year, ()).items():
            if area.slug == job.name:
                yield year_page(own_events, (area,))
                yield from year_parts(own_events, (area,))
    for event in here:
        if event.villages[0].address.startswith(f"{job.name}/"):
            yield launch_page(event)
