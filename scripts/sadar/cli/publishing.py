"""The commands around the publication: what a change does to the public, and which links still arrive."""

from __future__ import annotations

from pathlib import Path

import click

from sadar import pipeline, report
from sadar.cli.asking import day_option, fail, found, language_option, root_option, today, usual_language
from sadar.cli.speaking import paint, say, summarise
from sadar.language import Language
from sadar.regions import official
from sadar.wording import wording

_folder = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.argument("old", type=_folder)
@click.argument("new", type=_folder)
@click.option("--sites", nargs=2, type=_folder, help="The built sites of OLD and NEW, to compare their sizes.")
@day_option
@click.option("--format", "form", type=click.Choice(["markdown", "json"]), default="markdown")
@language_option
def compare(
    old: Path, new: Path, sites: tuple[Path, Path] | None, day: str | None, form: str, lang: Language | None
) -> None:
    """Tell what changes for readers from the campaign in OLD to the one in NEW. Exit 0: told; 2: misuse or failure."""
    # Loaded here: the other commands need no templates.
    from sadar.compare.comparison import Side, compared
    from sadar.compare.json import as_json
    from sadar.compare.markdown import as_markdown
    from sadar.compare.sizes import measured

    language, on_day = lang or usual_language(), today(day)

    def side(root: Path, site: Path | None) -> Side:
        folder = found(root)
        checked = pipeline.check(folder, official(), on_day)
        findings = report.findings(folder, checked.problems, language)
        return Side(checked, findings, measured(site) if site else None)

    old_site, new_site = sites or (None, None)
    try:
        before, after = side(old, old_site), side(new, new_site)
    except OSError as error:
        fail(str(error))
    words = wording(language)
    made = compared(words, before, after, on_day)
    say(as_markdown(words, made) if form == "markdown" else as_json(made))


@click.command()
@root_option
@day_option
@click.option("--pause", type=click.FloatRange(0, 60), default=1, help="Seconds between two requests to a host.")
@click.option("--patience", type=click.FloatRange(0.1, 300), default=20, help="Seconds that an answer may take.")
@click.option("--contact", envvar="CONTACT", default="", help="An address where hosts find out who asks.")
@language_option
def links(
    root: Path | None, day: str | None, pause: float, patience: float, contact: str, lang: Language | None
) -> None:
    """Ask every address that records and pages name, and tell which to look at. Exit 0: asked; 2: misuse."""
    # Loaded here: the other commands ask nobody.
    from sadar.links.looking import exceptions_in, look
    from sadar.links.report import as_markdown, summary
    from sadar.links.requesting import Requests, Turns

    folder, language, on_day = found(root), lang or usual_language(), today(day)
    campaign = pipeline.check(folder, official(), on_day).campaign
    exceptions, problems = exceptions_in(folder)
    findings = report.findings(folder, problems, language)
    if findings:
        click.echo(report.as_text(findings, 1, 0, language, paint), err=True)
    name = f"DesaSadar/1.0 (+{contact})" if contact else "DesaSadar/1.0"
    looked = look(campaign, exceptions, Requests(name, Turns(pause), patience), on_day)
    words = wording(language)
    if told := as_markdown(words, looked):
        say(told)
    summarise(told or f"{summary(words, looked)}\n")
    click.echo(summary(words, looked), err=True)
