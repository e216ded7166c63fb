"""What the site consists of, as pure functions from pages to (path, text)."""

from sadar.outputs.markdown import documents

__all__ = ["documents"]
