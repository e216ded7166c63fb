"""The commands."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn, get_args

import click

from sadar import pipeline, report
from sadar.dress import DressError, preview
from sadar.new import NewError, new_launch, new_village
from sadar.publish import recover
from sadar.records import Language, PartialDate
from sadar.regions import official

_TOP = ("content", "villages", "mkdocs.yml")

_root = click.option(
    "--root", type=click.Path(file_okay=False, path_type=Path), help="The campaign's folder (default: around this one)."
)
_language = click.option("--lang", type=click.Choice(get_args(Language)), help="Language of the messages.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="sadar", message="%(prog)s %(version)s")
def main() -> None:
    """Build and check the public site of Desa Sadar Jaminan Sosial Ketenagakerjaan."""


@main.command()
@_root
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Where the site goes (default: site/).")
@click.option("--date", "day", help="The day the site is made for, YYYY-MM-DD (default: today).")
@click.option("--jobs", type=click.IntRange(1, 64), default=os.cpu_count() or 1, help="Processes at once.")
@_language
def build(root: Path | None, out: Path | None, day: str | None, jobs: int, lang: Language | None) -> None:
    """Build the whole site. Exit 0: built; 1: problems in the records, the old site stands; 2: misuse or failure."""
    folder = _found(root)
    _build(folder, out or folder / "site", _today(day), jobs, lang or _usual_language())


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@_root
@click.option("--date", "day", help="The day to check for, YYYY-MM-DD (default: today).")
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text")
@_language
def check(paths: tuple[Path, ...], root: Path | None, day: str | None, form: str, lang: Language | None) -> None:
    """Check every record and page, or show only what concerns PATHS. Exit 0: clean; 1: problems; 2: misuse."""
    folder = _found(root)
    language = lang or _usual_language()
    checked = pipeline.check(folder, official(), _today(day))
    found = report.findings(folder, checked.problems, language)
    if paths:
        wanted = [_relative(path, folder) for path in paths]
        found = tuple(each for each in found if any(Path(each.file).is_relative_to(path) for path in wanted))
    match form:
        case "json":
            click.echo(report.as_json(found, checked.files, checked.records))
        case "github":
            click.echo(report.as_github(found))
        case _:
            click.echo(report.as_text(found, checked.files, checked.records, language))
    raise SystemExit(any(each.severity == "error" for each in found))


@main.command()
@_root
@click.option("--port", type=click.IntRange(1, 65535), default=8000)
def serve(root: Path | None, port: int) -> None:
    """Show the site on this machine and build it anew at every change, until Ctrl+C."""
    folder = _found(root)
    site = folder / "build" / "preview"

    def again() -> None:
        try:
            _build(folder, site, _today(None), os.cpu_count() or 1, _usual_language())
        except SystemExit:
            click.echo("The preview still shows the last good state.", err=True)

    again()
    site.mkdir(parents=True, exist_ok=True)
    try:
        preview(again, site, tuple(folder / name for name in _TOP), port)
    except KeyboardInterrupt:
        raise SystemExit(0) from None
    except OSError as error:
        _fail(f"Port {port} cannot be used ({error.strerror}). Try another: --port {port + 1}")


@main.group()
def new() -> None:
    """Make a record with its known fields filled."""


@new.command("village")
@click.argument("name")
@_root
def new_village_command(name: str, root: Path | None) -> None:
    """Make the record of the village NAME (a name, "NAME, REGENCY" or an official code)."""
    _made(lambda: new_village(_found(root), name, _today(None)))


@new.command("launch")
@click.argument("date")
@click.argument("addresses", nargs=-1, required=True)
@_root
def new_launch_command(date: str, addresses: tuple[str, ...], root: Path | None) -> None:
    """Make the record of a launch on DATE for the villages at ADDRESSES."""
    _made(lambda: new_launch(_found(root), date, addresses, _today(None)))


def _made(make: Callable[[], Path]) -> None:
    try:
        click.echo(make())
    except NewError as error:
        click.echo(str(error), err=True)
        raise SystemExit(1) from None


def _build(folder: Path, site: Path, today: PartialDate, jobs: int, language: Language) -> None:
    try:
        recover(site)
        checked = pipeline.check(folder, official(), today)
        found = report.findings(folder, checked.problems, language)
        if found:
            click.echo(report.as_text(found, checked.files, checked.records, language), err=True)
        if not checked.publishable:
            raise SystemExit(1)
        pages = pipeline.build(folder, site, checked.campaign, official(), today, jobs)
    except (DressError, OSError) as error:
        _fail(str(error))
    click.echo(f"{site}: {pages} pages in each language, from {checked.records} records.")


def _found(root: Path | None) -> Path:
    """The campaign's folder: the one given, or the nearest around the current folder."""
    here = Path.cwd()
    folders = (root,) if root else (here, *here.parents)
    found = next((folder for folder in folders if all((folder / name).exists() for name in _TOP)), None)
    return (
        found.resolve()
        if found
        else _fail(f"{root or here} holds no campaign: a folder with {', '.join(_TOP)} is needed (--root DIR).")
    )


def _today(day: str | None) -> PartialDate:
    if day is None:
        epoch = os.environ.get("SOURCE_DATE_EPOCH")
        moment = datetime.fromtimestamp(int(epoch), UTC) if epoch and epoch.isdigit() else datetime.now(UTC)
    else:
        try:
            moment = datetime.strptime(day, "%Y-%m-%d").replace(tzinfo=UTC)
        except ValueError:
            _fail(f"--date must be a day such as 2026-11-23, not {day}.")
    return PartialDate(moment.year, moment.month, moment.day)


def _usual_language() -> Language:
    """English only where the system speaks it: the editors' language comes first."""
    wanted = next(filter(None, (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return "en" if wanted.startswith("en") else "id"


def _relative(path: Path, folder: Path) -> Path:
    absolute = path.resolve()
    if not absolute.is_relative_to(folder):
        _fail(f"{path} does not lie in {folder}.")
    return absolute.relative_to(folder)


def _fail(sentence: str) -> NoReturn:
    click.echo(sentence, err=True)
    sys.exit(2)
