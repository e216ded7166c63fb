"""MkDocs in a process of its own, which loads itself before it is known what it is to make.

Another engine that reads `mkdocs.yml` takes over by changing one command, in `mkdocs`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from sadar.records import PartialDate

# Loading it takes as long as making a few pages: so it can be started before it is known what those say.
_LOADED_AND_WAITING = "import sys, mkdocs.commands.build, mkdocs.__main__ as m; sys.stdin.read(1) and m.cli()"


@dataclass(frozen=True, slots=True)
class Waiting:
    """MkDocs, which loads itself and waits until it is told to begin."""

    process: subprocess.Popen[bytes]
    said: IO[bytes]

    def begin(self) -> None:
        """Let it make what lies there now."""
        stdin = self.process.stdin
        # Where it has ended already, what it said is told when it is waited for.
        with suppress(BrokenPipeError):
            if stdin:
                stdin.write(b"\n")
                stdin.close()

    def stop(self) -> None:
        """End it, if it still waits or works: what it makes is not wanted any more."""
        self.process.kill()
        self.process.communicate()
        self.said.close()


def mkdocs(configuration: Path, html: Path, today: PartialDate) -> Waiting:
    """Start MkDocs for the documents that this configuration names, to be made into HTML in a folder."""
    command = (sys.executable, "-c", _LOADED_AND_WAITING, "build", "--strict", "--config-file", str(configuration))
    # The day is the only clock: MkDocs stamps sitemaps with it.
    surroundings = os.environ | {"SOURCE_DATE_EPOCH": _epoch(today)}
    # A file, not a pipe: nobody listens while the next language is written, and a full pipe would stop MkDocs.
    said = tempfile.TemporaryFile()  # noqa: SIM115 (closed by who waits for the process)
    to = "--site-dir", str(html)
    return Waiting(subprocess.Popen((*command, *to), stdin=subprocess.PIPE, stderr=said, env=surroundings), said)


def _epoch(today: PartialDate) -> str:
    """Midnight UTC of a day in seconds since 1970."""
    return str(int(datetime(today.year, today.month, today.day, tzinfo=UTC).timestamp()))
