"""A large campaign, built in parts: only those whose inputs changed are read, checked and made anew.

A regency's part makes the pages of its villages from its own files and ceremonies. An area's makes the pages that tell
of its villages together, and of ceremonies, from what regencies kept for lists. What tells of the whole country is made
last.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from sadar.dress import workshop
from sadar.parts import record
from sadar.parts.apart import Common, is_same, read_common, sorted_files
from sadar.parts.areas import make_area
from sadar.parts.engine import engine, seldom_collecting
from sadar.parts.framer import Framer
from sadar.parts.kept import DamagedError
from sadar.parts.meanwhile import begin
from sadar.parts.nation import make_nation
from sadar.parts.outcome import Outcome, outcome, stop
from sadar.parts.overview import begin_overview
from sadar.parts.planning import area_jobs, nation_of, regency_jobs
from sadar.parts.publishing import Publication, copied_ahead, put_first, put_in_place
from sadar.parts.quick import Regencies, build_regencies, told_twice
from sadar.parts.record import Finished, Made
from sadar.parts.regency import make_regency
from sadar.parts.rounds import Watch, Work, each_made
from sadar.parts.shared import handed_out
from sadar.parts.surroundings import surroundings
from sadar.parts.survey import Survey, identity, survey
from sadar.records import PartialDate
from sadar.regions import Regions

_LARGE = 1_000  # villages; below, MkDocs alone is as fast


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be built: the campaign below `root` as of `today`, into `site`, by so many processes or a cluster."""

    root: Path
    site: Path
    regions: Regions
    today: PartialDate
    jobs: int
    watch: Watch
    cluster: str = ""

    @property
    def folder(self) -> Path:
        """Where what is taken over from build to build lies."""
        return self.root / "build" / "parts"


def is_large(root: Path) -> bool:
    """Whether a campaign has so many villages that it is built in parts: at a glance."""
    return sum(1 for _ in islice(root.glob("villages/*/*/*/village.yml"), _LARGE)) == _LARGE


def build(order: Order) -> Outcome | None:
    """Build the site, or see that it is built already; None where the whole campaign must be looked at.

    That is where a record or page holds a mistake: then the site stands as it was, and a check of the whole tells all.
    DressError, SearchError, OSError as a whole build.
    """
    seldom_collecting()
    folder, site = order.folder, order.site
    folder.mkdir(parents=True, exist_ok=True)
    around, last = surroundings(order.root, order.today), record.finished(folder)
    seen = survey(order.root, last.seen if last and last.around == around else None)
    if last and last.site != identity(site):
        last = None  # it is not the site that the record speaks of
    if seen.links:
        return None
    if last and (last.around, last.seen.files) == (around, seen.files):
        return outcome(last)
    try:
        before = record.made(folder) if last else Made()
        last = last if before.regencies else None  # the site as it stands cannot be told from what is known of it
        made: Regencies | Outcome = {}
        if last and last.around == around:
            made = build_regencies(folder, site, seen, last, before)
        return made if isinstance(made, Outcome) else _whole(order, seen, around, last, before, made)
    except DamagedError:
        record.forget(folder)
        shutil.rmtree(folder / "kept", ignore_errors=True)
        return _whole(order, seen, around, None, Made(), {})


def _whole(
    order: Order, seen: Survey, around: str, last: Finished | None, before: Made, made: Regencies
) -> Outcome | None:
    """Look at every part; those of `made` are anew already. DamagedError where what is kept of one cannot be read."""
    root, regions, today, files = order.root, order.regions, order.today, sorted_files(seen)
    known = record.common(order.folder) if before.around == around else None
    with engine(order.jobs, order.cluster) as runner:
        # After an edit of what lists tell, one makes the finder.
        runner.start(1 if before.regencies else runner.jobs)
        if known and last and is_same(files, seen, last.seen.files):
            common = known
        else:
            launches = known.launches if known else {}
            common = read_common(root, files, seen, launches, regions, today, order.jobs)
        if stop(common.problems):
            return None
        framer = Framer(root, order.folder, common.campaign, regions, today, files.size, around)
        work = Work(order.folder, seen, files, common, framer, runner, order.watch, before, Made(around))
        return _built(work, order.site, last, known, made)


def _built(work: Work, site: Path, last: Finished | None, known: Common | None, made: Regencies) -> Outcome | None:
    shared, before, after = work.framer.shared, work.before, work.after
    if not made:
        shutil.rmtree(shared.staged, ignore_errors=True)
    if made and work.common is known:
        after.regencies = before.regencies | made
    else:
        plans = regency_jobs(shared, work.files, work.seen, work.common, before, work.folder)
        after.regencies = each_made(work, "regencies", plans, before.regencies | made, make_regency)
    problems = (*work.common.problems, *(each for _, done in after.regencies.values() for each in done.problems))
    if stop(problems) or told_twice(before, after):
        return None
    common = handed_out(shared, work.folder)
    after.told = shared.digest(work.common.told)
    rest_before = before.rest if before.told == after.told else ""
    pool, told = work.engine.local, work.common.told
    meanwhile = begin(shared, common, after.regencies, told, before.nation, rest_before, pool)
    html = workshop(shared.folder / "html")
    with begin_overview(shared, work.common.campaign, after, before, html) as overview:
        areas = area_jobs(shared, work.common, after, before, work.seen, work.folder)
        after.areas = each_made(work, "areas", areas, before.areas, make_area)
        shared, campaign = work.framer.shared, work.common.campaign
        nation, found = nation_of(shared, campaign, overview, after, site, html, work.engine)
        after.elsewhere, after.rest = (*work.common.problems, *found), meanwhile.tables.rest
        if stop(found):
            return None
        work.watch("nation", 0, 1)
        copied = copied_ahead(site, work.folder, shared.staged, pool) if pool and last is None else None
        after.nation = make_nation(nation, before.nation, meanwhile)
    after.shared = handed_out(shared, work.folder)
    work.watch("nation", 1, 1)
    changed, gone = record.changes(before, after)
    record.forget(work.folder)
    publication = Publication(site, work.folder, shared.staged, changed, gone)
    late = (path for _, outputs in after.nation.values() for path in outputs)
    places = put_in_place(publication, last) if last else put_first(publication, copied, late)
    records = work.files.size + len(work.common.launches)
    pages, said = len(nation.entries), (*problems, *found)
    end = Finished(after.around, work.seen, *places, said, pages, records, nation.unnoted, after.files)
    record.note(work.folder, after, end, None if work.common is known else work.common)
    return outcome(end, len(changed), len(gone))
