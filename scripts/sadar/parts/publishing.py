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


def put_in_place(new: Publication, last: Finished | None) -> Places:
    """Publish; what tells the site and its spare, and what the spare lacks. OSError where the disk refuses.

    Without a last build all that is staged is the site.
    """
    spare = _spare(new)
    if last is None:
        shutil.rmtree(spare, ignore_errors=True)
        publish(new.staged, new.site)
        return identity(new.site), NOWHERE, frozenset()
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


def _spare(new: Publication) -> Path:
    """On the disk of the site: two folders of two disks cannot change places."""
    if new.folder.stat().st_dev == new.site.parent.stat().st_dev:
        return new.folder / "spare"
    return new.site.with_name(f"{new.site.name}.spare")
