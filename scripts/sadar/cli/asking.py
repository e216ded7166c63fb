"""What the commands share: the campaign's folder, the day, the language, and how they speak."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from sadar.language import LANGUAGES, Language

if TYPE_CHECKING:
    from sadar.records import PartialDate

TOP = ("content", "villages", "mkdocs.yml")

root_option = click.option(
    "--root", type=click.Path(file_okay=False, path_type=Path), help="The campaign's folder (default: around this one)."
)
language_option = click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the messages.")
day_option = click.option("--date", "day", help="The day the site is for, YYYY-MM-DD (default: today).")


def found(root: Path | None) -> Path:
    """The campaign's folder: the one given, or the nearest around the current folder."""
    here = Path.cwd()
    folders = (root,) if root else (here, *here.parents)
    nearest = next((folder for folder in folders if all((folder / name).exists() for name in TOP)), None)
    return (
        nearest.resolve()
        if nearest
        else fail(f"{root or here} holds no campaign: a folder with {', '.join(TOP)} is needed (--root DIR).")
    )


def today(day: str | None) -> PartialDate:
    from sadar.records import PartialDate  # loads all kinds of records: a build has a process at work by then

    if day is None:
        epoch = os.environ.get("SOURCE_DATE_EPOCH")
        moment = datetime.fromtimestamp(int(epoch), UTC) if epoch and epoch.isdigit() else datetime.now(UTC)
    else:
        try:
            moment = datetime.strptime(day, "%Y-%m-%d").replace(tzinfo=UTC)
        except ValueError:
            fail(f"--date must be a day such as 2026-11-23, not {day}.")
    return PartialDate(moment.year, moment.month, moment.day)


def usual_language() -> Language:
    """English only where the system speaks it: the editors' language comes first."""
    wanted = next(filter(None, (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return "en" if wanted.startswith("en") else "id"


def relative(path: Path, folder: Path) -> Path:
    absolute = path.resolve()
    if not absolute.is_relative_to(folder):
        fail(f"{path} does not lie in {folder}.")
    return absolute.relative_to(folder)


def fail(sentence: str) -> NoReturn:
    click.echo(sentence, err=True)
    sys.exit(2)
