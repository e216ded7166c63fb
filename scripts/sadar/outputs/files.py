"""What stands on the site besides its pages, as (path from the site's root, content)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from sadar.outputs import hosting, opensearch, redirects
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
    redirects.stubs,
    redirects.rules,
    redirects.records,
    hosting.headers,
    hosting.well_known,
)


def files(site: Site) -> Iterator[File]:
    """Every file that is no page; paths are unique."""
    moved = redirects.moved_records(site)
    for each in FILES:
        for file in each(site):
            yield file
            if moved:
                yield from redirects.at_old_addresses(site, file, moved)
