"""A comparison as the one comment that people read on a change: Markdown, within what GitHub takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sadar.compare.comparison import Comparison
from sadar.compare.entries import of_page, of_problem, of_record, of_sizes
from sadar.compare.harmless import harmless
from sadar.wording import Wording

# GitHub takes 65,536 letters. Every part has room of its own, so that a long one does not push the others out.
_ROOM: Mapping[str, int] = {
    "problem": 12_000, "village": 14_000, "launch": 7_000, "figure": 7_000, "text": 6_000, "list": 4_000, "page": 8_000,
    "size": 2_000,
}  # fmt: skip


def as_markdown(words: Wording, made: Comparison) -> str:
    """The whole comment. Nothing in it that stood in a record is read as Markdown, a link or a mention."""
    said = [
        f"## {words.say('compare.heading')}",
        words.say("compare.publishable" if made.publishable else "compare.held"),
    ]
    if made.known_before:
        said.append(words.say("compare.known_before", count=made.known_before))
    if not made.records:
        said.append(words.say("compare.no_facts"))
    for name, entries in _parts(words, made).items():
        if entries:
            heading = words.say(f"compare.part_{name}", count=len(entries))
            provisional = [words.say("compare.provisional")] if name == "page" and not made.publishable else []
            said += [f"### {heading}", *provisional, *_fitting(words, entries, _ROOM[name])]
    return harmless("\n\n".join(said) + "\n")


def _parts(words: Wording, made: Comparison) -> Mapping[str, list[str]]:
    """What blocks the publication first, then the facts, then what they do to the site."""
    parts = {"problem": [of_problem(words, each) for each in made.problems]}
    for subject in ("village", "launch", "figure", "text", "list"):
        parts[subject] = [of_record(words, each) for each in made.records if each.subject == subject]
    parts["page"] = [of_page(words, each) for each in made.pages]
    parts["size"] = list(of_sizes(words, made.before, made.after)) if made.before and made.after else []
    return parts


def _fitting(words: Wording, entries: list[str], room: int) -> Iterator[str]:
    """As many entries as there is room for, and a sentence on those that are left out."""
    shown: list[str] = []
    for entry in entries:
        if len(entry) < room:
            shown.append(entry)
            room -= len(entry) + 1
    if shown:
        yield "\n".join(shown)
    if left := len(entries) - len(shown):
        yield words.say("compare.left_out", count=left)
