"""The finished site takes the place of the old one, whole or not at all."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path

_EXCHANGE = 2  # RENAME_EXCHANGE of linux/fs.h
_HERE = -100  # AT_FDCWD of fcntl.h


def publish(finished: Path, site: Path) -> None:
    """Put the folder `finished` in the place of `site`. OSError where the disk refuses; then `site` is as it was."""
    recover(site)
    site.parent.mkdir(parents=True, exist_ok=True)
    finished = _beside(finished, site)
    if not site.exists():
        finished.replace(site)
        return
    trade(finished, site)
    shutil.rmtree(finished)


def trade(new: Path, site: Path) -> None:
    """Let two folders on one disk change places. OSError where the disk refuses; then `site` is as it was."""
    recover(site)
    if _exchanged(new, site):
        return
    # Where the system cannot exchange two folders there is an instant without a site; `recover` mends a stop in it.
    old = site.with_name(f"{site.name}.old")
    site.replace(old)
    try:
        new.replace(site)
    except OSError:
        old.replace(site)
        raise
    old.replace(new)


def _beside(finished: Path, site: Path) -> Path:
    """The finished site on the disk where it is wanted: a rename cannot cross from one disk to another."""
    if finished.stat().st_dev == site.parent.stat().st_dev:
        return finished
    near = site.with_name(f"{site.name}.new")
    shutil.rmtree(near, ignore_errors=True)
    shutil.move(finished, near)
    return near


def recover(site: Path) -> None:
    """Bring back the old site where a build was stopped between its two renames, and clear what it left behind."""
    old = site.with_name(f"{site.name}.old")
    if old.exists() and not site.exists():
        old.replace(site)
    elif old.exists():
        shutil.rmtree(old)


def _exchanged(one: Path, other: Path) -> bool:
    """Whether the system exchanged the two folders in one step (Linux 3.15 and newer, on most file systems)."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    return bool(rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)
