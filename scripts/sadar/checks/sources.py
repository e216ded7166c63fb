"""Rules on where facts come from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from sadar.campaign import Campaign
from sadar.problem import Problem, Steps
from sadar.records import LaunchRecord, Source, VillageRecord


def sources_cited_exist(campaign: Campaign) -> Iterator[Problem]:
    """A source that a fact names must stand in the record's list of sources."""
    for village in campaign.villages:
        yield from _missing(village.file, village.record.sources, _cited_by_village(village.record))
    for launch in campaign.launches:
        yield from _missing(launch.file, launch.record.sources, _cited_by_launch(launch.record))


def _missing(
    file: PurePosixPath, sources: Mapping[str, Source], cited: Iterator[tuple[Steps, str]]
) -> Iterator[Problem]:
    for steps, key in cited:
        if key not in sources:
            details = {"given": key, "expected": ", ".join(sources)}
            yield Problem("source-not-listed", file, steps, details)


def _cited_by_village(record: VillageRecord) -> Iterator[tuple[Steps, str]]:
    for index, step in enumerate(record.standing):
        yield from _keys(("standing", index, "sources"), step.sources)
    for index, figure in enumerate(record.figures):
        yield ("figures", index, "source"), figure.source
    for index, quote in enumerate(record.quotes):
        yield ("quotes", index, "source"), quote.source
    for index, note in enumerate(record.notes):
        yield from _keys(("notes", index, "sources"), note.sources)


def _cited_by_launch(record: LaunchRecord) -> Iterator[tuple[Steps, str]]:
    for index, note in enumerate(record.notes):
        yield from _keys(("notes", index, "sources"), note.sources)


def _keys(steps: Steps, keys: tuple[str, ...]) -> Iterator[tuple[Steps, str]]:
    for index, key in enumerate(keys):
        yield (*steps, index), key
