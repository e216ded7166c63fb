"""Where the parser gave up, and what stood there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

import yaml

from sadar.problem import Place, Problem
from sadar.source.library import Loader
from sadar.source.writing import quoted

FIELD = re.compile(r"""(?P<before>\s*(?:- +)*)(?P<name>[^\s:#"'\[{-][^:#"'\[{]*):(?:[ \t]+(?P<value>.*)|$)""")
_SPOKEN = (yaml.ScalarToken, yaml.AliasToken, yaml.AnchorToken, yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)


@dataclass(frozen=True, slots=True)
class Slip:
    """The parser's complaint: its words, the line and column (from 0) of its start and its end, the token before it."""

    file: PurePosixPath
    lines: tuple[str, ...]
    words: str
    line: int
    column: int
    first_line: int
    first_column: int
    before: Any

    def problem(
        self, rule: str, line: int, column: int, width: int, instead: str | None = None, **given: str
    ) -> Problem:
        """A problem at a line and column that count from 0."""
        place = Place(line + 1, column + 1, max(width, 1))
        return Problem(rule, self.file, details=given, place=place, instead=instead)

    def in_quotes(self, rule: str, line: int, column: int, **given: str) -> Problem:
        """A problem whose way out is to put the rest of the line in quotes."""
        value = without_comment(self.lines[line][column:])
        enclosed = len(value) > 2 and value[0] in "\"'" and value[0] == value[-1]
        right = quoted(value[1:-1] if enclosed else value)
        return self.problem(rule, line, column, len(value), right, given=value, **given)

    def line_above(self, line: int) -> int | None:
        """The nearest line above that is neither empty nor a comment."""
        return next((each for each in range(line - 1, -1, -1) if not re.match(r"\s*(#|$)", self.lines[each])), None)


def slip(file: PurePosixPath, text: str, error: yaml.MarkedYAMLError) -> Slip:
    """What the parser says, with marks inside the file."""
    lines = tuple(text.removesuffix("\n").split("\n"))
    end = error.problem_mark or error.context_mark
    start = error.context_mark or end
    words = f"{error.context or ''}: {error.problem or ''}".lower()
    return Slip(file, lines, words, *_inside(lines, end), *_inside(lines, start), _token_before(text, end))


def indent(line: str) -> int:
    """How many characters a line is indented."""
    return len(line) - len(line.lstrip())


def without_comment(text: str) -> str:
    """A value without the comment behind it."""
    return re.split(r"\s+#\s", f"{text} ", maxsplit=1)[0].rstrip()


def _inside(lines: tuple[str, ...], mark: Any) -> tuple[int, int]:
    line = min(mark.line, len(lines) - 1) if mark else 0
    column = mark.column if mark and mark.line == line else len(lines[line])
    return line, min(column, len(lines[line]))


def _token_before(text: str, end: Any) -> yaml.Token | None:
    """The last word, reference or closing bracket before the place of the complaint."""
    last: yaml.Token | None = None
    try:
        for token in yaml.scan(text, Loader=Loader):
            if end is None or token.start_mark.index >= end.index:
                break
            last = token if isinstance(token, _SPOKEN) else last
    except yaml.YAMLError:
        pass  # the complaint itself
    return last
