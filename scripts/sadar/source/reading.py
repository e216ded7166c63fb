"""YAML events to plain data, one by one: what is nested thousands deep is refused before it exhausts the stack."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Any

from yaml import AliasEvent, MappingEndEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent, StreamEndEvent

from sadar.problem import Place, Problem, Step, Steps
from sadar.source.document import Plain
from sadar.source.library import Loader
from sadar.source.places import place_of
from sadar.source.slip import without_comment
from sadar.source.words import LONG, SIGNS, misread
from sadar.source.writing import quoted

_DEEPEST = 20  # levels; the deepest real record has 5


class RefusedError(Exception):
    """Ends the reading of one file."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


class Reading:
    """Builds plain data from YAML events; places are looked for later, and only for problems."""

    def __init__(self, file: PurePosixPath, text: str) -> None:
        self.file = file
        self.text = text
        self.next: Callable[[], Any] = Loader(text).get_event
        self.problems: list[Problem] = []
        self.doubts: list[Problem] = []

    def document(self) -> Plain:
        """The one record of the text; RefusedError where it is none or may not be read on."""
        self.next()  # the stream begins
        if self.next().__class__ is StreamEndEvent:
            raise RefusedError(Problem("file-empty", self.file, place=Place(1, 1)))
        first: Any = self.next()
        if first.__class__ is ScalarEvent and not first.value:
            raise RefusedError(Problem("file-empty", self.file, place=Place(1, 1)))
        data = self._value(first, ())
        self.next()  # the document ends, unless the parser complains
        if not isinstance(data, dict):
            raise RefusedError(self._problem("record-not-fields", first))
        if (event := self.next()).__class__ is not StreamEndEvent:
            raise RefusedError(self._problem("several-documents", event))
        return data

    def _value(self, event: Any, steps: Steps) -> Plain:
        if event.__class__ is ScalarEvent:
            return self._text(event, steps)
        if event.anchor or event.tag:  # a reference to an anchor has its name, too
            raise RefusedError(self._command(event))
        if len(steps) == _DEEPEST:
            raise RefusedError(self._problem("nested-too-deep", event))
        return self._list(steps) if event.__class__ is SequenceStartEvent else self._fields(steps)

    def _list(self, steps: Steps) -> list[Plain]:
        entries: list[Plain] = []
        while (event := self.next()).__class__ is not SequenceEndEvent:
            entries.append(self._value(event, (*steps, len(entries))))
        return entries

    def _fields(self, steps: Steps) -> dict[str, Plain]:
        fields: dict[str, Plain] = {}
        marks: dict[str, Any] = {}
        while (event := self.next()).__class__ is not MappingEndEvent:
            if event.__class__ is not ScalarEvent or event.anchor or event.tag:
                is_command = event.__class__ is AliasEvent or event.anchor or event.tag
                raise RefusedError(self._command(event) if is_command else self._problem("key-not-text", event))
            key: str = event.value
            if key == "<<":
                raise RefusedError(self._problem("merge-key", event))
            if key in fields:
                self.problems.append(self._problem("key-twice", event, field=key, first=str(marks[key].line + 1)))
                # Read on without noting it: the rest of the file deserves its own problems.
                self._value(self.next(), (*steps, f"{key} (2)"))
                continue
            if (len(key) < LONG or key[0] in SIGNS) and event.implicit[0] and (rule := misread(key)):
                self._misread(rule, event, (*steps, key), on_key=True)
            marks[key] = event.start_mark
            event = self.next()
            if event.__class__ is ScalarEvent:
                fields[key] = self._text(event, steps, key)
            else:
                fields[key] = self._value(event, (*steps, key))
        return fields

    def _text(self, event: Any, above: Steps, *last: Step) -> str:
        """A word at the steps `above` and then `last`, which few need."""
        if event.anchor or event.tag:
            raise RefusedError(self._command(event))
        value: str = event.value
        if (len(value) < LONG or value[0] in SIGNS) and event.implicit[0] and (rule := misread(value)):
            self._misread(rule, event, (*above, *last))
        return value

    def _misread(self, rule: str, event: Any, steps: Steps, *, on_key: bool = False) -> None:
        """Note an unquoted word that may be read as something else than text."""
        word: str = event.value
        place = place_of(event)
        given = {"given": word, "field": str(steps[-1]) if steps else ""}
        if rule == "dash-without-space":
            if self._first_on_line(event):
                dash = Place(place.line, place.column)
                self.problems.append(Problem("dash-without-space", self.file, steps, place=dash, instead="- "))
        elif rule == "word-nothing" and not on_key:
            self.problems.append(Problem("word-nothing", self.file, steps, given, place=place, instead=""))
        else:
            self.doubts.append(Problem(rule, self.file, steps, given, on_key, quoted(word), place))

    def _first_on_line(self, event: Any) -> bool:
        start = event.start_mark.index
        return not self.text[start - event.start_mark.column : start].strip(" -")

    def _command(self, event: Any) -> Problem:
        """A reference or a tag, with the text in quotes that the editor may have meant."""
        start = event.start_mark
        line = self.text.split("\n")[start.line]
        written = without_comment(line[start.column :])
        # Within brackets only the parser knows where a value ends; before a list or fields there is none.
        alone = event.__class__ in (ScalarEvent, AliasEvent) and not re.search(r"[\[{]", line[: start.column])
        place = Place(start.line + 1, start.column + 1, len(written)) if alone else place_of(event)
        rule = "tag-forbidden" if getattr(event, "tag", None) else "anchor-forbidden"
        given = {"given": written, "tag": written.split()[0]}
        return Problem(rule, self.file, details=given, place=place, instead=quoted(written) if alone else None)

    def _problem(self, rule: str, event: Any, **details: str) -> Problem:
        return Problem(rule, self.file, details=details, place=place_of(event))
