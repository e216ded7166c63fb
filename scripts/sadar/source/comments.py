"""A YAML text with its comments, each held by the field or list entry that it is about."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import yaml

from sadar.source.library import Loader

_COMMENT = re.compile(r"(?<!\S)#[^\n]*")
_BLOCK = ("|", ">")


@dataclass(frozen=True, slots=True)
class Entry:
    """A field, or an entry of a list (`key` is None), with the comments above it and beside it.

    An empty line between comments, or between them and the entry, is an empty comment.
    """

    key: str | None
    value: str | Fields | Entries
    above: tuple[str, ...]
    beside: str


@dataclass(frozen=True, slots=True)
class Fields:
    """A mapping; `below` are comments after its last field."""

    entries: tuple[Entry, ...]
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entries:
    """A list; `below` are comments after its last entry."""

    entries: tuple[Entry, ...]
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Commented:
    """A whole record; `head` are the comments at the top of its file, which are about the record."""

    head: tuple[str, ...]
    fields: Fields


def commented(text: str) -> Commented:
    """The record in a text that has been parsed before without a mistake."""
    events = list(yaml.parse(text, Loader=Loader))
    return _Walk(events, _comments(text, events)).record()


def comments_in(text: str) -> tuple[tuple[int, str], ...]:
    """Every comment as (line, text) of a text that has been parsed before without a mistake; lines count from 1."""
    if "#" not in text:
        return ()
    found = _comments(text, list(yaml.parse(text, Loader=Loader)))
    return tuple((comment.line + 1, comment.text) for comment in found)


@dataclass(frozen=True, slots=True)
class _Comment:
    index: int
    line: int
    column: int
    text: str


def _comments(text: str, events: Sequence[Any]) -> Iterator[_Comment]:
    """A number sign begins a comment only outside of texts, and after a space or at the start of a line."""
    spans = [_span(text, event) for event in events if _is_text(event)]
    for (_, start), (end, _) in pairwise([(0, 0), *spans, (len(text), len(text))]):
        for found in _COMMENT.finditer(text, start, end):
            index = found.start()
            column = index - text.rfind("\n", 0, index) - 1
            yield _Comment(index, text.count("\n", 0, index), column, found[0].rstrip())


def _span(text: str, event: Any) -> tuple[int, int]:
    """From where to where a text is written, without the line above a block of text, which may hold a comment."""
    start, end = event.start_mark.index, event.end_mark.index
    return (text.index("\n", start), end) if event.style in _BLOCK else (start, end)


class _Walk:
    def __init__(self, events: Sequence[Any], comments: Iterator[_Comment]) -> None:
        self.events: deque[Any] = deque(events)
        self.waiting = deque(comments)
        self.brackets = 0

    def record(self) -> Commented:
        self.events.popleft()  # the stream begins
        self.events.popleft()  # the document begins
        head = self._above(self.events[1])
        fields, _ = self._value()
        return Commented(head, Fields(fields.entries, (*fields.below, *_spaced(self.waiting))))

    def _value(self) -> tuple[Any, int]:
        """A text or its parts, and the line on which a comment would be beside it (-1: only its parts have lines)."""
        first = self.events.popleft()
        if _is_text(first):
            # The line end after a block of text is how it is written, not what it says.
            in_block = first.style in _BLOCK
            text = first.value.rstrip("\n") if in_block else first.value
            return text, (first.start_mark if in_block else first.end_mark).line
        in_brackets = bool(getattr(first, "flow_style", False))
        self.brackets += in_brackets
        is_list = isinstance(first, yaml.SequenceStartEvent)
        entries = tuple(self._entries() if is_list else self._fields())
        end = self.events.popleft()
        below = self._below(first, end) if entries else ()
        self.brackets -= in_brackets
        return (Entries if is_list else Fields)(entries, below), end.end_mark.line if in_brackets else -1

    def _fields(self) -> Iterator[Entry]:
        while not isinstance(self.events[0], yaml.MappingEndEvent):
            key = self.events.popleft()
            above = self._above(key)
            beside = self._beside(key.end_mark.line)
            value, line = self._value()
            yield Entry(key.value, value, above, f"{beside} {self._beside(line)}".strip())

    def _entries(self) -> Iterator[Entry]:
        while not isinstance(self.events[0], yaml.SequenceEndEvent):
            above = self._above(self.events[0])
            value, line = self._value()
            beside = self._beside(line)
            if isinstance(value, str) or not beside:
                yield Entry(None, value, above, beside)
            else:  # a list entry of several lines has no line of its own
                yield Entry(None, value, (*above, beside), "")

    def _above(self, event: Any) -> tuple[str, ...]:
        taken = []
        while self.waiting and self.waiting[0].index < event.start_mark.index:
            taken.append(self.waiting.popleft())
        return (*_spaced(taken), "") if taken and event.start_mark.line > taken[-1].line + 1 else _spaced(taken)

    def _beside(self, line: int) -> str:
        """The comment on the line of what was read last; within brackets it may be about anything there."""
        if self.brackets or not self.waiting or self.waiting[0].line != line:
            return ""
        return self.waiting.popleft().text

    def _below(self, start: Any, end: Any) -> tuple[str, ...]:
        """The comments that stand at least as deep as these entries and deeper than what follows; in brackets, all."""
        taken = []
        while self.waiting and self.waiting[0].index < end.start_mark.index:
            column = self.waiting[0].column
            if not start.flow_style and not (start.start_mark.column <= column > end.start_mark.column):
                break
            taken.append(self.waiting.popleft())
        return _spaced(taken)


def _is_text(event: Any) -> bool:
    return isinstance(event, yaml.ScalarEvent)


def _spaced(comments: Iterable[_Comment]) -> tuple[str, ...]:
    """Their texts, with an empty one for empty lines between them."""
    texts: list[str] = []
    last_line = None
    for comment in comments:
        if last_line is not None and comment.line > last_line + 1:
            texts.append("")
        texts.append(comment.text)
        last_line = comment.line
    return tuple(texts)
