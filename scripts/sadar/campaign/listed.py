"""Villages as others tell of them: light enough to hold all of a nation, and to keep from build to build."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from sadar.records import PartialDate, Standing, Status
from sadar.records.village import Kind
from sadar.regions import District, Position, Province, Regency

# A hundred thousand of these two are kept and read again: a tuple is read three times as fast as a dataclass.


class Step(NamedTuple):
    """A standing as lists tell it."""

    status: Status
    date: PartialDate
    doubt: bool


class Listed(NamedTuple):
    """A village as lists, maps and the pages of others tell of it: light enough to hold all of a nation."""

    address: str
    name: str
    kind: Kind
    code: str | None
    also_known_as: tuple[str, ...]
    regency: Regency
    district: District | None
    standing: Step
    joined: Step | None
    position: Position | None
    checked: PartialDate

    @property
    def province(self) -> Province:
        return self.regency.province


def step_of(standing: Standing) -> Step:
    """A standing as lists tell it."""
    return _one_step(Step(standing.status, one_day(standing.date), standing.doubt is not None))


# All that equal one another are one object, or what is kept of a regency would not be the same each time.


@cache
def _one_step(step: Step) -> Step:
    return step


@cache
def one_day(date: PartialDate) -> PartialDate:
    """The one object that stands for this day."""
    return date
