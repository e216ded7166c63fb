"""The finder, made in a process at hand while all else is made that tells of the whole country: it takes as long."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import Executor, Future
from dataclasses import dataclass

from sadar.outputs import finder
from sadar.parts.regency import RegencyDone, listed_in, with_listed
from sadar.parts.shared import Outputs, Shared, Staging, digest_of, shared

NationDone = dict[str, tuple[str, Outputs]]  # of each group of the whole country's files, a digest and what it made


@dataclass(frozen=True, slots=True)
class Finding:
    """A digest of what the finder tells of villages; its outputs, if they are being made."""

    told: str
    outputs: Future[Outputs] | None


def begin(
    common: Shared,
    handed_out: tuple[str, str],
    regencies: Mapping[str, tuple[str, RegencyDone]],
    before: NationDone,
    pool: Executor | None,
) -> Finding:
    """Have it made, if it is not as it was and a process is at hand."""
    told = digest_of([(name, done.found) for name, (_, done) in regencies.items()])
    last, outputs = before.get("finder", ("", Outputs()))
    if pool is None or last == common.digest(told):
        return Finding(told, None)
    kept = tuple(done.kept for _, done in regencies.values())
    return Finding(told, pool.submit(_find, handed_out, kept, outputs))


def _find(handed_out: tuple[str, str], kept: Iterable[str], before: Outputs) -> Outputs:
    common = shared(*handed_out)
    villages = tuple(village for each in kept for village in listed_in(each))
    staging = Staging(common.staged, before)
    for path, text in finder.files(common.site(with_listed(common.campaign, villages), ())):
        staging.add(path, text)
    return staging.outputs
