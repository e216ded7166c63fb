"""The Markdown tree to HTML, once per language, and in `preview` live: MkDocs with Material as the skin."""

from sadar.dress.configuration import DressError, configurations, settings
from sadar.dress.dressing import Dressed, Dressing, dress, framed, together, workshop
from sadar.dress.frames import Frame, Front, Shape, shape
from sadar.dress.waiting import Ahead, mkdocs

__all__ = [
    "Ahead",
    "DressError",
    "Dressed",
    "Dressing",
    "Frame",
    "Front",
    "Shape",
    "configurations",
    "dress",
    "framed",
    "mkdocs",
    "settings",
    "shape",
    "together",
    "workshop",
]
