"""The commands."""

from __future__ import annotations

import atexit
import gc
from importlib import import_module

import click

from sadar.garbage import seldom_collecting

seldom_collecting()
# A process that ends needs no last look for garbage among all its objects; it was a tenth of a second.
atexit.register(gc.freeze)

_MODULES = {
    "build": "building",
    "check": "checking",
    "serve": "building",
    "new": "editing",
    "move": "editing",
    "fmt": "editing",
    "ledger": "checking",
    "schema": "editing",
    "compare": "publishing",
    "links": "publishing",
}


class Commands(click.Group):
    """Loads a command when it is asked for: each does without what the others need."""

    def list_commands(self, _: click.Context) -> list[str]:
        """The names of all."""
        return list(_MODULES)

    def get_command(self, _: click.Context, name: str) -> click.Command | None:
        """The command of this name, if there is one."""
        module = _MODULES.get(name)
        command: click.Command | None = getattr(import_module(f"sadar.cli.{module}"), name) if module else None
        return command


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="sadar", message="%(prog)s %(version)s")
def main() -> None:
    """Build and check the public site of Desa Sadar Jaminan Sosial Ketenagakerjaan."""
