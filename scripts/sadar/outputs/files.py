"""What stands on the site besides its pages, as (path from the site's root, content)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from sadar.outputs import opensearch
from sadar.outputs.browse import village_rows
from sadar.outputs.calendars import calendars
from sadar.outputs.data import data_files
from sadar.outputs.embeds import embeds
from sadar.outputs.feeds import feeds
from sadar.outputs.sitemaps import robots, sitemaps
from sadar.pages import Site

File = tuple[PurePosixPath, str | bytes]

FILES: tuple[Callable[[Site], Iterator[File]], ...] = (
    opensearch.files,
    village_rows,
    feeds,
    calendars,
    data_files,
    embeds,
    robots,
    sitemaps,
)


def files(site: Site) -> Iterator[File]:
    """Every file that is no page; paths are unique."""
    for each in FILES:
        yield from each(site)
