"""The groups of files that tell of all villages and need no page: the joined data, and the finder.

This process makes the data while others make the areas, or MkDocs the pages of the whole country. The finder is made
behind the areas, by the first process that has none left.
"""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import replace

from sadar.campaign import Launch
from sadar.parts.engine import Engine
from sadar.parts.entries import known
from sadar.parts.finder import FinderJob, make_finder
from sadar.parts.groups import NationDone
from sadar.parts.regency import Regencies, summaries_of
from sadar.parts.shared import NOT_YET, Outputs, Shared, digest_of
from sadar.parts.tables import Tables, tables


class Meanwhile:
    """`told` is for each group a digest of what it is made of, `before` what the last build made of it."""

    def __init__(
        self, common: Shared, told: Mapping[str, str], before: NationDone, tables: Tables, finder: FinderJob
    ) -> None:
        self.common = common
        self.told = told
        self.before = before
        self.tables = tables
        self.finder = finder
        self.made: NationDone = {}
        self.found: Future[Outputs] | None = None

    def begin(self, launches: tuple[Launch, ...], common: tuple[str, str], engine: Engine) -> None:
        """Make the data, of all ceremonies, and have the finder made, where they are not as they were.

        `common` as of a regency's job. DamagedError; OSError where the disk refuses.
        """
        self.made = {name: each for name, each in self.before.items() if each[0] == self.told.get(name)}
        if "finder" not in self.made:
            self.found = engine.aside(make_finder, replace(self.finder, common=common))
        if "data" not in self.made:
            self.made["data"] = self.told["data"], self._data(launches)

    def done(self) -> NationDone:
        """Both groups, when they are there. What `begin` raises may be raised here."""
        if self.found:
            self.made["finder"] = self.told["finder"], self.found.result()
        return self.made

    def _data(self, launches: tuple[Launch, ...]) -> Outputs:
        staging = self.common.staging(self.before.get("data", ("", Outputs()))[1])
        site = self.common.site(replace(self.common.campaign, launches=launches), ())
        for path, content in tables(self.tables, site):
            staging.add(path, content)
        return staging.outputs


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
    summaries = summaries_of(regencies)
    last, outputs = before.get("finder", ("", Outputs()))
    entries = known(common.folder / "parts" / "entries", last, digests["finder"], before_regencies, regencies)
    return Meanwhile(
        common,
        digests,
        before,
        Tables(
            {name: each.kept for name, each in done.items()},
            tuple(each.counted for each in summaries.values()),
            rest,
            rest_before,
        ),
        FinderJob(NOT_YET, {name: done[name].kept for name in summaries}, entries, outputs),
    )
