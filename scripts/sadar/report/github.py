"""The report for GitHub: annotations beside the lines they are about, and the whole list for the step's summary."""

from __future__ import annotations

import re

from sadar.language import Language
from sadar.report.finding import Finding
from sadar.report.text import closing
from sadar.wording import problem_sentences

_SHOWN = 10  # GitHub shows so many errors, and as many warnings, of one step and drops the rest without a word
_LARGEST = 900_000  # bytes; GitHub refuses a summary above 1 MiB
_MARKUP = re.compile(r"[^\w\s…«»→,;/()-]|_")  # what Markdown, HTML, autolinks or formulas could be made of


def as_github(found: tuple[Finding, ...], files: int, records: int, language: Language) -> str:
    """An annotation a problem, as many as are shown; one line that counts the rest; the closing count."""
    errors = [each for each in found if each.severity == "error"]
    warnings = [each for each in found if each.severity == "warning"]
    shown = errors[:_SHOWN] + warnings[:_SHOWN]
    lines = [_annotation(each, language) for each in shown]
    if len(shown) < len(found):
        sentence = problem_sentences(language)["report"]["unshown"]
        lines.append(f"::notice::{_data(sentence.format(count=len(found) - len(shown)))}")
    return "\n".join([*lines, closing(found, files, records, language)])


def as_summary(found: tuple[Finding, ...], files: int, records: int, language: Language) -> str:
    """Every problem as a row of a Markdown table, as far as GitHub takes them."""
    sentences = problem_sentences(language)["report"]
    top = f"### {sentences['heading']}\n\n{closing(found, files, records, language)}\n"
    if not found:
        return top
    rows = [f"\n| {sentences['place']} | {sentences['problem']} |\n| --- | --- |\n"]
    size = len(top.encode()) + len(rows[0].encode())
    for number, each in enumerate(found):
        row = _row(each, language)
        size += len(row.encode())
        if size > _LARGEST:
            rows.append(f"\n{sentences['unlisted'].format(count=len(found) - number)}\n")
            break
        rows.append(row)
    return top + "".join(rows)


def _annotation(each: Finding, language: Language) -> str:
    properties = {"file": each.file, "line": each.line, "col": each.column, "title": each.rule}
    named = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{each.severity} {named}::{_data(chr(10).join(_sentences(each, language)))}"


def _row(each: Finding, language: Language) -> str:
    severity = problem_sentences(language)["report"][each.severity]
    place = _cell(f"{each.file}:{each.line}:{each.column}")
    told = "<br>".join(_cell(sentence) for sentence in _sentences(each, language))
    return f"| {place}<br>{severity} {_cell(each.rule)} | {told} |\n"


def _sentences(each: Finding, language: Language) -> list[str]:
    corrected = f"{problem_sentences(language)['report']['corrected']} {each.corrected_line.strip()}"
    return [each.message, *([each.hint] if each.hint else []), *([corrected] if each.corrected_line else [])]


def _cell(text: str) -> str:
    """Text as it was typed, in a cell of a table: nothing in it is read as Markdown, HTML, a link or a formula."""
    return _MARKUP.sub(lambda sign: f"&#{ord(sign[0])};", re.sub(r"\s+", " ", text))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _data(text: str) -> str:
    """Text as the runner's workflow commands take it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
