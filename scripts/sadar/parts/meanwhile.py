"""What a process at hand makes of all villages while areas are made: the finder, and after an edit the data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from pathlib import PurePosixPath

from sadar.outputs import finder
from sadar.pages import Site
from sadar.parts.regency import RegencyDone, listed_in, with_listed
from sadar.parts.shared import Outputs, Shared, Staging, digest_of, shared
from sadar.parts.tables import Tables, tables

NationDone = dict[str, tuple[str, Outputs]]  # of each group of the whole country's files, a digest and what it made


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """What the finder tells of villages, as a digest; what the data are made of; and the groups that are being made."""

    found: str
    tables: Tables
    at_work: Future[Mapping[str, Outputs]] | None

    @property
    def made(self) -> Mapping[str, Outputs]:
        """The groups that were made, waited for."""
        return self.at_work.result() if self.at_work else {}


@dataclass(frozen=True, slots=True)
class _Job:
    """`before` holds what the last build made of each group that is wanted."""

    common: tuple[str, str]
    tables: Tables
    before: Mapping[str, Outputs]


def begin(
    common: Shared,
    handed_out: tuple[str, str],
    regencies: Mapping[str, tuple[str, RegencyDone]],
    told: str,
    before: NationDone,
    rest_before: str,
    pool: Executor | None,
) -> Meanwhile:
    """Have made what is not as it was, if a process is at hand.

    `told` is a digest of what the data tell besides villages; `rest_before` as of `Tables`. Where that is empty, the
    data need ceremonies, which are too many to hand to a process.
    """
    done = {name: each for name, (_, each) in regencies.items()}
    found = digest_of([(name, each.found) for name, each in done.items()])
    rows = digest_of([(sorted(each.rows.items()), each.listed) for each in done.values()], told)
    rest = common.folder / "parts" / "kept" / f"nation-{common.digest(rows)[:12]}"
    those = Tables(rows, {name: each.kept for name, each in done.items()}, str(rest), rest_before)
    digests: dict[str, str] = {"finder": found} | ({"data": rows} if rest_before else {})
    last = {name: before.get(name, ("", Outputs())) for name in digests}
    wanted = {name: last[name][1] for name, own in digests.items() if last[name][0] != common.digest(own)}
    at_work = pool.submit(_make, _Job(handed_out, those, wanted)) if pool and wanted else None
    return Meanwhile(found, those, at_work)


def _make(job: _Job) -> Mapping[str, Outputs]:
    common = shared(*job.common)
    villages = tuple(village for each in job.tables.rows.values() for village in listed_in(each))
    site = common.site(with_listed(common.campaign, villages), ())
    made: dict[str, Outputs] = {}
    for name, before in job.before.items():
        staging = Staging(common.staged, before)
        for path, content in _files(name, job.tables, site):
            staging.add(path, content)
        made[name] = staging.outputs
    return made


def _files(name: str, those: Tables, site: Site) -> Iterable[tuple[PurePosixPath, str | bytes]]:
    return finder.files(site) if name == "finder" else tables(those, site)
