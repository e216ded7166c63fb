"""A build that looks at every part, and at what tells of the whole country."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace

from sadar.dress import Ahead
from sadar.parts import record
from sadar.parts.apart import Common, held, is_same, read_common, sorted_files, stamps
from sadar.parts.areas import make_area
from sadar.parts.ceremonies import Ceremonies
from sadar.parts.engine import Engine
from sadar.parts.finishing import Finishing
from sadar.parts.framer import Framer
from sadar.parts.meanwhile import Meanwhile, meanwhile
from sadar.parts.nation import make_nation, nation_of
from sadar.parts.order import Order
from sadar.parts.outcome import Outcome, outcome, stop
from sadar.parts.overview import Overview
from sadar.parts.planning import area_jobs, regency_jobs, touched
from sadar.parts.publishing import Publication, new_spare, put_first, put_in_place
from sadar.parts.quick import told_twice
from sadar.parts.record import Finished, Made
from sadar.parts.regency import Regencies, make_regency
from sadar.parts.rounds import Work, each_made
from sadar.parts.shared import digest_of, handed_out
from sadar.parts.survey import Survey
from sadar.problem import Problem


@dataclass(frozen=True, slots=True)
class Task:
    """One build, of which the files have been seen, with MkDocs that is started ahead of it."""

    order: Order
    runner: Engine
    ceremonies: Ceremonies
    seen: Survey
    around: str
    started: Ahead

    def more_of_mkdocs(self) -> None:
        """The first made frames for villages; these make those for areas, and the pages of the whole country."""
        self.started.start()
        self.started.start()


def build_whole(task: Task, last: Finished | None, before: Made, made: Regencies) -> Outcome | None:
    """Look at every part; those of `made` are anew already. DamagedError where what is kept of one cannot be read."""
    order, runner, seen, around = task.order, task.runner, task.seen, task.around
    root, regions, files = order.root, order.regions, sorted_files(seen)
    if not before.regencies:
        runner.start(runner.jobs)
    known = record.common(order.folder) if before.around == around else None
    as_known = bool(known and last and is_same(files, seen, last.seen.files))
    if known and as_known:
        common = known
    else:
        launches = known.launches if known else {}
        common = read_common(task.ceremonies, root, files, seen, launches, regions)
    if stop(common.problems):
        return None
    spare = None if last else new_spare(order.site, order.folder)
    framer = Framer(order, common.campaign, files.size, around, task.started, before.shared if made else None, spare)
    work = Work(order.folder, seen, files, common, framer, runner, order.watch, before, Made(around))
    return _built(task, work, last, made, as_known=as_known)


def _built(task: Task, work: Work, last: Finished | None, made: Regencies, *, as_known: bool) -> Outcome | None:
    before, after = work.before, work.after
    if not made:
        shutil.rmtree(work.framer.shared.staged, ignore_errors=True)
    common = _make_regencies(task, work, made, as_known=as_known)
    problems = (*common.problems, *(each for _, done in after.regencies.values() for each in done.problems))
    if stop(problems) or told_twice(before, after):
        return None
    only = touched(common, after, before) if made and as_known else None
    finishing, others = _make_areas(task, work, common, only)
    nation, after.looked = nation_of(work.framer.shared, finishing, after, before, work.engine)
    if stop(after.looked.problems):
        return None
    work.watch("nation", 0, 1)
    after.nation = make_nation(nation, before.nation) | others.done()
    work.watch("nation", 1, 1)
    after.elsewhere = common.problems
    # Of a site that is there, no edit writes below its spare.
    after.shared = handed_out(replace(work.framer.shared, spare=None), work.folder)
    return _publish(task, work, last, (*problems, *after.looked.problems), None if as_known else common)


def _make_regencies(task: Task, work: Work, made: Regencies, *, as_known: bool) -> Common:
    """Make the regencies, those of `made` apart; what there is besides them, held against the rules meanwhile."""
    before, shared, common = work.before, work.framer.shared, work.common

    def beside() -> None:
        nonlocal common
        if not before.regencies:
            task.more_of_mkdocs()
        if not as_known:
            common = held(common, shared.today)

    if made and as_known:
        work.after.regencies = before.regencies | made
    else:
        plans = regency_jobs(shared, work.files, work.seen, common, before, work.folder)
        work.after.regencies = each_made(work, "regencies", plans, before.regencies | made, make_regency, beside)
    return common


def _make_areas(task: Task, work: Work, common: Common, only: frozenset[str] | None) -> tuple[Finishing, Meanwhile]:
    """Make the areas, of `only` these anew where it is given; what is begun meanwhile of the whole country."""
    before, after, shared, campaign = work.before, work.after, work.framer.shared, common.campaign
    after.told = shared.digest(common.told)
    rest_before = before.rest if before.told == after.told else ""
    was = before.regencies if before.around == after.around else None
    others = meanwhile(shared, after.regencies, common.told, before.nation, was, rest_before)
    after.rest = others.tables.rest
    read = digest_of(*stamps(work.files, work.seen))
    overview = Overview(shared, campaign, read, task.started)
    finishing = Finishing(shared, overview, before, after.around, task.order.site)

    def beside() -> None:
        overview.begin(after, before)
        finishing.begin(work.engine)
        others.begin(campaign.launches, handed_out(work.framer.shared, work.folder), work.engine)

    jobs = area_jobs(shared, common, after, before, work.seen, work.folder, only)
    as_before = {} if only is None else before.areas
    after.areas = as_before | each_made(work, "areas", jobs, before.areas, make_area, beside)
    return finishing, others


def _publish(
    task: Task, work: Work, last: Finished | None, problems: tuple[Problem, ...], common: Common | None
) -> Outcome:
    """Put what was made in place, and leave word of it; of `common`, too, where it was read anew."""
    changed, gone = record.changes(work.before, work.after)
    record.forget(work.folder)
    publication = Publication(task.order.site, work.folder, work.framer.shared.staged, changed, gone)
    places = put_in_place(publication, last) if last else put_first(publication)
    records = work.files.size + len(work.common.launches)
    after = work.after
    end = Finished(after.around, work.seen, *places, problems, records, after.looked, after.files)
    record.note(work.folder, after, end, common)
    return outcome(end, len(changed), len(gone))
