"""The campaign: villages, launches, pages and figures as all other rooms see them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from sadar.benefits import Benefits
from sadar.pictures import Picture, Size, sizes
from sadar.records import (
    CountsRecord,
    GlossaryRecord,
    LaunchRecord,
    PhotoRecord,
    Standing,
    VillageRecord,
)
from sadar.records.benefits import FiguresRecord
from sadar.records.dates import WEEKDAYS
from sadar.records.filed import Comment, Filed, WrittenPage, record_address
from sadar.records.redirects import Ledger, RedirectsRecord
from sadar.regions import Province, Regency
from sadar.regions import Village as OfficialVillage

_SMALL = 10_000  # villages


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture with what its record says of it."""

    record: PhotoRecord
    picture: Picture

    @property
    def sizes(self) -> tuple[Size, ...]:
        """As readers get it, the smallest first."""
        return sizes(self.picture)


@dataclass(frozen=True, slots=True)
class Album:
    """What a record tells of the photos beside it; `photos` are those that are there and can be shown."""

    records: tuple[PhotoRecord, ...] = ()
    photos: tuple[Photo, ...] = ()


@dataclass(frozen=True, slots=True)
class Launch:
    """A ceremony, by the address other records call it by (`2018/2018-09-18-loa-duri-ilir`).

    `first_address` is the one it was published under first: with its date it may have moved.
    """

    address: str
    file: PurePosixPath
    record: LaunchRecord
    photos: tuple[Photo, ...]
    first_address: str

    @property
    def year(self) -> int:
        """0 where no source states the year."""
        return self.record.date.year

    @property
    def weekday_differs(self) -> bool:
        """Whether the weekday that the source prints is not the weekday of the date."""
        day, printed = self.record.date.as_day, self.record.weekday_in_source
        return day is not None and printed is not None and WEEKDAYS[day.weekday()] != printed


@dataclass(frozen=True, slots=True)
class Village:
    """A village of the programme with its place in the country and the ceremonies that name it, oldest first."""

    address: str
    file: PurePosixPath
    record: VillageRecord
    regency: Regency
    official: OfficialVillage | None
    launches: tuple[Launch, ...]
    photos: tuple[Photo, ...]

    @property
    def name(self) -> str:
        return self.record.name

    @property
    def province(self) -> Province:
        return self.regency.province

    @property
    def standing(self) -> Standing:
        """Where the village stands now: its last recorded step."""
        return self.record.standing[-1]

    @property
    def joined(self) -> Standing | None:
        """The first step that was more than a plan; None for villages that are planned only."""
        return next((step for step in self.record.standing if step.status != "planned"), None)


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
