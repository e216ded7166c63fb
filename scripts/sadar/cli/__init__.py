"""The commands."""

from __future__ import annotations

import atexit
import gc

import click

from sadar.cli.editing import fmt, move, new, schema
from sadar.cli.publishing import compare, links
from sadar.cli.site import build, check, ledger, serve

# A process that ends needs no last look for garbage among all its objects; it was a tenth of a second.
atexit.register(gc.freeze)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="sadar", message="%(prog)s %(version)s")
def main() -> None:
    """Build and check the public site of Desa Sadar Jaminan Sosial Ketenagakerjaan."""


for _command in (build, check, serve, new, move, fmt, ledger, schema, compare, links):
    main.add_command(_command)
