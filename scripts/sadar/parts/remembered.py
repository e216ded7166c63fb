"""The villages of a regency that an edit leaves as they were: nothing of their pages is made again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from hashlib import blake2b
from typing import cast

from sadar.glance import Stamp
from sadar.outputs.redirects import moved_records
from sadar.pages import Site
from sadar.pages.addresses import BELOW, VILLAGES
from sadar.pages.kinds import VillagePage
from sadar.parts.kept import kept
from sadar.parts.shared import Staging

Told = Mapping[str, bytes]  # by its address, a digest of all that a page and the files beside it are made of

_DEPTH = 4  # villages/province/regency/village
_OWN = re.compile(f"(?:{'|'.join(BELOW.values())})({VILLAGES}(?:[^/]+/){{3}})")


def told_in(site: Site, around: str, stamps: Mapping[str, Stamp]) -> Told:
    """What the pages of a regency's villages are made of: `around`, and of the files those that each tells of.

    None is told of those whose files stand at other addresses, too, as they moved.
    """
    files: dict[str, list[bytes]] = defaultdict(list)
    for path, stamp in stamps.items():
        files["/".join(path.split("/", _DEPTH)[:_DEPTH])] += path.encode(), stamp
    moved = moved_records(site)

    def digest(page: VillagePage) -> bytes:
        found = blake2b(around.encode(), digest_size=16)
        for village in (page.village, *page.neighbours):
            found.update(b"\n".join((village.address.encode(), *files[f"villages/{village.address}"])))
        for launch in page.village.launches:
            found.update(stamps[str(launch.file)])
        found.update(b"%d" % page.in_regency)
        return found.digest()

    pages = (page for page in site.pages if isinstance(page, VillagePage))
    return {page.address: digest(page) for page in pages if page.address not in moved}


def remembered(part: str) -> Told:
    """What a part kept of this; nothing where there is none. DamagedError."""
    return cast(Told, kept(part, "told")) if part else {}


def take_over(staging: Staging, addresses: Collection[str], searched: Iterable[str]) -> tuple[str, ...]:
    """Let all that was made of these pages stand as it was; of what was searched, the pages among it."""
    own = {path: digest for path, digest in staging.before.items() if (of := _OWN.match(path)) and of[1] in addresses}
    staging.outputs |= own
    return tuple(path for path in searched if path in own)
