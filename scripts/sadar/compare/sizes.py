"""What a finished site weighs."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class SiteSize:
    """`pages` are bytes of every page as sent, compressed, by its path; `files` are fingerprints of all other files."""

    pages: Mapping[str, int]
    files: Mapping[str, str]
    bytes: int  # of all files, as they lie on the disk

    @property
    def html(self) -> int:
        """Bytes of all pages, compressed."""
        return sum(self.pages.values())


def measured(site: Path) -> SiteSize:
    """The sizes of the site in a folder. OSError where it cannot be read."""
    pages: dict[str, int] = {}
    files: dict[str, str] = {}
    total = 0
    for path in sorted(each for each in site.rglob("*") if each.is_file()):
        content = path.read_bytes()
        total += len(content)
        name = path.relative_to(site).as_posix()
        if path.suffix == ".html":
            pages[name] = len(gzip.compress(content, mtime=0))
        else:
            files[name] = hashlib.sha256(content).hexdigest()
    return SiteSize(pages, files, total)
