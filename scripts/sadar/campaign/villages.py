"""Villages and ceremonies, joined to the country and to each other."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from sadar.campaign.listed import Listed, one_day, step_of
from sadar.pictures import Picture, Size, sizes
from sadar.records import LaunchRecord, PartialDate, PhotoRecord, Standing, VillageRecord
from sadar.records.dates import WEEKDAYS
from sadar.records.village import Kind
from sadar.regions import District, Position, Province, Regency
from sadar.regions import Village as OfficialVillage


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


@dataclass(frozen=True)  # without slots: of ten thousand that are kept, reading takes half as long
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
    def kind(self) -> Kind:
        return self.record.kind

    @property
    def code(self) -> str | None:
        return self.record.code

    @property
    def also_known_as(self) -> tuple[str, ...]:
        return self.record.also_known_as

    @property
    def position(self) -> Position | None:
        """Where the village lies, if that is recorded."""
        place = self.record.coordinates
        return Position(place.latitude, place.longitude) if place else None

    @property
    def checked(self) -> PartialDate:
        """The day on which the record was last looked at."""
        return self.record.checked.date

    @property
    def province(self) -> Province:
        return self.regency.province

    @property
    def district(self) -> District | None:
        """None where no source states it."""
        return self.official.district if self.official else None

    @property
    def standing(self) -> Standing:
        """Where the village stands now: its last recorded step."""
        return self.record.standing[-1]

    @property
    def joined(self) -> Standing | None:
        """The first step that was more than a plan; None for villages that are planned only."""
        return next((step for step in self.record.standing if step.status != "planned"), None)

    @property
    def listed(self) -> Listed:
        """What others tell of it; what many villages have in common is one object, which is kept and read once."""
        return Listed(
            self.address,
            self.name,
            self.kind,
            self.code,
            self.also_known_as,
            self.regency,
            self.district,
            step_of(self.standing),
            step_of(self.joined) if self.joined else None,
            self.position,
            one_day(self.checked),
        )


AnyVillage = Village | Listed
