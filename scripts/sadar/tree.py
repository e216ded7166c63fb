"""Files on disk: written only where bytes changed, and what is no longer wanted is removed."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
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


def keep(folder: Path, digest: str, documents: Callable[[], Iterable[tuple[PurePosixPath, str | bytes]]]) -> None:
    """`put`, unless `folder` holds already what was made from inputs of this digest. OSError as `put`."""
    stamp = folder.with_name(f"{folder.name}.digest")
    if folder.is_dir() and stamp.is_file() and stamp.read_text() == digest:
        return
    stamp.unlink(missing_ok=True)  # a build that is stopped from here on leaves nothing that is taken for whole
    put(folder, documents())
    stamp.write_text(digest)


def bring(files: Mapping[PurePosixPath, Path], over: Path) -> None:
    """Copy each file to its path below `over`. OSError where the disk refuses."""
    for path, file in files.items():
        (over / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, over / path)


def lay(folder: Path, over: Path) -> None:
    """Copy everything below `folder` to the same places below `over`. OSError where the disk refuses."""
    if folder.is_dir():
        shutil.copytree(folder, over, dirs_exist_ok=True, copy_function=shutil.copyfile)


def files_in(folder: Path) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Everything below `folder`, by its path there, in order; nothing where it is not there. OSError."""
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if path.is_file():
            yield PurePosixPath(path.relative_to(folder)), path.read_bytes()
