"""The finder, made in a process at hand beside the country's other files: it takes as long as they."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Executor, Future
from dataclasses import replace
from pathlib import Path

from sadar.outputs import finder
from sadar.pages import Site
from sadar.parts.regency import listed_in, with_listed
from sadar.parts.shared import Outputs, Staging


def beside(
    site: Site,
    regencies: Iterable[str],
    digest: str,
    before: tuple[str, Outputs] | None,
    staged: Path,
    pool: Executor | None,
) -> Future[Outputs] | None:
    """The outputs to come; None where the finder is as it was, or no process is at hand.

    `regencies` names what each regency kept.
    """
    last, outputs = before or ("", Outputs())
    if pool is None or last == digest:
        return None
    campaign = replace(site.campaign, villages=(), launches=(), pages=(), pictures=(), paths=())
    return pool.submit(_find, replace(site, campaign=campaign, pages=()), tuple(regencies), staged, outputs)


def _find(site: Site, regencies: tuple[str, ...], staged: Path, before: Outputs) -> Outputs:
    villages = tuple(village for regency in regencies for village in listed_in(regency))
    staging = Staging(staged, before)
    for path, text in finder.files(replace(site, campaign=with_listed(site.campaign, villages))):
        staging.add(path, text)
    return staging.outputs
