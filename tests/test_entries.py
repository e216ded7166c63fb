"""The finder's entries after an edit of some villages are those that all villages would give."""

from __future__ import annotations

import pickle
import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from nation_build import NATION, REGIONS, TODAY
from sadar import pipeline
from sadar.campaign import Listed
from sadar.campaign.listed import Step
from sadar.outputs import finder
from sadar.pages import Site
from sadar.pages.roll import Roll
from sadar.parts import entries as parts
from sadar.parts.kept import keep
from sadar.parts.regency import Regencies, RegencyDone
from sadar.records import PartialDate
from sadar.regions import official

CAMPAIGN = pipeline.check(NATION, REGIONS, TODAY).campaign


@pytest.fixture(scope="module")
def listed() -> tuple[Listed, ...]:
    """The villages of the toy country; some are of no official list."""
    found = tuple(each.listed for each in CAMPAIGN.villages)
    assert {bool(each.district) for each in found} == {True, False}
    return found


def _edited(village: Listed, chance: random.Random) -> Listed:
    match chance.randrange(4):
        case 0:
            return village._replace(standing=village.standing._replace(status="ended"))
        case 1:
            return village._replace(also_known_as=(*village.also_known_as, f"Nama Rekaan {chance.randrange(9)}"))
        case 2:
            return village._replace(name=f"Rekaan {chance.randrange(9)}")
    return village


@pytest.mark.parametrize("seed", range(25))
def test_some_villages_anew_are_as_all_anew(seed: int, listed: tuple[Listed, ...]) -> None:
    chance = random.Random(seed)  # noqa: S311 (chooses edits, keeps no secret)
    before = [each for each in listed if chance.random() < 0.9]
    some = [each for each in before if chance.random() < 0.5]
    others = [each for each in before if each not in some]
    after = [_edited(each, chance) for each in some if chance.random() < 0.8]
    after += [each for each in listed if each not in before]
    entries = finder.entries_of(REGIONS, before)
    change = finder.change(REGIONS, some, after)
    again = finder.changed(entries, change)
    assert again == finder.entries_of(REGIONS, [*others, *after])
    assert change.is_of_names == (_names(entries) != _names(again))


def _names(entries: tuple[finder.Entry, ...]) -> list[tuple[str, str, int]]:
    return sorted((each.name, each.alias, each.region) for each in entries)


@pytest.mark.parametrize("seed", range(3))
def test_after_new_standings_the_files_of_the_country_are_as_all_made_anew(seed: int, tmp_path: Path) -> None:
    regions, chance = official(), random.Random(seed)  # noqa: S311 (chooses villages, keeps no secret)
    every = [each for regency in regions.regencies() for each in regions.villages(regency)]
    step, day = Step("launched", PartialDate(2026, 1, 1), doubt=False), PartialDate(2026, 1, 1)
    before = [
        Listed(each.address, each.name, "desa", each.code, (), each.regency, each.district, step, step, None, day)
        for each in chance.sample(every, 30)
    ]
    some = before[:5]
    after = [each._replace(standing=step._replace(status="ended")) for each in some]
    villages = {"before": before, "after": [*after, *before[5:]]}
    was, now = (
        dict(finder.files(Site(CAMPAIGN, regions, (), TODAY, ""), finder.entries_of(regions, each)))
        for each in villages.values()
    )
    known = parts.Known(tmp_path / "entries", "", "before", ())
    parts.entries(known, regions, before)
    left = tuple(
        (_kept(tmp_path / f"{at}a", [one]), _kept(tmp_path / f"{at}b", [other]))
        for at, (one, other) in enumerate(zip(some, after, strict=True))
    )
    found = parts.entries(parts.Known(known.file, "before", "after", left), regions, ())
    assert found.change
    near = found.near
    made = dict(finder.files_again(regions, Roll.of(villages["after"]).within, found.layout, near, found.change))
    assert was | made == now
    assert 5 <= sum(was[path] != now[path] for path in now) <= len(made) < 100
    assert len(near) < len(found.every()) / 4


def test_entries_that_never_held_those_villages_are_not_taken(listed: tuple[Listed, ...]) -> None:
    assert finder.changed(finder.entries_of(REGIONS, ()), finder.change(REGIONS, listed, ())) is None


def test_what_was_kept_is_taken_only_where_it_is_that_of_the_last_build(
    tmp_path: Path, listed: tuple[Listed, ...]
) -> None:
    one, other = listed[0], listed[0]._replace(name="Rekaan Lain")
    now = (other, *listed[1:])
    right = finder.entries_of(REGIONS, now)
    mark = finder.Entry("~~", "Tanda Rekaan", "", 0, "", "", "")
    file = tmp_path / "entries"
    parts.entries(parts.known(file, "", "first", None, {}), REGIONS, listed)
    digest, (layout, chunks) = pickle.loads(file.read_bytes())  # noqa: S301 (our own)
    file.write_bytes(pickle.dumps((digest, (layout, chunks | {"~~": pickle.dumps([mark])}))))
    left = file.read_bytes()
    before, after = (_done(tmp_path / name, village) for name, village in (("before", one), ("after", other)))
    taken = parts.known(file, "first", "second", before, after)
    assert parts.entries(taken, REGIONS, now).every() == (*right, mark)
    kept_as_second = parts.known(file, "second", "third", after, before)
    assert mark in parts.entries(kept_as_second, REGIONS, now).every()
    for known in (
        parts.known(file, "another", "second", before, after),
        parts.known(file, "first", "second", None, after),
        parts.known(file, "first", "second", after, after),
    ):
        for content in (left, b"rusak"):
            file.write_bytes(content)
            found = parts.entries(known, REGIONS, now)
            assert (found.every(), found.layout, found.change) == (right, finder.layout_of(REGIONS, right), None)


def _kept(part: Path, villages: Sequence[Listed]) -> str:
    keep(str(part), "listed", tuple(villages))
    return str(part)


def _done(part: Path, village: Listed) -> Regencies:
    _kept(part, [village])
    return {"a/b": ("", RegencyDone((), "", village.name, {}, "", "", "", None, 0, str(part)))}
