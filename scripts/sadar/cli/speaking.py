"""How the commands speak: to a terminal, to a file behind it, to the summary of a step on GitHub."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from sadar import report

_COLOURS: Mapping[report.Role, str | None] = {"file": None, "error": "red", "warning": "yellow", "right": "green"}


def say(text: str) -> None:
    """Print, also where the terminal or the file behind it lacks a letter (Windows outside UTF-8)."""
    encoding = sys.stdout.encoding or "utf-8"
    click.echo(text.encode(encoding, "replace").decode(encoding))


def paint(text: str, role: report.Role) -> str:
    """Coloured for a terminal; click takes the colours out again where the output is none."""
    return text if os.environ.get("NO_COLOR") else click.style(text, fg=_COLOURS[role], bold=True)


def summarise(markdown: str) -> None:
    """Append to the summary of GitHub's step, where this runs in one."""
    if file := os.environ.get("GITHUB_STEP_SUMMARY"):
        try:
            with Path(file).open("a", encoding="utf-8", errors="replace") as summary:
                summary.write(markdown)
        except OSError as error:
            click.echo(f"{file}: {error.strerror}", err=True)
