"""What a build is made from, seen from outside: every file by what the disk says of it.

Nothing is read of a record whose file the disk calls unchanged: its size, its times and its place on the disk. Nor is a
folder listed again that the disk calls unchanged: listing is four fifths of looking at it all.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from time import time_ns

from sadar.glance import GONE, Glance, Stamp, other, stamp
from sadar.glance.readahead import PACE, Readahead

Identity = tuple[int, int, int, int]  # of a folder: its disk, its number there, its first page's number and time
NOWHERE: Identity = (0, 0, 0, 0)

Early = Callable[[Mapping[str, Stamp]], object]
LAUNCHES = "villages/launches"
SETTLED = 2_000_000_000  # nanoseconds; a disk may give two changes within so short a time the same one

_MOST = 20  # folders that changed; after more, all are listed as quickly
_LEFT_BY_SYSTEMS = {".DS_Store", "Thumbs.db", "desktop.ini"}
_TOP = ("content", "villages")


def in_order(paths: Iterable[str]) -> list[str]:
    """Folder by folder, as a walk finds them: no name holds the sign that comes before all others."""
    return sorted(paths, key=lambda path: path.replace("/", "\0"))


@dataclass(frozen=True, slots=True)
class Survey:
    """Every file by its path from the root; `links` are those that lead elsewhere, which no part looks at.

    A folder of `folders` needs no listing the next time if the disk says the same of it then.
    """

    files: Mapping[str, Stamp]
    links: tuple[str, ...] = ()
    folders: Mapping[str, Stamp] = field(default_factory=dict)


def survey(root: Path, early: Early = lambda _: None, pace: float = PACE, settled: int = SETTLED) -> Survey:
    """Look at every file below `content/` and `villages/`.

    `early` is told the files of content and of ceremonies before the others are looked at; `pace` as for `Readahead`. A
    folder will be known again if it had not changed for `settled` nanoseconds. OSError where a folder cannot be read.
    """
    look, tops = _Look(root, time_ns() - settled), _tops(root)
    first = [name for name in (*tops[:-1], LAUNCHES) if (root / name).is_dir() and not (root / name).is_symlink()]
    with Readahead(root, pace) as ahead:
        look.at(first, ahead, tops)
        early(look.files)
        look.at((name for name in tops if name not in first), ahead)
    return look.seen(tops)


def survey_again(root: Path, last: Survey, glance: Glance | None = None, settled: int = SETTLED) -> Survey:
    """The same, with what an earlier survey of the same folder saw: only below folders that changed anything is listed.

    `glance` are processes that began to look at all that was seen, if there are any.
    """
    before, tops = time_ns() - settled, _tops(root)
    changed = glance.other() if glance else None
    if changed is None:
        changed = other(root, chain(last.folders.items(), last.files.items()))
    folders = {path for path in changed if path in last.folders}
    highest = {path for path in folders if folders.isdisjoint(_above(path))} | {*tops} - last.folders.keys()
    if last.links or len(highest) > _MOST or not _tells(root, tops):
        return survey(root, settled=settled)
    look, below = _Look(root, before), tuple(f"{path}/" for path in highest)
    # The same objects where the disk says the same: less memory, and told apart at a glance.
    every = {**last.files, **{path: now for path, now in changed.items() if path in last.files}}
    look.files = {path: now for path, now in every.items() if now != GONE and not path.startswith(below)}
    look.folders = {path: was for path, was in last.folders.items() if not f"{path}/".startswith(below)}
    with Readahead(root, PACE) as ahead:
        look.at((path for path in highest if (root / path).is_dir()), ahead)
    return look.seen(tops)


def _above(path: str) -> Iterator[str]:
    steps = path.split("/")
    return ("/".join(steps[:count]) for count in range(1, len(steps)))


def _tops(root: Path) -> list[str]:
    return [name for name in _TOP if (root / name).is_dir()]


class _Look:
    def __init__(self, root: Path, settled_before: int) -> None:
        self.root = root
        self.settled_before = settled_before
        self.files: dict[str, Stamp] = {}
        self.folders: dict[str, Stamp] = {}
        self.links: list[str] = []

    def at(self, folders: Iterable[str], ahead: Readahead, later: Iterable[str] = ()) -> None:
        """List these folders and all below them that have not been listed; `later` are looked at after them."""
        top, waiting, after = f"{self.root}/", list(folders), list(later)
        while waiting:
            folder = waiting.pop()
            if folder in self.folders:
                continue
            ahead.watch(len(self.files), [*waiting, *after] if after else waiting)
            # Before it is listed: what comes meanwhile changes its time.
            told = os.stat(top + folder)
            # One that changed a moment ago may change again without the disk telling so: as if it had not been there.
            settled = max(told.st_mtime_ns, told.st_ctime_ns) < self.settled_before
            self.folders[folder] = stamp(told) if settled else GONE
            _list(top, folder, self.files, waiting, self.links)

    def seen(self, tops: Iterable[str]) -> Survey:
        """All that was looked at."""
        links = [name for name in tops if (self.root / name).is_symlink()]
        return Survey(self.files, (*links, *self.links), self.folders)


def _list(top: str, folder: str, files: dict[str, Stamp], waiting: list[str], links: list[str]) -> None:
    with os.scandir(top + folder) as entries:
        for entry in entries:
            name = entry.name
            if name.startswith(".") or name in _LEFT_BY_SYSTEMS:
                continue
            path = f"{folder}/{name}"
            if entry.is_dir(follow_symlinks=False) and not name.endswith((".yml", ".md")):
                waiting.append(path)
            elif entry.is_symlink():
                links.append(path)
            else:
                files[path] = stamp(entry.stat(follow_symlinks=False))


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
