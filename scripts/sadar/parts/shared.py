"""What all parts of a build share, and how a part writes what it made."""

from __future__ import annotations

import hashlib
import os
import pickle
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import cast

from sadar.campaign import SMALL, Campaign
from sadar.dress import Frame, Shape
from sadar.language import Language
from sadar.pages import Page, Settings, Site
from sadar.parts.kept import kept, put_whole
from sadar.parts.spare import link
from sadar.records import PartialDate
from sadar.regions import Regions

Outputs = dict[str, bytes]  # by path from the site's root, a digest of what stands there
_TELLS = 16  # bytes of a digest; processors have instructions for this kind, which others do without
NOT_YET = ("", "")  # of jobs that do not start yet: what all parts share is handed out when they do


_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Shared:
    """`size` is the number of villages of the whole campaign; what is new for the site goes below `staged`.

    Where there is no site yet, it goes below `spare`, too: the first edit would else have to wait for that copy.
    `campaign` has neither villages nor ceremonies, and of its content what does not change a part alone.
    `around` is a digest of all else that every page depends on.
    """

    root: Path
    folder: Path
    staged: Path
    regions: Regions
    today: PartialDate
    settings: Settings
    size: int
    campaign: Campaign
    around: str
    frames: Mapping[Language, Mapping[Shape, Frame]]
    spare: Path | None = None

    @property
    def scale(self) -> tuple[bool, ...]:
        """What about the number of villages changes their pages."""
        return tuple(self.size > each for each in (SMALL, self.settings.cards, self.settings.searched_villages))

    def digest(self, own: str) -> str:
        """A digest of what a part of the whole country is made of: its own, and all around."""
        return digest_of(self.around, self.scale, own)

    def staging(self, before: Outputs) -> Staging:
        """To collect the outputs of a part that had these before."""
        return Staging(self.staged, before, self.spare)

    def site(self, campaign: Campaign, pages: tuple[Page, ...]) -> Site:
        """A site of these pages, to make what stands beside them."""
        told = self.settings.url, self.settings.publisher, self.settings.contact, self.settings.languages
        return Site(campaign, self.regions, pages, self.today, *told)


@lru_cache(maxsize=1)
def shared(file: str, _digest: str) -> Shared:
    """What was put into this file, loaded once in each process; the digest tells one build's from another's."""
    found: Shared = pickle.loads(Path(file).read_bytes())  # noqa: S301 (our own, written in this build)
    return found


def handed_out(common: Shared, folder: Path) -> tuple[str, str]:
    """Put it where every process finds it; the file and a digest. OSError where the disk refuses."""
    data = pickle.dumps(common)
    file = folder / "shared"
    # In one step: the process that makes the finder may be reading it.
    put_whole(file, data)
    return str(file), hashlib.sha256(data).hexdigest()


def outputs_of(part: str) -> Outputs:
    """The outputs that a part kept; none where there was none. DamagedError."""
    return cast(Outputs, kept(part, "outputs")) if part else {}


class Staging:
    """Collects the outputs of a part, and writes those that are not as they were; to `spare`, too, where it is made."""

    def __init__(self, staged: Path, before: Outputs, spare: Path | None = None) -> None:
        self.staged = f"{staged}/"
        self.spare = f"{spare}/" if spare else ""
        self.before = before
        self.outputs: Outputs = {}
        self.folders = set[str]()

    def add(self, path: str | PurePosixPath, content: str | bytes) -> None:
        """Note a file of the site; write it where it is new. OSError where the disk refuses."""
        name = str(path)
        data = content.encode() if isinstance(content, str) else content
        digest = told_by(data)
        self.outputs[name] = digest
        if self.before.get(name) != digest:
            folder = name.rpartition("/")[0]
            if folder not in self.folders:
                self.folders.add(folder)
                _make(self.staged + folder)
                if self.spare:
                    _make(self.spare + folder)
            _write(self.staged + name, data)
            if self.spare:
                link(self.staged + name, self.spare + name)


def _make(folder: str) -> None:
    """Make a folder, first as if those above it were there and it was not: nearly always that is so."""
    try:
        os.mkdir(folder)
    except OSError:
        os.makedirs(folder, exist_ok=True)


def _write(target: str, data: bytes) -> None:
    """Write a file without Python's layers above the system's calls: of so many small files, a third of the cost."""
    file = os.open(target, _NEW, 0o666)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(file, left) :]
    finally:
        os.close(file)


def told_by(data: bytes) -> bytes:
    """What `Outputs` tell of a file's content."""
    return hashlib.sha256(data).digest()[:_TELLS]


def digest_of(*parts: object) -> str:
    """A digest of values whose text tells them."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part if isinstance(part, bytes) else str(part).encode())
        digest.update(b"\0")
    return digest.hexdigest()
