"""The site and its spare copy: what changes is put into the spare, and the two change places.

Both name the same files on the disk (hard links), so that the spare costs its folders only. A build from nothing makes
it with the site, else the first edit does. It lacks what the last build changed; that is brought over before anything
else.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path


def copy_by_links(site: Path, spare: Path) -> None:
    """Make `spare` hold every file of `site`. OSError where the disk refuses."""
    spare.mkdir(parents=True)
    tops = [(entry.path, f"{spare}/{entry.name}") for entry in os.scandir(site)]
    pieces = [pair for source, target in tops for pair in _below(source, target)]
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda pair: _link_tree(*pair), pieces))


def _below(source: str, target: str) -> list[tuple[str, str]]:
    """A folder as its own folders, so that two can be copied at once."""
    if not os.path.isdir(source):
        return [(source, target)]
    os.mkdir(target)
    return [(entry.path, f"{target}/{entry.name}") for entry in os.scandir(source)]


def _link_tree(source: str, target: str) -> None:
    """Make `target` hold every file of `source`, or be it where it is a file. OSError where the disk refuses."""
    if not os.path.isdir(source):
        link(source, target)
        return
    waiting = [(source, target)]
    while waiting:
        source, target = waiting.pop()
        os.mkdir(target)
        with os.scandir(source) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{target}/{entry.name}"))
                else:
                    link(entry.path, f"{target}/{entry.name}")


def link(source: str, target: str) -> None:
    """Let both be the same file, or have the same content. OSError where the disk refuses."""
    try:
        os.link(source, target)
    except OSError:  # a disk without hard links; or they are the same file already
        if not (os.path.exists(target) and os.path.samefile(source, target)):
            shutil.copyfile(source, target)


def bring_over(paths: Iterable[str], source: Path, spare: Path, *, move: bool) -> None:
    """Let `spare` hold of these paths what `source` holds. OSError where the disk refuses."""
    for path in paths:
        target = spare / path
        target.unlink(missing_ok=True)
        found = source / path
        if found.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            if move:
                found.replace(target)
            else:
                link(str(found), str(target))
        else:
            _remove_empty(target.parent, spare)


def remove(paths: Iterable[str], spare: Path) -> None:
    """Take these files away, and folders that are empty then. OSError where the disk refuses."""
    for path in paths:
        (spare / path).unlink(missing_ok=True)
        _remove_empty((spare / path).parent, spare)


def _remove_empty(folder: Path, top: Path) -> None:
    while folder != top:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent
