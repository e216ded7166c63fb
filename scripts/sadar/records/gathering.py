"""Every file of a campaign tree, read: the records with the files they came from, and all problems of all files."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import TypeVar

from sadar.language import LANGUAGES, Language
from sadar.pictures import SUFFIXES, Picture, look
from sadar.problem import Place, Problem
from sadar.records.benefits import FigureSourcesRecord, FiguresRecord, IncomeTable, LawsRecord
from sadar.records.content import CountsRecord, FrontMatter, GlossaryRecord
from sadar.records.fields import Record
from sadar.records.filed import (
    COUNTS,
    FIGURE_SOURCES,
    GLOSSARY,
    INCOME,
    LAWS,
    PHOTOS,
    Comment,
    Filed,
    WrittenPage,
)
from sadar.records.folders import folder
from sadar.records.gathered import Gathered
from sadar.records.launch import LaunchRecord
from sadar.records.photos import PhotosRecord
from sadar.records.reading import read, valid
from sadar.records.redirects import LEDGER, REDIRECTS, Ledger, RedirectsRecord, ledger
from sadar.records.village import VillageRecord
from sadar.source import Document, Plain, markdown_document, plain_ahead, yaml_document

R = TypeVar("R", bound=Record, covariant=True)

_README = PurePosixPath("villages/README.md")
_LAUNCHES = "launches"


def gather(root: Path) -> Gathered:
    """Read `villages/` and `content/` below `root`. Nothing is raised for what a file may hold."""
    # Looking for cycles among hundreds of thousands of records, which have none, would take as long as reading them.
    gc.disable()
    villages, content = folder(root, "villages"), folder(root, "content")
    gathered = _Gathering(root, villages.files, content.files).all((*villages.problems, *content.problems))
    gc.freeze()
    gc.enable()
    return gathered


def gather_files(root: Path, files: Sequence[PurePosixPath], content: Sequence[PurePosixPath] = ()) -> Gathered:
    """Read these files below `villages/`, and these below `content/`: a part of a campaign, as `gather` the whole."""
    return _Gathering(root, tuple(files), tuple(content), processes=1).all(())


class _Gathering:
    def __init__(
        self,
        root: Path,
        villages: tuple[PurePosixPath, ...],
        content: tuple[PurePosixPath, ...],
        processes: int = os.cpu_count() or 1,
    ) -> None:
        self.root = root
        self.villages = villages
        self.content = content
        self.processes = processes
        self.problems: list[Problem] = []
        self.unread: set[PurePosixPath] = set()
        self.pictures: list[Picture] = []
        self.comments: list[Comment] = []
        self.files = 0

    def all(self, problems: Iterable[Problem]) -> Gathered:
        self.problems.extend(problems)
        villages: list[Filed[VillageRecord]] = []
        launches: list[Filed[LaunchRecord]] = []
        files = self.villages
        for file, data in zip(files, plain_ahead(self.root, files, self.processes), strict=True):
            parts = file.parts
            if file.name == "launch.yml" and len(parts) == 5 and parts[1] == _LAUNCHES:
                launches.extend(self._filed(LaunchRecord, file, data))
            elif file.name == "village.yml" and len(parts) == 5 and parts[1] != _LAUNCHES:
                villages.extend(self._filed(VillageRecord, file, data))
            elif file != _README:
                self._picture(file)
        for file in self._below("content/photos"):
            self._picture(file)
        pages = tuple(page for language in LANGUAGES for page in self._pages(language))
        counts = self._single(CountsRecord, COUNTS) or CountsRecord(counts=())
        glossary = self._single(GlossaryRecord, GLOSSARY) or GlossaryRecord(terms=())
        page_photos = self._single(PhotosRecord, PHOTOS) or PhotosRecord(photos=())
        figures = [
            filed
            for file in self._below("content/figures")
            if file not in (COUNTS, INCOME)
            for filed in self._filed(FiguresRecord, file)
        ]
        published = ledger(self.root) if LEDGER in self.content else Ledger({})
        self.problems.extend(published.problems)
        return Gathered(
            tuple(villages),
            tuple(launches),
            pages,
            counts,
            glossary,
            self._single(LawsRecord, LAWS) or LawsRecord(laws={}),
            self._single(FigureSourcesRecord, FIGURE_SOURCES) or FigureSourcesRecord(sources={}),
            tuple(figures),
            self._single(IncomeTable, INCOME),
            self._single(RedirectsRecord, REDIRECTS) or RedirectsRecord(),
            published,
            tuple(self.comments),
            tuple(self.pictures),
            page_photos,
            (*self.villages, *self.content),
            tuple(self.problems),
            frozenset(self.unread),
            self.files,
        )

    def _below(self, path: str) -> Iterator[PurePosixPath]:
        return (file for file in self.content if str(file).startswith(f"{path}/"))

    def _picture(self, file: PurePosixPath) -> None:
        """Look at what is no record: a picture in its folder, or something that does not belong there."""
        if file.parent.name == "photos" and file.suffix.lower() in SUFFIXES:
            self.pictures.append(look(self.root, file))
        else:
            self.problems.append(Problem("file-unexpected", file, place=Place(1, 1)))

    def _filed(self, kind: type[R], file: PurePosixPath, data: Plain | None = None) -> Iterator[Filed[R]]:
        """The record of a file, of which the data may have been read ahead."""
        if data is not None and (record := valid(kind, data)) is not None:
            self.files += 1
        else:
            record = self._read(kind, yaml_document(self.root, file))
        if record is not None:
            yield Filed(file, record)

    def _single(self, kind: type[R], file: PurePosixPath) -> R | None:
        return self._read(kind, yaml_document(self.root, file)) if file in self.content else None

    def _pages(self, language: Language) -> Iterator[WrittenPage]:
        for file in self._below(f"content/{language}"):
            if file.suffix != ".md":
                self.problems.append(Problem("file-unexpected", file, place=Place(1, 1)))
                continue
            source = markdown_document(self.root, file)
            head = self._read(FrontMatter, source)
            if head is not None:
                slug = str(file.relative_to(f"content/{language}").with_suffix(""))
                first_line = source.text.removesuffix(source.body).count("\n") + 1
                yield WrittenPage(file, language, slug, head, source.body, first_line)

    def _read(self, kind: type[R], source: Document) -> R | None:
        self.files += 1
        record, problems = read(kind, source)
        self.problems.extend(problems)
        self.comments.extend(Comment(source.file, line, text) for line, text in source.comments)
        if record is None:
            self.unread.add(source.file)
        return record
