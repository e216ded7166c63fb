"""Records, pages and comments with the files they came from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Generic, TypeVar

from sadar.language import Language
from sadar.records.content import FrontMatter
from sadar.records.fields import Record

R = TypeVar("R", bound=Record, covariant=True)

COUNTS = PurePosixPath("content/figures/counts.yml")
GLOSSARY = PurePosixPath("content/glossary.yml")
LAWS = PurePosixPath("content/laws.yml")
FIGURE_SOURCES = PurePosixPath("content/figure-sources.yml")
PHOTOS = PurePosixPath("content/photos.yml")
INCOME = PurePosixPath("content/figures/bpu-income.yml")
_LAUNCHES = "launches"


def record_address(file: PurePosixPath) -> str:
    """The folder of a record below `villages/` or `villages/launches/`."""
    folders = file.parts[1:-1]
    return "/".join(folders[1:] if folders[:1] == (_LAUNCHES,) else folders)


@dataclass(frozen=True)  # without slots, as `Launch`
class Filed(Generic[R]):
    """A record and the file it came from (relative to the campaign's root)."""

    file: PurePosixPath
    record: R

    @property
    def address(self) -> str:
        """Its folder below `villages/` or `villages/launches/`: the name other records call it by."""
        return record_address(self.file)


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A hand-written page in one language; `slug` is its path without language and ending, `program/index`."""

    file: PurePosixPath
    language: Language
    slug: str
    head: FrontMatter
    body: str
    first_line: int  # where the body begins in the file


@dataclass(frozen=True, slots=True)
class Comment:
    """What an editor wrote behind a `#`."""

    file: PurePosixPath
    line: int
    text: str
