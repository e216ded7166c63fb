"""The commands that help editors: a new record, one at another address, the canonical form, the schemas."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePosixPath

import click

from sadar import move as moving
from sadar.cli.asking import fail, found, language_option, relative, root_option, today, usual_language
from sadar.fmt import formatted, records_below
from sadar.language import Language
from sadar.move import MoveError
from sadar.new import NewError, new_launch, new_village
from sadar.regions import official
from sadar.schema import FOLDER, stale
from sadar.wording import wording


@click.group()
def new() -> None:
    """Make a record with its known fields filled."""


@new.command("village")
@click.argument("name", default="")
@click.option("--code", help="The official code; decides where several villages have the name.")
@root_option
@language_option
def new_village_command(name: str, code: str | None, root: Path | None, lang: Language | None) -> None:
    """Make the record of the village NAME ("Loa Duri Ilir" or "Sidomulyo, Kota Batu")."""
    if not name and not code:
        fail("Give a name or --code.")
    _made(lambda: new_village(found(root), name, code, today(None)), lang or usual_language())


@new.command("launch")
@click.argument("date")
@click.argument("addresses", nargs=-1, required=True)
@root_option
@language_option
def new_launch_command(date: str, addresses: tuple[str, ...], root: Path | None, lang: Language | None) -> None:
    """Make the record of a launch on DATE (2018-09-18, 2018-09, 2018 or unknown) for the villages at ADDRESSES."""
    _made(lambda: new_launch(found(root), date, addresses, today(None)), lang or usual_language())


@click.command("fmt")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--check", "looking", is_flag=True, help="Change nothing; exit 1 where something would change.")
@root_option
@language_option
def fmt(paths: tuple[Path, ...], looking: bool, root: Path | None, lang: Language | None) -> None:
    """Bring the records at PATHS (default: all) into the one canonical form; comments are kept.

    Exit 0: done; 1: --check found what would change; 2: misuse or failure.
    """
    folder = found(root)
    words = wording(lang or usual_language())
    wanted = [PurePosixPath(relative(path, folder).as_posix()) for path in paths] or [PurePosixPath()]
    files = [file for path in wanted for file in records_below(folder, path) or fail(f"{path} holds no record.")]
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
        fail(str(error))
    click.echo(words.say("fmt.would_change" if looking else "fmt.changed", changed=changed, files=len(files)))
    raise SystemExit(looking and changed > 0)


@click.command("move")
@click.argument("old")
@click.argument("new")
@click.option("--reason", help="Why it moved; noted with the redirect.")
@root_option
@language_option
def move(old: str, new: str, reason: str | None, root: Path | None, lang: Language | None) -> None:
    """Move a village, a regency, a launch or a hand-written page from OLD to NEW, and redirect its address.

    OLD and NEW are folders or addresses: jawa-timur/kota-batu/sidomulyo, villages/jawa-timur/kota-batu/sidomulyo or
    desa/jawa-timur/kota-batu/sidomulyo. After a move by hand it mends what refers to OLD.
    Exit 0: done; 1: refused, nothing changed; 2: misuse or failure.
    """
    words = wording(lang or usual_language())
    try:
        done = moving.move(found(root), (old, new), reason, today(None), official())
    except MoveError as error:
        click.echo(error.told(words), err=True)
        raise SystemExit(1) from None
    except OSError as error:
        fail(str(error))
    for before, after in done.files.items():
        click.echo(words.say("move.moved", before=str(before), after=str(after)))
    for file in done.rewritten:
        click.echo(words.say("move.rewritten", file=str(file)))
    for gone, to in done.redirects.items():
        click.echo(words.say("move.redirected", gone=gone, to=to))


@click.command("schema")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help=f"Where they go (default: {FOLDER}/).")
@click.option("--check", "looking", is_flag=True, help="Change nothing; exit 1 where something would change.")
@root_option
def schema(out: Path | None, looking: bool, root: Path | None) -> None:
    """Write the JSON Schemas of the records, for editors such as VS Code.

    Exit 0: done; 1: --check found what would change; 2: misuse or failure.
    """
    folder = out or found(root) / FOLDER
    changes = dict(stale(folder))
    try:
        for path, content in changes.items():
            click.echo(path)
            if not looking:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
    except OSError as error:
        fail(str(error))
    raise SystemExit(looking and bool(changes))


def _made(make: Callable[[], Path], language: Language) -> None:
    try:
        click.echo(make())
    except NewError as error:
        click.echo(error.told(wording(language)), err=True)
        raise SystemExit(1) from None
