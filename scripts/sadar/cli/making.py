"""How a site is built and what is said of it: a small campaign at once, a large one in parts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from sadar import pipeline, report
from sadar.cli.asking import fail
from sadar.cli.progress import progress
from sadar.cli.speaking import paint
from sadar.glance import Glance
from sadar.language import Language
from sadar.ledger import unnoted
from sadar.problem import Problem
from sadar.publish import recover
from sadar.records import PartialDate
from sadar.regions import official
from sadar.wording import wording


@dataclass(frozen=True, slots=True)
class How:
    """How many processes; all through plain MkDocs; the address of a cluster that does the work, if any.

    `glance` are processes that began to look at what the last build saw.
    """

    jobs: int
    plain: bool = False
    cluster: str = ""
    glance: Glance | None = None


def build_site(folder: Path, site: Path, day: PartialDate, how: How, language: Language) -> None:
    """Build, and say what came of it. SystemExit: 1 where records hold mistakes, 2 where something failed."""
    from sadar import parts  # these load MkDocs, which `check` does without
    from sadar.dress import DressError
    from sadar.search import SearchError

    try:
        recover(site)
        if not how.plain and parts.is_large(folder) and _in_parts(folder, site, day, how, language):
            return
        checked = pipeline.check(folder, official(), day)
        _tell(folder, checked.problems, checked.files, checked.records, language)
        if not checked.publishable:
            raise SystemExit(1)
        pipeline.build(folder, site, checked, day, how.jobs)
    except (DressError, SearchError, OSError) as error:
        fail(str(error))
    click.echo(f"{site}: {len(checked.pages)} pages in each language, from {checked.records} records.")
    _tell_unnoted(len(unnoted(checked.campaign.ledger, checked.pages)), language)


def _in_parts(folder: Path, site: Path, day: PartialDate, how: How, language: Language) -> bool:
    """Whether the site was built in parts: where a record holds a mistake, the whole campaign must tell of it."""
    from sadar import parts

    with progress(language) as watch:
        made = parts.build(parts.Order(folder, site, official(), day, how.jobs, watch, how.cluster, how.glance))
    if made is None:
        return False
    _tell(folder, made.problems, made.files, made.records, language)
    click.echo(f"{site}: {made.pages} pages in each language, from {made.records} records.")
    click.echo(f"Files made anew: {made.made}, as they were: {made.same}, removed: {made.gone}.")
    _tell_unnoted(made.unnoted, language)
    return True


def _tell(folder: Path, problems: tuple[Problem, ...], files: int, records: int, language: Language) -> None:
    findings = report.findings(folder, problems, language)
    if findings:
        click.echo(report.as_text(findings, files, records, language, paint), err=True)


def _tell_unnoted(count: int, language: Language) -> None:
    if count:
        click.echo(wording(language).say("ledger.unnoted", count=count))
