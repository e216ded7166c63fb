"""What stands on the site besides its pages, as (path from the site's root, content)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from sadar.outputs import hosting, opensearch, redirects
from sadar.outputs.browse import site_rows
from sadar.outputs.data import data_files
from sadar.outputs.embeds import own_embeds, shared_badges
from sadar.outputs.feeds import feeds
from sadar.outputs.records import own_records
from sadar.outputs.sitemaps import robots, sitemaps
from sadar.pages import Site

File = tuple[PurePosixPath, str | bytes]


def calendars(site: Site) -> Iterator[File]:
    """The calendars of all pages that offer one."""
    from sadar.outputs import calendars  # loads a library that hardly any edit of a large campaign needs

    return calendars.calendars(site)


# Of the whole country; the data are made of the villages' rows.
OF_ALL: tuple[Callable[[Site], Iterator[File]], ...] = (
    opensearch.files,
    robots,
    redirects.stubs,
    redirects.rules,
    hosting.headers,
    hosting.well_known,
)
# Of pages: what readers of each can subscribe to, or copy.
OF_PAGES: tuple[Callable[[Site], Iterator[File]], ...] = (feeds, calendars, shared_badges)


def files(site: Site) -> Iterator[File]:
    """Every file that is no page; paths are unique."""
    for each in (*OF_ALL, *OF_PAGES, site_rows, data_files, sitemaps, village_page_files):
        yield from each(site)


def village_page_files(site: Site) -> Iterator[File]:
    """What stands beside the pages of villages, and what leads there from where they stood before."""
    moved = redirects.moved_records(site)
    for file in (*own_records(site), *own_embeds(site)):
        yield file
        if moved:
            yield from redirects.at_old_addresses(site, file, moved)
