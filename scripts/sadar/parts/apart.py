"""The campaign apart from its villages: content and ceremonies, read and held against the rules."""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from sadar import checks
from sadar.campaign import Campaign
from sadar.glance import Stamp
from sadar.joining import join
from sadar.parts.ceremonies import Ceremonies
from sadar.parts.shared import digest_of
from sadar.parts.survey import Survey, in_order
from sadar.problem import Problem
from sadar.records import PartialDate
from sadar.records.filed import Filed
from sadar.records.gathered import joined
from sadar.records.gathering import gather_files
from sadar.records.launch import LaunchRecord
from sadar.regions import Regions

Launches = dict[str, tuple[Stamp, Filed[LaunchRecord]]]

REGENCY = 4  # steps of a path to a regency's files, at least


@dataclass(frozen=True, slots=True)
class Files:
    """The files of a campaign as parts look at them; `size` is the number of villages."""

    regencies: Mapping[str, tuple[str, ...]]
    launches: tuple[str, ...]
    rest: tuple[str, ...]
    content: tuple[str, ...]
    size: int


def sorted_files(survey: Survey) -> Files:
    """The files by the part that they belong to, each in the order in which a whole campaign is read."""
    regencies: dict[str, list[str]] = defaultdict(list)
    launches, rest, content, size = list[str](), list[str](), list[str](), 0
    for path in in_order(survey.files):
        steps = path.split("/")
        if steps[0] == "content":
            content.append(path)
        elif steps[1] == "launches":
            launches.append(path)
        elif len(steps) < REGENCY:
            rest.append(path)
        else:
            regencies[f"{steps[1]}/{steps[2]}"].append(path)
            size += steps[-1] == "village.yml" and len(steps) == REGENCY + 1
    return Files(
        {name: tuple(own) for name, own in regencies.items()}, tuple(launches), tuple(rest), tuple(content), size
    )


@dataclass(frozen=True, slots=True)
class Common:
    """`campaign` has no villages. `launches` are its ceremonies as they were read, by their files.

    `told` is a digest of what the data tell besides villages, once it is `held` against the rules.
    """

    campaign: Campaign
    launches: Launches
    problems: tuple[Problem, ...]
    told: str


def is_same(files: Files, seen: Survey, last: Mapping[str, Stamp]) -> bool:
    """Whether since the last survey nothing has changed but records of villages: then all else is as it was read."""
    return seen.files.keys() == last.keys() and all(last[path] == stamp for path, stamp in stamps(files, seen))


def stamps(files: Files, seen: Survey) -> Iterator[tuple[str, Stamp]]:
    """All that is read but villages' records."""
    return ((path, seen.files[path]) for path in (*files.rest, *files.launches, *files.content))


def read_common(
    ceremonies: Ceremonies,
    root: Path,
    files: Files,
    survey: Survey,
    before: Launches,
    regions: Regions,
) -> Common:
    """Read the content, and of the ceremonies those whose files have changed; of the rules nothing is asked yet."""
    same = {path: before[path] for path in files.launches if path in before and before[path][0] == survey.files[path]}
    rest, content = ([PurePosixPath(path) for path in paths] for paths in (files.rest, files.content))
    apart = gather_files(root, rest, content)
    gathered = joined(apart, ceremonies.read(path for path in files.launches if path not in same))
    read = {str(filed.file): filed for filed in gathered.launches}
    launches = {
        path: same[path] if path in same else (survey.files[path], read[path])
        for path in files.launches
        if path in same or path in read
    }
    whole = replace(gathered, launches=tuple(filed for _, filed in launches.values()))
    campaign, unjoined = join(whole, regions, files.size)
    return Common(campaign, launches, (*gathered.problems, *_true(unjoined, files)), told="")


def held(common: Common, today: PartialDate) -> Common:
    """The same, held against the rules, and with what it tells; both take seconds where there are many ceremonies."""
    campaign = common.campaign
    found = checks.problems_of_records(campaign, today)
    told = digest_of(pickle.dumps((campaign.launches, campaign.benefits, campaign.counts)))
    return replace(common, problems=(*common.problems, *found), told=told)


def _true(problems: Iterable[Problem], files: Files) -> Iterator[Problem]:
    """Those that stand also where the villages are known, whom the campaign without them cannot know."""
    villages = {path.split("/", 1)[1].removesuffix("/village.yml") for own in files.regencies.values() for path in own}
    for problem in problems:
        if problem.rule != "village-without-record" or problem.details["given"] not in villages:
            yield problem
