"""A part of the work: the villages of one regency, read, held against the rules, and made into pages and rows."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import cast

from sadar import checks
from sadar.campaign import Campaign, Listed, Village
from sadar.checks.leftovers import Story, stories
from sadar.glance import Stamp
from sadar.joining import join
from sadar.outputs import finder, village_page_files
from sadar.outputs.data import Fragment, fragments, rows_of, village_files
from sadar.outputs.sitemaps import entries
from sadar.pages.places import village_pages
from sadar.pages.roll import Summaries, Summary, summary
from sadar.parts.drawing import Drawn, drawn_for
from sadar.parts.framing import Shapes, framed
from sadar.parts.kept import keep, kept
from sadar.parts.remembered import remembered, take_over, told_in
from sadar.parts.shared import digest_of, outputs_of, shared
from sadar.pictures import Picture
from sadar.problem import Problem
from sadar.records.filed import Filed
from sadar.records.gathering import gather_files
from sadar.records.launch import LaunchRecord


@dataclass(frozen=True, slots=True)
class RegencyJob:
    """`files` are the regency's, in order; `launches` those that name one of its villages.

    `common` names the file and the digest of what all parts share. `around` is a digest of all that a village's pages
    are made of besides these files, and `stamps` tell what the disk says of each. What it comes to is kept under the
    name `kept`, what it came to last lies under `before`, which is empty where there is none.
    """

    common: tuple[str, str]
    name: str
    files: tuple[str, ...]
    launches: tuple[Filed[LaunchRecord], ...]
    around: str
    stamps: Mapping[str, Stamp]
    before: str
    kept: str


@dataclass(frozen=True, slots=True)
class RegencyDone:
    """What a regency came to, in short.

    `listed`, `rows`, `stories` and `made` are digests of what it kept: villages for lists, rows for the data by table,
    long texts, what else the whole country needs of it, and its pages as search engines find them. `found` is one of
    what the finder tells of its villages.
    """

    problems: tuple[Problem, ...]
    listed: str
    found: str
    rows: Mapping[str, str]
    stories: str
    made: str
    entered: str
    summary: Summary | None  # if there is a village
    files: int
    kept: str


Regencies = dict[str, tuple[str, RegencyDone]]  # by name, with a digest of what each was made from


@dataclass(frozen=True, slots=True)
class RegencyMade:
    """What the whole country needs of a regency besides its entries; the text search reads the pages `searched`."""

    pictures: tuple[Picture, ...]
    drawn: Drawn
    searched: Mapping[str, bytes]


def make_regency(job: RegencyJob) -> RegencyDone | Shapes:
    """Do the work, or tell the frames that are missing for it. OSError where the disk refuses."""
    common = shared(*job.common)
    gathered = gather_files(common.root, [PurePosixPath(file) for file in job.files])
    whole = replace(gathered, launches=job.launches, redirects=common.campaign.redirects)
    campaign, unjoined = join(whole, common.regions, common.size)
    own = f"villages/{job.name}/"
    found = (*gathered.problems, *unjoined, *checks.problems_of_records(campaign, common.today))
    problems = tuple(each for each in found if str(each.file).startswith(own))
    pages = tuple(village_pages(campaign))
    site = common.site(campaign, pages)
    told, last = told_in(site, job.around, job.stamps), remembered(job.before)
    same = {address for address, each in told.items() if last.get(address) == each}
    new = tuple(page for page in pages if page.address not in same)
    staging = common.staging(outputs_of(job.before))
    searched = framed(common, new, staging)
    if isinstance(searched, frozenset):
        return searched
    if same:
        searched += take_over(staging, same, made_in(job.before).searched)
    rows = rows_of(site)
    for path, content in (*village_page_files(common.site(campaign, new)), *village_files(site, rows)):
        staging.add(path, content)
    listed = tuple(village.listed for village in campaign.villages)
    by_table = dict(fragments(site, rows))
    entered = tuple(entries(pages, campaign.villages, (), common.settings.languages))
    made = RegencyMade(
        gathered.pictures,
        drawn_for(common, pages),
        {path: staging.outputs[path] for path in searched},
    )
    long = tuple(story for village in campaign.villages for story in stories(village))
    keep(job.kept, "outputs", staging.outputs)
    keep(job.kept, "stories", long)
    keep(job.kept, "made", made)
    keep(job.kept, "entries", entered)
    keep(job.kept, "listed", listed)
    keep(job.kept, "rows", by_table)
    keep(job.kept, "told", told)
    keep(job.kept, "launches", job.launches)
    return RegencyDone(
        problems,
        digest_of(pickle.dumps(listed)),
        finder.told(listed),
        {name: digest_of(fragment) for name, fragment in by_table.items()},
        digest_of([(each.digest, sorted(each.ties)) for each in long]),
        # Not as it lies there: the same values may be written in two ways.
        digest_of(made.pictures, made.drawn, *sorted(made.searched.items())),
        digest_of(entered),
        summary(listed),
        len(staging.outputs),
        job.kept,
    )


def summaries_of(regencies: Regencies) -> Summaries:
    """Of those that have a village."""
    return {name: done.summary for name, (_, done) in regencies.items() if done.summary}


def listed_in(part: str) -> tuple[Listed, ...]:
    """The villages that a regency's part kept for lists. DamagedError."""
    return cast(tuple[Listed, ...], kept(part, "listed"))


def with_listed(campaign: Campaign, villages: tuple[Listed, ...]) -> Campaign:
    """A campaign that knows of its villages what lists tell: enough for everything but their own pages and rows."""
    return replace(campaign, villages=cast(tuple[Village, ...], villages))


def made_in(part: str) -> RegencyMade:
    """What it kept for the whole country. DamagedError."""
    return cast(RegencyMade, kept(part, "made"))


def rows_in(part: str) -> Mapping[str, Fragment]:
    """The rows that it kept for the data. DamagedError."""
    return cast(Mapping[str, Fragment], kept(part, "rows"))


def stories_in(part: str) -> tuple[Story, ...]:
    """The long texts of its villages. DamagedError."""
    return cast(tuple[Story, ...], kept(part, "stories"))


def launches_in(part: str) -> tuple[Filed[LaunchRecord], ...]:
    """The ceremonies that name one of its villages. DamagedError."""
    return cast(tuple[Filed[LaunchRecord], ...], kept(part, "launches"))
