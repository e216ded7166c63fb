"""Rules over the whole campaign: a tuple of generators, each with its rule as docstring."""

from __future__ import annotations

from collections.abc import Iterator

from sadar.campaign import Campaign
from sadar.checks.identity import code_of_the_village, folder_of_the_village, one_record_a_village
from sadar.checks.launches import (
    launch_folder_and_date,
    launch_known,
    launch_names_village,
    launched_at_a_launch,
    planned_date_passed,
    standing_in_order,
    weekday_of_the_date,
)
from sadar.checks.sources import sources_cited_exist
from sadar.checks.translations import glossary_terms_once, pages_translated
from sadar.problem import Problem
from sadar.records import PartialDate

CHECKS = (
    code_of_the_village,
    folder_of_the_village,
    one_record_a_village,
    launch_folder_and_date,
    launch_known,
    launch_names_village,
    launched_at_a_launch,
    standing_in_order,
    weekday_of_the_date,
    sources_cited_exist,
    pages_translated,
    glossary_terms_once,
)

# These depend on the day they are read.
CHECKS_OF_THE_DAY = (planned_date_passed,)

# Told, but no reason to hold back the publication.
WARNINGS = frozenset({"translation-missing", "weekday-contradicts", "planned-date-passed"})

# Their lines are not repeated in any report: the value itself must not spread.
SECRETS: frozenset[str] = frozenset()


def problems_of(campaign: Campaign, today: PartialDate) -> Iterator[Problem]:
    """Every problem that every rule finds."""
    for check in CHECKS:
        yield from check(campaign)
    for check_on_day in CHECKS_OF_THE_DAY:
        yield from check_on_day(campaign, today)
