"""Reads files of an npm package: fetched with `npm pack`, or out of a folder where it is unpacked."""

from __future__ import annotations

import json
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Sequence
from pathlib import Path


def texts(package: str, version: str, wanted: Sequence[str], folder: Path | None) -> dict[str, str]:
    """The wanted files by name, out of `folder` if there is one; OSError or ValueError with a sentence on why not."""
    names = ("package.json", *wanted)
    found = _fetched(package, version, names) if folder is None else _unpacked(package, names, folder)
    if (here := json.loads(found["package.json"])["version"]) != version:
        raise ValueError(f"the package must be version {version}, but it is {here}.")
    return found


def _unpacked(package: str, names: Sequence[str], folder: Path) -> dict[str, str]:
    for name in names:
        if not (folder / name).is_file():
            raise ValueError(f"{folder} holds no file {name}. Is it an unpacked {package}?")
    return {name: (folder / name).read_text(encoding="utf-8") for name in names}


def _fetched(package: str, version: str, names: Sequence[str]) -> dict[str, str]:
    npm = shutil.which("npm")
    if npm is None:
        raise OSError("npm is missing. Install Node.js from nodejs.org or give an unpacked package with --package DIR.")
    with tempfile.TemporaryDirectory() as folder:
        command = [npm, "pack", f"{package}@{version}", "--silent", "--pack-destination", folder]
        if subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode != 0:
            raise OSError(f"npm could not fetch {package}@{version}. Is the package registry reachable?")
        # Read inside the archive: what is never unpacked cannot be written to a wrong place.
        with tarfile.open(Path(folder) / f"{package}-{version}.tgz") as archive:
            return {name: file.read().decode() for name in names if (file := archive.extractfile(f"package/{name}"))}
