"""All parts of a kind, each as it was or made anew, in rounds: where frames are missing, there is another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from sadar.parts.apart import Common, Files
from sadar.parts.areas import AreaJob
from sadar.parts.engine import FEW, Engine, nothing
from sadar.parts.framer import Framer
from sadar.parts.framing import Shapes
from sadar.parts.order import Watch
from sadar.parts.record import Made
from sadar.parts.regency import RegencyJob
from sadar.parts.shared import handed_out
from sadar.parts.survey import Survey

Done = TypeVar("Done")
Job = TypeVar("Job", RegencyJob, AreaJob)


@dataclass(frozen=True, slots=True)
class Work:
    """What the steps of one build share."""

    folder: Path
    seen: Survey
    files: Files
    common: Common
    framer: Framer
    engine: Engine
    watch: Watch
    before: Made
    after: Made


def each_made(
    work: Work,
    what: str,
    plans: Iterable[tuple[str, str, Job]],
    before: Mapping[str, tuple[str, Done]],
    make: Callable[[Job], Done | Shapes],
    beside: Callable[[], object] = nothing,
) -> dict[str, tuple[str, Done]]:
    """Every part of a kind: as it was where its digest is the same, else made anew.

    `beside` is done once, while processes make most of them.
    """
    after: dict[str, tuple[str, Done] | None] = {}
    waiting: dict[str, tuple[str, Job]] = {}
    for name, digest, job in plans:
        last = before.get(name)
        after[name] = last if last and last[0] == digest else None
        if after[name] is None:
            waiting[name] = digest, job
    total, left = len(waiting), [beside]
    # Where no frames are known yet, a few ask for nearly all; asked by each in turn, all would be begun twice.
    asked, few = work.framer.knows, work.engine.jobs
    while waiting:
        common = handed_out(work.framer.shared, work.folder)
        now = [job for _, job in waiting.values()]
        if not asked and len(now) > FEW:
            # Of both ends: provinces stand first and regencies last, and each have frames of their own.
            now = now[: few // 2] + now[few // 2 :][-(few - few // 2) :]
        asked = True
        jobs = [replace(job, common=common) for job in now]
        missing: Shapes = frozenset()
        own = left.pop() if left and len(now) == len(waiting) else nothing
        for job, done in work.engine.run(make, jobs, own):
            if isinstance(done, frozenset):
                missing |= done
            else:
                after[job.name] = waiting.pop(job.name)[0], done
                work.watch(what, total - len(waiting), total)
        if missing:
            work.framer.learn(missing)
    for each in left:
        each()
    return {name: done for name, done in after.items() if done}
