"""All that a campaign tree, or a part of it, holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from sadar.pictures import Picture
from sadar.problem import Problem
from sadar.records.benefits import FigureSourcesRecord, FiguresRecord, IncomeTable, LawsRecord
from sadar.records.content import CountsRecord, GlossaryRecord
from sadar.records.filed import Comment, Filed, WrittenPage
from sadar.records.launch import LaunchRecord
from sadar.records.photos import PhotosRecord
from sadar.records.redirects import Ledger, RedirectsRecord
from sadar.records.village import VillageRecord


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that the tree holds. `files` counts what was read, also where it could not be understood."""

    villages: tuple[Filed[VillageRecord], ...]
    launches: tuple[Filed[LaunchRecord], ...]
    pages: tuple[WrittenPage, ...]
    counts: CountsRecord
    glossary: GlossaryRecord
    laws: LawsRecord
    figure_sources: FigureSourcesRecord
    figures: tuple[Filed[FiguresRecord], ...]
    income: IncomeTable | None
    redirects: RedirectsRecord
    ledger: Ledger
    comments: tuple[Comment, ...]
    pictures: tuple[Picture, ...]
    page_photos: PhotosRecord
    paths: tuple[PurePosixPath, ...]  # of every file, known or not: names are published too
    problems: tuple[Problem, ...]
    unread: frozenset[PurePosixPath]  # files that hold mistakes: what names them is not mistaken as well
    files: int


def joined(first: Gathered, more: Sequence[Gathered]) -> Gathered:
    """`first`, which may hold content, and parts of the same campaign that hold records alone."""
    parts = (first, *more)
    return replace(
        first,
        villages=tuple(each for part in parts for each in part.villages),
        launches=tuple(each for part in parts for each in part.launches),
        comments=tuple(each for part in parts for each in part.comments),
        pictures=tuple(each for part in parts for each in part.pictures),
        paths=tuple(each for part in parts for each in part.paths),
        problems=tuple(each for part in parts for each in part.problems),
        unread=frozenset().union(*(part.unread for part in parts)),
        files=sum(part.files for part in parts),
    )
