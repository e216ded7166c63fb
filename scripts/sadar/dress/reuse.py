"""Pages of the last build that are the same in this one, so that MkDocs makes only what changed.

A folder for each language holds the finished pages and a record of what each was made from. The record is removed
before anything beside it changes and written last: a build that is stopped leaves none, and then all is made anew.
"""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from sadar.dress.configuration import THEME

Documents = Mapping[PurePosixPath, str]

_ENGINES = ("mkdocs", "mkdocs-material", "markdown", "jinja2", "pymdown-extensions")
_RECORD_KIND = {"village", "launch", "regency", "district", "province", "list", "launch_year", "rule", "figure_list"}
_KIND = re.compile(r'^"kind": "(\w+)"$', re.MULTILINE)
# In Markdown a link's target stands in brackets or in a line of its own; MkDocs looks after both.
_LINK = re.compile(r"([^\s()<>\[\]\"']+\.md)(#?)")
_RECORD = "record.json"


@dataclass(frozen=True, slots=True)
class Taken:
    """Of one language: the documents that MkDocs is given, and the pages that stay as they were.

    `digests` tell of each page that may stay what it is made from, `frame` of all of them what is around.
    """

    folder: Path
    frame: str
    digests: Mapping[str, str]
    made: Documents
    same: tuple[PurePosixPath, ...]


def take(folder: Path, documents: Documents, nav: tuple[str, ...], configuration: bytes) -> Taken:
    """What of the last build, kept in `folder`, holds for these documents with this configuration."""
    # Every page shows the navigation with the labels of its pages; without one of ours, MkDocs makes it of all pages.
    named = [PurePosixPath(each) for each in nav] or list(documents)
    labels = [_head(documents.get(each, "")) for each in named]
    frame = _digest(configuration, _theme(), *(version(name).encode() for name in _ENGINES), "".join(labels).encode())
    paths = "\n".join(sorted(map(str, documents)))
    links = {path: _links(path, text) for path, text in documents.items() if _kind(text) not in _RECORD_KIND}
    digests = {
        # Whether a link leads somewhere depends on what pages there are, and on the headings of the one it leads to.
        str(path): _digest(text.encode(), *_led_to(links.get(path, ()), documents, paths))
        for path, text in documents.items()
    }
    known = _known(folder, frame)
    changed = [path for path in documents if known.get(str(path)) != digests[str(path)]]
    made = dict.fromkeys(changed)
    for path in changed:
        for link in links.get(path, ()):
            if link.of_part and link.target in documents and link.target not in made:
                made[link.target] = None
                changed.append(link.target)
    same = tuple(path for path in documents if path not in made)
    # What a link or the navigation leads to must be there: of a page that stays, its head is enough.
    there = {*named, *(link.target for path in made for link in links.get(path, ()))}
    heads = {path: _head(documents[path]) for path in same if path in there}
    return Taken(folder, frame, digests, {**{path: documents[path] for path in made}, **heads}, same)


def finish(taken: Taken, html: Path) -> None:
    """Add the pages that stayed to those that MkDocs made below `html`, and keep all for the next build. OSError."""
    for path in taken.same:
        _copy(taken.folder / _finished(path), html / _finished(path))
    (taken.folder / _RECORD).unlink(missing_ok=True)
    for name in taken.digests.keys() - {str(path) for path in taken.same}:
        _copy(html / _finished(PurePosixPath(name)), taken.folder / _finished(PurePosixPath(name)))
    wanted = {taken.folder / _finished(PurePosixPath(name)) for name in taken.digests}
    for found in sorted(taken.folder.rglob("*"), reverse=True):
        if found.is_dir():
            if not any(found.iterdir()):
                found.rmdir()
        elif found not in wanted:
            found.unlink()
    taken.folder.mkdir(parents=True, exist_ok=True)
    record = json.dumps({"frame": taken.frame, "pages": taken.digests})
    (taken.folder / _RECORD).write_text(record, encoding="utf-8")


def _known(folder: Path, frame: str) -> Mapping[str, str]:
    """By page what it was made from in the last build; nothing where there was none, or all around has changed."""
    try:
        record = json.loads((folder / _RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return record["pages"] if record["frame"] == frame else {}


class _Link(NamedTuple):
    """Where a link of a hand-written page leads: to a document, or to a part of it."""

    target: PurePosixPath
    of_part: bool


def _links(path: PurePosixPath, text: str) -> tuple[_Link, ...]:
    found = _LINK.findall(text) if path.suffix == ".md" else ()
    return tuple(_Link(PurePosixPath(posixpath.normpath(path.parent / to)), bool(part)) for to, part in found)


def _led_to(links: tuple[_Link, ...], documents: Documents, paths: str) -> Iterator[bytes]:
    if links:
        yield paths.encode()
    for link in links:
        if link.of_part:
            yield documents.get(link.target, "").encode()


def _head(text: str) -> str:
    """A document without its body."""
    return text.split("\n---\n", 1)[0] + "\n---\n"


def _kind(text: str) -> str:
    found = _KIND.search(text, 0, 2_000) if text.startswith("---\n") else None
    return found[1] if found else ""


def _finished(path: PurePosixPath) -> PurePosixPath:
    """Where MkDocs puts a page."""
    return path.with_suffix(".html") if path.stem == "index" else path.with_suffix("") / "index.html"


def _theme() -> bytes:
    return b"".join(path.read_bytes() for path in sorted(THEME.rglob("*")) if path.is_file())


def _digest(*parts: bytes) -> str:
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
