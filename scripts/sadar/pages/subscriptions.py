"""What readers can subscribe to: the ceremonies of the whole country, and those of each province."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import chain, islice

from sadar.pages.facts import Event
from sadar.pages.kinds import LaunchesPage, Page, ProvincePage
from sadar.regions import Province

# Programs fetch the whole file each time; a nation's ceremonies would be tens of megabytes.
_IN_FEED = 50
_IN_CALENDAR = 300


@dataclass(frozen=True, slots=True)
class Subscription:
    """`address` is that of the page that offers it; `province` is None for the whole country; newest ceremony first."""

    address: str
    province: Province | None
    events: tuple[Event, ...]

    @property
    def latest(self) -> tuple[Event, ...]:
        """What is new to a subscriber: the ceremonies whose records were looked at last, whenever they were held."""
        return tuple(sorted(self.events, key=lambda event: event.launch.record.checked.date, reverse=True)[:_IN_FEED])

    @property
    def dated(self) -> tuple[tuple[date, Event], ...]:
        """What a calendar can hold: the newest ceremonies whose day is known."""
        days = ((event.launch.record.date.as_day, event) for event in self.events)
        return tuple(islice(((day, event) for day, event in days if day), _IN_CALENDAR))

    @property
    def undated(self) -> int:
        """How many ceremonies have no day that a calendar could hold."""
        return sum(not event.launch.record.date.as_day for event in self.events)


def subscription(page: Page) -> Subscription | None:
    """What a page offers to subscribe to."""
    match page:
        case LaunchesPage():
            return Subscription(page.address, None, tuple(chain.from_iterable(page.years.values())))
        case ProvincePage():
            return Subscription(page.address, page.province, page.events)
    return None
