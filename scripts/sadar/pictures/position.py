"""Whether a picture carries the place where it was taken."""

from __future__ import annotations

import re
from itertools import islice
from typing import Literal

GPS = 0x8825  # the entry of a photo's directory that leads to its position
LATITUDE_TO_LONGITUDE = range(1, 5)
_MOST_DIRECTORIES, _MOST_ENTRIES = 64, 512
_ENTRY = 12  # bytes of a directory's entry

Order = Literal["little", "big"]


def has_position(image: bytes) -> bool:
    """Whether a picture of any format tells its position, in Exif or in XMP. Any bytes may be given."""
    # Exif is a small TIFF file inside the picture, whatever the picture's format: it is found by its first four bytes.
    starts = islice(re.finditer(rb"II\*\0|MM\0\*", image), _MOST_DIRECTORIES)
    return b"GPSLatitude" in image or any(_leads_to_position(image, match.start()) for match in starts)


def _leads_to_position(image: bytes, start: int) -> bool:
    order: Order = "little" if image[start : start + 1] == b"I" else "big"
    main = _directory(image, start, _number(image, start + 4, 4, order), order)
    if main is None or GPS not in main:
        return False
    position = _directory(image, start, main[GPS], order)
    # A directory that says nothing of the position is harmless; one that cannot be read is not trusted.
    return position is None or not position.keys().isdisjoint(LATITUDE_TO_LONGITUDE)


def _directory(image: bytes, start: int, offset: int | None, order: Order) -> dict[int, int] | None:
    """The numbers in a directory of the TIFF file at `start`, by tag; None where it ends outside the picture."""
    count = _number(image, start + offset, 2, order) if offset is not None else None
    if offset is None or count is None:
        return None
    found: dict[int, int] = {}
    for index in range(min(count, _MOST_ENTRIES)):
        entry = start + offset + 2 + index * _ENTRY
        tag, value = _number(image, entry, 2, order), _number(image, entry + 8, 4, order)
        if tag is None or value is None:
            return None
        found[tag] = value
    return found


def _number(image: bytes, at: int, size: int, order: Order) -> int | None:
    piece = image[at : at + size]
    return int.from_bytes(piece, order) if len(piece) == size else None
