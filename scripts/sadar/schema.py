"""The JSON Schemas for editors such as VS Code, made from the record types: there is no second list of fields."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, reduce
from operator import or_
from pathlib import Path, PurePosixPath
from typing import Any

from sadar.records import CountsRecord, GlossaryRecord, LaunchRecord, VillageRecord
from sadar.records.benefits import FigureSourcesRecord, FiguresRecord, IncomeTable, LawsRecord
from sadar.records.fields import Record
from sadar.records.links import LINK_EXCEPTIONS, LinkExceptionsRecord
from sadar.records.photos import PhotosRecord
from sadar.records.redirects import RedirectsRecord


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record file: the name of its schema, where in a campaign its files lie, and what they may hold."""

    name: str
    files: str
    record: type[Record]


KINDS = (
    Kind("village", "villages/*/*/*/village.yml", VillageRecord),
    Kind("launch", "villages/launches/*/*/launch.yml", LaunchRecord),
    Kind("counts", "content/figures/counts.yml", CountsRecord),
    Kind("glossary", "content/glossary.yml", GlossaryRecord),
    Kind("photos", "content/photos.yml", PhotosRecord),
    Kind("laws", "content/laws.yml", LawsRecord),
    Kind("figure-sources", "content/figure-sources.yml", FigureSourcesRecord),
    Kind("link-exceptions", str(LINK_EXCEPTIONS), LinkExceptionsRecord),
    Kind("income", "content/figures/bpu-income.yml", IncomeTable),
    Kind("redirects", "content/redirects.yml", RedirectsRecord),
    Kind("figures", "content/figures/*.yml", FiguresRecord),  # all that are not named above
)
FOLDER = PurePosixPath(".vscode/schemas")
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_KEPT = (
    "type", "enum", "pattern", "minimum", "maximum", "minLength", "maxLength", "minItems", "minProperties",
    "additionalProperties", "required",
)  # fmt: skip

Shape = dict[str, Any]  # a JSON Schema


def kind_of(file: PurePosixPath) -> Kind | None:
    """The kind of a record by its file (relative to the campaign's root), the first that fits; None: no record."""
    return next(
        (kind for kind in KINDS if len(kind.files.split("/")) == len(file.parts) and file.match(kind.files)), None
    )


@cache
def shape(kind: Kind) -> Shape:
    """What a record of this kind may hold, in one piece: without references, and in the order of its fields."""
    made = kind.record.model_json_schema()
    return _shape(made, made.get("$defs", {}))


def schemas() -> Iterator[tuple[PurePosixPath, str]]:
    """Every schema file (named below its folder) with its text."""
    for kind in KINDS:
        text = json.dumps({"$schema": _DIALECT, **shape(kind)}, ensure_ascii=False, indent=2)
        yield PurePosixPath(f"{kind.name}.schema.json"), f"{text}\n"


def stale(folder: Path) -> Iterator[tuple[Path, bytes]]:
    """The schema files in `folder` that are missing or not as the record types are today, with what they must hold."""
    for name, text in schemas():
        path = folder / name
        if not path.is_file() or path.read_bytes() != text.encode():
            yield path, text.encode()


def _shape(told: Shape, definitions: Shape) -> Shape:
    """One part of pydantic's schema, said as simply as an editor's YAML server understands it best."""
    told = _resolved(told, definitions)
    made: Shape = {"description": " ".join(told["description"].split())} if "description" in told else {}
    made |= {keyword: told[keyword] for keyword in _KEPT if keyword in told}
    made |= _as_yaml_reads_it(made)
    if "items" in told:
        made["items"] = _shape(told["items"], definitions)
    if "properties" in told:
        made["properties"] = {name: _shape(field, definitions) for name, field in told["properties"].items()}
        for name in told["properties"].keys() - told.get("required", ()):
            made["properties"][name] |= _or_empty(made["properties"][name])
    if "patternProperties" in told:
        made["additionalProperties"] = False
        made["patternProperties"] = {
            pattern: _shape(field, definitions) for pattern, field in told["patternProperties"].items()
        }
    return made


def _resolved(told: Shape, definitions: Shape) -> Shape:
    """A part with what it refers to. A record type's docstring is for programmers; editors read the field's."""
    choices = [_resolved(choice, definitions) for choice in told.get("anyOf", ()) if choice != {"type": "null"}]
    if choices:
        return _either(choices) | told
    if "$ref" in told:
        return _resolved(definitions[told["$ref"].rpartition("/")[2]], definitions) | told
    return {keyword: told[keyword] for keyword in told if keyword != "description" or "properties" not in told}


def _either(choices: list[Shape]) -> Shape:
    """One shape for several: a word binds texts only, fields bind parts only, so they stand side by side."""
    if len(choices) == 1:
        return choices[0]
    words = [{"pattern": f"^{choice['const']}$"} for choice in choices if "const" in choice]
    return reduce(or_, [*choices, *words]) | {"type": [choice["type"] for choice in choices]}


def _as_yaml_reads_it(made: Shape) -> Shape:
    """We read text and give it meaning; an editor's YAML server has decided before: `2018` is a number to it."""
    match made:
        case {"type": "string", "pattern": _} | {"type": "string", "enum": _}:
            return {}
        case {"type": "string"}:
            return {"type": ["string", "number"]}
        case {"type": "integer"}:
            return {"type": ["integer", "string"], "pattern": r"^\d+$"}
        case {"type": "number"}:
            return {"type": ["number", "string"], "pattern": r"^-?\d+(\.\d+)?$"}
        case _:
            return {}


def _or_empty(made: Shape) -> Shape:
    """A field that may be missing may also be left empty, which a YAML server reads as null."""
    types = made["type"] if isinstance(made["type"], list) else [made["type"]]
    return {"type": [*types, "null"]} | ({"enum": [*made["enum"], None]} if "enum" in made else {})
