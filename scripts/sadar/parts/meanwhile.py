"""The groups of files that tell of all villages and need no page: the joined data, and the finder.

They are made while areas are: by a process at hand, or by this one while processes make the areas.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from sadar.campaign import Launch, Listed
from sadar.outputs import finder
from sadar.pages import Site
from sadar.parts.entries import Known, entries, known
from sadar.parts.regency import Regencies, listed_in, with_listed
from sadar.parts.shared import Outputs, Shared, Staging, digest_of, shared
from sadar.parts.tables import Tables, tables

NationDone = dict[str, tuple[str, Outputs]]  # of each group of the whole country's files, a digest and what it made


@dataclass(frozen=True, slots=True)
class _Job:
    """`before` holds what the last build made of each group that is wanted."""

    tables: Tables
    known: Known
    before: Mapping[str, Outputs]


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """`told` is for each group a digest of what it is made of; `rest` names what is kept of the data.

    `made_here` holds the groups that are as they were and those that this process has made, `owed` those that it has
    still to make, `at_work` those that a process makes.
    """

    common: Shared
    told: Mapping[str, str]
    rest: str
    owed: _Job
    at_work: Future[Mapping[str, Outputs]] | None
    made_here: dict[str, Outputs] = field(default_factory=dict)

    def make_owed(self, villages: tuple[Listed, ...], launches: tuple[Launch, ...]) -> None:
        """Make what no process makes, of all villages and ceremonies. DamagedError; OSError where the disk refuses."""
        self.made_here.update(_made(self.common, self.owed, villages, launches))

    @property
    def made(self) -> NationDone:
        """Every group, waited for; what its process raised."""
        made = self.made_here | dict(self.at_work.result() if self.at_work else {})
        return {name: (told, made[name]) for name, told in self.told.items()}


def begin(
    common: Shared,
    handed_out: tuple[str, str],
    regencies: Regencies,
    told: str,
    before: NationDone,
    before_regencies: Regencies | None,
    rest_before: str,
    pool: Executor | None,
) -> Meanwhile:
    """Have made what is not as it was, if a process is at hand.

    `before_regencies` are those of a last build that is the same in all but the campaign's files, if there is one.
    `told` is a digest of what the data tell besides villages; `rest_before` as of `Tables`. Where that is empty, the
    data need ceremonies, which are too many to hand to a process.
    """
    done = {name: each for name, (_, each) in regencies.items()}
    found = digest_of([(name, each.found) for name, each in done.items()])
    rows = digest_of([(sorted(each.rows.items()), each.listed) for each in done.values()], told)
    digests = {"data": common.digest(rows), "finder": common.digest(found)}
    rest = str(common.folder / "parts" / "kept" / f"nation-{digests['data'][:12]}")
    those = Tables({name: each.kept for name, each in done.items()}, rest, rest_before)
    last = {name: before.get(name, ("", Outputs())) for name in digests}
    wanted = [name for name, digest in digests.items() if last[name][0] != digest]
    away = [name for name in wanted if pool and (rest_before or name == "finder")]
    file = common.folder / "parts" / "entries"
    of_finder = known(file, last["finder"][0], digests["finder"], before_regencies, regencies)
    jobs = [
        _Job(those, of_finder, {n: last[n][1] for n in names}) for names in (away, [n for n in wanted if n not in away])
    ]
    at_work = pool.submit(_made_away, handed_out, jobs[0]) if pool and away else None
    same = {name: outputs for name, (_, outputs) in last.items() if name not in wanted}
    return Meanwhile(common, digests, rest, jobs[1], at_work, same)


def _made_away(handed_out: tuple[str, str], job: _Job) -> Mapping[str, Outputs]:
    return _made(shared(*handed_out), job, tuple(each for kept in job.tables.rows.values() for each in listed_in(kept)))


def _made(
    common: Shared, job: _Job, villages: tuple[Listed, ...], launches: tuple[Launch, ...] = ()
) -> Mapping[str, Outputs]:
    site = common.site(replace(with_listed(common.campaign, villages), launches=launches), ())
    made: dict[str, Outputs] = {}
    for name, before in job.before.items():
        staging = Staging(common.staged, before)
        for path, content in _files(name, job, site):
            staging.add(path, content)
        made[name] = staging.outputs
    return made


def _files(name: str, job: _Job, site: Site) -> Iterable[tuple[PurePosixPath, str | bytes]]:
    return finder.files(site, entries(job.known, site)) if name == "finder" else tables(job.tables, site)
