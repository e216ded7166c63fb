"""A document's plain data to a record, or to all of its problems at once."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from sadar.problem import Problem, Step
from sadar.records.fields import Record
from sadar.source import Document, Plain, in_brackets, quoted

R = TypeVar("R", bound=Record)

_RULES = {
    "extra_forbidden": "field-unknown",
    "missing": "field-missing",
    "literal_error": "not-a-choice",
    "string_type": "not-a-text",
    "string_too_short": "too-short",
    "string_too_long": "too-long",
    "too_long": "too-long",
    "too_short": "too-few",
    "string_pattern_mismatch": "wrong-form",
    "int_parsing": "not-a-number",
    "float_parsing": "not-a-number",
    "int_type": "not-a-number",
    "float_type": "not-a-number",
    "greater_than_equal": "out-of-bounds",
    "less_than_equal": "out-of-bounds",
    "model_type": "not-fields",
    "model_attributes_type": "not-fields",
    "dict_type": "not-fields",
    "tuple_type": "not-a-list",
}


def valid(kind: type[R], data: Plain) -> R | None:
    """The record that this data makes, or None where anything is wrong with it."""
    try:
        return kind.model_validate(data)
    except ValidationError:
        return None


def read(kind: type[R], document: Document) -> tuple[R | None, tuple[Problem, ...]]:
    """The record that `document` holds, or None where anything is wrong with it; every mistake and remark."""
    record, told = None, tuple[Problem, ...]()
    if document.data is not None:
        try:
            record = kind.model_validate(document.data)
        except ValidationError as error:
            told = tuple(_problems(kind, document, error.errors(include_url=False)))
    if record is not None and not document.problems and not document.doubts:
        return record, document.remarks
    written = document.problems
    told = _elsewhere(document, told, written)
    doubts = _elsewhere(document, document.doubts, (*written, *told))
    return None, (*document.remarks, *written, *told, *doubts)


def _elsewhere(document: Document, problems: tuple[Problem, ...], told: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems on lines where nothing is told yet: what a mistake brings about is no second mistake."""
    lines = {document.place(problem).line for problem in told}
    return tuple(problem for problem in problems if not lines & document.lines(problem.steps))


def _problems(kind: type[Record], document: Document, errors: Iterable[ErrorDetails]) -> Iterable[Problem]:
    errors = list(errors)
    for error in errors:
        # A list counts as too short when its only entry is wrong; the entry's own mistake is the one to tell.
        if error["type"] == "too_short" and any(_below(other["loc"], error["loc"]) for other in errors):
            continue
        rule = _RULES.get(error["type"], error["type"])
        steps = tuple(step for step in error["loc"] if step != "[key]")
        details = {key: str(value) for key, value in error.get("ctx", {}).items()}
        details["field"] = str(steps[-1]) if steps else ""
        details["given"] = _short(error["input"])
        if rule == "field-missing" and _at(document.data, steps) == "":
            rule = "field-empty"
        if rule == "field-unknown":
            details["nearest"] = _nearest(str(steps[-1]), _fields(kind, document, steps[:-1]))
        if rule == "not-a-choice":
            choices = [choice.strip("'") for choice in details["expected"].replace(" or ", ", ").split(", ")]
            details["expected"] = ", ".join(choices)
            details["nearest"] = _nearest(details["given"], choices)
        if rule == "not-a-list" and details["given"] not in ("", "…"):
            details["instead"] = in_brackets(details["given"])
        if rule == "not-a-text" and (pair := _only_pair(error["input"])):
            rule, details["given"], details["instead"] = "colon-in-text", pair, quoted(pair)
        instead = details.get("nearest") or details.get("instead") or None
        on_key = rule == "field-unknown" or "[key]" in error["loc"]
        yield Problem(rule, document.file, steps, details, on_key, instead)


def _only_pair(given: object) -> str | None:
    """The text that an entry `- Desa: Baru` was meant to be."""
    pairs = list(given.items()) if isinstance(given, dict) else []
    return f"{pairs[0][0]}: {pairs[0][1]}" if len(pairs) == 1 and isinstance(pairs[0][1], str) and pairs[0][1] else None


def _below(one: tuple[int | str, ...], other: tuple[int | str, ...]) -> bool:
    return len(one) > len(other) and one[: len(other)] == other


def _at(data: object, steps: Iterable[Step]) -> object:
    """What stands at these steps; None where nothing does."""
    for step in steps:
        try:
            data = data[step]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _short(given: object) -> str:
    text = given if isinstance(given, str) else "…"
    return text if len(text) <= 80 else text[:79] + "…"


def _nearest(given: str, allowed: Iterable[str]) -> str:
    """The allowed word nearest to what was typed; empty where none is like it."""
    return next(iter(get_close_matches(given, list(allowed), 1, 0.5)), "")


def _fields(kind: type[BaseModel], document: Document, steps: tuple[Step, ...]) -> list[str]:
    """The names that the record allows at these steps, less those that stand there already."""
    model: object = kind
    here = _at(document.data, steps)
    for step in steps:
        if isinstance(step, str) and isinstance(model, type) and issubclass(model, BaseModel):
            fields = {field.alias or name: field for name, field in model.model_fields.items()}
            found = fields.get(step)
            model = _model_within(found.annotation) if found else None
    known = model.model_fields if isinstance(model, type) and issubclass(model, BaseModel) else {}
    names = [field.alias or name for name, field in known.items()]
    return [name for name in names if not isinstance(here, dict) or name not in here]


def _model_within(annotation: object) -> type[BaseModel] | None:
    """The record type inside `tuple[X, ...]`, `dict[str, X]` or `X | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        if found := _model_within(inner):
            return found
    return _model_within(getattr(annotation, "__origin__", None)) if hasattr(annotation, "__metadata__") else None
