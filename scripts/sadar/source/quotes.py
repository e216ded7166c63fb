"""Quotes that are open, closed too early, or missing."""

from __future__ import annotations

import re

import yaml

from sadar.problem import Problem
from sadar.source.slip import FIELD, Slip, without_comment

_SIGNS = (
    "cannot start any token",
    "expected node content",
    "expected the node content",
    "mapping keys are not allowed",
)


def quote_unclosed(slip: Slip) -> Problem | None:
    """A quote must be closed on its line; an open one swallows lines up to the next quote."""
    if "quoted scalar" in slip.words and ("end of stream" in slip.words or "document indicator" in slip.words):
        line, column = slip.first_line, slip.first_column
    elif _is_quoted(slip) and slip.before.start_mark.line < slip.before.end_mark.line == slip.line:
        line, column = slip.before.start_mark.line, slip.before.start_mark.column
    else:
        return None
    value = without_comment(slip.lines[line][column:])
    closed = re.sub(r"(.)([\]},]*)$", rf"\1{value[0]}\2", value) if "[" in slip.lines[line] else value + value[0]
    return slip.problem("quote-unclosed", line, column, len(value), closed, given=value)


def backslash(slip: Slip) -> Problem | None:
    """A backslash in double quotes begins a command."""
    column = slip.lines[slip.line].rfind("\\", 0, slip.column + 1)
    if "quoted scalar" not in slip.words or column < 0:
        return None
    return slip.problem("backslash-in-quotes", slip.line, column, 1, "\\\\")


def text_after_quote(slip: Slip) -> Problem | None:
    """Nothing may follow a closed quote or bracket."""
    before = slip.before
    closed = _is_quoted(slip) or isinstance(before, yaml.FlowSequenceEndToken | yaml.FlowMappingEndToken)
    if "flow" in slip.words or not closed or not (before.start_mark.line == before.end_mark.line == slip.line):
        return None
    if not re.search(r"did not find expected (key|'-')|expected <block end>", slip.words):
        return None
    field = FIELD.match(slip.lines[slip.line])
    column = field.start("value") if field and field["value"] else before.start_mark.column
    return slip.in_quotes("text-after-quote", slip.line, column)


def sign_at_start(slip: Slip) -> Problem | None:
    """A value must not begin with a sign of YAML."""
    if "block scalar" in slip.words and "expected comment" in slip.words:
        line, column = slip.first_line, slip.first_column
    elif "flow" not in slip.words and any(words in slip.words for words in _SIGNS):
        line, column = slip.line, slip.column
    else:
        return None
    sign = slip.lines[line][column : column + 1]
    return slip.in_quotes("sign-at-start", line, column, sign=sign) if sign else None


def colon_in_text(slip: Slip) -> Problem | None:
    """A text that holds a colon and a space must stand in quotes."""
    field = FIELD.match(slip.lines[slip.line])
    if "mapping values are not allowed" not in slip.words or not field or not field["value"]:
        return None
    if slip.column < field.start("value"):
        return None
    return slip.in_quotes("colon-in-text", slip.line, field.start("value"), field=field["name"])


def _is_quoted(slip: Slip) -> bool:
    return isinstance(slip.before, yaml.ScalarToken) and slip.before.style in ("'", '"')
