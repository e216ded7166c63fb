"""One YAML or Markdown file to plain data, every scalar as text, and the place of every value.

YAML gives text, the record gives meaning: `64.02`, `no`, `10:30` and `3.758` stay what was typed. What YAML would do
behind an editor's back (words that mean no, tabs, references, a second record) is told on the written text.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from sadar.problem import Place, Problem
from sadar.source.ahead import plain_ahead
from sadar.source.document import Document, Plain
from sadar.source.parsing import parsed
from sadar.source.text import read_text
from sadar.source.writing import as_yaml, in_brackets, quoted

__all__ = [
    "Document",
    "Plain",
    "as_yaml",
    "document",
    "in_brackets",
    "markdown_document",
    "plain_ahead",
    "quoted",
    "text_document",
    "yaml_document",
]


def yaml_document(root: Path, file: PurePosixPath) -> Document:
    """Read a YAML record. Every mistake is a problem of the document; nothing is raised."""
    text, problems, remarks = read_text(root, file)
    if problems:
        return Document(file, text, None, problems)
    read = parsed(file, text)
    return Document(file, text, read.data, read.problems, remarks, read.doubts, yaml=read.text)


def document(root: Path, file: PurePosixPath) -> Document:
    """The document behind a problem, by its ending, read again for its lines."""
    match file.suffix:
        case ".md":
            return markdown_document(root, file)
        case ".txt":
            return text_document(root, file)
    return yaml_document(root, file)


def text_document(root: Path, file: PurePosixPath) -> Document:
    """Read a list that grows with the country, a line an entry: it may be longer than a record."""
    text, problems, remarks = read_text(root, file, largest=20_000_000)
    return Document(file, text, None, problems, remarks)


def markdown_document(root: Path, file: PurePosixPath) -> Document:
    """Read a Markdown page: its front matter as data, the rest as `body`."""
    text, problems, remarks = read_text(root, file)
    if problems:
        return Document(file, text, None, problems)
    head, fence, body = text.removeprefix("---\n").partition("\n---\n")
    if not text.startswith("---\n") or not fence or not head.strip():
        return Document(file, text, None, (Problem("front-matter-missing", file, place=Place(1, 1)),), remarks)
    # An empty line in the place of the fence: lines then count as in the file.
    read = parsed(file, f"\n{head}\n")
    return Document(file, text, read.data, read.problems, remarks, read.doubts, body.lstrip("\n"), read.text)
