"""The commands."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import NoReturn, get_args

import click

from sadar import pipeline, report
from sadar.dress import DressError, preview
from sadar.fmt import formatted, records_below
from sadar.new import NewError, new_launch, new_village
from sadar.publish import recover
from sadar.records import Language, PartialDate
from sadar.regions import official
from sadar.schema import FOLDER, stale
from sadar.wording import wording

_TOP = ("content", "villages", "mkdocs.yml")

_COLOURS: Mapping[report.Role, str | None] = {"file": None, "error": "red", "warning": "yellow", "right": "green"}

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
    wanted = [_relative(path, folder) for path in paths] or [Path()]
    problems = (each for each in checked.problems if any(Path(each.file).is_relative_to(path) for path in wanted))
    found = report.findings(folder, problems, language)
    match form:
        case "json":
            _say(report.as_json(found, checked.files, checked.records))
        case "github":
            _say(report.as_github(found, checked.files, checked.records, language))
            _summarise(report.as_summary(found, checked.files, checked.records, language))
        case _:
            _say(report.as_text(found, checked.files, checked.records, language, _paint))
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
@click.argument("name", default="")
@click.option("--code", help="The official code; decides where several villages have the name.")
@_root
@_language
def new_village_command(name: str, code: str | None, root: Path | None, lang: Language | None) -> None:
    """Make the record of the village NAME ("Loa Duri Ilir" or "Sidomulyo, Kota Batu")."""
    if not name and not code:
        _fail("Give a name or --code.")
    _made(lambda: new_village(_found(root), name, code, _today(None)), lang or _usual_language())


@new.command("launch")
@click.argument("date")
@click.argument("addresses", nargs=-1, required=True)
@_root
@_language
def new_launch_command(date: str, addresses: tuple[str, ...], root: Path | None, lang: Language | None) -> None:
    """Make the record of a launch on DATE (2018-09-18, 2018-09, 2018 or unknown) for the villages at ADDRESSES."""
    _made(lambda: new_launch(_found(root), date, addresses, _today(None)), lang or _usual_language())


@main.command("fmt")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--check", "looking", is_flag=True, help="Change nothing; exit 1 where something would change.")
@_root
@_language
def fmt_command(paths: tuple[Path, ...], looking: bool, root: Path | None, lang: Language | None) -> None:
    """Bring the records at PATHS (default: all) into the one canonical form; comments are kept.

    Exit 0: done; 1: --check found what would change; 2: misuse or failure.
    """
    folder = _found(root)
    words = wording(lang or _usual_language())
    wanted = [PurePosixPath(_relative(path, folder).as_posix()) for path in paths] or [PurePosixPath()]
    files = [file for path in wanted for file in records_below(folder, path) or _fail(f"{path} holds no record.")]
    changed = 0
    try:
        for made in (formatted(folder, file) for file in files):
            if made.after is None:
                click.echo(words.say("fmt.left", file=str(made.file)), err=True)
            elif made.after != made.before:
                changed += 1
                click.echo(made.file)
                if not looking:
                    (folder / made.file).write_bytes(made.after)
    except OSError as error:
        _fail(str(error))
    click.echo(words.say("fmt.would_change" if looking else "fmt.changed", changed=changed, files=len(files)))
    raise SystemExit(looking and changed > 0)


@main.command("schema")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help=f"Where they go (default: {FOLDER}/).")
@click.option("--check", "looking", is_flag=True, help="Change nothing; exit 1 where something would change.")
@_root
def schema_command(out: Path | None, looking: bool, root: Path | None) -> None:
    """Write the JSON Schemas of the records, for editors such as VS Code.

    Exit 0: done; 1: --check found what would change; 2: misuse or failure.
    """
    folder = out or _found(root) / FOLDER
    changes = dict(stale(folder))
    try:
        for path, content in changes.items():
            click.echo(path)
            if not looking:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
    except OSError as error:
        _fail(str(error))
    raise SystemExit(looking and bool(changes))


def _made(make: Callable[[], Path], language: Language) -> None:
    try:
        click.echo(make())
    except NewError as error:
        click.echo(error.told(wording(language)), err=True)
        raise SystemExit(1) from None


def _say(text: str) -> None:
    """Print, also where the terminal or the file behind it lacks a letter (Windows outside UTF-8)."""
    encoding = sys.stdout.encoding or "utf-8"
    click.echo(text.encode(encoding, "replace").decode(encoding))


def _paint(text: str, role: report.Role) -> str:
    """Coloured for a terminal; click takes the colours out again where the output is none."""
    return text if os.environ.get("NO_COLOR") else click.style(text, fg=_COLOURS[role], bold=True)


def _summarise(markdown: str) -> None:
    """Append to the summary of GitHub's step, where this runs in one."""
    if file := os.environ.get("GITHUB_STEP_SUMMARY"):
        try:
            with Path(file).open("a", encoding="utf-8", errors="replace") as summary:
                summary.write(markdown)
        except OSError as error:
            click.echo(f"{file}: {error.strerror}", err=True)


def _build(folder: Path, site: Path, today: PartialDate, jobs: int, language: Language) -> None:
    try:
        recover(site)
        checked = pipeline.check(folder, official(), today)
        found = report.findings(folder, checked.problems, language)
        if found:
            click.echo(report.as_text(found, checked.files, checked.records, language, _paint), err=True)
        if not checked.publishable:
            raise SystemExit(1)
        pipeline.build(folder, site, checked.pages, today, jobs)
    except (DressError, OSError) as error:
        _fail(str(error))
    click.echo(f"{site}: {len(checked.pages)} pages in each language, from {checked.records} records.")


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
