"""Which of the files and folders that a build saw are other now, asked by processes of their own while a build loads.

They load nothing of the house but this room, which takes them a twentieth of the time.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from math import inf
from pathlib import Path
from struct import Struct

from sadar.glance.readahead import PACE, Readahead
from sadar.glance.short_lived import ShortLived

_PACKED = Struct("=3qQ")

SEEN = Path("build", "parts", "seen")  # where a build leaves what it saw, below a campaign's folder
Stamp = bytes  # size, changed, changed or moved (both in nanoseconds), number on the disk; of one length each
GONE: Stamp = bytes(_PACKED.size)  # of what is not there

_TOLD = "1"  # what `left` holds; another number where it holds another thing
_NUMBER = 2**64 - 1  # some systems have longer ones
_OFTEN = 500  # files between two looks at the clock
_PROCESSES = 2  # where the disk answers at once, as many as there are processors nearly everywhere
_ASK = "import sys; sys.path.insert(0, sys.argv[1]); from sadar.glance import tell; tell(*sys.argv[2:])"

Known = Mapping[str, Stamp]
Left = tuple[Known, tuple[str, ...], Known]  # files, links, and folders


def stamp(told: os.stat_result) -> Stamp:
    """What the disk says of a file or a folder: it changes with it."""
    return _PACKED.pack(told.st_size, told.st_mtime_ns, told.st_ctime_ns, told.st_ino & _NUMBER)


def other(root: Path, known: Iterable[tuple[str, Stamp]], pace: float = PACE) -> dict[str, Stamp]:
    """Of what was known below `root` all that is not as it was, with what the disk says now; `pace` as for `Readahead`.

    Nothing is raised: what cannot be looked at is `GONE`.
    """
    found, top = {}, f"{root}/"
    with Readahead(root, pace) as ahead:
        for number, (path, was) in enumerate(known):
            if not number % _OFTEN:
                ahead.watch(number, ("content", "villages"))
            try:
                now = stamp(os.lstat(top + path))
            except OSError:
                now = GONE
            if now != was:
                found[path] = now
    return found


def leave(file: Path, left: Left) -> None:
    """Leave what a build saw, for the next one."""
    files, links, folders = left
    # In two pieces, not in two hundred thousand: a third of the time.
    paths, stamps = "\0".join((*files, *folders)), b"".join((*files.values(), *folders.values()))
    file.write_bytes(pickle.dumps((_TOLD, len(files), links, paths, stamps), pickle.HIGHEST_PROTOCOL))


def left(file: Path) -> Left | None:
    """What was left there; None where that is nothing, or cannot be read."""
    try:
        count, links, each = _left(file)
        return dict(islice(each, count)), links, dict(each)
    except Exception:
        return None


def _left(file: Path) -> tuple[int, tuple[str, ...], Iterator[tuple[str, Stamp]]]:
    """The number of files, the links, and all files and folders."""
    told, count, links, paths, stamps = pickle.loads(file.read_bytes())  # noqa: S301 (our own)
    if told != _TOLD:
        raise ValueError(told)
    names, length = paths.split("\0") if paths else [], _PACKED.size
    return count, links, zip(names, (stamps[at : at + length] for at in range(0, len(stamps), length)), strict=True)


class Glance(ShortLived):
    """Processes that look at all that was left in a file, if there is one. A context, which ends them."""

    def __init__(self, root: Path, file: Path) -> None:
        super().__init__()
        house, nothing = Path(__file__).parent.parent.parent, subprocess.DEVNULL
        command = (sys.executable, "-I", "-S", "-c", _ASK, house, root, file)
        self.processes = [
            subprocess.Popen((*command, str(number)), stdin=nothing, stdout=subprocess.PIPE, stderr=nothing)
            for number in range(_PROCESSES if file.is_file() else 0)
        ]

    def other(self) -> dict[str, Stamp] | None:
        """As `other`, of all that was left; None where nothing was, or a process failed. To be asked for once."""
        found: dict[str, Stamp] = {}
        for process in self.processes:
            told, _ = process.communicate()
            if process.returncode != 0:
                return None
            found |= pickle.loads(told)  # noqa: S301 (our own)
        return found if self.processes else None


def tell(root: str, file: str, number: str) -> None:
    """What one of the processes does."""
    each = list(_left(Path(file))[2])
    start, end = (len(each) * at // _PROCESSES for at in (int(number), int(number) + 1))
    # One of them calls for help with a slow disk, for all.
    pace = PACE if start == 0 else inf
    sys.stdout.buffer.write(pickle.dumps(other(Path(root), each[start:end], pace)))
