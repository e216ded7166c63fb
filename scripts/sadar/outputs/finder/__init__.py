"""The finder: any village of the official list by its name, from static files and one small script.

`entries` are what can be found, `change` what an edit changes of them, `shards` how they lie in files, `script` the
program that a reader's browser runs.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path, PurePosixPath

from sadar.campaign import AnyVillage
from sadar.outputs.finder.change import Change, change, changed
from sadar.outputs.finder.entries import Entry, entries_of
from sadar.outputs.finder.script import scripts
from sadar.outputs.finder.shards import cut, regency_files, shard_files, twin_files
from sadar.pages import Site, addresses
from sadar.regions import Regions

__all__ = ["Change", "Entry", "change", "changed", "entries_of", "files", "files_again", "inputs", "told"]


def files(site: Site, entries: tuple[Entry, ...] | None = None) -> Iterator[tuple[PurePosixPath, str]]:
    """The script in each language, and the files it asks for; about 2,000 for the official list.

    `entries` are those of the site, where they are known.
    """
    entries = entries_of(site.regions, site.campaign.villages) if entries is None else entries
    shards = cut(entries)
    edition = _edition(site.regions, shards)
    yield from _lying(edition, shard_files(entries, shards), twin_files(entries), regency_files(site.regions, entries))
    yield from scripts(site.regions, shards, edition, site.languages)


def files_again(regions: Regions, entries: tuple[Entry, ...], change: Change) -> Iterator[tuple[PurePosixPath, str]]:
    """Of the files of these entries those that are other than before the change, which is none of names."""
    shards, of = cut(entries), tuple(change.entries)
    yield from _lying(_edition(regions, shards), shard_files(entries, shards, of), regency_files(regions, entries, of))


def _edition(regions: Regions, shards: tuple[str, ...]) -> str:
    """A script that a browser kept must never read files cut in another way: they lie in a folder of their own."""
    return hashlib.sha256("\n".join((regions.edition, *shards)).encode()).hexdigest()[:8]


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
