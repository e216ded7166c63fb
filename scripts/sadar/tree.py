"""Files on disk: written only where bytes changed, and what is no longer wanted is removed."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path, PurePosixPath


def put(folder: Path, documents: Iterable[tuple[PurePosixPath, str | bytes]]) -> None:
    """Make `folder` hold exactly these (path, content) pairs. OSError where the disk refuses."""
    wanted: set[Path] = set()
    for path, text in documents:
        target = folder / path
        wanted.add(target)
        content = text.encode() if isinstance(text, str) else text
        if target.is_file() and target.read_bytes() == content:
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    for found in sorted(folder.rglob("*"), reverse=True):
        if found.is_dir():
            if not any(found.iterdir()):
                found.rmdir()
        elif found not in wanted:
            found.unlink()


def lay(folder: Path, over: Path) -> None:
    """Copy everything below `folder` to the same places below `over`. OSError where the disk refuses."""
    if folder.is_dir():
        shutil.copytree(folder, over, dirs_exist_ok=True, copy_function=shutil.copyfile)
