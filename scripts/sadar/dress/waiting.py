"""MkDocs in a process of its own, which loads itself before it is known what it is to make.

Another engine that reads `mkdocs.yml` takes over by changing one program, `_LOADED_AND_WAITING`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from sadar.records import PartialDate

# Loading it takes as long as making a few pages: so it can be started before it is known what those say, and makes one
# language after the other. Before each it says which; what it says behind is of that one.
_LOADED_AND_WAITING = """
import json, sys, mkdocs.commands.build, mkdocs.config.defaults, mkdocs.localization, mkdocs.__main__ as mkdocs
for order in sys.stdin:
    if order.isspace():
        break
    name, *arguments = json.loads(order)
    print(f"\\0{name}", file=sys.stderr, flush=True)
    try:
        mkdocs.cli(arguments)
    except SystemExit as end:
        if end.code:
            raise
"""

Order = tuple[str, Path, Path]  # a name, the configuration to read, and the folder for what is made of it


@dataclass(frozen=True, slots=True)
class Waiting:
    """MkDocs, which loads itself and waits until it is told to begin."""

    process: subprocess.Popen[bytes]
    said: IO[bytes]

    def begin(self, orders: Iterable[Order]) -> None:
        """Let it make what lies there now, one after the other; a warning counts as a failure."""
        # Where it has ended already, what it said is told when it is waited for.
        with suppress(BrokenPipeError):
            if self.process.stdin:
                for name, configuration, html in orders:
                    options = "--strict", "--config-file", str(configuration), "--site-dir", str(html)
                    self.process.stdin.write(json.dumps([name, "build", *options]).encode() + b"\n")
                # An empty line is the end: a copy of this process may hold the pipe open.
                self.process.stdin.write(b"\n")
                self.process.stdin.close()

    def failure(self) -> tuple[str, str]:
        """Wait until all is made: the name at which it failed, and what it said; both empty where it did not.

        Where it failed before the first, there is no name.
        """
        with self.said:
            if self.process.wait() == 0:
                return "", ""
            self.said.seek(0)
            _, named, said = self.said.read().decode("utf-8", "replace").rpartition("\0")
        name, _, rest = said.partition("\n")
        return (name, rest) if named else ("", said)

    def stop(self) -> None:
        """End it, if it still waits or works: what it makes is not wanted any more."""
        self.process.kill()
        self.process.communicate()
        self.said.close()


class Ahead:
    """MkDocs started before it is needed, some of it in the end for nothing; a context that leaves nothing at work."""

    def __init__(self, today: PartialDate) -> None:
        self.today = today
        self.ready: list[Waiting] = []
        self.taken: list[Waiting] = []

    def start(self) -> None:
        """Let another one load itself."""
        self.ready.append(mkdocs(self.today))

    def take(self) -> Waiting:
        """One that was started first, or now."""
        self.taken.append(self.ready.pop(0) if self.ready else mkdocs(self.today))
        return self.taken[-1]

    def __enter__(self) -> Ahead:
        return self

    def __exit__(self, *_: object) -> None:
        for each in (*self.ready, *self.taken):
            each.stop()


def mkdocs(today: PartialDate) -> Waiting:
    """Start MkDocs on this day."""
    # The day is the only clock: MkDocs stamps sitemaps with it.
    surroundings = os.environ | {"SOURCE_DATE_EPOCH": _epoch(today)}
    # A file, not a pipe: nobody listens while the next language is written, and a full pipe would stop MkDocs.
    said = tempfile.TemporaryFile()  # noqa: SIM115 (closed by who waits for the process)
    command = sys.executable, "-c", _LOADED_AND_WAITING
    return Waiting(subprocess.Popen(command, stdin=subprocess.PIPE, stderr=said, env=surroundings), said)


def _epoch(today: PartialDate) -> str:
    """Midnight UTC of a day in seconds since 1970."""
    return str(int(datetime(today.year, today.month, today.day, tzinfo=UTC).timestamp()))
