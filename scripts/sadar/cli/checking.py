"""The commands that check the site and note its addresses."""

from __future__ import annotations

from pathlib import Path

import click

from sadar import pipeline, report
from sadar.cli.asking import day_option, fail, found, language_option, relative, root_option, today, usual_language
from sadar.cli.speaking import paint, say, summarise
from sadar.language import Language
from sadar.ledger import note
from sadar.records.redirects import LEDGER
from sadar.regions import official
from sadar.wording import wording


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@root_option
@day_option
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text")
@language_option
def check(paths: tuple[Path, ...], root: Path | None, day: str | None, form: str, lang: Language | None) -> None:
    """Check every record and page, or show only what concerns PATHS. Exit 0: clean; 1: problems; 2: misuse."""
    folder = found(root)
    language = lang or usual_language()
    checked = pipeline.check(folder, official(), today(day))
    wanted = [relative(path, folder) for path in paths] or [Path()]
    problems = (each for each in checked.problems if any(Path(each.file).is_relative_to(path) for path in wanted))
    findings = report.findings(folder, problems, language)
    match form:
        case "json":
            say(report.as_json(findings, checked.files, checked.records))
        case "github":
            say(report.as_github(findings, checked.files, checked.records, language))
            summarise(report.as_summary(findings, checked.files, checked.records, language))
        case _:
            say(report.as_text(findings, checked.files, checked.records, language, paint))
    raise SystemExit(any(each.severity == "error" for each in findings))


@click.command()
@root_option
@day_option
@language_option
def ledger(root: Path | None, day: str | None, lang: Language | None) -> None:
    """Note the addresses of all pages as published, after a publication. Exit 0: noted; 1: problems in the records."""
    folder = found(root)
    checked = pipeline.check(folder, official(), today(day))
    words = wording(lang or usual_language())
    if not checked.publishable:
        click.echo(words.say("ledger.not_publishable"), err=True)
        raise SystemExit(1)
    try:
        count = note(folder, checked.campaign.ledger, checked.pages)
    except OSError as error:
        fail(str(error))
    click.echo(words.say("ledger.noted", count=count, file=str(LEDGER)))
