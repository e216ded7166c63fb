"""What the site consists of, as pure functions from pages to (path, content)."""

from sadar.outputs import finder
from sadar.outputs.cards import cards
from sadar.outputs.files import OF_ALL, OF_PAGES, files, village_page_files
from sadar.outputs.markdown import body, documents, front, fronts, path_of

__all__ = [
    "OF_ALL",
    "OF_PAGES",
    "body",
    "cards",
    "documents",
    "files",
    "finder",
    "front",
    "fronts",
    "path_of",
    "village_page_files",
]
