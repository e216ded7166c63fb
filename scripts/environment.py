"""Sets the project up on a fresh machine with the standard library alone, then runs its commands.

Everything goes into `.venv` beside this folder, from a lock file with hashes. A second run changes nothing.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
ENVIRONMENT = PROJECT / ".venv"
SITE_LOCK = PROJECT / "requirements.lock"
TEST_LOCK = PROJECT / "requirements-test.lock"
_STAMP = ENVIRONMENT / "installed"
_OLDEST = (3, 11)


def python() -> Path:
    """The environment's own interpreter."""
    return ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def prepare(lock: Path) -> None:
    """Install what `lock` pins, unless it is installed already. Ends the program with one sentence where it cannot."""
    if sys.version_info < _OLDEST:
        _stop(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}. Install it from python.org.")
    wanted = _fingerprint(lock)
    if _STAMP.is_file() and wanted in _STAMP.read_text(encoding="utf-8").splitlines():
        return
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        _stop("Python's venv module is missing. On Debian or Ubuntu: sudo apt-get install python3-venv")
    print(f"Setting up {ENVIRONMENT.name} (once; about half a minute) ...", file=sys.stderr, flush=True)
    _STAMP.unlink(missing_ok=True)
    _call(sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT))
    pip = (str(python()), "-m", "pip", "--disable-pip-version-check", "--quiet")
    _call(*pip, "install", "--require-hashes", "--only-binary", ":all:", "-r", str(lock))
    _call(*pip, "install", "--no-deps", "--no-build-isolation", "--editable", str(PROJECT))
    # Where Python is told to write no bytecode, every process of every build would compile our code again.
    _call(str(python()), "-m", "compileall", "-q", str(PROJECT / "scripts" / "sadar"))
    # The test lock holds everything the site lock holds, so an environment made for tests builds the site too.
    made = {lock, SITE_LOCK}
    _STAMP.write_text("\n".join(_fingerprint(each) for each in sorted(made)) + "\n", encoding="utf-8")


def run(*command: str) -> int:
    """Run a command with the environment's interpreter from the folder the user stands in; its exit code."""
    try:
        return subprocess.run([str(python()), *command], check=False).returncode
    except KeyboardInterrupt:
        return 130


def sadar(arguments: Sequence[str]) -> int:
    """Run `sadar …`, set up first where needed."""
    prepare(SITE_LOCK)
    return run("-m", "sadar", *arguments)


def _fingerprint(lock: Path) -> str:
    """One line that changes with the lock file, the project's own metadata, its place and the Python version."""
    parts = (lock.read_bytes(), (PROJECT / "pyproject.toml").read_bytes(), str(PROJECT).encode(), sys.version.encode())
    return f"{lock.name} {hashlib.sha256(b'|'.join(parts)).hexdigest()}"


def _call(*command: str) -> None:
    if subprocess.run(command, check=False).returncode != 0:
        _stop("The set-up did not finish. Is the package index reachable? Run the same command again to retry.")


def _stop(sentence: str) -> None:
    print(sentence, file=sys.stderr)
    raise SystemExit(2)
