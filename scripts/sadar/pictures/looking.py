"""What a file in a folder `photos/` is, and all that speaks against publishing it."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path, PurePosixPath

from sadar.pictures.picture import Fault, Picture
from sadar.pictures.position import has_position

# Files that are meant as pictures; what they are, their bytes tell.
SUFFIXES = frozenset(
    {".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".avif", ".tif", ".tiff", ".gif", ".bmp", ".svg"}
)
_BEGINNINGS = re.compile(rb"\xff\xd8\xff|\x89PNG\r\n\x1a\n|RIFF.{4}WEBP", re.DOTALL)
_MEGABYTE = 1_000_000
_MOST_MEGABYTES = 15


def look(root: Path, file: PurePosixPath) -> Picture:
    """The picture at `file` below `root`. Nothing is raised for what the file may be."""
    content, size = _content(root, file)
    measured = _measured(content, size)
    position = (Fault("photo-with-position"),) if has_position(content) else ()
    if isinstance(measured, Fault):
        return Picture(file, "", 0, 0, (measured, *(fault for fault in position if fault != measured)))
    return Picture(file, digest(content), *measured, position)


def digest(content: bytes) -> str:
    """A name for these bytes, short enough for an address and long enough to be their own."""
    return sha256(content).hexdigest()[:20]


def _content(root: Path, file: PurePosixPath) -> tuple[bytes, int]:
    """The file's bytes as far as they are looked at, and how many it has; none where it cannot be read."""
    path = root / file
    try:
        if not path.resolve().is_relative_to(root.resolve()):
            return b"", 0
        with path.open("rb") as opened:
            return opened.read(_MOST_MEGABYTES * _MEGABYTE), path.stat().st_size
    except OSError:
        return b"", 0


def _measured(content: bytes, size: int) -> tuple[int, int] | Fault:
    """Width and height in pixels, as the picture is seen."""
    if size > _MOST_MEGABYTES * _MEGABYTE:
        details = {"given": str(-(-size // _MEGABYTE)), "limit": str(_MOST_MEGABYTES)}
        return Fault("photo-too-large", details)
    if content and not _BEGINNINGS.match(content):
        return Fault("photo-wrong-type")
    from sadar.pictures.opening import measured  # loads Pillow, which most checks do without

    return measured(content)
