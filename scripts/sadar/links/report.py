"""What is told of links, as Markdown: only what somebody has to look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sadar.compare.harmless import plain
from sadar.links.asking import Answer, Outcome
from sadar.links.collecting import Named
from sadar.records.links import LinkException
from sadar.wording import Wording

_MOST_PLACES = 3  # of one address
_TOLD: tuple[Outcome, ...] = ("gone", "moved", "refused", "silent")
_NO_NETWORK = frozenset({"dns", "connection", "timeout", "host"})


@dataclass(frozen=True, slots=True)
class Looked:
    """One look at all links; `left_out` counts those that an exception covers.

    `ended` are exceptions whose last day has passed, `unused` those that no address needs.
    """

    answers: Sequence[tuple[Named, Answer]]
    left_out: int
    ended: Sequence[LinkException]
    unused: Sequence[LinkException]

    @property
    def offline(self) -> bool:
        """Whether nobody at all answered: then it is this machine that reaches nobody."""
        return bool(self.answers) and all(answer.why in _NO_NETWORK for _, answer in self.answers)


def summary(words: Wording, looked: Looked) -> str:
    """One line that counts everything."""
    if looked.offline:
        return words.say("links.offline")
    works = sum(answer.outcome == "works" for _, answer in looked.answers)
    return words.say("links.summary", asked=len(looked.answers), works=works, left_out=looked.left_out)


def as_markdown(words: Wording, looked: Looked) -> str:
    """A heading, then every address that did not simply open; empty where all did, and where nobody was reached."""
    if looked.offline:
        return ""
    parts = [part for outcome in _TOLD for part in _part(words, looked, outcome)]
    parts += _exceptions(words, "ended", looked.ended)
    parts += _exceptions(words, "unused", looked.unused)
    return "\n\n".join([f"# {words.say('links.heading')}", summary(words, looked), *parts]) + "\n" if parts else ""


def _part(words: Wording, looked: Looked, outcome: Outcome) -> Iterator[str]:
    found = [(named, answer) for named, answer in looked.answers if answer.outcome == outcome]
    if found:
        yield f"## {words.say(f'links.{outcome}', count=len(found))}"
        yield words.say(f"links.{outcome}_advice")
        yield "\n".join(_line(words, named, answer) for named, answer in found)


def _line(words: Wording, named: Named, answer: Answer) -> str:
    why = f"→ {plain(answer.at)}" if answer.at else f"({_why(words, answer.why)})"
    places = [f"  - {plain(place)}" for place in named.places[:_MOST_PLACES]]
    if left := len(named.places) - len(places):
        places.append(f"  - {words.say('links.more_places', count=left)}")
    return "\n".join([f"- <{named.address}> {why}", *places])


def _why(words: Wording, why: str) -> str:
    return words.say("links.status", status=why) if why.isdigit() else words.say(f"links.why_{why}")


def _exceptions(words: Wording, name: str, exceptions: Sequence[LinkException]) -> Iterator[str]:
    if exceptions:
        yield f"## {words.say(f'links.{name}', count=len(exceptions))}"
        yield "\n".join(f"- <{each.url}> {words.date(each.until)}: {plain(each.reason)}" for each in exceptions)
