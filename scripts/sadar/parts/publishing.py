"""The new site in the place of the old one, by way of a spare copy that gets only what changed."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from sadar.parts.record import Finished
from sadar.parts.spare import bring_over, copy_by_links, remove
from sadar.parts.survey import NOWHERE, Identity, identity
from sadar.publish import publish, trade

Places = tuple[Identity, Identity, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Publication:
    """What is new lies in `staged`; of the site as it stands these files change and those are gone."""

    site: Path
    folder: Path
    staged: Path
    changed: list[str]
    gone: list[str]


def new_spare(site: Path, folder: Path) -> Path:
    """Where the spare is to be made; nothing is left of one that was there. OSError where the disk refuses."""
    site.parent.mkdir(parents=True, exist_ok=True)
    spare = _spare_of(site, folder)
    shutil.rmtree(spare, ignore_errors=True)
    return spare


def put_first(new: Publication) -> Places:
    """Publish what is staged as the whole site; what tells it and its spare. OSError where the disk refuses."""
    publish(new.staged, new.site)
    return identity(new.site), identity(_spare_of(new.site, new.folder)), frozenset()


def put_in_place(new: Publication, last: Finished) -> Places:
    """Publish what has changed; what tells the site and its spare, and what the spare lacks.

    OSError where the disk refuses.
    """
    spare = _spare_of(new.site, new.folder)
    if last.spare != NOWHERE and last.spare == identity(spare):
        bring_over(last.owed, new.site, spare, move=False)
    else:
        shutil.rmtree(spare, ignore_errors=True)
        copy_by_links(new.site, spare)
    bring_over(new.changed, new.staged, spare, move=True)
    remove(new.gone, spare)
    trade(spare, new.site)
    shutil.rmtree(new.staged, ignore_errors=True)
    return identity(new.site), identity(spare), frozenset((*new.changed, *new.gone))


def _spare_of(site: Path, folder: Path) -> Path:
    """Where the spare of a site is: on the same disk, for two folders of two disks cannot change places."""
    if folder.stat().st_dev == site.parent.stat().st_dev:
        return folder / "spare"
    return site.with_name(f"{site.name}.spare")
