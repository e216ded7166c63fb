"""How programs of subscribers know a ceremony again, and that its record is newer: never by a clock or a host."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID, uuid5

from sadar.campaign import Launch
from sadar.records import PartialDate

# Never to be changed: every name follows from it, and subscribers would see everything a second time.
_CAMPAIGN = UUID("102eb410-67e4-48aa-af9a-cab7d1e785ce")


def lasting_name(of: str) -> UUID:
    """The name of a ceremony, an entry, a feed or a calendar: the same on every host and in every build.

    A UUID and no `tag:` address, which would need a domain that belongs to the campaign.
    """
    return uuid5(_CAMPAIGN, of)


def revised(launch: Launch) -> datetime:
    """When the record was last looked at."""
    return midnight(launch.record.checked.date)


def midnight(day: PartialDate) -> datetime:
    """The day at midnight UTC, when it is that day in all of Indonesia."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
