"""Lines that begin too far left or right, with tabs, or without the dash of a list."""

from __future__ import annotations

import re

from sadar.problem import Problem
from sadar.source.slip import FIELD, Slip, indent

_TABS = re.compile(r" *(\t[ \t]*)")


def tabs(slip: Slip) -> tuple[Problem, ...]:
    """Lines must be indented with spaces: every line that begins with a tab, where one of them stopped the parser."""
    found = {number: match for number, line in enumerate(slip.lines) if (match := _TABS.match(line))}
    if not found.keys() & {slip.line, slip.line - 1}:
        return ()
    return tuple(
        slip.problem("tab-in-front", line, match.start(1), len(match[1]), _spaces(match[1], slip.lines[line]))
        for line, match in found.items()
    )


def _spaces(before: str, line: str) -> str:
    return before.replace("\t", "  ") if line.strip() else ""


def dashes(slip: Slip) -> Problem | None:
    """An entry of a list must begin with a dash and a space."""
    above = slip.line_above(slip.line)
    lines = [slip.first_line if "simple key" in slip.words else slip.line]
    if "mapping values are not allowed" in slip.words and above is not None:
        lines.append(above)
    for line in lines:
        if match := re.match(r"\s*(-)[^\s\d-]", slip.lines[line]):
            return slip.problem("dash-without-space", line, match.start(1), 1, "- ")
    line = lines[0]
    before = slip.line_above(line)
    text = slip.lines[line]
    if before is None or FIELD.match(text) or not re.match(rf" {{{indent(text)}}}- ", slip.lines[before]):
        return None
    return slip.problem("dash-missing", line, indent(text), 1, f"- {text.lstrip()[:1]}")


def indentation(slip: Slip) -> Problem | None:
    """Fields of one part must begin in one column."""
    if "<document start>" in slip.words:
        first = next(number for number, line in enumerate(slip.lines) if line.strip() and not line.startswith("#"))
        return _moved(slip, first, 0)
    above = slip.line_above(slip.line)
    if above is None:
        return None
    if "could not find expected ':'" in slip.words:
        word = slip.lines[slip.first_line].split()
        return slip.problem("colon-missing", slip.first_line, slip.first_column, 1, given=word[0] if word else "")
    if "mapping values are not allowed" in slip.words:
        return _deeper_than_above(slip, above)
    if re.search(r"did not find expected (key|'-')|expected <block end>", slip.words):
        return _moved(slip, slip.line, _nearest_column(slip))
    return None


def _nearest_column(slip: Slip) -> int:
    """The column, among those of the lines above, that lies nearest; entries of lists go with entries."""
    text = slip.lines[slip.line]
    here = indent(text)
    above = slip.lines[: slip.line]
    if not FIELD.match(text) and not text.lstrip().startswith("- "):
        return next((indent(line) for line in reversed(above) if line.strip()), 0)
    if text.lstrip().startswith("- "):
        columns = {indent(line) for line in above if line.lstrip().startswith("- ")}
    else:
        columns = {_column(line) for line in above if FIELD.match(line)}
    return min(columns or {0}, key=lambda each: (abs(each - here), -each))


def _deeper_than_above(slip: Slip, above: int) -> Problem | None:
    """A field stands deeper than the one above, which has a text already; or the line above is no field at all."""
    if not FIELD.match(slip.lines[above]):
        word = slip.lines[above].split()[0]
        return slip.problem("colon-missing", above, indent(slip.lines[above]), len(word), given=word)
    higher = slip.line_above(above)
    begun = higher is not None and slip.lines[higher].rstrip().endswith(":")
    if higher is not None and begun and _column(slip.lines[higher]) == _column(slip.lines[above]):
        return _moved(slip, above, indent(slip.lines[slip.line]))
    if slip.lines[slip.line].lstrip().startswith("- "):
        return _moved(slip, slip.line, _nearest_column(slip))
    return _moved(slip, slip.line, _column(slip.lines[above]))


def _column(line: str) -> int:
    """Where a field's name begins, behind the dashes of its list."""
    match = FIELD.match(line)
    return match.start("name") if match else indent(line)


def _moved(slip: Slip, line: int, right: int) -> Problem | None:
    text = slip.lines[line]
    here = indent(text)
    if here == right:
        return None
    given = {"given": str(here), "right": str(right)}
    if here == 0:
        return slip.problem("indentation-wrong", line, 0, 1, " " * right + text[:1], **given)
    return slip.problem("indentation-wrong", line, 0, here, " " * right, **given)
