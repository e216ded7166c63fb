"""Dates as precise as their source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date as precise as its source: a day, a month, a year, or nothing known (year 0). Sorts unknown first."""

    year: int = 0
    month: int = 0
    day: int = 0

    def __reduce__(self) -> tuple[type[PartialDate], tuple[int, int, int]]:
        """Kept and read again by the hundred thousand, which a dataclass's own way takes three times as long for."""
        return PartialDate, (self.year, self.month, self.day)

    @property
    def known(self) -> bool:
        return self.year > 0

    @property
    def as_day(self) -> date | None:
        """The calendar day, where the date is that precise."""
        return date(self.year, self.month, self.day) if self.day else None

    def __str__(self) -> str:
        return _text(self.year, self.month, self.day)


# The records of a country say the same few thousand days a million times.
@lru_cache(maxsize=20_000)
def _text(year: int, month: int, day: int) -> str:
    if day:
        return f"{year:04}-{month:02}-{day:02}"
    if month:
        return f"{year:04}-{month:02}"
    return f"{year:04}" if year else "unknown"
