"""What a build leaves for the next one: what each part was made from, what it made, and where the site stands.

It is taken away before anything that it speaks of changes, and written last, in one step: a build that is stopped
leaves none, or one that is right.
"""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sadar.parts.nation import NationDone
from sadar.parts.province import ProvinceDone
from sadar.parts.regency import RegencyDone
from sadar.parts.shared import Outputs
from sadar.parts.survey import Identity, Stamp
from sadar.problem import Problem
from sadar.records.filed import Filed
from sadar.records.launch import LaunchRecord


@dataclass(frozen=True, slots=True)
class Finished:
    """What the last build looked at, and what it said: enough to see that nothing has changed.

    `site` and `spare` tell the folders of the site and of its spare copy, which lacks what `owed` names.
    """

    around: str
    files: Mapping[str, Stamp]
    site: Identity
    spare: Identity
    owed: frozenset[str]
    problems: tuple[Problem, ...]
    pages: int
    records: int
    unnoted: int
    total: int  # files of the site


@dataclass(slots=True)
class Made:
    """The parts of the last build: of each, by its name, a digest of what it was made from, and what it came to."""

    around: str = ""
    regencies: dict[str, tuple[str, RegencyDone]] = field(default_factory=dict)
    provinces: dict[str, tuple[str, ProvinceDone]] = field(default_factory=dict)
    launches: dict[str, tuple[Stamp, Filed[LaunchRecord]]] = field(default_factory=dict)
    nation: NationDone = field(default_factory=dict)

    @property
    def outputs(self) -> Outputs:
        """Every file of the site."""
        done: list[RegencyDone | ProvinceDone] = [each for _, each in self.regencies.values()]
        done += [each for _, each in self.provinces.values()]
        found = {path: digest for each in done for path, digest in each.outputs.items()}
        return found | {path: digest for _, own in self.nation.values() for path, digest in own.items()}


def finished(folder: Path) -> Finished | None:
    """What the last whole build left; None where there is nothing that can be trusted."""
    found = _loaded(folder / "finished")
    return found if isinstance(found, Finished) else None


def made(folder: Path) -> Made:
    """The parts of the last whole build; none where they cannot be trusted."""
    found = _loaded(folder / "made")
    return found if isinstance(found, Made) else Made()


def forget(folder: Path) -> None:
    """From here on the last build's record is no longer true."""
    (folder / "finished").unlink(missing_ok=True)


def note(folder: Path, parts: Made, end: Finished) -> None:
    """Leave this for the next build. OSError where the disk refuses."""
    for name, what in (("made", parts), ("finished", end)):
        unfinished = folder / f"{name}.part"
        unfinished.write_bytes(pickle.dumps(what, pickle.HIGHEST_PROTOCOL))
        unfinished.replace(folder / name)


def _loaded(file: Path) -> object:
    try:
        return pickle.loads(file.read_bytes())  # noqa: S301 (our own; what is damaged counts as nothing)
    except Exception:
        return None


def clear(folder: Path, parts: Made) -> None:
    """Take away what older builds kept."""
    wanted = {done.kept for _, done in parts.regencies.values()}
    for file in (folder / "kept").rglob("*.*"):
        if file.is_file() and str(file).rpartition(".")[0] not in wanted:
            file.unlink()
