"""What is wrong with a record, said in steps into the record; only the report speaks in lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

Step = str | int
Steps = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a file: line and column count from 1; `width` is in characters."""

    line: int
    column: int
    width: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: the rule it breaks, its file (relative to the campaign's root), the steps to the value.

    `details` fill the rule's sentence. `on_key` means the field's name is wrong, not its value. `instead` is what to
    type in the place of the wrong text, where that is known. `place` is given only by what reads text, where there are
    no steps yet.
    """

    rule: str
    file: PurePosixPath
    steps: Steps = ()
    details: Mapping[str, str] = field(default_factory=dict)
    on_key: bool = False
    instead: str | None = None
    place: Place | None = None
