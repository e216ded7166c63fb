"""The commands that build and show the site."""

from __future__ import annotations

import os
from pathlib import Path

import click

from sadar.cli.asking import TOP, day_option, fail, found, language_option, root_option, today, usual_language
from sadar.glance import SEEN, Glance
from sadar.language import Language


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
    with Glance(folder, folder / SEEN) as glance:
        from sadar.cli.making import How, build_site  # loads the house, while files are looked at

        how = How(jobs, plain, cluster, glance)
        build_site(folder, out or folder / "site", today(day), how, lang or usual_language())


@click.command()
@root_option
@click.option("--port", type=click.IntRange(1, 65535), default=8000)
def serve(root: Path | None, port: int) -> None:
    """Show the site on this machine and build it anew at every change, until Ctrl+C."""
    from sadar.cli.making import How, build_site

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
