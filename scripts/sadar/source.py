"""One YAML or Markdown file to plain data, every scalar as text, and the place of every value.

YAML gives text, the record gives meaning: `64.02`, `no`, `10:30` and `3.758` stay what was typed. The parser is read
event by event, so that a file nested thousands deep is refused before it can exhaust the parser's stack.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import yaml

from sadar.problem import Place, Problem, Steps

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LARGEST = 1_000_000  # bytes; the longest real record has 12,000
_DEEPEST = 20  # levels; the deepest real record has 5

Plain = str | list["Plain"] | dict[str, "Plain"]


@dataclass(frozen=True, slots=True)
class Document:
    """A file's data with the place of each value and each field name; `data` is None where it could not be read."""

    file: PurePosixPath
    text: str
    data: Plain | None
    values: Mapping[Steps, Place]
    keys: Mapping[Steps, Place]
    problems: tuple[Problem, ...]
    body: str = ""

    def place(self, problem: Problem) -> Place:
        """Where a problem of this file stands; a missing field is shown at the record it is missing from."""
        if problem.place:
            return problem.place
        first, then = (self.keys, self.values) if problem.on_key else (self.values, self.keys)
        for end in range(len(problem.steps), -1, -1):
            steps = problem.steps[:end]
            found = first.get(steps) or then.get(steps)
            if found:
                return found
        return Place(1, 1)


def yaml_document(root: Path, file: PurePosixPath) -> Document:
    """Read a YAML record. Every mistake is a problem of the document; nothing is raised."""
    text = _text(root, file)
    return _failed(text) if isinstance(text, Problem) else _parsed(file, text, first_line=0)


def markdown_document(root: Path, file: PurePosixPath) -> Document:
    """Read a Markdown page: its front matter as data, the rest as `body`."""
    text = _text(root, file)
    if isinstance(text, Problem):
        return _failed(text)
    head, fence, body = text.removeprefix("---\n").partition("\n---\n")
    if not text.startswith("---\n") or not fence:
        return _failed(Problem("front-matter-missing", file, place=Place(1, 1)), text)
    document = _parsed(file, head + "\n", first_line=1)
    return Document(file, text, document.data, document.values, document.keys, document.problems, body.lstrip("\n"))


def as_yaml(data: Mapping[str, object]) -> str:
    """Data as YAML with every string quoted, for front matter and configuration that another program reads."""
    return str(yaml.dump(dict(data), Dumper=_Quoting, allow_unicode=True, sort_keys=False, width=10**9))


class _Quoting(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Quotes every string, so that no text of a record can be read as YAML."""


_Quoting.add_representer(
    str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style='"')
)


def _text(root: Path, file: PurePosixPath) -> str | Problem:
    path = root / file
    start = Place(1, 1)
    try:
        if not path.resolve().is_relative_to(root.resolve()):
            return Problem("link-out-of-tree", file, place=start)
        if path.stat().st_size > _LARGEST:
            return Problem("file-too-large", file, details={"limit": "1 MB"}, place=start)
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8", "replace")
        place = Place(before.count("\n") + 1, len(before) - before.rfind("\n"))
        return Problem("not-utf-8", file, place=place)
    except OSError as error:
        return Problem("file-unreadable", file, details={"reason": error.strerror or "?"}, place=start)
    return text


def _failed(problem: Problem, text: str = "") -> Document:
    return Document(problem.file, text, None, {}, {}, (problem,))


def _parsed(file: PurePosixPath, text: str, first_line: int) -> Document:
    reading = _Reading(file, first_line)
    try:
        data = reading.document(yaml.parse(text, Loader=_Loader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(mark.line + 1 + first_line, mark.column + 1) if mark else Place(1, 1)
        return _failed(Problem("yaml-broken", file, details={"reason": error.problem or "?"}, place=place), text)
    except yaml.reader.ReaderError as error:
        place = Place(text.count("\n", 0, error.position) + 1, 1)
        return _failed(Problem("character-forbidden", file, place=place), text)
    except _Refused as refused:
        return _failed(refused.problem, text)
    return Document(file, text, data, reading.values, reading.keys, tuple(reading.problems))


class _Refused(Exception):  # noqa: N818 (not an error of ours: ends the reading of one file)
    def __init__(self, problem: Problem) -> None:
        self.problem = problem


class _Reading:
    """Builds plain data from YAML events, noting where everything stands."""

    def __init__(self, file: PurePosixPath, first_line: int) -> None:
        self.file = file
        self.first_line = first_line
        self.values: dict[Steps, Place] = {}
        self.keys: dict[Steps, Place] = {}
        self.problems: list[Problem] = []

    def document(self, events: Iterator[yaml.Event]) -> Plain:
        data: Plain = ""
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _Refused(self._problem("several-documents", event))
                data = self._node(next(events), events, ())
        return data

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], steps: Steps) -> Plain:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Refused(self._problem("anchor-forbidden", event))
        if tag := getattr(event, "tag", None):
            raise _Refused(self._problem("tag-forbidden", event, tag=tag))
        if len(steps) > _DEEPEST:
            raise _Refused(self._problem("nested-too-deep", event))
        self.values[steps] = self._place(event)
        if isinstance(event, yaml.ScalarEvent):
            return str(event.value)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, steps)
        return self._mapping(events, steps)

    def _sequence(self, events: Iterator[yaml.Event], steps: Steps) -> list[Plain]:
        entries: list[Plain] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            entries.append(self._node(event, events, (*steps, len(entries))))
        return entries

    def _mapping(self, events: Iterator[yaml.Event], steps: Steps) -> dict[str, Plain]:
        fields: dict[str, Plain] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise _Refused(self._problem("key-not-text", event))
            key = str(event.value)
            if key in fields:
                first = self.keys[(*steps, key)].line
                self.problems.append(self._problem("key-twice", event, field=key, first=str(first)))
                # Read on without noting it: the rest of the file deserves its own problems.
                self._node(next(events), events, (*steps, f"{key} (2)"))
                continue
            self.keys[(*steps, key)] = self._place(event)
            fields[key] = self._node(next(events), events, (*steps, key))
        return fields

    def _place(self, event: yaml.Event) -> Place:
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:  # PyYAML's events may lack marks by type; a parser's never do
            return Place(1, 1)
        width = end.column - start.column if start.line == end.line else 1
        return Place(start.line + 1 + self.first_line, start.column + 1, max(width, 1))

    def _problem(self, rule: str, event: yaml.Event, **details: str) -> Problem:
        return Problem(rule, self.file, details=details, place=self._place(event))
