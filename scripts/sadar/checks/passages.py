"""Every text that readers will see, with its place: all rules on what a text says walk it the same way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from sadar.campaign import Campaign
from sadar.problem import Place, Problem, Steps
from sadar.records.fields import Record
from sadar.records.filed import COUNTS, FIGURE_SOURCES, GLOSSARY, INCOME, LAWS, PHOTOS, WrittenPage
from sadar.records.redirects import REDIRECTS

# Fields that hold one of a few words, or the official code: what they say is checked where they are read.
_CHOICES = frozenset(
    {"status", "kind", "unit", "scope", "qualifier", "time_zone", "code", "launch", "weekday_in_source"}
)
_KEYS = frozenset({"sources", "villages"})  # names of what is checked where it stands


class Passage(NamedTuple):
    """A field's text, or a paragraph of a hand-written page; `first_line` is 0 for a field."""

    file: PurePosixPath
    steps: Steps
    text: str
    first_line: int = 0
    on_key: bool = False

    def problem(self, rule: str, start: int, end: int, **details: str) -> Problem:
        """A problem of the letters from `start` to `end`; of a field, the whole value is marked."""
        if not self.first_line:
            return Problem(rule, self.file, self.steps, details, self.on_key)
        line_start = self.text.rfind("\n", 0, start) + 1
        on_first_line = self.text[start:end].partition("\n")[0]
        line = self.first_line + self.text.count("\n", 0, start)
        return Problem(
            rule, self.file, (), details, place=Place(line, start - line_start + 1, max(len(on_first_line), 1))
        )


# The passages of the last campaign that was asked for, which several rules walk one after the other.
_last: list[tuple[Campaign, tuple[Passage, ...]]] = []
_FEW = 2_000  # villages; of more, the passages would fill the memory


def passages(campaign: Campaign) -> Iterable[Passage]:
    """All texts of records, of the programme's figures and glossary, and of hand-written pages."""
    if len(campaign.villages) > _FEW:
        return _passages(campaign)
    if not _last or _last[0][0] is not campaign:
        _last[:] = [(campaign, tuple(_passages(campaign)))]
    return _last[0][1]


def _passages(campaign: Campaign) -> Iterator[Passage]:
    for village in campaign.villages:
        yield from _of_record(village.file, village.record, ())
    for launch in campaign.launches:
        yield from _of_record(launch.file, launch.record, ())
    for filed in campaign.figure_files:
        yield from _of_record(filed.file, filed.record, ())
    yield from _of_record(COUNTS, campaign.counts, ())
    yield from _of_record(GLOSSARY, campaign.glossary, ())
    yield from _of_record(LAWS, campaign.benefits.laws, ("laws",))
    yield from _of_record(FIGURE_SOURCES, campaign.benefits.sources, ("sources",))
    yield from _of_record(INCOME, campaign.benefits.income, ())
    yield from _of_record(PHOTOS, campaign.album(PHOTOS).records, ("photos",))
    yield from _of_record(REDIRECTS, campaign.redirects, ())
    for page in campaign.pages:
        yield from _of_record(page.file, page.head, ())
        yield from _paragraphs(page)


def _of_record(file: PurePosixPath, value: object, steps: Steps) -> list[Passage]:
    found: list[Passage] = []
    _add(found, file, value, steps)
    return found


def _add(found: list[Passage], file: PurePosixPath, value: object, steps: Steps) -> None:
    """Add the texts of a value; a generator for each of millions of fields would take its time."""
    if isinstance(value, str):
        found.append(Passage(file, steps, value))
    elif isinstance(value, Record):
        for name, inner in vars(value).items():
            if type(inner) is str:
                if name not in _CHOICES:
                    found.append(Passage(file, (*steps, name), inner))
            elif inner and not (name in _KEYS and isinstance(inner, tuple)):
                _add(found, file, inner, (*steps, name))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            _add(found, file, inner, (*steps, index))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            found.append(Passage(file, (*steps, key), key, on_key=True))
            _add(found, file, inner, (*steps, key))


def _paragraphs(page: WrittenPage) -> Iterator[Passage]:
    # What is torn apart by a line's end still belongs together; what an empty line parts does not.
    for match in re.finditer(r"\S.*(?:\n[^\S\n]*\S.*)*", page.body):
        yield Passage(page.file, (), match[0], page.first_line + page.body.count("\n", 0, match.start()))
