"""The campaign: villages, launches, pages and figures as all other rooms see them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from sadar.benefits import Benefits
from sadar.campaign.villages import Album, Launch, Village
from sadar.pictures import Picture
from sadar.records import CountsRecord, GlossaryRecord
from sadar.records.benefits import FiguresRecord
from sadar.records.filed import Comment, Filed, WrittenPage, record_address
from sadar.records.redirects import Ledger, RedirectsRecord

SMALL = 10_000  # villages


@dataclass(frozen=True, slots=True)
class Campaign:
    """All that is known, joined. Villages are in the order of their addresses, launches newest first."""

    villages: tuple[Village, ...]
    launches: tuple[Launch, ...]
    pages: tuple[WrittenPage, ...]
    counts: CountsRecord
    glossary: GlossaryRecord
    benefits: Benefits
    figure_files: tuple[Filed[FiguresRecord], ...]
    redirects: RedirectsRecord
    ledger: Ledger
    unread: frozenset[PurePosixPath]  # files that hold mistakes of their own: naming them is no mistake
    comments: tuple[Comment, ...]
    pictures: tuple[Picture, ...]
    albums: Mapping[PurePosixPath, Album]  # by the record's file
    paths: tuple[PurePosixPath, ...]  # of every file below villages/ and content/
    size: int  # villages of the whole campaign, also where this is a part of it

    @property
    def large(self) -> bool:
        """Whether every village having all files that a small campaign's has would be more than a host takes.

        The usual 1 GB in 200,000 files must hold 83,762 villages, in both languages where that is wanted.
        """
        return self.size > SMALL

    @property
    def members(self) -> tuple[Village, ...]:
        """The villages that are more than planned."""
        return tuple(village for village in self.villages if village.joined)

    def album(self, file: PurePosixPath) -> Album:
        """What the record in this file tells of photos, perhaps nothing."""
        return self.albums.get(file, Album())


def unread_addresses(unread: Iterable[PurePosixPath]) -> set[str]:
    """By what other records call the villages and launches among files that could not be read."""
    return {record_address(file) for file in unread if file.parts[0] == "villages"}
