"""Villages found by a name as people type it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sadar.regions.places import Village
from sadar.regions.spelling import folded, folded_in_word_order

# In percent of equal letters; below it a suggestion puzzles more than it helps.
_LEAST_LIKENESS = 60.0
# In percent; a name with its words in the typed order comes before one with the same words swapped.
_COST_OF_SWAPPING = 1.0


class Spellings:
    """The villages of one regency, or of the nation, with their names prepared for comparing."""

    def __init__(self, villages: Iterable[Village]) -> None:
        self._villages = tuple(villages)
        self._names = tuple(folded(village.name) for village in self._villages)
        self._swapped = tuple(folded_in_word_order(village.name) for village in self._villages)

    def named(self, name: str) -> tuple[Village, ...]:
        """The villages whose name folds to the same."""
        wanted = folded(name)
        return tuple(village for village, each in zip(self._villages, self._names, strict=True) if each == wanted)

    def beginning(self, name: str, limit: int) -> tuple[Village, ...]:
        """At most `limit` villages whose name begins with what was typed, shortest names first."""
        wanted = folded(name)
        found = [each for each in range(len(self._names)) if wanted and self._names[each].startswith(wanted)]
        return tuple(self._villages[each] for each in sorted(found, key=lambda each: len(self._names[each]))[:limit])

    def nearest(self, name: str, limit: int) -> tuple[Village, ...]:
        """At most `limit` villages with names most like the typed one, best first; empty where none is like it."""
        if not folded(name):
            return ()
        likeness: dict[int, float] = {}
        for position, value in _most_alike(folded_in_word_order(name), self._swapped, limit):
            likeness[position] = value - _COST_OF_SWAPPING
        for position, value in _most_alike(folded(name), self._names, limit):
            likeness[position] = max(value, likeness.get(position, 0.0))
        best = sorted(likeness, key=lambda position: (-likeness[position], position))
        return tuple(self._villages[position] for position in best[:limit])


def _most_alike(name: str, names: Sequence[str], limit: int) -> list[tuple[int, float]]:
    from rapidfuzz import fuzz, process  # only where somebody is told what to write instead

    found = process.extract(name, names, scorer=fuzz.ratio, limit=limit, score_cutoff=_LEAST_LIKENESS)
    return [(position, value) for _, value, position in found]
