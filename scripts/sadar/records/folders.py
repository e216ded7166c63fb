"""The files of a campaign, found without following links: a folder elsewhere is no part of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sadar.problem import Place, Problem

_LEFT_BY_SYSTEMS = {".DS_Store", "Thumbs.db", "desktop.ini"}


@dataclass(frozen=True, slots=True)
class Folder:
    """All files below a folder, in one order everywhere, and what is wrong with the folders in it."""

    files: tuple[PurePosixPath, ...]
    problems: tuple[Problem, ...]


def folder(root: Path, name: str) -> Folder:
    """Walk a folder of the campaign; hidden files and what systems leave behind are not ours."""
    problems: list[Problem] = []
    if (root / name).is_symlink():
        return Folder((), (_problem("link-out-of-tree", name),))
    files = tuple(map(PurePosixPath, _walk(root, name, problems))) if (root / name).is_dir() else ()
    return Folder(files, tuple(problems))


def _walk(root: Path, name: str, problems: list[Problem]) -> Iterator[str]:
    try:
        entries = sorted(os.scandir(f"{root}/{name}"), key=lambda entry: entry.name)
    except OSError as error:
        problems.append(_problem("file-unreadable", name, reason=error.strerror or "?"))
        return
    for entry in entries:
        path = f"{name}/{entry.name}"
        if entry.name.startswith(".") or entry.name in _LEFT_BY_SYSTEMS:
            continue
        # A folder with a record's name is told as no file, where the record is looked for.
        if entry.name.endswith((".yml", ".md")):
            yield path
        elif entry.is_dir(follow_symlinks=False):
            yield from _walk(root, path, problems)
        elif entry.is_symlink() and entry.is_dir():
            problems.append(_problem("link-out-of-tree", path))
        else:
            yield path


def _problem(rule: str, name: str, **details: str) -> Problem:
    return Problem(rule, PurePosixPath(name), details=details, place=Place(1, 1))
