"""A part of the work: the villages of one regency, read, held against the rules, and made into pages and rows."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from sadar import checks
from sadar.campaign import Listed
from sadar.checks.leftovers import Story, stories
from sadar.joining import join
from sadar.outputs import village_page_files
from sadar.outputs.data import Fragment, fragments, village_files
from sadar.outputs.sitemaps import Entry, entries
from sadar.pages.list_kinds import Choice
from sadar.pages.lists import lists_of
from sadar.pages.places import village_pages
from sadar.parts.drawing import Drawn, drawn_for
from sadar.parts.framing import Shapes, framed
from sadar.parts.shared import Outputs, Staging, digest_of, shared
from sadar.pictures import Picture
from sadar.problem import Problem
from sadar.records.filed import Filed
from sadar.records.gathering import gather_files
from sadar.records.launch import LaunchRecord


@dataclass(frozen=True, slots=True)
class RegencyJob:
    """`files` are the regency's, in order; `launches` those that name one of its villages; `before` what it made last.

    `common` names the file and the digest of what all parts share; what others need of it is kept below `kept`.
    """

    common: tuple[str, str]
    name: str
    files: tuple[str, ...]
    launches: tuple[Filed[LaunchRecord], ...]
    before: Mapping[str, bytes]
    kept: str


@dataclass(frozen=True, slots=True)
class RegencyDone:
    """What a regency came to; the villages for lists and the rows of the data lie in files below `kept`."""

    problems: tuple[Problem, ...]
    outputs: Outputs
    entries: tuple[Entry, ...]  # its pages, for search engines
    stories: tuple[Story, ...]
    listed: str  # digests
    rows: Mapping[str, str]
    pictures: tuple[Picture, ...]
    drawn: Drawn
    searched: tuple[str, ...]
    choices: Mapping[Choice, int]
    kept: str


def make_regency(job: RegencyJob) -> RegencyDone | Shapes:
    """Do the work, or tell the frames that are missing for it. OSError where the disk refuses."""
    common = shared(*job.common)
    gathered = gather_files(common.root, [PurePosixPath(file) for file in job.files])
    whole = replace(gathered, launches=job.launches, redirects=common.redirects)
    campaign, unjoined = join(whole, common.regions, common.size)
    own = f"villages/{job.name}/"
    found = (*gathered.problems, *unjoined, *checks.problems_of_records(campaign, common.today))
    problems = tuple(each for each in found if str(each.file).startswith(own))
    pages = tuple(village_pages(campaign))
    site = common.site(campaign, pages)
    staging = Staging(common.staged, job.before)
    searched = framed(common, pages, staging)
    if isinstance(searched, frozenset):
        return searched
    for path, content in (*village_page_files(site), *village_files(site)):
        staging.add(path, content)
    listed = tuple(village.listed for village in campaign.villages)
    rows = dict(fragments(replace(site, campaign=replace(campaign, launches=()))))
    _keep(job.kept, listed, rows)
    return RegencyDone(
        problems,
        staging.outputs,
        tuple(entries(pages, campaign.villages, (), common.settings.languages)),
        tuple(story for village in campaign.villages for story in stories(village)),
        digest_of(pickle.dumps(listed)),
        {name: digest_of(fragment) for name, fragment in rows.items()},
        gathered.pictures,
        drawn_for(common, pages),
        searched,
        {choice: len(own) for choice, own in lists_of(listed).items()},
        job.kept,
    )


def _keep(kept: str, listed: tuple[Listed, ...], rows: Mapping[str, Fragment]) -> None:
    Path(kept).parent.mkdir(parents=True, exist_ok=True)
    Path(f"{kept}.listed").write_bytes(pickle.dumps(listed))
    Path(f"{kept}.rows").write_bytes(pickle.dumps(rows))


def listed_in(kept: str) -> tuple[Listed, ...]:
    """The villages that a regency's part kept for lists."""
    found: tuple[Listed, ...] = pickle.loads(Path(f"{kept}.listed").read_bytes())  # noqa: S301 (our own)
    return found


def rows_in(kept: str) -> Mapping[str, Fragment]:
    """The rows that it kept for the data."""
    found: Mapping[str, Fragment] = pickle.loads(Path(f"{kept}.rows").read_bytes())  # noqa: S301 (our own)
    return found
