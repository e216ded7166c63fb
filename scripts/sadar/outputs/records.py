"""The records of villages as the public sees them, beside their pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from sadar.pages import Site
from sadar.pages.addresses import BELOW
from sadar.pages.kinds import VillagePage
from sadar.source import as_yaml


def own_records(site: Site) -> Iterator[tuple[PurePosixPath, str]]:
    """The record of each village that has one beside its page."""
    for page in site.pages:
        if isinstance(page, VillagePage) and page.own_files:
            record = published_record(page)
            for language in site.languages:
                yield PurePosixPath(f"{BELOW[language]}{page.address}village.yml"), record


def published_record(page: VillagePage) -> str:
    """A village's record as the public sees it: the fields that the record's type names, and nothing else."""
    return as_yaml(page.village.record.model_dump(mode="json", exclude_defaults=True))
