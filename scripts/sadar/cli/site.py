"""The commands that check, build and show the site."""

from __future__ import annotations

import os
from pathlib import Path

import click

from sadar import pipeline, report
from sadar.cli.asking import TOP, day_option, fail, found, language_option, relative, root_option, today, usual_language
from sadar.cli.making import How, build_site
from sadar.cli.speaking import paint, say, summarise
from sadar.ledger import note
from sadar.records import Language
from sadar.records.redirects import LEDGER
from sadar.regions import official
from sadar.wording import wording


@click.command()
@root_option
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Where the site goes (default: site/).")
@day_option
@click.option("--jobs", type=click.IntRange(1, 64), default=os.cpu_count() or 1, help="Processes at once.")
@click.option("--plain", is_flag=True, help="Build all through plain MkDocs, also a large campaign.")
@click.option("--cluster", default="", metavar="ADDRESS", help="Build parts on the cluster of this dask scheduler.")
@language_option
def build(
    root: Path | None,
    out: Path | None,
    day: str | None,
    jobs: int,
    plain: bool,
    cluster: str,
    lang: Language | None,
) -> None:
    """Build the whole site. Exit 0: built; 1: problems in the records, the old site stands; 2: misuse or failure."""
    folder = found(root)
    how = How(jobs, plain, cluster)
    build_site(folder, out or folder / "site", today(day), how, lang or usual_language())


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


@click.command()
@root_option
@click.option("--port", type=click.IntRange(1, 65535), default=8000)
def serve(root: Path | None, port: int) -> None:
    """Show the site on this machine and build it anew at every change, until Ctrl+C."""
    folder = found(root)
    site = folder / "build" / "preview"

    def again() -> None:
        try:
            build_site(folder, site, today(None), How(os.cpu_count() or 1), usual_language())
        except SystemExit:
            click.echo("The preview still shows the last good state.", err=True)

    from sadar.dress.preview import preview  # loads MkDocs' server, which nothing else needs

    again()
    site.mkdir(parents=True, exist_ok=True)
    try:
        preview(again, site, tuple(folder / name for name in TOP), port)
    except KeyboardInterrupt:
        raise SystemExit(0) from None
    except OSError as error:
        fail(f"Port {port} cannot be used ({error.strerror}). Try another: --port {port + 1}")
