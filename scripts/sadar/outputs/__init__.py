"""What the site consists of, as pure functions from pages to (path, content)."""

from sadar.outputs import finder
from sadar.outputs.cards import cards
from sadar.outputs.files import files
from sadar.outputs.markdown import documents

__all__ = ["cards", "documents", "files", "finder"]
