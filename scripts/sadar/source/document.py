"""What was read from a file, and where everything stands in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from sadar.problem import Place, Problem, Steps
from sadar.source.comments import comments_in
from sadar.source.places import Places, places_in

Plain = str | list["Plain"] | dict[str, "Plain"]


@dataclass(frozen=True)
class Document:
    """A file's data and what its written text gave rise to; `data` is None where it could not be read.

    `problems` are mistakes. `remarks` are told, but the data stands. `doubts` are words that YAML reads as something
    else than text: mistakes where the record has nothing against them. `yaml` is what
    the data was read from, line by line as in the file.
    """

    file: PurePosixPath
    text: str
    data: Plain | None
    problems: tuple[Problem, ...] = ()
    remarks: tuple[Problem, ...] = ()
    doubts: tuple[Problem, ...] = ()
    body: str = ""
    yaml: str = ""

    def place(self, problem: Problem) -> Place:
        """Where a problem of this file stands; a missing field is shown at the record it is missing from."""
        if problem.place:
            return problem.place
        first, then = self._places.of(problem.on_key), self._places.of(not problem.on_key)
        for end in range(len(problem.steps), -1, -1):
            steps = problem.steps[:end]
            found = first.get(steps) or then.get(steps)
            if found:
                return found
        return Place(1, 1)

    def value_at(self, steps: Steps) -> Place | None:
        """Where a value is written; None where it is not."""
        return self._places.values.get(steps)

    def lines(self, steps: Steps) -> set[int]:
        """The lines where the field's name and its value begin, where they stand in the file at all."""
        places = (self._places.keys.get(steps), self._places.values.get(steps))
        return {place.line for place in places if place}

    @property
    def comments(self) -> tuple[tuple[int, str], ...]:
        """Every comment as (line, text): a repository is read by everyone, comments included."""
        return comments_in(self.yaml) if self.data is not None else ()

    @cached_property
    def _places(self) -> Places:
        """Found only when asked for: most files have no problem."""
        return places_in(self.yaml) if self.data is not None else Places({}, {})
