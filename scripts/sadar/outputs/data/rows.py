"""The rows of the open data: what is not named here is not published as data.

Names of persons are not: officials and speakers stand on the pages of their ceremony, who checked a record stands on
the record's page. Quotes are not, for they are not ours to license.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from sadar.records import PartialDate, Status
from sadar.records.benefits import Certainty, FigureUnit, Payer, Segment
from sadar.records.content import CountKind
from sadar.records.fields import TimeZone
from sadar.records.launch import LaunchKind, LaunchStatus
from sadar.records.shared import NoteKind, Qualifier
from sadar.records.village import Kind, Scope, Unit


@dataclass(frozen=True, slots=True)
class ProvinceRow:
    address: str
    code: str
    province: str
    members: int
    planned: int
    page_id: str
    page_en: str | None


@dataclass(frozen=True, slots=True)
class VillageRow:
    address: str
    code: str | None
    name: str
    kind: Kind
    also_known_as: tuple[str, ...]
    district: str | None
    regency_code: str | None
    regency: str | None
    province_code: str
    province: str
    status: Status
    status_date: PartialDate | None
    doubtful: bool
    member: bool
    member_since: PartialDate | None
    parties: tuple[str, ...]
    latitude: float | None
    longitude: float | None
    coordinates_source: str | None
    checked: PartialDate
    page_id: str
    page_en: str | None


@dataclass(frozen=True, slots=True)
class StepRow:
    village: str
    number: int
    status: Status
    date: PartialDate | None
    launch: str | None
    award_id: str | None
    award_en: str | None
    doubt_id: str | None
    doubt_en: str | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LaunchRow:
    address: str
    date: PartialDate | None
    kind: LaunchKind
    status: LaunchStatus
    venue: str | None
    time_zone: TimeZone
    parties: tuple[str, ...]
    checked: PartialDate
    page_id: str
    page_en: str | None


@dataclass(frozen=True, slots=True)
class LaunchVillageRow:
    launch: str
    village: str


@dataclass(frozen=True, slots=True)
class VillageFigureRow:
    village: str
    number: int
    measure_id: str
    measure_en: str
    qualifier: Qualifier | None
    value: Decimal
    value_to: Decimal | None
    unit: Unit
    scope: Scope
    as_of: PartialDate | None
    source: str


@dataclass(frozen=True, slots=True)
class NoteRow:
    record: str
    number: int
    kind: NoteKind
    text_id: str
    text_en: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceRow:
    record: str
    key: str
    publisher: str
    title: str | None
    url: str | None
    published: PartialDate | None


@dataclass(frozen=True, slots=True)
class FigureRow:
    id: str
    number: int
    programmes: tuple[str, ...]
    segment: Segment
    name_id: str
    name_en: str
    payer: Payer | None
    qualifier: Qualifier | None
    value: Decimal | None
    value_to: Decimal | None
    unit: FigureUnit
    words_id: str | None
    words_en: str | None
    condition_id: str | None
    condition_en: str | None
    valid_from: PartialDate | None
    valid_until: PartialDate | None
    laws: tuple[str, ...]
    certainty: Certainty
    conflict_id: str | None
    conflict_en: str | None
    unchecked: bool
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CountRow:
    number: int
    year: int
    kind: CountKind
    area: str | None
    villages: Decimal
    publisher: str
    source: str
    note_id: str | None
    note_en: str | None
