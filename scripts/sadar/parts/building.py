"""A large campaign, built in parts: only those whose inputs changed are read, checked and made anew.

A regency's part makes the pages of its villages from its own files and ceremonies. An area's makes the pages that tell
of its villages together, and of ceremonies, from what regencies kept for lists. What tells of the whole country is made
last.
"""

from __future__ import annotations

import shutil
from itertools import islice
from pathlib import Path

from sadar.dress import Ahead
from sadar.parts import record
from sadar.parts.ceremonies import Ceremonies
from sadar.parts.engine import Engine, engine
from sadar.parts.kept import DamagedError
from sadar.parts.order import Order
from sadar.parts.outcome import Outcome, outcome
from sadar.parts.quick import build_regencies
from sadar.parts.record import Made
from sadar.parts.regency import Regencies
from sadar.parts.surroundings import surroundings
from sadar.parts.survey import identity, survey, survey_again
from sadar.parts.whole import Task, build_whole

_LARGE = 1_000  # villages; below, MkDocs alone is as fast


def is_large(root: Path) -> bool:
    """Whether a campaign has so many villages that it is built in parts: at a glance."""
    return sum(1 for _ in islice(root.glob("villages/*/*/*/village.yml"), _LARGE)) == _LARGE


def build(order: Order) -> Outcome | None:
    """Build the site, or see that it is built already; None where the whole campaign must be looked at.

    That is where a record or page holds a mistake: then the site stands as it was, and a check of the whole tells all.
    DressError, SearchError, OSError as a whole build.
    """
    folder = order.folder
    folder.mkdir(parents=True, exist_ok=True)
    around = surroundings(order.root, order.today)
    try:
        with engine(order.jobs, order.cluster) as runner:
            return _seen_and_built(order, runner, around)
    except DamagedError:
        record.forget(folder)
        shutil.rmtree(folder / "kept", ignore_errors=True)
    # With processes of its own: none of the others may still be writing.
    with engine(order.jobs, order.cluster) as runner:
        return _seen_and_built(order, runner, around)


def _seen_and_built(order: Order, runner: Engine, around: str) -> Outcome | None:
    folder, site = order.folder, order.site
    ceremonies, last = Ceremonies(runner, order.root), record.finished(folder)
    if last and last.around == around:
        seen = survey_again(order.root, last.seen, order.glance)
    else:
        # All will be read: the processes begin with what the villages' pages need.
        runner.start(runner.jobs)
        seen = survey(order.root, early=ceremonies.begin)
    if last and last.site != identity(site):
        last = None  # it is not the site that the record speaks of
    if seen.links:
        return None
    if last and (last.around, last.seen.files) == (around, seen.files):
        return outcome(last)
    with Ahead(order.today) as started:
        # It loads while the first parts are made; an edit that needs none of its pages ends it.
        started.start()
        before = record.made(folder) if last else Made()
        last = last if before.regencies else None  # the site as it stands cannot be told from what is known of it
        made: Regencies | Outcome = {}
        if last and last.around == around:
            made = build_regencies(folder, site, seen, last, before)
        if isinstance(made, Outcome):
            return made
        return build_whole(Task(order, runner, ceremonies, seen, around, started), last, before, made)
