"""The Markdown tree to HTML, once per language, and the live preview: MkDocs with Material as the skin."""

from sadar.dress.configuration import DressError, settings
from sadar.dress.dressing import Dressing, configurations, dress, together, workshop
from sadar.dress.preview import preview

__all__ = ["DressError", "Dressing", "configurations", "dress", "preview", "settings", "together", "workshop"]
