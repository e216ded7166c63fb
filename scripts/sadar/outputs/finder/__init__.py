"""The finder: any village of the official list by its name, from static files and one small script.

`entries` are what can be found, `change` what an edit changes of them, `layout` and `shards` how they lie in files,
`script` the program that a reader's browser runs.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path, PurePosixPath

from sadar.campaign import AnyVillage
from sadar.outputs.finder.change import Change, change, changed
from sadar.outputs.finder.entries import Entry, entries_of, own_entries
from sadar.outputs.finder.layout import Layout, layout_of, named_alike
from sadar.outputs.finder.script import scripts
from sadar.outputs.finder.shards import regency_files, shard_files, twin_files
from sadar.pages import Site, addresses
from sadar.regions import Regions

__all__ = [
    "Change",
    "Entry",
    "Layout",
    "change",
    "changed",
    "entries_of",
    "files",
    "files_again",
    "inputs",
    "layout_of",
    "told",
]


def files(
    site: Site, entries: tuple[Entry, ...] | None = None, lie: Layout | None = None
) -> Iterator[tuple[PurePosixPath, str]]:
    """The script in each language, and the files it asks for; about 2,000 for the official list.

    `entries` are those of the site, where they are known, and `lie` how they lie in files.
    """
    regions = site.regions
    entries = entries_of(regions, site.campaign.villages) if entries is None else entries
    lie = lie or layout_of(regions, entries)
    edition = _edition(regions, lie)
    yield from _lying(edition, shard_files(entries, lie), twin_files(entries), regency_files(regions, entries, lie))
    yield from scripts(regions, lie.starts, edition, site.languages)


def files_again(
    regions: Regions,
    within: Callable[[str], Collection[AnyVillage]],
    lie: Layout,
    near: Sequence[Entry],
    change: Change,
) -> Iterator[tuple[PurePosixPath, str]]:
    """The files that are other than before a change, which is none of names.

    `within` gives the villages of a regency after it, by its address; of all entries those that are `near` are enough,
    as for `shard_files`.
    """
    numbers, regencies = named_alike(regions, change.entries), regions.regencies()
    own: list[Entry] = []
    for regency in map(regencies.__getitem__, numbers):
        villages = within(f"{regency.province.slug}/{regency.slug}")
        own += own_entries(regions, villages, regions.villages(regency))
    pieces = shard_files(near, lie, change.entries)
    yield from _lying(_edition(regions, lie), pieces, regency_files(regions, sorted(own), lie, numbers))


def _edition(regions: Regions, lie: Layout) -> str:
    """A script that a browser kept must never read files cut in another way: they lie in a folder of their own."""
    return hashlib.sha256("\n".join((regions.edition, *lie.starts)).encode()).hexdigest()[:8]


def _lying(edition: str, *made: Iterable[tuple[str, str]]) -> Iterator[tuple[PurePosixPath, str]]:
    folder = PurePosixPath(addresses.SEARCH) / edition
    return ((folder / path, text) for path, text in chain.from_iterable(made))


def inputs(site: Site) -> str:
    """A digest of all that the files are made of: while it stays the same, so do they."""
    digest = hashlib.sha256(f"{site.regions.edition}{site.languages}{told(site.campaign.villages)}".encode())
    house = Path(__file__).parent.parent.parent
    code = (*Path(__file__).parent.glob("*.*"), *(house / "messages").glob("??.toml"))
    for file in sorted((*code, *(house / "regions").glob("*.py"))):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def told(villages: Iterable[AnyVillage]) -> str:
    """A digest of what the files tell of these villages."""
    digest = hashlib.sha256()
    for village in villages:
        seen = (village.address, village.code, village.name, village.also_known_as, village.standing.status)
        digest.update(f"{seen}{village.standing.date}".encode())
    return digest.hexdigest()
