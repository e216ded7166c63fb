"""What a build leaves for the next one: what each part was made from, what it made, and where the site stands.

It is taken away before anything that it speaks of changes, and written last, in one step: a build that is stopped
leaves none, or one that is right.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import TypeVar

from sadar.glance import SEEN, leave, left
from sadar.parts.apart import Common
from sadar.parts.areas import AreaDone
from sadar.parts.groups import NationDone
from sadar.parts.kept import known, put_known
from sadar.parts.regency import Regencies, RegencyDone
from sadar.parts.shared import Outputs, outputs_of
from sadar.parts.survey import Identity, Survey
from sadar.problem import Problem


@dataclass(frozen=True, slots=True)
class Finished:
    """What the last build looked at, and what it said: enough to see that nothing has changed.

    `seen` lies in a file of its own, which a process reads that knows nothing of all this. `site` and `spare` tell the
    folders of the site and of its spare copy, which lacks what `owed` names.
    """

    around: str
    seen: Survey
    site: Identity
    spare: Identity
    owed: frozenset[str]
    problems: tuple[Problem, ...]
    records: int
    looked: Looked
    total: int  # files of the site


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look at all pages together came to; `unnoted` are those whose addresses the ledger does not hold yet."""

    problems: tuple[Problem, ...] = ()
    pages: int = 0
    unnoted: int = 0


@dataclass(slots=True)
class Made:
    """The parts of the last build: of each, by its name, a digest of what it was made from, and what it came to.

    `elsewhere` are the problems of content and ceremonies, `looked` tells of all pages together; `rest` names what is
    kept of the data
    besides the villages', `told` tells what they were made of; `shared` names the file of what all parts share, and
    holds its digest.
    """

    around: str = ""
    regencies: Regencies = field(default_factory=dict)
    areas: dict[str, tuple[str, AreaDone]] = field(default_factory=dict)
    nation: NationDone = field(default_factory=dict)
    elsewhere: tuple[Problem, ...] = ()
    looked: Looked = Looked()
    rest: str = ""
    told: str = ""
    shared: tuple[str, str] = ("", "")

    @property
    def parts(self) -> list[RegencyDone | AreaDone]:
        """Those of regencies, then those of areas."""
        return [*(done for _, done in self.regencies.values()), *(done for _, done in self.areas.values())]

    @property
    def files(self) -> int:
        """How many files the site has."""
        return sum(done.files for done in self.parts) + sum(len(outputs) for _, outputs in self.nation.values())

    @property
    def kept(self) -> set[str]:
        """The names of all that is kept."""
        return {done.kept for done in self.parts} | {self.rest}


def changes(before: Made, after: Made) -> tuple[list[str], list[str]]:
    """The files of the site that are new or other than before, and those that are gone. DamagedError."""
    changed, gone = set[str](), set[str]()
    for last, now in _pairs(before, after):
        changed.update(path for path, digest in now.items() if last.get(path) != digest)
        gone.update(path for path in last if path not in now)
    return sorted(changed), sorted(gone - changed)  # what moved from one part to another is not gone


def _pairs(before: Made, after: Made) -> Iterator[tuple[Outputs, Outputs]]:
    """What each part that is not as it was made last, and what it makes now."""
    kinds = ((before.regencies, after.regencies), (before.areas, after.areas))
    for last, now in kinds:
        for name in {*last, *now}:
            stems = [kind[name][1].kept if name in kind else "" for kind in (last, now)]
            if stems[0] != stems[1]:
                yield outputs_of(stems[0]), outputs_of(stems[1])
    for name in {*before.nation, *after.nation}:
        groups = [kind[name][1] if name in kind else {} for kind in (before.nation, after.nation)]
        if groups[0] is not groups[1]:
            yield groups[0], groups[1]


def finished(folder: Path) -> Finished | None:
    """What the last whole build left; None where there is nothing that can be trusted."""
    end, seen = _loaded(folder / "finished", Finished), left(folder / SEEN.name)
    return replace(end, seen=Survey(*seen)) if end and seen else None


def made(folder: Path) -> Made:
    """The parts of the last whole build; none where they cannot be trusted."""
    return _loaded(folder / "made", Made) or Made()


def common(folder: Path) -> Common | None:
    """The campaign apart from its villages, as it was read; None where it cannot be trusted."""
    return _loaded(folder / "common", Common)


def forget(folder: Path) -> None:
    """From here on the last build's record is no longer true."""
    (folder / "finished").unlink(missing_ok=True)


def note(folder: Path, parts: Made, end: Finished, read: Common | None = None) -> None:
    """Leave this for the next build; `read` where it is not as it was. OSError where the disk refuses."""
    what = {"common": read} if read is not None else {}
    leave(folder / SEEN.name, (end.seen.files, end.seen.links, end.seen.folders))
    for name, value in (what | {"made": parts, "finished": replace(end, seen=Survey({}))}).items():
        put_known(folder / name, _shape(), value)
    wanted = parts.kept
    for below, _, files in os.walk(folder / "kept"):
        for name in files:
            if f"{below}/{name.rpartition('.')[0]}" not in wanted:
                os.unlink(f"{below}/{name}")


K = TypeVar("K", Finished, Made, Common)


def _loaded(file: Path, kind: type[K]) -> K | None:
    """What is damaged counts as nothing, and so does what code left that told other things."""
    found = known(file, _shape())
    return found if isinstance(found, kind) else None


def _shape() -> str:
    """What the classes of a record hold: pickle itself would put one thing in the place of another."""
    kinds = (Finished, Looked, Made, Survey, RegencyDone, AreaDone, Problem)
    return str([(kind.__name__, [(each.name, each.type) for each in fields(kind)]) for kind in kinds])
