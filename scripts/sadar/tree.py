"""Text on disk: written only where bytes changed, and what is no longer wanted is removed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath


def put(folder: Path, documents: Iterable[tuple[PurePosixPath, str]]) -> None:
    """Make `folder` hold exactly these (path, text) pairs. OSError where the disk refuses."""
    wanted: set[Path] = set()
    for path, text in documents:
        target = folder / path
        wanted.add(target)
        content = text.encode()
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
