"""Every text that readers will see, with its place: all rules on what a text says walk it the same way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
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


class Told(NamedTuple):
    """All texts of one record or page, of which hardly any is ever looked at more closely."""

    file: PurePosixPath
    value: object  # the record, or the page
    above: Steps
    texts: tuple[str, ...]

    def passages(self) -> Iterator[Passage]:
        """Each text with its place, in the same order."""
        if isinstance(self.value, WrittenPage):
            yield from _of_value(self.file, self.value.head, ())
            yield from _paragraphs(self.value)
        else:
            yield from _of_value(self.file, self.value, self.above)


# The texts of the last campaign that was asked for, which several rules walk one after the other.
_last: list[tuple[Campaign, tuple[Told, ...]]] = []
_FEW = 2_000  # villages; of more, the texts would fill the memory


def passages(campaign: Campaign) -> Iterator[Passage]:
    """All texts of records, of the programme's figures and glossary, and of hand-written pages."""
    for told in all_told(campaign):
        yield from told.passages()


def passages_that(tell: Callable[[str], object], campaign: Campaign) -> Iterator[Passage]:
    """Of these the ones whose text tells something."""
    for told in all_told(campaign):
        if any(map(tell, told.texts)):
            yield from (passage for passage in told.passages() if tell(passage.text))


def all_told(campaign: Campaign) -> Iterable[Told]:
    """The same, by the record or page that says it."""
    if len(campaign.villages) > _FEW:
        return _every_told(campaign)
    if not _last or _last[0][0] is not campaign:
        _last[:] = [(campaign, tuple(_every_told(campaign)))]
    return _last[0][1]


def _every_told(campaign: Campaign) -> Iterator[Told]:
    for village in campaign.villages:
        yield _told(village.file, village.record)
    for launch in campaign.launches:
        yield _told(launch.file, launch.record)
    for filed in campaign.figure_files:
        yield _told(filed.file, filed.record)
    yield _told(COUNTS, campaign.counts)
    yield _told(GLOSSARY, campaign.glossary)
    yield _told(LAWS, campaign.benefits.laws, "laws")
    yield _told(FIGURE_SOURCES, campaign.benefits.sources, "sources")
    yield _told(INCOME, campaign.benefits.income)
    yield _told(PHOTOS, campaign.album(PHOTOS).records, "photos")
    yield _told(REDIRECTS, campaign.redirects)
    for page in campaign.pages:
        texts: list[str] = []
        _add_texts(texts, page.head)
        yield Told(page.file, page, (), (*texts, *(passage.text for passage in _paragraphs(page))))


def _told(file: PurePosixPath, value: object, *above: str) -> Told:
    texts: list[str] = []
    _add_texts(texts, value)
    return Told(file, value, above, tuple(texts))


def _add_texts(found: list[str], value: object) -> None:
    """Add the texts of a value, as `_of_value` finds them: a place for each of millions would take its time."""
    if isinstance(value, str):
        found.append(value)
    elif isinstance(value, Record):
        for name, inner in vars(value).items():
            if type(inner) is str:
                if name not in _CHOICES:
                    found.append(inner)
            elif inner and not (name in _KEYS and type(inner) is tuple):
                _add_texts(found, inner)
    elif isinstance(value, tuple):
        for inner in value:
            _add_texts(found, inner)
    elif isinstance(value, dict):
        for key, inner in value.items():
            found.append(key)
            _add_texts(found, inner)


def _of_value(file: PurePosixPath, value: object, steps: Steps) -> Iterator[Passage]:
    if isinstance(value, str):
        yield Passage(file, steps, value)
    elif isinstance(value, Record):
        for name, inner in vars(value).items():
            is_chosen = name in _CHOICES and type(inner) is str
            if not is_chosen and not (name in _KEYS and isinstance(inner, tuple)):
                yield from _of_value(file, inner, (*steps, name))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _of_value(file, inner, (*steps, index))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield Passage(file, (*steps, key), key, on_key=True)
            yield from _of_value(file, inner, (*steps, key))


def _paragraphs(page: WrittenPage) -> Iterator[Passage]:
    # What is torn apart by a line's end still belongs together; what an empty line parts does not.
    for match in re.finditer(r"\S.*(?:\n[^\S\n]*\S.*)*", page.body):
        yield Passage(page.file, (), match[0], page.first_line + page.body.count("\n", 0, match.start()))
