"""What a launch record (`launch.yml`) may hold."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from sadar.records.fields import (
    Checked,
    Date,
    Key,
    Line,
    Note,
    Official,
    Record,
    Source,
    TimeZone,
    VillageAddress,
    Weekday,
)


class LaunchRecord(Record):
    """A ceremony of the programme: one can serve several villages, and a village can have several."""

    date: Date
    weekday_in_source: Weekday | None = None
    kind: Literal["launch", "signing", "certification", "award"]
    status: Literal["planned", "held", "postponed", "cancelled"]
    venue: Line | None = None
    time_zone: TimeZone
    villages: Annotated[tuple[VillageAddress, ...], Field(min_length=1)]
    officials: tuple[Official, ...] = ()
    parties: tuple[Line, ...] = ()
    notes: tuple[Note, ...] = ()
    sources: Annotated[dict[Key, Source], Field(min_length=1)]
    checked: Checked
