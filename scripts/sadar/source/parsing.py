"""A YAML text to plain data, or to the mistakes in it."""

from __future__ import annotations

from itertools import islice
from pathlib import PurePosixPath
from typing import NamedTuple

import yaml

from sadar.problem import Problem
from sadar.source.broken import explained
from sadar.source.document import Plain
from sadar.source.reading import Reading, RefusedError
from sadar.source.signs import hashes, line_signs

_MOST_CORRECTED = 20  # mistakes that stop the parser, before the file is put aside
_MOST_TOLD = 100  # mistakes of one kind of reading; a file with more is no record at all

# After these the corrected text says surely what was meant, so that reading can go on.
_CERTAIN = frozenset(
    {"colon-in-text", "text-after-quote", "sign-at-start", "colon-without-space", "backslash-in-quotes"}
)


class Parsed(NamedTuple):
    """Plain data, None where the text could not be understood; the mistakes; what only the record can decide.

    `text` is the text that was understood in the end.
    """

    text: str
    data: Plain | None
    problems: tuple[Problem, ...]
    doubts: tuple[Problem, ...] = ()


def parsed(file: PurePosixPath, text: str) -> Parsed:
    """Read the one record of a text. Nothing is raised."""
    problems: list[Problem] = list(line_signs(file, text))
    while not problems or (len(problems) < _MOST_CORRECTED and problems[-1].rule in _CERTAIN):
        reading = Reading(file, text)
        try:
            data = reading.document()
        except RefusedError as refused:
            problems.extend((*reading.problems, refused.problem))
        except yaml.MarkedYAMLError as error:
            problems.extend(explained(file, text, error))
            text = _corrected(text, problems[-1])
        else:
            problems.extend((*reading.problems, *islice(hashes(file, text), _MOST_TOLD)))
            return Parsed(text, data, tuple(problems[:_MOST_TOLD]), tuple(reading.doubts[:_MOST_TOLD]))
    return Parsed(text, None, tuple(problems[:_MOST_TOLD]))


def _corrected(text: str, problem: Problem) -> str:
    place, instead = problem.place, problem.instead
    if place is None or instead is None:
        return text
    lines = text.split("\n")
    line, start = lines[place.line - 1], place.column - 1
    lines[place.line - 1] = f"{line[:start]}{instead}{line[start + place.width :]}"
    return "\n".join(lines)
