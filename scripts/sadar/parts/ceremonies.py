"""Ceremonies, read by the processes of a build: while this one still looks at the files of villages."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sadar.parts.engine import Engine
from sadar.parts.survey import LAUNCHES, in_order
from sadar.records.gathered import Gathered
from sadar.records.gathering import gather_files

_AT_ONCE = 100  # files handed to a process


@dataclass(frozen=True, slots=True)
class _Job:
    root: Path
    files: tuple[str, ...]


class Ceremonies:
    """Those of one build. A file is looked at before it is read: one that changes meanwhile is read again next time."""

    def __init__(self, engine: Engine, root: Path) -> None:
        self.engine = engine
        self.root = root
        self.begun: list[Future[Gathered]] = []

    def begin(self, files: Iterable[str]) -> None:
        """Have those read that are among these files. OSError where the disk refuses."""
        own = in_order(path for path in files if path.startswith(f"{LAUNCHES}/"))
        chunks = [tuple(own[start : start + _AT_ONCE]) for start in range(0, len(own), _AT_ONCE)]
        self.begun = self.engine.begin(_read, [_Job(self.root, chunk) for chunk in chunks])

    def read(self, files: Iterable[str]) -> list[Gathered]:
        """All that were begun, once; else these, read now. OSError where the disk refuses."""
        if not self.begun:
            self.begin(files)
        begun, self.begun = self.begun, []
        return [each.result() for each in begun]


def _read(job: _Job) -> Gathered:
    return gather_files(job.root, [PurePosixPath(file) for file in job.files])
