"""The finder as a part of the work, of all villages: no other part waits for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sadar.campaign import Listed
from sadar.outputs import finder
from sadar.parts.entries import Known, entries
from sadar.parts.regency import listed_in
from sadar.parts.shared import Outputs, shared


@dataclass(frozen=True, slots=True)
class FinderJob:
    """`villages` names what each regency with a village kept; `before` is what the last build made."""

    common: tuple[str, str]
    villages: Mapping[str, str]
    known: Known
    before: Outputs


def make_finder(job: FinderJob) -> Outputs:
    """Make its files. DamagedError; OSError where the disk refuses."""
    common = shared(*job.common)
    staging = common.staging(job.before)
    every = (village for part in job.villages.values() for village in listed_in(part))
    found = entries(job.known, common.regions, every)
    if found.change:
        staging.outputs.update(staging.before)

        def within(regency: str) -> tuple[Listed, ...]:
            return listed_in(job.villages[regency]) if regency in job.villages else ()

        files = finder.files_again(common.regions, within, found.layout, found.near, found.change)
    else:
        files = finder.files(common.site(common.campaign, ()), found.every(), found.layout)
    for path, text in files:
        staging.add(path, text)
    return staging.outputs
