"""What the words of a fixed list mean: records hold them in English, editors know what the pages say for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches

from sadar.language import LANGUAGES, Language
from sadar.problem import Problem
from sadar.wording import wording

_ALIKE = 0.85  # one slip of the keyboard; «diresmikan» is not «direncanakan»


def explained(problem: Problem, language: Language) -> Problem:
    """A `not-a-choice` whose choices stand with their meaning; who typed a meaning is told its choice. Others as is."""
    if problem.rule != "not-a-choice" or "expected" not in problem.details:
        return problem
    choices = problem.details["expected"].split(", ")
    words = _words(choices, language)
    told = [f"{each} ({words[each]})" if words[each].casefold() != each.casefold() else each for each in choices]
    # Nearness of a meaning comes first: it is told in the editor's own language.
    nearest = _meant(problem.details["given"], choices) or problem.details["nearest"]
    details = {**problem.details, "expected": ", ".join(told), "nearest": nearest}
    return replace(problem, details=details, instead=nearest or None)


def _meant(given: str, choices: Sequence[str]) -> str:
    """The choice whose meaning was typed, in whichever language; empty where none was."""
    means = {word.casefold(): each for own in LANGUAGES for each, word in _words(choices, own).items()}
    return next((means[word] for word in get_close_matches(given.casefold(), means, 1, _ALIKE)), "")


def _words(choices: Sequence[str], language: Language) -> Mapping[str, str]:
    """What the pages say for each choice: of the tables that have all, or lack one (a sign, such as Rp), the smallest.

    The choice itself where there is no such table, or it lacks the choice.
    """
    tables = sorted(wording(language).messages.values(), key=len)
    words = max(({each: table[each] for each in choices if _is_word(table.get(each))} for table in tables), key=len)
    known = words if len(words) >= max(2, len(choices) - 1) else {}
    return {each: str(known.get(each, each)) for each in choices}


def _is_word(said: object) -> bool:
    """Whether it stands by itself: no sentence with gaps, and not one that counts."""
    return isinstance(said, str) and "{" not in said
