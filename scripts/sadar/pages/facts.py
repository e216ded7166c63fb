"""Facts that several kinds of pages tell: numbered sources, ceremonies with their villages, counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sadar.campaign import AnyVillage, Launch
from sadar.records import Source
from sadar.regions import Position, Province, Regency


@dataclass(frozen=True, slots=True)
class SourceList:
    """The sources of a record, numbered from 1 in their order there."""

    numbers: Mapping[str, int]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """A ceremony with the villages it served."""

    launch: Launch
    villages: tuple[AnyVillage, ...]


@dataclass(frozen=True, slots=True)
class Located:
    """A village whose position is recorded."""

    village: AnyVillage
    position: Position


@dataclass(frozen=True, slots=True)
class Tally:
    """How many villages of an area are recorded as members, and how many as planned only."""

    members: int
    planned: int


@dataclass(frozen=True, slots=True)
class ProvinceTally:
    province: Province
    tally: Tally


@dataclass(frozen=True, slots=True)
class RegencyTally:
    regency: Regency
    tally: Tally
