"""The commonest edit: of all that a campaign is made of, villages' records have changed, and nothing that others tell.

Then no content and no ceremony is read, no other part is looked at, and MkDocs does not start.
"""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from sadar.checks.leftovers import told_by_strangers
from sadar.parts import record
from sadar.parts.apart import REGENCY
from sadar.parts.kept import DamagedError
from sadar.parts.outcome import Outcome, outcome, stop
from sadar.parts.planning import regency_job
from sadar.parts.publishing import Publication, put_in_place
from sadar.parts.record import Finished, Made
from sadar.parts.regency import Regencies, RegencyDone, launches_in, make_regency, stories_in
from sadar.parts.shared import shared
from sadar.parts.survey import Survey, in_order
from sadar.parts.tables import tables_again


def build_regencies(folder: Path, site: Path, seen: Survey, last: Finished, before: Made) -> Outcome | Regencies:
    """Make anew the regencies whose records have changed; where more than they must be looked at, what they came to.

    None is told of where other files have changed, too, or frames are missing. DamagedError; OSError where the disk
    refuses.
    """
    changed = _changed(seen, last)
    if not changed or not changed.keys() <= before.regencies.keys():
        return {}
    try:
        common = shared(*before.shared)
    except Exception as error:
        raise DamagedError(before.shared[0]) from error
    shutil.rmtree(common.staged, ignore_errors=True)
    after = replace(before, regencies=dict(before.regencies), nation=dict(before.nation))
    found: Regencies = {}
    for name, files in changed.items():
        kept = before.regencies[name][1]
        _, digest, job = regency_job(common, seen, folder, name, files, launches_in(kept.kept), kept.kept)
        done = make_regency(replace(job, common=before.shared))
        if isinstance(done, frozenset):
            return {}
        found[name] = digest, done
    after.regencies.update(found)
    if any(_for_others(done) != _for_others(before.regencies[name][1]) for name, (_, done) in found.items()):
        return found
    if any(stop(done.problems) for _, done in found.values()):
        return found
    pairs = [(before.regencies[name][1], after.regencies[name][1]) for name in changed]
    if told_twice(before, after):
        return found
    if any(was.rows != now.rows for was, now in pairs):
        rows = {name: done.kept for name, (_, done) in after.regencies.items()}
        # Its digest is of what a look at the whole country finds: that look has to make it anew.
        after.nation["data"] = "", tables_again(common.staged, before.rest, rows, before.nation["data"][1])
    new, gone = record.changes(before, after)
    record.forget(folder)
    places = put_in_place(Publication(site, folder, common.staged, new, gone), last)
    problems = (
        *after.elsewhere,
        *after.looked.problems,
        *(each for _, done in after.regencies.values() for each in done.problems),
    )
    end = Finished(last.around, seen, *places, problems, last.records, after.looked, after.files)
    record.note(folder, after, end)
    return outcome(end, len(new), len(gone))


def told_twice(before: Made, after: Made) -> bool:
    """Whether a long text has come to stand under two villages that nothing ties. DamagedError."""
    was, now = ({name: done.stories for name, (_, done) in made.regencies.items()} for made in (before, after))
    if was == now:
        return False
    return told_by_strangers(story for _, done in after.regencies.values() for story in stories_in(done.kept))


def _changed(seen: Survey, last: Finished) -> Mapping[str, tuple[str, ...]]:
    """The regencies of which files have changed, each with all its files; none where others have, or came, or went."""
    if seen.files.keys() != last.seen.files.keys():
        return {}
    names = set[str]()
    for path, stamp in seen.files.items():
        if last.seen.files[path] != stamp:
            steps = path.split("/")
            if steps[0] != "villages" or steps[1] == "launches" or len(steps) < REGENCY:
                return {}
            names.add(f"{steps[1]}/{steps[2]}")
    found: dict[str, list[str]] = defaultdict(list)
    for path in seen.files if names else ():
        name = "/".join(path.split("/", 3)[1:3])
        if name in names:
            found[name].append(path)
    return {name: tuple(in_order(own)) for name, own in found.items()}


def _for_others(done: RegencyDone) -> tuple[object, ...]:
    """What other parts and the whole country are made of."""
    return done.listed, done.made, done.entered
