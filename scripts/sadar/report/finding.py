"""A problem with its place and its sentences: what every form of the report is made of."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import Literal

from sadar.checks import SECRETS, WARNINGS
from sadar.checks.privacy import public_part
from sadar.checks.secrets import secrets
from sadar.language import Language
from sadar.problem import Place, Problem
from sadar.records.redirects import LEDGER
from sadar.report.choices import explained
from sadar.source import document
from sadar.wording import problem_sentences

_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # where YAML ends a line
_STEERING_KINDS = {"Cc", "Cs"}  # control characters, halves of letters
_STEERING_SIGNS = {*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"}  # turn the direction of writing
# A number long enough to be a person's (NIK, telephone, account), or an e-mail address, in the name of a file or field.
_PERSONAL = re.compile(r"\d(?:[-._ ]?\d){9,}|[^/\s]+@[^/\s]+")
_VALUES = ("given", "nearest", "instead", "name", "tag")


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem as it is told; `source_line` and `corrected_line` are empty where there is none to show."""

    file: str
    line: int
    column: int
    width: int
    rule: str
    severity: Literal["error", "warning"]
    field: str
    message: str
    hint: str
    source_line: str
    corrected_line: str


def findings(root: Path, problems: Iterable[Problem], language: Language) -> tuple[Finding, ...]:
    """Every problem with its line, in the order of files and lines. Reads each file once more for its lines."""
    found: list[Finding] = []
    in_order = sorted(problems, key=lambda problem: str(problem.file))
    for file, group in groupby(in_order, key=lambda problem: problem.file):
        found.extend(_of_file(root, file, tuple(group), language))
    return tuple(sorted(found, key=lambda each: (each.file, each.line, each.column, each.rule)))


def _of_file(root: Path, file: PurePosixPath, problems: tuple[Problem, ...], language: Language) -> Iterator[Finding]:
    source = document(root, file) if file.suffix in (".yml", ".md") or file == LEDGER else None
    lines = dict(enumerate(_LINE_END.split(source.text) if source else (), start=1))
    told = [explained(each, language) for each in problems]
    placed = [(each, source.place(each) if source else each.place or Place(1, 1)) for each in told]
    # What must not be published is not repeated in a log that everyone can read, by no rule.
    secret = {place.line for problem, place in placed if problem.rule in SECRETS}
    # A record that cannot be read never reaches the rules on private persons: its lines are looked through here.
    secret |= {place.line for _, place in placed if secrets(lines.get(place.line, ""))}
    named_privately = public_part(file) != file
    for problem, place in placed:
        # Where a folder's name is private, any detail may repeat it.
        values = problem.details if named_privately else _VALUES if place.line in secret else ()
        hidden = dict.fromkeys(values, "…")
        line = "" if place.line in secret else _visible(lines.get(place.line, ""))
        yield _finding(problem, place, line, {**problem.details, **hidden}, language)


def _finding(problem: Problem, place: Place, line: str, details: Mapping[str, str], language: Language) -> Finding:
    sentences = problem_sentences(language)
    filled = _Details({**details, "field": _masked(_field(problem, details, sentences["report"]))})
    told = sentences[problem.rule]
    return Finding(
        file=_masked(str(problem.file)),
        line=place.line,
        column=place.column,
        width=place.width,
        rule=problem.rule,
        severity="warning" if problem.rule in WARNINGS else "error",
        field=_masked(".".join(str(step) for step in problem.steps)),
        message=_visible(told["message"].format_map(filled)),
        hint=_visible(_hint(told.get("hint", ""), filled)),
        source_line=line,
        corrected_line=_corrected(line, place, problem.instead),
    )


def _field(problem: Problem, details: Mapping[str, str], sentences: Mapping[str, str]) -> str:
    """The field as a sentence names it: `parties ke-2` for an entry of a list, words for the whole file."""
    if problem.steps and isinstance(problem.steps[-1], int):
        name = next((step for step in reversed(problem.steps) if isinstance(step, str)), "")
        return sentences["entry"].format(field=name, number=problem.steps[-1] + 1)
    return details.get("field", "") or (str(problem.steps[-1]) if problem.steps else sentences["whole"])


def _corrected(line: str, place: Place, instead: str | None) -> str:
    """The line with the right text in the place of the wrong one."""
    if instead is None or not line:
        return ""
    start = place.column - 1
    return _visible(f"{line[:start]}{instead}{line[start + place.width :]}")


class _Details(dict[str, str]):
    """Details for a sentence; one that a problem does not carry is empty, so that a sentence is never lost."""

    def __missing__(self, key: str) -> str:
        return ""


def _hint(sentence: str, details: _Details) -> str:
    """The hint, unless it would suggest nothing."""
    filled = sentence.format_map(details)
    return "" if filled != sentence and ("«»" in filled or "«…»" in filled) else filled


def _masked(text: str) -> str:
    return _PERSONAL.sub("…", _visible(text))


def _visible(text: str) -> str:
    """Text that cannot steer a terminal: what would is shown as one sign, so that columns stay."""
    return "".join("\ufffd" if _steers(sign) else sign for sign in text)


def _steers(sign: str) -> bool:
    return sign in _STEERING_SIGNS or (unicodedata.category(sign) in _STEERING_KINDS and sign != "\t")
