"""The report for a person: grouped by file, the line shown with a caret under the value, one closing count."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Literal

from sadar.language import Language
from sadar.report.finding import Finding
from sadar.wording import problem_sentences

Role = Literal["file", "error", "warning", "right"]
Paint = Callable[[str, Role], str]

_LONGEST = 100  # characters of a line that are shown
_BEFORE = 40  # of them before the value, in a line that is longer


def _plain(text: str, _: Role) -> str:
    return text


def as_text(found: tuple[Finding, ...], files: int, records: int, language: Language, paint: Paint = _plain) -> str:
    """The whole report; `paint` colours a piece of it where the reader's terminal shows colours."""
    lines: list[str] = []
    for file, group in groupby(found, key=lambda each: each.file):
        lines.append(paint(file, "file"))
        for each in group:
            lines.extend(f"  {line}" for line in _told(each, language, paint))
        lines.append("")
    return "\n".join([*lines, closing(found, files, records, language)])


def closing(found: tuple[Finding, ...], files: int, records: int, language: Language) -> str:
    """The one count at the end."""
    errors = sum(each.severity == "error" for each in found)
    sentence = problem_sentences(language)["report"]["closing" if found else "clean"]
    return sentence.format(errors=errors, warnings=len(found) - errors, files=files, records=records)


def _told(each: Finding, language: Language, paint: Paint) -> Iterator[str]:
    sentences = problem_sentences(language)["report"]
    yield f"{each.file}:{each.line}:{each.column}  {paint(sentences[each.severity], each.severity)} [{each.rule}]"
    start = each.column - 1
    if each.source_line.strip():
        line, start_shown = _window(each.source_line, start)
        value = line[start_shown : start_shown + each.width]
        yield f"  {line}"
        yield f"  {_blank(line[:start_shown])}{paint('^' * max(_columns(value), 1), each.severity)}"
    yield f"  {each.message}"
    if each.hint:
        yield f"  → {each.hint}"
    if each.corrected_line:
        right, _ = _window(each.corrected_line, start)
        yield f"  → {sentences['corrected']} {paint(right.strip(), 'right')}"


def _window(line: str, start: int) -> tuple[str, int]:
    """The part of a long line around the value, and where the value starts in it."""
    if len(line) <= _LONGEST:
        return line, start
    begin = max(0, min(start - _BEFORE, len(line) - _LONGEST))
    before = "…" if begin else ""
    after = "…" if begin + _LONGEST < len(line) else ""
    return f"{before}{line[begin : begin + _LONGEST]}{after}", start - begin + len(before)


def _blank(text: str) -> str:
    """Blanks as wide as `text` on a terminal; a tab stays a tab, because its width depends on where it stands."""
    return "".join("\t" if sign == "\t" else " " * _columns(sign) for sign in text)


def _columns(text: str) -> int:
    """How many columns a terminal gives to `text`."""
    return sum(_columns_of(sign) for sign in text)


def _columns_of(sign: str) -> int:
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in ("W", "F") else 1
