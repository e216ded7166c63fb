"""Problems for people and programs: as text with the line shown, as JSON, as annotations of GitHub."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path, PurePosixPath

from sadar.checks import SECRETS, WARNINGS
from sadar.problem import Place, Problem
from sadar.records import Language
from sadar.records.gathering import document
from sadar.wording import problem_sentences


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem with its place and its sentences: what every form of the report is made of."""

    file: str
    line: int
    column: int
    width: int
    rule: str
    severity: str
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
        source = document(root, file) if file.suffix in (".yml", ".md") else None
        lines = source.text.splitlines() if source else []
        for problem in group:
            place = source.place(problem) if source else problem.place or Place(1, 1)
            found.append(_finding(file, place, problem, lines, language))
    return tuple(sorted(found, key=lambda each: (each.file, each.line, each.column, each.rule)))


def as_text(found: tuple[Finding, ...], files: int, records: int, language: Language) -> str:
    """For a person: grouped by file, the line shown with a caret under the value, one closing count."""
    sentences = problem_sentences(language)["report"]
    parts: list[str] = []
    for file, group in groupby(found, key=lambda each: each.file):
        parts.append(file)
        for each in group:
            severity = sentences[each.severity]
            parts.append(f"  {each.file}:{each.line}:{each.column}  {severity} [{each.rule}]")
            if each.source_line:
                parts.append(f"    {each.source_line}")
                parts.append(f"    {' ' * (each.column - 1)}{'^' * min(each.width, 60)}")
            parts.append(f"    {each.message}")
            if each.hint:
                parts.append(f"    → {each.hint}")
            if each.corrected_line:
                parts.append(f"    → {each.corrected_line.strip()}")
        parts.append("")
    errors = sum(each.severity == "error" for each in found)
    closing = sentences["closing"] if found else sentences["clean"]
    parts.append(closing.format(errors=errors, warnings=len(found) - errors, files=files, records=records))
    return "\n".join(parts)


def as_json(found: tuple[Finding, ...], files: int, records: int) -> str:
    """For a program: the one object that the design fixes."""
    names = ("file", "line", "column", "rule", "severity", "field", "message", "hint")
    rows = [{name: getattr(each, name) for name in names} for each in found]
    return json.dumps({"problems": rows, "files": files, "records": records}, ensure_ascii=False, indent=2)


def as_github(found: tuple[Finding, ...]) -> str:
    """For GitHub: one annotation a problem, beside the line it is about."""
    return "\n".join(
        f"::{each.severity} file={_property(each.file)},line={each.line},col={each.column},"
        f"title={_property(each.rule)}::{_message(f'{each.message} {each.hint}'.strip())}"
        for each in found
    )


def _finding(file: PurePosixPath, place: Place, problem: Problem, lines: list[str], language: Language) -> Finding:
    sentences = problem_sentences(language)[problem.rule]
    details = _Details(problem.details)
    # What must not be published is not repeated in a log that everyone can read.
    line = "" if problem.rule in SECRETS or place.line > len(lines) else lines[place.line - 1]
    return Finding(
        file=str(file),
        line=place.line,
        column=place.column,
        width=place.width,
        rule=problem.rule,
        severity="warning" if problem.rule in WARNINGS else "error",
        field=".".join(str(step) for step in problem.steps),
        message=sentences["message"].format_map(details),
        hint=_hint(sentences.get("hint", ""), details),
        source_line=line,
        corrected_line=_corrected(line, place, problem.instead),
    )


def _corrected(line: str, place: Place, instead: str | None) -> str:
    """The line with the right text in the place of the wrong one."""
    if instead is None or not line:
        return ""
    start = place.column - 1
    return f"{line[:start]}{instead}{line[start + place.width :]}"


class _Details(dict[str, str]):
    """Details for a sentence; one that a problem does not carry is empty, so that a sentence is never lost."""

    def __missing__(self, key: str) -> str:
        return ""


def _hint(sentence: str, details: _Details) -> str:
    """The hint, unless it would suggest nothing."""
    gaps_filled = sentence.format_map(details)
    return "" if gaps_filled != sentence and "«»" in gaps_filled else gaps_filled


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
