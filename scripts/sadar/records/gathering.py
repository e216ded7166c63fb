"""Every file of a campaign tree, read: the records with the files they came from, and all problems of all files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Generic, TypeVar, get_args

from sadar.problem import Place, Problem
from sadar.records.content import CountsRecord, FrontMatter, GlossaryRecord
from sadar.records.fields import Language, Record
from sadar.records.launch import LaunchRecord
from sadar.records.reading import read
from sadar.records.village import VillageRecord
from sadar.source import Document, markdown_document, yaml_document

R = TypeVar("R", bound=Record, covariant=True)

LANGUAGES: tuple[Language, ...] = get_args(Language)
COUNTS = PurePosixPath("content/figures/counts.yml")
GLOSSARY = PurePosixPath("content/glossary.yml")
_VILLAGES = PurePosixPath("villages")
_LAUNCHES = _VILLAGES / "launches"
_LEFT_BY_SYSTEMS = {".DS_Store", "Thumbs.db", "desktop.ini"}


@dataclass(frozen=True, slots=True)
class Filed(Generic[R]):
    """A record and the file it came from (relative to the campaign's root)."""

    file: PurePosixPath
    record: R

    @property
    def address(self) -> str:
        """Its folder below `villages/` or `villages/launches/`: the name other records call it by."""
        above = _LAUNCHES if self.file.is_relative_to(_LAUNCHES) else _VILLAGES
        return str(self.file.parent.relative_to(above))


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A hand-written page in one language; `slug` is its path without language and ending, `program/index`."""

    file: PurePosixPath
    language: Language
    slug: str
    head: FrontMatter
    body: str


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that the tree holds. `files` counts what was read, also where it could not be understood."""

    villages: tuple[Filed[VillageRecord], ...]
    launches: tuple[Filed[LaunchRecord], ...]
    pages: tuple[WrittenPage, ...]
    counts: CountsRecord
    glossary: GlossaryRecord
    problems: tuple[Problem, ...]
    files: int


def gather(root: Path) -> Gathered:
    """Read `villages/` and `content/` below `root`. Nothing is raised for what a file may hold."""
    return _Gathering(root).all()


def document(root: Path, file: PurePosixPath) -> Document:
    """The document behind a problem, read again for its lines."""
    return markdown_document(root, file) if file.suffix == ".md" else yaml_document(root, file)


class _Gathering:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.files = 0

    def all(self) -> Gathered:
        villages: list[Filed[VillageRecord]] = []
        launches: list[Filed[LaunchRecord]] = []
        for file in self._below("villages"):
            parts = file.parts
            if file.name == "launch.yml" and len(parts) == 5 and parts[1] == "launches":
                launches.extend(self._filed(LaunchRecord, file))
            elif file.name == "village.yml" and len(parts) == 5 and parts[1] != "launches":
                villages.extend(self._filed(VillageRecord, file))
            elif file != _VILLAGES / "README.md" and "photos" not in parts:
                self.problems.append(Problem("file-unexpected", file, place=Place(1, 1)))
        pages = tuple(page for language in LANGUAGES for page in self._pages(language))
        counts = self._single(CountsRecord, COUNTS) or CountsRecord(counts=())
        glossary = self._single(GlossaryRecord, GLOSSARY) or GlossaryRecord(terms=())
        return Gathered(
            tuple(villages), tuple(launches), pages, counts, glossary, tuple(self.problems), self.files
        )  # fmt: skip

    def _below(self, folder: str) -> Iterator[PurePosixPath]:
        """All files below a folder, in one order everywhere; hidden ones and what systems leave behind are not ours."""
        for path in sorted((self.root / folder).rglob("*")):
            file = PurePosixPath(path.relative_to(self.root).as_posix())
            hidden = any(part.startswith(".") for part in file.parts) or file.name in _LEFT_BY_SYSTEMS
            if not hidden and (path.is_file() or path.is_symlink()):
                yield file

    def _filed(self, kind: type[R], file: PurePosixPath) -> Iterator[Filed[R]]:
        record = self._read(kind, yaml_document(self.root, file))
        if record is not None:
            yield Filed(file, record)

    def _single(self, kind: type[R], file: PurePosixPath) -> R | None:
        return self._read(kind, yaml_document(self.root, file)) if (self.root / file).exists() else None

    def _pages(self, language: Language) -> Iterator[WrittenPage]:
        for file in self._below(f"content/{language}"):
            if file.suffix != ".md":
                self.problems.append(Problem("file-unexpected", file, place=Place(1, 1)))
                continue
            source = markdown_document(self.root, file)
            head = self._read(FrontMatter, source)
            if head is not None:
                slug = str(file.relative_to(f"content/{language}").with_suffix(""))
                yield WrittenPage(file, language, slug, head, source.body)

    def _read(self, kind: type[R], source: Document) -> R | None:
        self.files += 1
        record, problems = read(kind, source)
        self.problems.extend(problems)
        return record
