"""The finder's entries after an edit of some villages are those that all villages would give."""

from __future__ import annotations

import pickle
import random
from pathlib import Path

import pytest
from nation_build import NATION, REGIONS, TODAY
from sadar import pipeline
from sadar.campaign import Listed
from sadar.outputs import finder
from sadar.parts import entries as parts
from sadar.parts.kept import keep
from sadar.parts.regency import Regencies, RegencyDone


@pytest.fixture(scope="module")
def listed() -> tuple[Listed, ...]:
    """The villages of the toy country; some are of no official list."""
    found = tuple(each.listed for each in pipeline.check(NATION, REGIONS, TODAY).campaign.villages)
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
    again = finder.entries_again(REGIONS, finder.entries_of(REGIONS, before), some, after)
    assert again == finder.entries_of(REGIONS, [*others, *after])


def test_entries_that_never_held_those_villages_are_not_taken(listed: tuple[Listed, ...]) -> None:
    entries = finder.entries_of(REGIONS, ())
    assert finder.entries_again(REGIONS, entries, listed, ()) is None


def test_what_was_kept_is_taken_only_where_it_is_that_of_the_last_build(
    tmp_path: Path, listed: tuple[Listed, ...]
) -> None:
    one, other = listed[0], listed[0]._replace(name="Rekaan Lain")
    now = (other, *listed[1:])
    right = finder.entries_of(REGIONS, now)
    mark = finder.Entry("tanda", "Tanda Rekaan", "", 0, "", "", "")
    file = tmp_path / "entries"
    file.write_bytes(pickle.dumps(("first", (*finder.entries_of(REGIONS, listed), mark))))
    left = file.read_bytes()
    before, after = (_done(tmp_path / name, village) for name, village in (("before", one), ("after", other)))
    taken = parts.known(file, "first", "second", before, after)
    assert set(parts.entries(taken, REGIONS, lambda: now)) == {*right, mark}
    assert (
        parts.entries(parts.known(file, "second", "third", after, before), REGIONS, lambda: now) != right
    )  # kept as the second
    for known in (
        parts.known(file, "another", "second", before, after),
        parts.known(file, "first", "second", None, after),
        parts.known(file, "first", "second", after, after),
    ):
        for content in (left, b"rusak"):
            file.write_bytes(content)
            assert parts.entries(known, REGIONS, lambda: now) == right


def _done(part: Path, village: Listed) -> Regencies:
    keep(str(part), "listed", (village,))
    return {"a/b": ("", RegencyDone((), "", village.name, {}, "", "", {}, (), 0, str(part)))}
