"""Who does the work of the parts: this process, processes of its own, or a cluster that looks at the same disk."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from threading import Thread
from typing import TypeVar

from sadar.processes import processes

Job = TypeVar("Job")
Done = TypeVar("Done")

FEW = 4  # jobs; for so few, starting processes costs more than they save


def nothing() -> None:
    """Do nothing."""


class Engine:
    """Runs jobs; the processes are started when they are first needed."""

    def __init__(self, jobs: int, cluster: str) -> None:
        self.jobs = jobs
        self.cluster = cluster
        self.pool: Executor | None = None
        self.end: Callable[[], object] = nothing
        self.ending: Thread | None = None
        self.thread: ThreadPoolExecutor | None = None

    def start(self, processes: int) -> None:
        """Start so many of the processes now: they load what they need while other things are read."""
        if not self.cluster and self.jobs > 1:
            pool = self._pool()
            for _ in range(processes):
                pool.submit(_ready)

    @property
    def local(self) -> Executor | None:
        """The processes of this machine, where they have been started."""
        return None if self.cluster else self.pool

    def run(
        self, work: Callable[[Job], Done], jobs: Sequence[Job], beside: Callable[[], object] = nothing
    ) -> Iterator[tuple[Job, Done]]:
        """Each job with what it came to, as they come. What a job raises is raised here.

        `beside` is done here first, while processes have the jobs.
        """
        if self._alone(jobs):
            beside()
            for job in jobs:
                yield job, work(job)
            return
        pool = self._pool()
        waiting = {pool.submit(work, job): job for job in jobs}
        beside()
        # A cluster's futures are its own kind: they tell when they are done, in no order that matters here.
        if self.cluster:
            yield from ((job, future.result()) for future, job in waiting.items())
            return
        for future in as_completed(list(waiting)):
            yield waiting.pop(future), future.result()

    def begin(self, work: Callable[[Job], Done], jobs: Sequence[Job]) -> list[Future[Done]]:
        """Each job, in order, to be waited for. Without processes, or for so few that none is started, done at once."""
        if self.pool is None and self._alone(jobs):
            return [_at_once(work, job) for job in jobs]
        pool = self._pool()
        return [pool.submit(work, job) for job in jobs]

    def aside(self, work: Callable[[Job], Done], job: Job) -> Future[Done]:
        """One job behind all others, for a process of this machine where they are at work; else it is done at once."""
        if self.local:
            return self.local.submit(work, job)
        return _at_once(work, job)

    def beside(self, work: Callable[[], Done]) -> Future[Done]:
        """One job in a thread of this process: one that waits for other programs."""
        if self.thread is None:
            self.thread = ThreadPoolExecutor(1)
        return self.thread.submit(work)

    def _alone(self, jobs: Sequence[object]) -> bool:
        return not self.cluster and (self.jobs == 1 or len(jobs) <= FEW)

    def _pool(self) -> Executor:
        if self.pool is None:
            if self.cluster:
                self.pool, self.end = _cluster(self.cluster)
            else:
                self.pool = processes(self.jobs)
        return self.pool

    def finish(self) -> None:
        """No more jobs come: our own processes may end while this one goes on."""
        if self.pool is not None and not self.cluster:
            self.ending = Thread(target=self.pool.shutdown)
            self.ending.start()

    def close(self) -> None:
        """End our own processes, or take leave of the cluster."""
        if self.ending is not None:
            self.ending.join()
        elif self.pool is not None and not self.cluster:
            self.pool.shutdown(cancel_futures=True)
        if self.thread is not None:
            self.thread.shutdown()
        self.end()


@contextmanager
def engine(jobs: int, cluster: str = "") -> Iterator[Engine]:
    """An engine of so many processes, or the cluster whose scheduler has this address."""
    made = Engine(min(jobs, os.cpu_count() or 1) if not cluster else jobs, cluster)
    try:
        yield made
    finally:
        made.close()


def _at_once(work: Callable[[Job], Done], job: Job) -> Future[Done]:
    done: Future[Done] = Future()
    done.set_result(work(job))
    return done


def _ready() -> None:
    from sadar.parts import areas, regency  # noqa: F401 (loading them is all)


def _cluster(address: str) -> tuple[Executor, Callable[[], object]]:
    from distributed import Client  # an optional library, met only where a cluster is asked for

    client = Client(address)  # type: ignore[no-untyped-call]
    return client.get_executor(), client.close  # type: ignore[no-untyped-call]
