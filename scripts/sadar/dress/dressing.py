"""The Markdown tree to HTML, once per language: MkDocs with Material as the skin, and nothing of ours inside it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from sadar.dress.configuration import DressError
from sadar.dress.frames import Frame, Shape, frames, samples
from sadar.dress.lean import lean_pages
from sadar.dress.reuse import Documents, Taken, finish, take
from sadar.dress.waiting import Waiting
from sadar.language import Language
from sadar.tree import put

# What no page asks for, so no host stores it: Material's scripts and source maps, and MkDocs' sitemaps of one language.
_UNUSED = (
    "assets/javascripts", "assets/stylesheets/palette.*", "assets/stylesheets/*.map", "assets/images", "sitemap.xml*",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dressing:
    """One language of the site: its folder below the site's root, and where in `build/` it is made.

    `nav` are the documents that every page's navigation names.
    """

    language: Language
    below: str
    folder: Path
    html: Path
    nav: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dressed:
    """MkDocs at work on languages."""

    taken: Mapping[Dressing, Taken]
    at_work: Waiting

    def wait(self) -> str:
        """Until MkDocs is done; empty, or what it said when it failed or warned."""
        name, said = self.at_work.failure()
        # Of a traceback (what stands in mkdocs.yml can fail anywhere in MkDocs and its templates) the last line tells.
        lines = [line for line in said.splitlines() if line.strip()]
        told = [line for line in lines if line.startswith(("WARNING", "ERROR"))] or lines[-1:]
        where = f"MkDocs ({name})" if name else "MkDocs"
        # For the second language it says all twice.
        return "\n".join(f"{where}: {line}" for line in dict.fromkeys(told))


def workshop(folder: Path) -> Path:
    """A folder in `folder` for the HTML of this build alone; those of other builds are cleared.

    MkDocs goes on when the build that set it to work is killed, and must not write into the next one's pages.
    """
    own = folder / str(os.getpid())
    shutil.rmtree(own, ignore_errors=True)
    # Nothing waits for them to be gone.
    Thread(target=_cleared, args=(list(folder.glob("*")),)).start()
    own.mkdir(parents=True, exist_ok=True)
    return own


def _cleared(folders: Iterable[Path]) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def dress(pages: Mapping[Dressing, Documents], started: Waiting) -> Dressed:
    """Set MkDocs to work on what changed of these languages; a warning counts as a failure."""
    found: dict[Dressing, Taken] = {}
    for dressing, documents in pages.items():
        settled = _made(dressing).read_bytes() + (dressing.folder.parent / "mkdocs.yml").read_bytes()
        taken = take(dressing.folder / "kept" / dressing.language, documents, dressing.nav, settled)
        put(dressing.folder / "made" / dressing.language, taken.made.items())
        found[dressing] = taken
    started.begin((each.language, _made(each), each.html) for each in found)
    return Dressed(found, started)


def _made(dressing: Dressing) -> Path:
    """The configuration for the pages of a site."""
    return dressing.folder / "settings" / f"made.{dressing.language}.yml"


def framed(
    wanted: Mapping[Dressing, tuple[Documents, Sequence[Shape]]], started: Waiting
) -> Mapping[Language, dict[Shape, Frame]]:
    """Let MkDocs make the frames of these shapes of pages around samples, beside the documents that pages name.

    DressError where it fails.
    """
    orders = []
    for each, (documents, shapes) in wanted.items():
        put(each.folder / "frames" / each.language, (*documents.items(), *samples(shapes)))
        orders.append((each.language, each.folder / "settings" / f"frames.{each.language}.yml", each.html))
    started.begin(orders)
    _succeeded([Dressed({}, started)])
    for each in wanted:
        lean_pages(each.html)
    return {each.language: frames(shapes, each.html) for each, (_, shapes) in wanted.items()}


def together(dressed: Sequence[Dressed]) -> Path:
    """Wait for every language and put them together; the folder of the whole site. DressError."""
    _succeeded(dressed)
    taken = {dressing: own for each in dressed for dressing, own in each.taken.items()}
    whole = next(each for each in taken if not each.below)
    for each, own in taken.items():
        lean_pages(each.html)
        finish(own, each.html)
        for path in (path for pattern in _UNUSED for path in each.html.glob(pattern)):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        if each.below:
            each.html.replace(whole.html / each.below)
    return whole.html


def _succeeded(dressed: Sequence[Dressed]) -> None:
    failures = [failure for each in dressed if (failure := each.wait())]
    if failures:
        raise DressError("\n".join(failures))
