"""Where the disk answers slowly, several processes look at the files first, so that one alone waits for none of them.

A hundred thousand files whose places no memory holds any more took one process 10 seconds, sixteen 3. Threads gain
little: they wait for each other between any two files. Where the disk answers at once, no process is started. Only the
time counts in which this thread waited: where it has to share the processors, help would take them from others.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter, thread_time

from sadar.glance.short_lived import ShortLived

_PROCESSES = 16
_AT_LEAST = 2_000  # files, before their pace tells anything: the first ones are always slow
PACE = 25e-6  # seconds a file; from memory it waits for hardly any, cold for 90

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


class Readahead(ShortLived):
    """A context that ends its processes; from `pace` seconds waited for a file, help is worth it."""

    def __init__(self, root: Path, pace: float) -> None:
        super().__init__()
        self.root = root
        self.pace = pace
        self.start = _waited()

    def watch(self, seen: int, waiting: Sequence[str]) -> None:
        """So many files are seen and these folders below the root wait: if it goes slowly, get help with them."""
        if self.processes or seen < _AT_LEAST or _waited() - self.start < seen * self.pace:
            return
        folders = [f"{self.root}/{name}" for name in waiting]
        for number in range(_PROCESSES):
            command = [sys.executable, "-I", "-S", "-c", _LOOK, str(number), str(_PROCESSES), *folders]
            # What cannot be looked at the survey tells itself.
            nothing = subprocess.DEVNULL
            self.processes.append(subprocess.Popen(command, stdin=nothing, stderr=nothing))


def _waited() -> float:
    return perf_counter() - thread_time()
