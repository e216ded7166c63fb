"""What a build is made from, seen from outside: every file by what the disk says of it.

Nothing is read of a record whose file the disk calls unchanged: its size, its times and its place on the disk. Nor is a
folder listed again that the disk calls unchanged: listing is four fifths of looking at it all.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from struct import Struct
from tempfile import TemporaryDirectory
from time import time_ns

from sadar.parts.readahead import PACE, Readahead

Stamp = bytes  # size, changed, changed or moved (both in nanoseconds), number on the disk; of one length each
Folder = tuple[Stamp, tuple[str, ...]]  # and the paths of what is in it

Identity = tuple[int, int, int, int]  # of a folder: its disk, its number there, its first page's number and time
NOWHERE: Identity = (0, 0, 0, 0)

Early = Callable[[Mapping[str, Stamp]], object]
LAUNCHES = "villages/launches"
SETTLED = 2_000_000_000  # nanoseconds; a disk may give two changes within so short a time the same one

_LEFT_BY_SYSTEMS = {".DS_Store", "Thumbs.db", "desktop.ini"}
_TOP = ("content", "villages")
_NUMBER = 2**64 - 1  # some systems have longer ones
_PACKED = Struct("=3qQ")


def in_order(paths: Iterable[str]) -> list[str]:
    """Folder by folder, as a walk finds them: no name holds the sign that comes before all others."""
    return sorted(paths, key=lambda path: path.replace("/", "\0"))


@dataclass(frozen=True, slots=True)
class Survey:
    """Every file by its path from the root; `links` are those that lead elsewhere, which no part looks at.

    `folders` are those that need no listing the next time if they have the same stamp then.
    """

    files: Mapping[str, Stamp]
    links: tuple[str, ...] = ()
    folders: Mapping[str, Folder] = field(default_factory=dict)


def survey(
    root: Path, last: Survey | None = None, early: Early = lambda _: None, pace: float = PACE, settled: int = SETTLED
) -> Survey:
    """Look at every file below `content/` and `villages/`; `last` is an earlier survey of the same folder.

    `early` is told the files of content and of ceremonies before the others are looked at; `pace` as for `Readahead`. A
    folder is known again if it had not changed for `settled` nanoseconds when it was listed. OSError where a folder
    cannot be read.
    """
    now = time_ns()
    tops = [name for name in _TOP if (root / name).is_dir()]
    known = last if last and last.folders and not last.links and _tells(root, tops) else Survey({})
    look = _Look(root, known, now - settled)
    look.links += [name for name in tops if (root / name).is_symlink()]
    first = [name for name in (*tops[:-1], LAUNCHES) if (root / name).is_dir() and not (root / name).is_symlink()]
    with Readahead(root, pace) as ahead:
        look.at(first, tops, ahead)
        early(look.files)
        look.at([name for name in tops if name not in first], [], ahead)
    return Survey(look.files, tuple(look.links), look.folders)


class _Look:
    def __init__(self, root: Path, last: Survey, settled_before: int) -> None:
        self.top = f"{root}/"
        self.last = last
        self.settled_before = settled_before
        self.files: dict[str, Stamp] = {}
        self.folders: dict[str, Folder] = {}
        self.links: list[str] = []
        self.seen = set[str]()

    def at(self, folders: list[str], later: list[str], ahead: Readahead) -> None:
        """Look at these folders and all below them that have not been looked at; `later` are looked at after them."""
        top, last, files, waiting = self.top, self.last, self.files, list(folders)
        while waiting:
            folder = waiting.pop()
            if folder in self.seen:
                continue
            ahead.watch(len(files), [*waiting, *later] if later else waiting)
            # Before it is listed: what comes meanwhile changes its time.
            told = os.stat(top + folder)
            stamp, known = _stamp(told), last.folders.get(folder)
            if known and known[0] == stamp:
                for path in known[1]:
                    before = last.files.get(path)
                    if before is None:
                        waiting.append(path)
                    else:
                        now = _stamp(os.lstat(top + path))
                        # The same object where it says the same: less memory, and told apart at a glance.
                        files[path] = before if now == before else now
            else:
                known = stamp, _listed(top, folder, files, waiting, self.links)
            if max(told.st_mtime_ns, told.st_ctime_ns) < self.settled_before:
                self.folders[folder] = known
        self.seen.update(folders)


def _listed(top: str, folder: str, files: dict[str, Stamp], waiting: list[str], links: list[str]) -> tuple[str, ...]:
    inside = []
    with os.scandir(top + folder) as entries:
        for entry in entries:
            name = entry.name
            if name.startswith(".") or name in _LEFT_BY_SYSTEMS:
                continue
            path = f"{folder}/{name}"
            inside.append(path)
            if entry.is_dir(follow_symlinks=False) and not name.endswith((".yml", ".md")):
                waiting.append(path)
            elif entry.is_symlink():
                links.append(path)
            else:
                files[path] = _stamp(entry.stat(follow_symlinks=False))
    return tuple(inside)


def _stamp(told: os.stat_result) -> Stamp:
    return _PACKED.pack(told.st_size, told.st_mtime_ns, told.st_ctime_ns, told.st_ino & _NUMBER)


def _tells(root: Path, tops: list[str]) -> bool:
    """Whether on this disk a folder's time tells that something came into it: not all disks do so."""
    long_ago = 1_000_000_000
    with TemporaryDirectory(dir=root / "build") as folder:
        os.utime(folder, (long_ago, long_ago))
        Path(folder, "new").touch()
        told = os.stat(folder)
    return told.st_mtime != long_ago and {(root / name).stat().st_dev for name in tops} == {told.st_dev}


def identity(folder: Path) -> Identity:
    """What tells a site's folder from any other of its name; zeros where there is none.

    The disk gives the number of a folder that was taken away to the next one: so its first page counts as well.
    """
    try:
        told, page = folder.stat(), (folder / "index.html").stat()
    except OSError:
        return NOWHERE
    return told.st_dev, told.st_ino, page.st_ino, page.st_mtime_ns
