"""The door through which bytes from outside reach Pillow."""

from __future__ import annotations

import warnings
from io import BytesIO

from PIL import Image

from sadar.pictures.picture import Fault
from sadar.pictures.position import GPS, LATITUDE_TO_LONGITUDE

Image.MAX_IMAGE_PIXELS = None  # Pillow warns or raises by its own limit; ours is lower, and has a sentence

_MOST_PIXELS = 50_000_000
_ORIENTATION = 0x0112  # of Exif
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_SIDEWAYS = range(5, 9)


def opened(content: bytes) -> Image.Image:
    """The picture with its header read, and no more."""
    return Image.open(BytesIO(content), formats=("JPEG", "PNG", "WEBP"))


def measured(content: bytes) -> tuple[int, int] | Fault:
    """Width and height as the picture is seen. It is decoded once, whole: what passes here can be developed."""
    try:
        with warnings.catch_warnings(action="ignore"):
            image = opened(content)
            width, height = image.size
            if width * height > _MOST_PIXELS:
                details = {"given": f"{width} × {height}", "limit": str(_MOST_PIXELS // 1_000_000)}
                return Fault("photo-too-many-pixels", details)
            sideways = orientation(image) in _SIDEWAYS
            image.draft(None, (1, 1))  # a JPEG is decoded small, which is faster and reads all of it as well
            image.load()
            if _tells_position(image):
                return Fault("photo-with-position")
    except Exception:  # a broken file can break Pillow in any way
        return Fault("photo-damaged")
    return (height, width) if sideways else (width, height)


def orientation(image: Image.Image) -> int:
    """How the camera was held, as Exif numbers it: 1 is upright, also where nothing or nonsense is said."""
    try:
        told = image.getexif().get(_ORIENTATION)
    except Exception:  # the directory of a broken file can break Pillow in any way
        return 1
    return told if told in _TURNS else 1


def upright(image: Image.Image, told: int) -> Image.Image:
    """The picture turned as its orientation says."""
    return image.transpose(_TURNS[told]) if told in _TURNS else image


def _tells_position(image: Image.Image) -> bool:
    """Also where the file's bytes do not show it, as in a compressed part of a PNG."""
    if "GPSLatitude" in str(image.info):
        return True
    try:
        return not image.getexif().get_ifd(GPS).keys().isdisjoint(LATITUDE_TO_LONGITUDE)
    except Exception:  # as in `orientation`
        return False
