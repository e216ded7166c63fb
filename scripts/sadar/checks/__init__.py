"""Rules over the whole campaign: a tuple of generators, each with its rule as docstring."""

from __future__ import annotations

from collections.abc import Iterator

from sadar.campaign import Campaign
from sadar.checks.addresses import links_arrive, one_page_an_address
from sadar.checks.amounts import amounts_from_figures, references_lead_to_figures
from sadar.checks.benefits import (
    figures_cite_known_laws_and_sources,
    figures_not_run_out,
    figures_once,
    values_follow_each_other,
)
from sadar.checks.figures import dates_not_in_the_future, figures_possible
from sadar.checks.identity import folder_of_the_village, one_record_a_village
from sadar.checks.launches import (
    launch_folder_and_date,
    launch_known,
    launch_names_village,
    launched_at_a_launch,
    launched_at_what_was_held,
    planned_date_passed,
    standing_in_order,
    time_of_a_day,
    weekday_of_the_date,
)
from sadar.checks.ledger import published_addresses_live
from sadar.checks.leftovers import no_placeholders, no_story_twice
from sadar.checks.markup import pages_run_nothing
from sadar.checks.photos import (
    page_photos_told,
    photos_beside_the_record,
    pictures_in_a_record,
    pictures_publishable,
)
from sadar.checks.places import coordinates_in_the_province, time_zone_of_the_province
from sadar.checks.privacy import SECRET_RULES, names_keep_privacy, texts_keep_privacy
from sadar.checks.redirects import redirects_arrive_in_one_step, redirects_from_free_addresses
from sadar.checks.sources import sources_cited_exist
from sadar.checks.translations import glossary_terms_once, home_page_written, pages_translated
from sadar.pages import Page
from sadar.problem import Problem
from sadar.records import PartialDate

CHECKS = (
    folder_of_the_village,
    one_record_a_village,
    launch_folder_and_date,
    launch_known,
    launch_names_village,
    launched_at_a_launch,
    launched_at_what_was_held,
    time_of_a_day,
    standing_in_order,
    weekday_of_the_date,
    sources_cited_exist,
    figures_possible,
    figures_cite_known_laws_and_sources,
    values_follow_each_other,
    figures_once,
    references_lead_to_figures,
    amounts_from_figures,
    coordinates_in_the_province,
    time_zone_of_the_province,
    home_page_written,
    pages_translated,
    pages_run_nothing,
    glossary_terms_once,
    texts_keep_privacy,
    names_keep_privacy,
    pictures_publishable,
    pictures_in_a_record,
    photos_beside_the_record,
    page_photos_told,
    no_placeholders,
    no_story_twice,
)

# These depend on the day they are read.
CHECKS_OF_THE_DAY = (planned_date_passed, dates_not_in_the_future, figures_not_run_out)

# These look at the pages that the records make.
CHECKS_OF_THE_SITE = (
    one_page_an_address,
    links_arrive,
    published_addresses_live,
    redirects_from_free_addresses,
    redirects_arrive_in_one_step,
)

# Told, but no reason to hold back the publication.
WARNINGS = frozenset(
    {
        "byte-order-mark",
        "windows-line-ends",
        "figure-expires-soon",
        "figure-to-check-again",
        "translation-missing",
        "weekday-contradicts",
        "planned-date-passed",
        "launch-not-held",
    }
)

# Their lines are not repeated in any report: the value itself must not spread.
SECRETS: frozenset[str] = SECRET_RULES


def problems_of_records(campaign: Campaign, today: PartialDate) -> Iterator[Problem]:
    """Every problem that the rules find which look at no pages; also of a part of a campaign, as far as it reaches."""
    for check in CHECKS:
        yield from check(campaign)
    for check_on_day in CHECKS_OF_THE_DAY:
        yield from check_on_day(campaign, today)


def problems_of(campaign: Campaign, pages: tuple[Page, ...], today: PartialDate) -> Iterator[Problem]:
    """Every problem that every rule finds."""
    yield from problems_of_records(campaign, today)
    for check_of_site in CHECKS_OF_THE_SITE:
        yield from check_of_site(campaign, pages)
