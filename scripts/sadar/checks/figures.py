"""Rules on numbers and on dates that cannot be."""

from __future__ import annotations

from collections.abc import Iterator

from sadar.campaign import Campaign
from sadar.problem import Problem, Steps
from sadar.records import PartialDate, VillageRecord

_LARGEST_VILLAGE = 300_000  # people; the largest kelurahan have about 180,000
_COUNTED = ("people", "workers", "households")


def figures_possible(campaign: Campaign) -> Iterator[Problem]:
    """A figure must be possible: a share up to 100, a village's people fewer than a city's, a range upwards."""
    for village in campaign.villages:
        for index, figure in enumerate(village.record.figures):
            steps: Steps = ("figures", index, "value")
            if figure.unit == "percent" and figure.value > 100:
                yield Problem("percent-over-100", village.file, steps, {"given": str(figure.value)})
            if figure.scope == "village" and figure.unit in _COUNTED and figure.value > _LARGEST_VILLAGE:
                details = {"given": str(figure.value), "limit": str(_LARGEST_VILLAGE)}
                yield Problem("figure-too-large", village.file, steps, details)
            if figure.value_to is not None and figure.value_to <= figure.value:
                details = {"given": str(figure.value_to), "value": str(figure.value)}
                yield Problem("range-backwards", village.file, ("figures", index, "value_to"), details)


def dates_not_in_the_future(campaign: Campaign, today: PartialDate) -> Iterator[Problem]:
    """What has been observed must not lie in the future; only plans do."""
    for village in campaign.villages:
        for steps, when in _observed_in_village(village.record):
            if _begins_after(when, today):
                yield Problem("date-in-future", village.file, steps, {"given": str(when), "today": str(today)})
    for launch in campaign.launches:
        record = launch.record
        if record.status == "held" and _begins_after(record.date, today):
            yield Problem("date-in-future", launch.file, ("date",), {"given": str(record.date), "today": str(today)})
    for file, album in campaign.albums.items():
        for index, photo in enumerate(album.records):
            if _begins_after(photo.date, today):
                steps = ("photos", index, "date")
                yield Problem("date-in-future", file, steps, {"given": str(photo.date), "today": str(today)})


def _observed_in_village(record: VillageRecord) -> Iterator[tuple[Steps, PartialDate]]:
    for index, step in enumerate(record.standing):
        # A step at a launch has the launch's date, and the launch tells.
        if step.status != "planned" and not step.launch:
            yield ("standing", index, "date"), step.date
    for index, figure in enumerate(record.figures):
        yield ("figures", index, "as_of"), figure.as_of
    for key, source in record.sources.items():
        if source.published:
            yield ("sources", key, "published"), source.published
    yield ("checked", "date"), record.checked.date


def _begins_after(when: PartialDate, today: PartialDate) -> bool:
    return (when.year, when.month or 1, when.day or 1) > (today.year, today.month, today.day)
