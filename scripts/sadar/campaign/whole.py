"""The campaign: villages, launches, pages and figures as all other rooms see them."""

from __future__ import annotations

from collections import Counter
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

_SMALL = 10_000  # villages


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

    @property
    def large(self) -> bool:
        """Whether every village having all files that a small campaign's has would be more than a host takes.

        Of the usual 1 GB in 200,000 files, 83,762 villages need most for their pages and a file of data for each.
        """
        return len(self.villages) > _SMALL

    @property
    def members(self) -> tuple[Village, ...]:
        """The villages that are more than planned."""
        return tuple(village for village in self.villages if village.joined)

    def album(self, file: PurePosixPath) -> Album:
        """What the record in this file tells of photos, perhaps nothing."""
        return self.albums.get(file, Album())

    def joined_by_year(self) -> dict[int, int]:
        """How many villages joined in each year; 0 stands for a year that no source states."""
        return dict(sorted(Counter(step.date.year for village in self.villages if (step := village.joined)).items()))


def unread_addresses(unread: Iterable[PurePosixPath]) -> set[str]:
    """By what other records call the villages and launches among files that could not be read."""
    return {record_address(file) for file in unread if file.parts[0] == "villages"}
