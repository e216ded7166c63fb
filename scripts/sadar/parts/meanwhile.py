"""The groups of files that tell of all villages and need no page: the joined data, and the finder.

They are made by this process, while others make the areas or MkDocs the pages of the whole country.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sadar.campaign import Launch
from sadar.outputs import finder
from sadar.pages.roll import Roll
from sadar.parts.entries import Known, entries, known
from sadar.parts.regency import Regencies, summaries_of
from sadar.parts.shared import Outputs, Shared, Staging, digest_of
from sadar.parts.tables import Tables, tables

NationDone = dict[str, tuple[str, Outputs]]  # of each group of the whole country's files, a digest and what it made


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """`told` is for each group a digest of what it is made of, `before` what the last build made of it."""

    common: Shared
    told: Mapping[str, str]
    before: NationDone
    tables: Tables
    known: Known

    def made(self, roll: Roll, launches: tuple[Launch, ...]) -> NationDone:
        """Both, as they were or anew, of all villages and ceremonies. DamagedError; OSError where the disk refuses."""
        made: NationDone = {}
        for name, make in (("data", self._data), ("finder", self._finder)):
            last, outputs = self.before.get(name, ("", Outputs()))
            if last != self.told[name]:
                outputs = make(Staging(self.common.staged, outputs), roll, launches)
            made[name] = self.told[name], outputs
        return made

    def _data(self, staging: Staging, _: Roll, launches: tuple[Launch, ...]) -> Outputs:
        site = self.common.site(replace(self.common.campaign, launches=launches), ())
        for path, content in tables(self.tables, site):
            staging.add(path, content)
        return staging.outputs

    def _finder(self, staging: Staging, roll: Roll, _: tuple[Launch, ...]) -> Outputs:
        site = self.common.site(self.common.campaign, ())
        found = entries(self.known, site.regions, roll)
        if found.change:
            staging.outputs.update(staging.before)
            files = finder.files_again(site.regions, roll, found.layout, found.near(found.change), found.change)
        else:
            files = finder.files(site, found.every(), found.layout)
        for path, text in files:
            staging.add(path, text)
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
    tallies = tuple(each.counted for each in summaries_of(regencies).values())
    last = before.get("finder", ("",))[0]
    return Meanwhile(
        common,
        digests,
        before,
        Tables({name: each.kept for name, each in done.items()}, tallies, rest, rest_before),
        known(common.folder / "parts" / "entries", last, digests["finder"], before_regencies, regencies),
    )
