"""Rules on ceremonies and on the steps that villages took at them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sadar.campaign import Campaign, Village, unread_addresses
from sadar.problem import Problem, Steps
from sadar.records import PartialDate, Standing
from sadar.records.dates import WEEKDAYS


def launch_folder_and_date(campaign: Campaign) -> Iterator[Problem]:
    """A launch's folder must lie in the folder of its year and begin with its date."""
    for launch in campaign.launches:
        date = launch.record.date
        folder, name = launch.address.split("/")
        right = f"{date.year}/{date}-…" if date.known else "tanpa-tahun/…"
        if folder != right.split("/")[0] or (date.known and not f"{name}-".startswith(f"{date}-")):
            yield Problem("launch-folder-not-date", launch.file, ("date",), {"given": launch.address, "right": right})


def launch_known(campaign: Campaign) -> Iterator[Problem]:
    """A launch named by a village must have a record."""
    known = {launch.address for launch in campaign.launches} | unread_addresses(campaign.unread)
    for village, steps, step in _steps(campaign):
        if step.launch and step.launch not in known:
            yield Problem("launch-without-record", village.file, (*steps, "launch"), {"given": step.launch})


def launch_names_village(campaign: Campaign) -> Iterator[Problem]:
    """A launch named by a village must name the village, on the same date."""
    launches = {launch.address: launch for launch in campaign.launches}
    for village, steps, step in _steps(campaign):
        launch = launches.get(step.launch or "")
        if launch is None:
            continue
        if village.address not in launch.record.villages:
            details = {"given": launch.address, "village": village.address}
            yield Problem("launch-not-naming-village", village.file, (*steps, "launch"), details)
        elif step.date != launch.record.date:
            details = {"given": str(step.date), "right": str(launch.record.date), "launch": launch.address}
            yield Problem("date-not-of-launch", village.file, (*steps, "date"), details)


def launched_at_a_launch(campaign: Campaign) -> Iterator[Problem]:
    """A village that was launched must name the launch."""
    for village, steps, step in _steps(campaign):
        if step.status == "launched" and not step.launch:
            yield Problem("launched-without-launch", village.file, (*steps, "status"), {"village": village.name})


def standing_in_order(campaign: Campaign) -> Iterator[Problem]:
    """The steps of a village must stand in the order of their dates."""
    for village in campaign.villages:
        for index, (before, after) in enumerate(pairwise(village.record.standing), start=1):
            if before.date.known and after.date.known and _ends_before(after.date, before.date):
                details = {"given": str(after.date), "before": str(before.date)}
                yield Problem("standing-out-of-order", village.file, ("standing", index, "date"), details)


def weekday_of_the_date(campaign: Campaign) -> Iterator[Problem]:
    """A weekday that the source prints must fit the date, or a note must tell readers that it does not."""
    for launch in campaign.launches:
        day, told = launch.record.date.as_day, any(note.kind == "contradiction" for note in launch.record.notes)
        if day and launch.weekday_differs and not told:
            details = {
                "given": str(launch.record.weekday_in_source),
                "right": WEEKDAYS[day.weekday()],
                "date": str(launch.record.date),
            }
            yield Problem("weekday-contradicts", launch.file, ("weekday_in_source",), details)


def time_of_a_day(campaign: Campaign) -> Iterator[Problem]:
    """The hour of a launch means nothing without its day."""
    for launch in campaign.launches:
        record = launch.record
        if record.time and not record.date.as_day:
            details = {"given": f"{record.time:%H:%M}", "date": str(record.date)}
            yield Problem("time-without-day", launch.file, ("time",), details)


def launched_at_what_was_held(campaign: Campaign) -> Iterator[Problem]:
    """A village takes no step, other than planning it, at a launch that was postponed or cancelled."""
    launches = {launch.address: launch.record.status for launch in campaign.launches}
    for village, steps, step in _steps(campaign):
        status = launches.get(step.launch or "", "held")
        if step.status != "planned" and status in ("postponed", "cancelled"):
            details = {"given": step.status, "status": status, "launch": str(step.launch)}
            yield Problem("launch-not-held", village.file, (*steps, "status"), details)


def planned_date_passed(campaign: Campaign, today: PartialDate) -> Iterator[Problem]:
    """A planned launch whose date has passed must be looked into: was it held, postponed or cancelled?"""
    for launch in campaign.launches:
        record = launch.record
        if record.status == "planned" and record.date.known and _ends_before(record.date, today):
            yield Problem("planned-date-passed", launch.file, ("status",), {"date": str(record.date)})


def _steps(campaign: Campaign) -> Iterator[tuple[Village, Steps, Standing]]:
    for village in campaign.villages:
        for index, step in enumerate(village.record.standing):
            yield village, ("standing", index), step


def _ends_before(one: PartialDate, other: PartialDate) -> bool:
    """Whether `one` is certainly earlier; a bare year may lie on either side of a day in it."""
    return (one.year, one.month or 12, one.day or 31) < (other.year, other.month or 1, other.day or 1)
