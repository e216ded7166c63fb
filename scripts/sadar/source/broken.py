"""The complaint of the YAML parser in words of our own: what the editor did, and what to type instead."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

import yaml

from sadar.problem import Problem
from sadar.source.indentation import dashes, indentation, tabs
from sadar.source.quotes import backslash, colon_in_text, quote_unclosed, sign_at_start, text_after_quote
from sadar.source.slip import Slip, slip, without_comment
from sadar.source.writing import in_brackets


def explained(file: PurePosixPath, text: str, error: yaml.MarkedYAMLError) -> tuple[Problem, ...]:
    """The mistake behind a parser's error; several only where lines begin with tabs."""
    found = slip(file, text, error)
    if told := tabs(found):
        return told
    for explanation in _EXPLANATIONS:
        if problem := explanation(found):
            return (problem,)
    reason = error.problem or "?"
    return (found.problem("yaml-broken", found.line, found.column, 1, reason=reason),)


def _reference(slip: Slip) -> Problem | None:
    """A value must not begin with & or *."""
    if "anchor" in slip.words or "alias" in slip.words:
        return slip.in_quotes("anchor-forbidden", slip.first_line, slip.first_column)
    if isinstance(slip.before, yaml.AliasToken) and slip.before.start_mark.line == slip.line:
        return slip.in_quotes("anchor-forbidden", slip.line, slip.before.start_mark.column)
    return None


def _tag(slip: Slip) -> Problem | None:
    """A value must not begin with !."""
    if "tag" not in slip.words:
        return None
    tag = slip.lines[slip.first_line][slip.first_column :].split()[0]
    return slip.in_quotes("tag-forbidden", slip.first_line, slip.first_column, tag=tag)


def _list_on_one_line(slip: Slip) -> Problem | None:
    """A list on the line of its field must stand in brackets."""
    if "sequence entries are not allowed" not in slip.words:
        return None
    value = without_comment(slip.lines[slip.line][slip.column :])
    entry = value.removeprefix("-").strip()
    right = f"[{entry}]" if entry[:1] in ("'", '"') else in_brackets(entry)
    return slip.problem("list-on-one-line", slip.line, slip.column, len(value), right)


def _colon_without_space(slip: Slip) -> Problem | None:
    """A field's name must end in a colon and a space."""
    line = slip.first_line if "simple key" in slip.words else slip.line_above(slip.line)
    wanted = "could not find expected ':'" in slip.words or "mapping values are not allowed" in slip.words
    match = re.match(r"\s*(?:- +)*[a-z_]+(:)[^\s:/]", slip.lines[line]) if wanted and line is not None else None
    return slip.problem("colon-without-space", line, match.start(1), 1, ": ") if match and line is not None else None


def _bracket(slip: Slip) -> Problem | None:
    """Brackets must be closed on their line, with commas between their parts."""
    if "flow" not in slip.words:
        return None
    line, column = slip.first_line, slip.first_column
    sign = slip.lines[slip.line][slip.column : slip.column + 1]
    if slip.line == line and sign:
        return slip.problem("bracket-content", line, slip.column, 1, given=sign)
    value = without_comment(slip.lines[line][column:])
    closing = {"[": "]", "{": "}"}.get(value[:1], "")
    return slip.problem("bracket-unclosed", line, column, len(value), value.rstrip(",") + closing)


def _second_document(slip: Slip) -> Problem | None:
    """Nothing may follow the end of a record."""
    ended = any(line.startswith("...") for line in slip.lines[: slip.line])
    if "<document start>" not in slip.words or not ended:
        return None
    return slip.problem("several-documents", slip.line, slip.column, 1)


# The first that has something to say is told.
_EXPLANATIONS = (
    quote_unclosed,
    backslash,
    _reference,
    _tag,
    _list_on_one_line,
    colon_in_text,
    text_after_quote,
    _bracket,
    sign_at_start,
    _second_document,
    dashes,
    _colon_without_space,
    indentation,
)
