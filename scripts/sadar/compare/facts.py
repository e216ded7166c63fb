"""What changed within a record, field by field, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import get_args

from sadar.checks.secrets import veiled
from sadar.compare.telling import LEFT_OUT, field, label, told
from sadar.language import Language
from sadar.records import Words
from sadar.records.benefits import BenefitFigure
from sadar.records.fields import Record
from sadar.wording import Wording

_LONGEST = 240  # letters of a value that are shown
_BEFORE = 40  # of them, so many before the first that differs


@dataclass(frozen=True, slots=True)
class Change:
    """A fact before and after; empty where nothing was, or is, recorded."""

    field: str
    before: str
    after: str


def changes(words: Wording, old: Record, new: Record) -> Iterator[Change]:
    """Every field that differs between two versions of a record."""
    for name in _differing(old, new):
        yield from _of_field(words, label(words, type(new), name), old, new, name)


def of_list(
    words: Wording,
    named: str,
    old: Sequence[object],
    new: Sequence[object],
    figure: BenefitFigure | None = None,
) -> Iterator[Change]:
    """Entries that were added, removed, or changed in their place."""
    alike = SequenceMatcher(None, [repr(each) for each in old], [repr(each) for each in new], autojunk=False)
    for deed, start, end, new_start, new_end in alike.get_opcodes():
        if deed == "equal":
            continue
        gone, come = old[start:end], new[new_start:new_end]
        for before, after in zip(gone, come, strict=False):
            yield from _of_entry(words, named, before, after, figure)
        for before in gone[len(come) :]:
            yield change(named, told(words, before, figure), "")
        for after in come[len(gone) :]:
            yield change(named, "", told(words, after, figure))


def of_table(words: Wording, named: str, old: Mapping[str, Record], new: Mapping[str, Record]) -> Iterator[Change]:
    """Entries that were added, removed or changed below their keys."""
    for key in dict.fromkeys((*old, *new)):
        before, after = old.get(key), new.get(key)
        if before != after:
            yield from _of_entry(words, f"{named}, {key}", before, after, None)


def change(named: str, before: str, after: str) -> Change:
    """A change as far as it may be shown; what is long is shown around the difference."""
    texts = _seen(before), _seen(after)
    alike = next(
        (at for at, signs in enumerate(zip(*texts, strict=False)) if signs[0] != signs[1]), min(map(len, texts))
    )
    return Change(_seen(named), *(_around(text, alike) for text in texts))


def shown(text: str) -> str:
    """A text on one line, as far as it may be shown and there is room."""
    return _around(_seen(text), 0)


def _seen(text: str) -> str:
    return " ".join(veiled(text).split())


def _differing(old: Record, new: Record) -> Iterator[str]:
    return (name for name in type(new).model_fields if getattr(old, name) != getattr(new, name))


def _of_field(words: Wording, named: str, old: Record, new: Record, name: str) -> Iterator[Change]:
    match getattr(old, name), getattr(new, name):
        case (tuple() as before, tuple() as after):
            yield from of_list(words, named, before, after, new if isinstance(new, BenefitFigure) else None)
        case (Mapping() as before, Mapping() as after):
            yield from of_table(words, named, before, after)
        case (Words() as before, Words() as after):
            yield from _of_words(words, named, before, after)
        case _:
            yield change(named, field(words, old, name), field(words, new, name))


def _of_entry(
    words: Wording, named: str, before: object, after: object, figure: BenefitFigure | None
) -> Iterator[Change]:
    """An entry as a phrase, and what the phrase leaves out by its own name."""
    phrases = told(words, before, figure), told(words, after, figure)
    if phrases[0] != phrases[1]:
        yield change(named, *phrases)
    if isinstance(before, Record) and isinstance(after, Record) and type(before) is type(after):
        for name in _differing(before, after):
            unsaid = name in LEFT_OUT or field(words, before, name) == field(words, after, name)
            if unsaid or phrases[0] == phrases[1]:
                yield from _of_field(words, f"{named}, {label(words, type(after), name)}", before, after, name)


def _of_words(words: Wording, named: str, before: Words, after: Words) -> Iterator[Change]:
    versions: tuple[Language, ...] = get_args(Language)
    for language in versions:
        one, other = getattr(before, language), getattr(after, language)
        if one != other:
            inner = named if language == words.language else f"{named}, {label(words, Words, language)}"
            yield change(inner, one, other)


def _around(text: str, differs: int) -> str:
    """A long text as far as there is room, from shortly before the sign at which it differs."""
    if len(text) <= _LONGEST:
        return text
    start = min(max(differs - _BEFORE, 0), len(text) - _LONGEST)
    end = "…" if start + _LONGEST < len(text) else ""
    return f"{'…' if start else ''}{text[start : start + _LONGEST]}{end}"
