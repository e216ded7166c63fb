"""What the site consists of, as pure functions from pages to (path, content)."""

from sadar.outputs import finder
from sadar.outputs.cards import cards
from sadar.outputs.files import OF_ALL, OF_PAGES, files, village_page_files
from sadar.outputs.markdown import documents, front_and_body

__all__ = ["OF_ALL", "OF_PAGES", "cards", "documents", "files", "finder", "front_and_body", "village_page_files"]
