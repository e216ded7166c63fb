"""What each part leaves below `kept/` for later builds, in files of its own: of most parts a build reads none."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Literal

What = Literal["outputs", "made", "entries", "listed", "rows", "launches", "stories", "told", "rest"]


class DamagedError(Exception):
    """A file that a build left is not there or cannot be read; all must be made anew."""


def keep(part: str, what: What, value: object) -> None:
    """Leave a value under the name that a part's files share. OSError where the disk refuses."""
    file = Path(f"{part}.{what}")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))


def put_whole(file: Path, data: bytes) -> None:
    """Write a file in one step: who reads it finds it as it was, or whole. OSError where the disk refuses."""
    unfinished = file.with_name(f"{file.name}.part")
    unfinished.write_bytes(data)
    unfinished.replace(file)


def put_known(file: Path, told: str, value: object) -> None:
    """Leave a value with what tells of what it was made. OSError where the disk refuses."""
    put_whole(file, pickle.dumps((told, value), pickle.HIGHEST_PROTOCOL))


def known(file: Path, told: str) -> object:
    """What was left there of the same; None where nothing was, or what cannot be read."""
    try:
        of, value = pickle.loads(file.read_bytes())  # noqa: S301 (our own)
    except Exception:
        return None
    return value if of == told else None


def kept(part: str, what: What) -> object:
    """What was left there. DamagedError."""
    return unpacked(part, packed(part, what))


def packed(part: str, what: What) -> bytes:
    """What was left there, as it lies there. DamagedError."""
    try:
        return Path(f"{part}.{what}").read_bytes()
    except OSError as error:
        raise DamagedError(part) from error


def unpacked(part: str, data: bytes) -> object:
    """What was left under this name. DamagedError."""
    try:
        return pickle.loads(data)  # noqa: S301 (our own)
    except Exception as error:
        raise DamagedError(part) from error
