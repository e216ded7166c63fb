"""The new site in the place of the old one, by way of a spare copy that gets only what changed."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from sadar.parts.record import Finished
from sadar.parts.shared import Outputs
from sadar.parts.spare import bring_over, copy_by_links, remove
from sadar.parts.survey import NOWHERE, Identity, identity
from sadar.publish import publish, trade

Places = tuple[Identity, Identity, frozenset[str]]


@dataclass(frozen=True)
class Publication:
    """What the site held and what it shall hold, by path; what is new lies in `staged`."""

    site: Path
    folder: Path
    staged: Path
    before: Outputs
    after: Outputs

    @cached_property
    def changed(self) -> list[str]:
        return [path for path, digest in self.after.items() if self.before.get(path) != digest]

    @cached_property
    def gone(self) -> list[str]:
        return [path for path in self.before if path not in self.after]


def put_in_place(new: Publication, last: Finished | None) -> Places:
    """Publish; what tells the site and its spare, and what the spare lacks. OSError where the disk refuses."""
    spare = _spare(new)
    if not new.before or last is None:
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
