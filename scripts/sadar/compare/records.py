"""Which records a change adds, removes, moves and alters, each with its facts before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sadar import checks
from sadar.checks.privacy import public_part
from sadar.compare.facts import Change, change, changes, of_list, shown
from sadar.compare.known import Known, Subject
from sadar.compare.pairs import Pair
from sadar.pipeline import Checked
from sadar.wording import Wording

State = Literal["new", "removed", "moved", "changed", "unread", "private"]


@dataclass(frozen=True, slots=True)
class RecordChange:
    """A record with what changed in it; `now` is what a reader would ask first, where the answer is another one.

    `unread`: one of its versions has mistakes of its own, so that nothing can be said. `private`: it holds what must
    not be repeated.
    """

    subject: Subject
    state: State
    title: str
    file: str
    now: Change | None
    changes: tuple[Change, ...]


def record_changes(words: Wording, paired: Sequence[Pair], old: Checked, new: Checked) -> Iterator[RecordChange]:
    """What is told of every record that is not as it was."""
    private = {problem.file for side in (old, new) for problem in side.problems if problem.rule in checks.SECRETS}
    for pair in paired:
        now, told = _now(pair), tuple(_changes(words, pair))
        if not (now or told or pair.moved):
            continue
        state = state_of(pair, old, new)
        if any(each.file in private for each in (pair.before, pair.after) if each):
            state = "private"
        if state in ("private", "unread"):
            now, told = None, ()
        told = tuple(each for each in told if now is None or not _repeats(each, now))
        known = pair.shown
        yield RecordChange(known.subject, state, shown(known.title), str(public_part(known.file)), now, told)


def state_of(pair: Pair, old: Checked, new: Checked) -> State:
    """What became of a record, as far as can be known."""
    if pair.before and pair.after:
        return "moved" if pair.moved else "changed"
    if _unread(pair.shown, old if pair.after else new):
        return "unread"
    return "new" if pair.after else "removed"


def _unread(known: Known, other: Checked) -> bool:
    """Whether the other side has the record's file as well, with mistakes that keep the record out."""
    has_its_own_file = known.subject not in ("figure", "list")
    return known.file in other.campaign.unread or (has_its_own_file and known.file in other.campaign.paths)


def _now(pair: Pair) -> Change | None:
    if pair.before and pair.after:
        return change("", pair.before.now, pair.after.now) if pair.before.now != pair.after.now else None
    return change("", pair.before.summary if pair.before else "", pair.after.summary if pair.after else "")


def _changes(words: Wording, pair: Pair) -> Iterator[Change]:
    if pair.before and pair.after:
        yield from changes(words, pair.before.record, pair.after.record)
        yield from of_list(words, words.say("compare.text"), pair.before.lines, pair.after.lines)
        for name, digest in pair.after.pictures.items():
            if pair.before.pictures.get(name, digest) != digest:
                yield change(words.say("compare.picture"), "", name)


def _repeats(told: Change, now: Change) -> bool:
    """Whether a change says what stands on top already, as the step that is a village's last one."""
    return told.after == now.after and told.before in ("", now.before)
