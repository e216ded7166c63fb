"""How far a long build has come: told on a terminal, in the reader's language, and nowhere else."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
BUILD = """
from sadar.cli.progress import progress
with progress("id") as watch:
    watch("regencies", 257, 514)
    watch("nation", 0, 1)
"""
SURROUNDINGS = os.environ | {"PYTHONPATH": str(PROJECT / "scripts"), "TERM": "xterm", "COLUMNS": "100"}


def test_a_terminal_is_told_what_is_made_and_how_much_of_it() -> None:
    ours, theirs = pty.openpty()
    process = subprocess.Popen([sys.executable, "-c", BUILD], stdout=theirs, stderr=theirs, env=SURROUNDINGS)
    os.close(theirs)
    told = b""
    try:
        while more := os.read(ours, 4096):
            told += more
    except OSError:  # how a terminal says that nobody writes to it any more
        pass
    finally:
        os.close(ours)
    assert process.wait() == 0
    assert "Desa" in told.decode()
    assert "50%" in told.decode()
    assert "Seluruh negeri" in told.decode()


def test_a_file_or_a_pipe_is_told_nothing() -> None:
    done = subprocess.run([sys.executable, "-c", BUILD], capture_output=True, check=True, env=SURROUNDINGS)
    assert (done.stdout, done.stderr) == (b"", b"")
