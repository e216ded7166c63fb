"""The Markdown tree to HTML, once per language: MkDocs with Material as the skin, and nothing of ours inside it.

Another engine that reads `mkdocs.yml` takes over by changing what runs on the configuration files written here.
"""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from multiprocessing import get_context
from pathlib import Path, PurePosixPath

from sadar.records import Language, PartialDate
from sadar.source import as_yaml
from sadar.wording import wording

# Material prints its end of life on every import; the plan in design is known and pinned.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer

_THEME = Path(__file__).parent / "theme"
# Material's scripts and source maps: no page asks for them, so no reader pays for them and no host stores them.
_UNUSED = ("assets/javascripts", "assets/stylesheets/palette.*", "assets/stylesheets/*.map", "assets/images")


class DressError(Exception):
    """MkDocs could not make the site; the text says why, for an engineer."""


@dataclass(frozen=True, slots=True)
class Dressing:
    """One language of the site: its folder below the site's root, and MkDocs' configuration for it."""

    language: Language
    below: str
    configuration: Path
    html: Path


def configurations(
    languages: tuple[Language, ...], below: Mapping[Language, str], site_url: str, today: PartialDate
) -> Iterator[tuple[PurePosixPath, str]]:
    """MkDocs' configuration for each language as (path in `build/settings/`, text); all else stands in `mkdocs.yml`."""
    for language in languages:
        words = wording(language)
        settings: dict[str, object] = {
            "INHERIT": "../../mkdocs.yml",
            "site_name": words.say("site.full_name"),
            "docs_dir": f"../docs/{language}",
            "site_dir": f"../html/{language}",
            "theme": {"custom_dir": str(_THEME), "language": language},
            "extra": {
                "words": dict(words.messages["site"]),
                "built": words.date(today),
                "language": language,
                "below": below[language],
                "others": {other: below[other] for other in languages if other != language},
            },
        }
        if site_url:
            settings["site_url"] = site_url.rstrip("/") + f"/{below[language]}"
        yield PurePosixPath(f"mkdocs.{language}.yml"), as_yaml(settings)


def site_url(root: Path, docs: Path) -> str:
    """The site's public address as `mkdocs.yml` gives it, or nothing; `docs` is any Markdown tree that exists.

    DressError where `mkdocs.yml` is broken.
    """
    try:
        configuration = load_config(str(root / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(docs.parent / "html"))
    except MkDocsException as error:
        raise DressError(str(error)) from error
    return configuration.site_url or ""


def dress(dressings: tuple[Dressing, ...], today: PartialDate, jobs: int) -> Path:
    """Make the HTML of every language and put the languages together; the folder of the whole site. DressError."""
    work = partial(_dressed, epoch=_epoch(today))
    if jobs > 1 and len(dressings) > 1:
        with ProcessPoolExecutor(min(jobs, len(dressings)), get_context("spawn")) as pool:
            failures = [failure for failure in pool.map(work, dressings) if failure]
    else:
        failures = [failure for failure in map(work, dressings) if failure]
    if failures:
        raise DressError("\n".join(failures))
    whole = next(dressing for dressing in dressings if not dressing.below)
    for dressing in dressings:
        if dressing.below:
            dressing.html.replace(whole.html / dressing.below)
    return whole.html


def preview(build: Callable[[], None], site: Path, watched: tuple[Path, ...], port: int) -> None:
    """Serve `site` on this machine, building anew when something below `watched` changes, until interrupted."""
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    server = LiveReloadServer(build, "127.0.0.1", port, str(site))
    for path in watched:
        server.watch(str(path))
    try:
        server.serve()  # type: ignore[no-untyped-call]
    finally:
        server.shutdown()


def _dressed(dressing: Dressing, epoch: str) -> str:
    """Run MkDocs for one language; empty, or why it failed. Runs in a process of its own."""
    # The only clock: MkDocs stamps sitemaps with it.
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = epoch
    warnings = _Warnings()
    logging.getLogger("mkdocs").addHandler(warnings)
    try:
        configuration = load_config(str(dressing.configuration))
        mkdocs_build(configuration)
    except Exception as error:  # what stands in mkdocs.yml can fail anywhere in MkDocs and its templates
        return f"MkDocs ({dressing.language}): {type(error).__name__}: {error}"
    finally:
        os.environ.pop("SOURCE_DATE_EPOCH") if before is None else os.environ.update(SOURCE_DATE_EPOCH=before)
        logging.getLogger("mkdocs").removeHandler(warnings)
    for pattern in _UNUSED:
        for path in dressing.html.glob(pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    return "\n".join(f"MkDocs ({dressing.language}): {warning}" for warning in warnings.said)


class _Warnings(logging.Handler):
    """Collects what MkDocs warns of; a warning holds the publication back, as `--strict` does."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


def _epoch(today: PartialDate) -> str:
    """Midnight UTC of a day in seconds since 1970."""
    return str(int(datetime(today.year, today.month, today.day, tzinfo=UTC).timestamp()))
