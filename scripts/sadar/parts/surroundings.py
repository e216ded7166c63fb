"""All that every page depends on besides the campaign's files, told as a digest."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterator
from importlib.metadata import distributions
from pathlib import Path

from sadar.records import PartialDate

_HOUSE = Path(__file__).parent.parent


def surroundings(root: Path, today: PartialDate) -> str:
    """A digest of all that every page depends on besides the campaign: our code, the libraries, settings, the day."""
    digest = hashlib.sha256(f"{sys.version}|{today}|{root}".encode())
    for path in sorted(_HOUSE.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(str(path.relative_to(_HOUSE)).encode() + path.read_bytes())
    digest.update("|".join(sorted(f"{each.name} {each.version}" for each in distributions())).encode())
    for text in _settings(root / "mkdocs.yml"):
        digest.update(text)
    return digest.hexdigest()


def _settings(file: Path) -> Iterator[bytes]:
    """The settings, those that they inherit, and the variables that they name."""
    text = file.read_bytes()
    yield text
    for name in re.findall(rb"[A-Z][A-Z0-9_]+", text):
        if name in {key.encode() for key in os.environ}:
            yield name + b"=" + os.environ[name.decode()].encode()
    for inherited in re.findall(rb"^INHERIT: *[\"']?([^\s\"']+)", text, re.MULTILINE):
        yield from _settings(file.parent / inherited.decode())
    for named in re.findall(rb"custom_dir: *[\"']?([^\s\"']+)", text):
        folder = file.parent / named.decode()
        for path in sorted(folder.rglob("*")) if folder.is_dir() and folder.resolve() != _HOUSE / "theme" else ():
            if path.is_file():
                yield str(path).encode() + path.read_bytes()
