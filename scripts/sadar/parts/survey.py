"""What a build is made from, seen from outside: every file by what the disk says of it, and all that is around.

Nothing is read of a record whose file the disk calls unchanged: its size, its times and its place on the disk.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import distributions
from pathlib import Path

from sadar.parts.readahead import PACE, Readahead
from sadar.records import PartialDate

Stamp = tuple[int, int, int, int]  # size, changed, changed or moved (both in nanoseconds), number on the disk

Identity = tuple[int, int, int, int]  # of a folder: its disk, its number there, its first page's number and time
NOWHERE: Identity = (0, 0, 0, 0)

_HOUSE = Path(__file__).parent.parent
_LEFT_BY_SYSTEMS = {".DS_Store", "Thumbs.db", "desktop.ini"}
_TOP = ("content", "villages")


@dataclass(frozen=True, slots=True)
class Survey:
    """Every file by its path from the root; `links` are those that lead elsewhere, which no part looks at."""

    files: Mapping[str, Stamp]
    links: tuple[str, ...]


def survey(root: Path, pace: float = PACE) -> Survey:
    """Look at every file below `content/` and `villages/`; `pace` as for `Readahead`.

    OSError where a folder cannot be read.
    """
    with Readahead(root, pace) as ahead:
        return _seen(root, ahead)


def _seen(root: Path, ahead: Readahead) -> Survey:
    files: dict[str, Stamp] = {}
    links: list[str] = []
    waiting = [name for name in _TOP if (root / name).is_dir()]
    links += [name for name in _TOP if (root / name).is_symlink()]
    top = f"{root}/"
    while waiting:
        folder = waiting.pop()
        ahead.watch(len(files), waiting)
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
                    told = entry.stat(follow_symlinks=False)
                    files[path] = (told.st_size, told.st_mtime_ns, told.st_ctime_ns, told.st_ino)
    return Survey(files, tuple(links))


def surroundings(root: Path, today: PartialDate) -> str:
    """A digest of all that every page depends on besides the campaign: our code, the libraries, settings, the day."""
    digest = hashlib.sha256(f"{sys.version}|{today}|{root}".encode())
    for path in sorted(_HOUSE.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(str(path.relative_to(_HOUSE)).encode() + path.read_bytes())
    digest.update("|".join(sorted(f"{each.name} {each.version}" for each in distributions())).encode())
    for text in _settings(root / "mkdocs.yml"):
        digest.update(text)
    return digest.hexdigest()


def _settings(file: Path) -> Iterator[bytes]:
    """The settings, those that they inherit, and the variables that they name."""
    text = file.read_bytes()
    yield text
    for name in re.findall(rb"[A-Z][A-Z0-9_]+", text):
        if name in {key.encode() for key in os.environ}:
            yield name + b"=" + os.environ[name.decode()].encode()
    for inherited in re.findall(rb"^INHERIT: *[\"']?([^\s\"']+)", text, re.MULTILINE):
        yield from _settings(file.parent / inherited.decode())
    for named in re.findall(rb"custom_dir: *[\"']?([^\s\"']+)", text):
        folder = file.parent / named.decode()
        for path in sorted(folder.rglob("*")) if folder.is_dir() and folder.resolve() != _HOUSE / "theme" else ():
            if path.is_file():
                yield str(path).encode() + path.read_bytes()


def identity(folder: Path) -> Identity:
    """What tells a site's folder from any other of its name; zeros where there is none.

    The disk gives the number of a folder that was taken away to the next one: so its first page counts as well.
    """
    try:
        told, page = folder.stat(), (folder / "index.html").stat()
    except OSError:
        return NOWHERE
    return told.st_dev, told.st_ino, page.st_ino, page.st_mtime_ns
