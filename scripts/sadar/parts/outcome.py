"""What a build came to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sadar import checks
from sadar.parts.record import Finished
from sadar.problem import Problem


@dataclass(frozen=True, slots=True)
class Outcome:
    """`made`, `same` and `gone` count files of the site; all else as the record has it."""

    problems: tuple[Problem, ...]
    pages: int
    records: int
    files: int
    unnoted: int
    made: int
    same: int
    gone: int


def outcome(end: Finished, made: int = 0, gone: int = 0) -> Outcome:
    """What the build that left this record came to."""
    told = end.problems, end.looked.pages, end.records, len(end.seen.files), end.looked.unnoted
    return Outcome(*told, made, end.total - made, gone)


def stop(problems: Iterable[Problem]) -> bool:
    """Whether one of them is a mistake."""
    return any(problem.rule not in checks.WARNINGS for problem in problems)
