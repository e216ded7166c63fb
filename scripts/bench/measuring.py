"""What a command costs: time on the clock, time of the processors, memory of the whole process tree, what it made."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

DAY = "2026-11-23"
SCRIPTS = Path(__file__).resolve().parent.parent
_SELDOM = 30  # a look takes no more than a thirtieth of one processor


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one run: seconds on the clock, seconds of the processors, peak megabytes; and files and bytes of the site."""

    seconds: float
    busy: float
    megabytes: float
    files: int = 0
    bytes: int = 0


class Aside:
    """Takes away what builds left, and removes none of it: `folder`, on the same disk, is removed by its maker.

    For minutes after many files were removed, ext4 takes two to four times as long to make others; a first build comes
    after no such thing. At the size of the country, three rounds leave about 15 GB.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.taken = 0

    def take(self, *paths: Path) -> None:
        """Take away those of these that are there."""
        self.folder.mkdir(exist_ok=True)
        for path in paths:
            if path.exists():
                path.rename(self.folder / str(self.taken))
                self.taken += 1


def build(root: Path) -> Sequence[str]:
    """The command that builds the campaign in `root`, with this project's own code."""
    return (sys.executable, "-m", "sadar", "build", "--root", str(root), "--date", DAY)


def measured(
    command: Sequence[str], site: Path | None = None, more: Mapping[str, str] | None = None, every: float = 0.1
) -> Cost:
    """Run a command with `more` in its surroundings; memory is looked at `every` so many seconds (more seldom where a
    look takes long), as the sum of the proportional set sizes (shared pages count once; Linux only).

    Ends the program where the command fails.
    """
    surroundings = os.environ | {"PYTHONPATH": str(SCRIPTS)} | dict(more or {})
    done, peaks = threading.Event(), [0.0]
    os.sync()  # what was written before must not be written while this is measured
    start = time.perf_counter()
    said = tempfile.TemporaryFile()  # noqa: SIM115 (closed below)
    process = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT, env=surroundings)
    watcher = threading.Thread(target=_watch, args=(process.pid, peaks, done, every), daemon=True)
    watcher.start()
    # Of the command and all the processes that it waited for. Popen is told, or it would wait for the process again.
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    done.set()
    watcher.join()
    with said:
        said.seek(0)
        last = said.read().decode("utf-8", "replace").splitlines()[-20:]
    if process.returncode != 0:
        raise SystemExit("\n".join([*last, f"This failed with {process.returncode}: {' '.join(command)}"]))
    files, size = weight(site) if site else (0, 0)
    return Cost(seconds, used.ru_utime + used.ru_stime, max(peaks), files, size)


def weight(folder: Path) -> tuple[int, int]:
    """How many files lie below a folder, and their bytes."""
    sizes = [os.path.getsize(os.path.join(top, name)) for top, _, names in os.walk(folder) for name in names]
    return len(sizes), sum(sizes)


def _watch(root: int, peaks: list[float], done: threading.Event, every: float) -> None:
    pause = every
    while not done.wait(pause):
        start = time.thread_time()
        peaks.append(sum(_memory(number) for number in _tree(root)))
        # A look must not slow down what it looks at.
        pause = max(every, _SELDOM * (time.thread_time() - start))


def _tree(root: int) -> set[int]:
    """The process and all below it (Linux; elsewhere nothing is measured)."""
    parents: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
        except (OSError, IndexError):
            continue
    found = {root}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def _memory(number: int) -> float:
    try:
        lines = Path(f"/proc/{number}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)
