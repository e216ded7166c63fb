"""Where every field name and value of a YAML text stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from sadar.problem import Place, Steps
from sadar.source.library import Loader


@dataclass(frozen=True, slots=True)
class Places:
    """The places of values and of field names, by the steps to them."""

    values: Mapping[Steps, Place]
    keys: Mapping[Steps, Place]

    def of(self, keys: bool) -> Mapping[Steps, Place]:  # noqa: FBT001 (says which of the two)
        return self.keys if keys else self.values


def places_in(text: str) -> Places:
    """The places in a text that has been parsed before without refusal."""
    walk = _Walk(Loader(text).get_event)
    walk.document()
    return Places(walk.values, walk.keys)


class _Walk:
    def __init__(self, next_event: Callable[[], yaml.Event]) -> None:
        self.next = next_event
        self.values: dict[Steps, Place] = {}
        self.keys: dict[Steps, Place] = {}

    def document(self) -> None:
        self.next()  # the stream begins
        self.next()  # the document begins
        self._node(self.next(), ())

    def _node(self, first: yaml.Event, steps: Steps) -> yaml.Event:
        """Walk one value; the event it ends with."""
        last, written = first, first
        if isinstance(first, yaml.SequenceStartEvent):
            index = 0
            while not isinstance(last := self.next(), yaml.SequenceEndEvent):
                written = self._node(last, (*steps, index))
                index += 1
        elif isinstance(first, yaml.MappingStartEvent):
            while not isinstance(last := self.next(), yaml.MappingEndEvent):
                inner = (*steps, str(getattr(last, "value", "")))
                # A name that stands there twice is known by the first.
                known = inner in self.keys
                self.keys.setdefault(inner, place_of(last))
                written = self._node(self.next(), (*steps, f"{inner[-1]} (2)") if known else inner)
        # Where brackets stand, the value ends with them; else with what was written last.
        end = last if getattr(first, "flow_style", False) else written
        self.values.setdefault(steps, place_of(first, end))
        return end


def place_of(first: Any, last: Any = None) -> Place:
    """The place from the start of one event to the end of another; one character wide if it goes over lines."""
    start, end = first.start_mark, (last or first).end_mark
    width = end.column - start.column if start.line == end.line else 1
    return Place(start.line + 1, start.column + 1, max(width, 1))
