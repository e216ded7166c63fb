"""Where the disk answers slowly, several processes look at the files first, so that one alone waits for none of them.

A hundred thousand files whose places no memory holds any more took one process 10 seconds, sixteen 3. Threads gain
little: they wait for each other between any two files. Where the disk answers at once, no process is started.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from types import TracebackType

_PROCESSES = 16
_AT_LEAST = 2_000  # files, before their pace tells anything: the first ones are always slow
PACE = 40e-6  # seconds a file; from memory it takes 12, cold 100

_LOOK = """
import os, sys
number, every, *folders = sys.argv[1:]
below = sorted(entry.path for folder in folders for entry in os.scandir(folder) if entry.is_dir(follow_symlinks=False))
waiting = below[int(number)::int(every)]
while waiting:
    for entry in os.scandir(waiting.pop()):
        if entry.is_dir(follow_symlinks=False):
            waiting.append(entry.path)
        else:
            entry.stat(follow_symlinks=False)
"""


class Readahead:
    """A context that ends its processes; `pace` is the number of seconds a file from which on help is worth it."""

    def __init__(self, root: Path, pace: float) -> None:
        self.root = root
        self.pace = pace
        self.start = perf_counter()
        self.processes: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Readahead:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for process in self.processes:
            process.kill()
            process.wait()

    def watch(self, seen: int, waiting: Sequence[str]) -> None:
        """So many files are seen and these folders below the root wait: if it goes slowly, get help with them."""
        if self.processes or seen < _AT_LEAST or perf_counter() - self.start < seen * self.pace:
            return
        folders = [f"{self.root}/{name}" for name in waiting]
        for number in range(_PROCESSES):
            command = [sys.executable, "-I", "-S", "-c", _LOOK, str(number), str(_PROCESSES), *folders]
            # What cannot be looked at the survey tells itself.
            nothing = subprocess.DEVNULL
            self.processes.append(subprocess.Popen(command, stdin=nothing, stderr=nothing))
