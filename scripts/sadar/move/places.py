"""What an editor may call a page, and the files behind it."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

from sadar.language import LANGUAGES
from sadar.pages.addresses import LAUNCHES, VILLAGES, of_file, of_written
from sadar.regions import Regions

_RECORDS = ("village.yml", "launch.yml")


def address_of(given: str, regions: Regions) -> str:
    """The page's address for a path, for a record's address, or for an address on the site.

    `villages/aceh/kota-langsa/alue-merbau`, `aceh/kota-langsa/alue-merbau` and `/desa/aceh/kota-langsa/alue-merbau/`
    are one.
    """
    text = given.replace("\\", "/").removeprefix("./").strip("/").removeprefix("en/")
    path = PurePosixPath(text)
    if path.name in _RECORDS:
        path = path.parent
    match path.parts:
        case ("villages", "launches", *steps):
            return f"{LAUNCHES}{'/'.join(steps)}/"
        case ("villages", *steps):
            return f"{VILLAGES}{'/'.join(steps)}/"
        case ("content", language, *_) if language in LANGUAGES:
            return of_file(path) or of_written("/".join(path.parts[2:]))
        case (first, *_) if regions.province(first):
            return f"{VILLAGES}{path}/"
        case (first, _) if re.fullmatch(r"\d{4}|tanpa-tahun", first):
            return f"{LAUNCHES}{path}/"
    return f"{path}/"


def folder_of(address: str) -> PurePosixPath | None:
    """The folder of a village, of a whole regency or province, or of a ceremony; None for all other pages."""
    first, *steps = address.strip("/").split("/")
    if f"{first}/" == VILLAGES and 1 <= len(steps) <= 3:
        return PurePosixPath("villages", *steps)
    if f"{first}/" == LAUNCHES and len(steps) == 2:
        return PurePosixPath("villages", "launches", *steps)
    return None


def written_files(root: Path, address: str) -> tuple[PurePosixPath, ...]:
    """The files of a hand-written page, in each language it stands in."""
    slug = address.strip("/")
    names = (f"content/{language}/{name}" for language in LANGUAGES for name in (f"{slug}.md", f"{slug}/index.md"))
    return tuple(PurePosixPath(name) for name in names if (root / name).is_file())
