"""The groups of files that tell of all villages and need no page: the joined data, and the finder.

They are made while areas are: by a process that has little else to do, or by this one while processes make the areas.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Executor, Future
from dataclasses import dataclass, replace

from sadar.campaign import AnyVillage, Launch
from sadar.outputs import finder
from sadar.pages import Site
from sadar.pages.roll import Roll
from sadar.parts.entries import Known, entries, known
from sadar.parts.regency import Regencies, listed_in, summaries_of
from sadar.parts.shared import Outputs, Shared, Staging, digest_of, shared
from sadar.parts.tables import Tables, tables

Villages = Callable[[], tuple[AnyVillage, ...]]  # all, as lists tell them
NationDone = dict[str, tuple[str, Outputs]]  # of each group of the whole country's files, a digest and what it made


@dataclass(frozen=True, slots=True)
class _Job:
    """`before` holds what the last build made of each group that is wanted."""

    tables: Tables
    known: Known
    before: Mapping[str, Outputs]

    def only(self, names: Iterable[str]) -> _Job:
        return replace(self, before={name: self.before[name] for name in names})


@dataclass(slots=True)
class Meanwhile:
    """`told` is for each group a digest of what it is made of; `rest` names what is kept of the data.

    `here` holds the groups that are as they were and those that this process has made, `at_work` those that another
    one makes.
    """

    common: Shared
    told: Mapping[str, str]
    rest: str
    job: _Job
    here: dict[str, Outputs]
    at_work: Future[Mapping[str, Outputs]] | None = None

    def make(
        self,
        roll: Roll,
        launches: tuple[Launch, ...],
        pool: Executor | None,
        handed_out: tuple[str, str],
    ) -> None:
        """Make what is not as it was, of all villages and ceremonies; where there is a pool, most of it there.

        Ceremonies are too many to hand to a process. DamagedError; OSError where the disk refuses.
        """
        wanted, of_rows = self.job.before, bool(self.job.tables.rest_before)
        away = [name for name in wanted if pool and (of_rows or name == "finder")]
        if pool and away:
            self.at_work = pool.submit(_made_away, handed_out, self.job.only(away))
        job = self.job.only(name for name in wanted if name not in away)
        self.here.update(_made(self.common, job, lambda: tuple(roll), launches))

    @property
    def made(self) -> NationDone:
        """Every group, waited for; what its process raised."""
        made = self.here | dict(self.at_work.result() if self.at_work else {})
        return {name: (told, made[name]) for name, told in self.told.items()}


def meanwhile(
    common: Shared,
    regencies: Regencies,
    told: str,
    before: NationDone,
    before_regencies: Regencies | None,
    rest_before: str,
) -> Meanwhile:
    """What there is to make.

    `before_regencies` are those of a last build that is the same in all but the campaign's files, if there is one.
    `told` is a digest of what the data tell besides villages; `rest_before` as of `Tables`.
    """
    done = {name: each for name, (_, each) in regencies.items()}
    found = digest_of([(name, each.found) for name, each in done.items()])
    rows = digest_of([(sorted(each.rows.items()), each.listed) for each in done.values()], told)
    digests = {"data": common.digest(rows), "finder": common.digest(found)}
    rest = str(common.folder / "parts" / "kept" / f"nation-{digests['data'][:12]}")
    tallies = tuple(each.counted for each in summaries_of(regencies).values())
    those = Tables({name: each.kept for name, each in done.items()}, tallies, rest, rest_before)
    last = {name: before.get(name, ("", Outputs())) for name in digests}
    file = common.folder / "parts" / "entries"
    of_finder = known(file, last["finder"][0], digests["finder"], before_regencies, regencies)
    same = {name: outputs for name, (digest, outputs) in last.items() if digest == digests[name]}
    wanted = {name: outputs for name, (_, outputs) in last.items() if name not in same}
    return Meanwhile(common, digests, rest, _Job(those, of_finder, wanted), same)


def _made_away(handed_out: tuple[str, str], job: _Job) -> Mapping[str, Outputs]:
    return _made(
        shared(*handed_out), job, lambda: tuple(each for kept in job.tables.rows.values() for each in listed_in(kept))
    )


def _made(common: Shared, job: _Job, villages: Villages, launches: tuple[Launch, ...] = ()) -> Mapping[str, Outputs]:
    site = common.site(replace(common.campaign, launches=launches), ())
    made: dict[str, Outputs] = {}
    for name, before in job.before.items():
        make = _finder if name == "finder" else _data
        made[name] = make(Staging(common.staged, before), job, site, villages)
    return made


def _data(staging: Staging, job: _Job, site: Site, _: Villages) -> Outputs:
    for path, content in tables(job.tables, site):
        staging.add(path, content)
    return staging.outputs


def _finder(staging: Staging, job: _Job, site: Site, villages: Villages) -> Outputs:
    found, change = entries(job.known, site.regions, villages)
    files = finder.files(site, found)
    if change and not change.is_of_names:
        staging.outputs.update(staging.before)
        files = finder.files_again(site.regions, found, change)
    for path, text in files:
        staging.add(path, text)
    return staging.outputs
