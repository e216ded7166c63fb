"""Rules on figures: their laws and sources, their times, and the day they run out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from pathlib import PurePosixPath

from sadar.benefits.figures import day_after, first_day
from sadar.campaign import Campaign
from sadar.problem import Problem, Steps
from sadar.records import PartialDate
from sadar.records.benefits import BenefitFigure, LawCited
from sadar.records.filed import INCOME

_NOTICE = timedelta(days=60)


def figures_cite_known_laws_and_sources(campaign: Campaign) -> Iterator[Problem]:
    """A law or source that a figure names must stand in its list."""
    for file, steps, figure in _figures(campaign):
        cited: list[tuple[Steps, LawCited]] = [((*steps, "laws", n), law) for n, law in enumerate(figure.laws)]
        for number, value in enumerate(figure.values):
            cited += [((*steps, "values", number, "laws", n), law) for n, law in enumerate(value.laws)]
        for place, law in cited:
            if law.law not in campaign.benefits.laws:
                yield Problem("law-not-listed", file, place, {"given": law.law})
        for number, key in enumerate(figure.sources):
            if key not in campaign.benefits.sources:
                yield Problem("figure-source-not-listed", file, (*steps, "sources", number), {"given": key})
        if not figure.laws and not figure.sources:
            yield Problem("figure-without-source", file, (*steps, "id"), {"given": figure.id})


def values_follow_each_other(campaign: Campaign) -> Iterator[Problem]:
    """The values of a figure must follow each other in time without gap or overlap."""
    for file, steps, figure in _figures(campaign):
        for number, (before, after) in enumerate(pairwise(figure.values), start=1):
            place = (*steps, "values", number)
            if before.valid_until is None or after.valid_from is None:
                yield Problem("values-without-dates", file, place, {"given": figure.id})
            elif first_day(after.valid_from) != day_after(before.valid_until):
                right = str(day_after(before.valid_until))
                details = {"given": str(after.valid_from), "before": str(before.valid_until), "instead": right}
                yield Problem("values-not-following", file, (*place, "from"), details, instead=right)


def figures_once(campaign: Campaign) -> Iterator[Problem]:
    """A figure must stand in the records once."""
    seen: dict[str, PurePosixPath] = {}
    for file, steps, figure in _figures(campaign):
        if figure.id in seen:
            yield Problem("figure-twice", file, (*steps, "id"), {"given": figure.id, "other": str(seen[figure.id])})
        seen.setdefault(figure.id, file)


def figures_not_run_out(campaign: Campaign, today: PartialDate) -> Iterator[Problem]:
    """A figure whose last value has ended must get its next value; it warns 60 days ahead."""
    for file, steps, figure in _figures(campaign):
        last = figure.values[-1].valid_until if figure.values else None
        place = (*steps, "values", len(figure.values) - 1, "until")
        if last and first_day(last) < first_day(today):
            yield Problem("figure-expired", file, place, {"given": figure.id, "until": str(last)})
        elif last and first_day(last) - first_day(today) <= _NOTICE:
            yield Problem("figure-expires-soon", file, place, {"given": figure.id, "until": str(last)})
        elif first_day(figure.check_again_by) < first_day(today):
            details = {"given": figure.id, "until": str(figure.check_again_by)}
            yield Problem("figure-to-check-again", file, (*steps, "check_again_by"), details)


def _figures(campaign: Campaign) -> Iterator[tuple[PurePosixPath, Steps, BenefitFigure]]:
    for filed in campaign.figure_files:
        for number, figure in enumerate(filed.record.figures):
            yield filed.file, ("figures", number), figure
    if campaign.benefits.income:
        yield INCOME, (), campaign.benefits.income
