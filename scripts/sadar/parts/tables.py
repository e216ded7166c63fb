"""The joined data: the rows that regencies kept, and besides them what is kept for an edit that changes rows alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import cast

from sadar.outputs.data import Rest, joined_files, rest
from sadar.pages import Site
from sadar.pages.facts import RegencyTally
from sadar.parts.kept import keep, kept
from sadar.parts.regency import rows_in
from sadar.parts.shared import Outputs, Staging


@dataclass(frozen=True, slots=True)
class Tables:
    """`rows` names, by regency, what each kept; `tallies` are the counts of every regency.

    `rest` is the name under which all besides the villages' rows is kept; `rest_before` the one of the last build where
    ceremonies and the programme are still the same, else empty.
    """

    rows: Mapping[str, str]
    tallies: tuple[RegencyTally, ...]
    rest: str
    rest_before: str


def tables(tables: Tables, site: Site) -> Iterator[tuple[PurePosixPath, str | bytes]]:
    """The joined files of a site, which needs to know no village. DamagedError; OSError."""
    before = cast(Rest, kept(tables.rest_before, "rest")) if tables.rest_before else None
    others = rest(site, tables.tallies, before.rows if before else None)
    keep(tables.rest, "rest", others)
    return joined_files(others, {name: rows_in(part) for name, part in tables.rows.items()})


def tables_again(staged: Path, rest_kept: str, rows: Mapping[str, str], before: Outputs) -> Outputs:
    """The joined data where rows of villages alone have changed. DamagedError; OSError where the disk refuses."""
    others = cast(Rest, kept(rest_kept, "rest"))
    staging = Staging(staged, before)
    for path, content in joined_files(others, {name: rows_in(part) for name, part in rows.items()}):
        staging.add(path, content)
    return staging.outputs
