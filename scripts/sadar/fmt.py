"""The one canonical form of a record, its comments and notes kept."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sadar.schema import KINDS, Kind, Shape, kind_of, shape
from sadar.source import Plain, quoted, yaml_document
from sadar.source.comments import Commented, Entries, Entry, Fields, commented
from sadar.source.parsing import parsed
from sadar.source.words import misread

_STEP = "  "
# A text that begins, ends or goes on like this is not a plain text to YAML.
_SIGNS = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`\s]|.*(: |:$| #|\s$)", re.DOTALL)
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_UNWRITABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Formatted:
    """A record's file as it stands and in the canonical form; None where it cannot be read, which `check` explains."""

    file: PurePosixPath
    before: bytes
    after: bytes | None


def records_below(root: Path, path: PurePosixPath) -> tuple[PurePosixPath, ...]:
    """The files of records at or below a path of the campaign, in one order everywhere."""
    found = {each.relative_to(root) for kind in KINDS for each in root.glob(kind.files) if each.is_file()}
    return tuple(sorted(PurePosixPath(each.as_posix()) for each in found if each.is_relative_to(path)))


def formatted(root: Path, file: PurePosixPath) -> Formatted:
    """A record in the canonical form. OSError where the disk refuses."""
    before = (root / file).read_bytes()
    kind = kind_of(file)
    document = yaml_document(root, file)
    if kind is None or document.problems or document.data is None:
        return Formatted(file, before, None)
    text = canonical(commented(document.text), kind)
    # A record is worth more than its form: what would be read otherwise is left as it is.
    same = _without_line_ends(parsed(file, text).data) == _without_line_ends(document.data)
    return Formatted(file, before, text.encode() if same else None)


def canonical(record: Commented, kind: Kind) -> str:
    """The text of a record in the canonical form."""
    return "".join(f"{line}\n" for line in _record(record, shape(kind)))


def _record(record: Commented, within: Shape) -> Iterator[str]:
    """The lines of a whole record, with an empty line around the big parts."""
    yield from record.head
    last_is_big = False
    for number, entry in enumerate(_in_order(record.fields, within)):
        has_parts = not isinstance(entry.value, str) and bool(entry.value.entries)
        # Comments above the first field are about the whole record.
        is_big = has_parts or (number > 0 and "" in entry.above)
        if number > 0 and (is_big or last_is_big):
            yield ""
        last_is_big = is_big
        yield from entry.above
        yield from _field(entry, within)
    if record.fields.below:
        yield ""
        yield from record.fields.below


def _in_order(fields: Fields, within: Shape) -> list[Entry]:
    """The fields as the record type orders them; others follow as they stand."""
    order = list(within.get("properties", ()))
    return sorted(fields.entries, key=lambda entry: order.index(entry.key) if entry.key in order else len(order))


def _lines(value: Fields | Entries, within: Shape, *, apart: bool = False) -> Iterator[str]:
    """The lines of a part's fields or entries, as if it stood at the left."""
    entries = _in_order(value, within) if isinstance(value, Fields) else value.entries
    for number, entry in enumerate(entries):
        if number > 0 and apart:
            yield ""
        yield from filter(None, entry.above)
        yield from _field(entry, within) if isinstance(value, Fields) else _entry(entry, within)
    yield from filter(None, value.below)


def _field(entry: Entry, within: Shape) -> Iterator[str]:
    name = f"{_text(entry.key or '')}:"
    match entry.value:
        case str(text):
            yield from _beside(_written(name, text), entry.beside)
        case Fields(()) | Entries(()):
            yield from _beside([f"{name} {'{}' if isinstance(entry.value, Fields) else '[]'}"], entry.beside)
        case part:
            yield from _beside([name], entry.beside)
            # A record that is one long list has an empty line between its entries.
            apart = len(within.get("properties", ())) == 1
            yield from _deeper(_lines(part, _of_field(within, entry.key or ""), apart=apart))


def _entry(entry: Entry, within: Shape) -> Iterator[str]:
    match entry.value:
        case str(text):
            yield from _beside(_written("-", text), entry.beside)
        case Fields(()) | Entries(()):
            yield f"- {'{}' if isinstance(entry.value, Fields) else '[]'}"
        case Fields() as row if _is_row(row, within.get("items", {})):
            cells = _in_order(row, within["items"])
            yield from filter(None, (comment for cell in cells for comment in (*cell.above, cell.beside)))
            yield from filter(None, row.below)
            yield f"- {{{', '.join(f'{cell.key}: {cell.value}' for cell in cells)}}}"
        case part:
            lines = deque(_lines(part, within.get("items", {})))
            while lines[0].startswith("#"):
                yield lines.popleft()
            yield f"- {lines.popleft()}"
            yield from _deeper(lines)


def _is_row(fields: Fields, within: Shape) -> bool:
    """Whether an entry is the row of a table: nothing but numbers may stand in it, and nothing else does."""
    told = within.get("properties", {})
    return all(held["type"][0] == "number" for held in told.values()) and all(
        cell.key in told and isinstance(cell.value, str) and _NUMBER.fullmatch(cell.value) for cell in fields.entries
    )


def _of_field(within: Shape, name: str) -> Shape:
    """What a field may hold; where an editor chooses the names (keys of sources), all hold the same."""
    chosen: Shape = next(iter(within.get("patternProperties", {}).values()), {})
    found: Shape = within.get("properties", {}).get(name, chosen)
    return found


def _deeper(lines: Iterable[str]) -> Iterator[str]:
    return (f"{_STEP}{line}" if line else "" for line in lines)


def _beside(lines: list[str], comment: str) -> list[str]:
    return [f"{lines[0]}  {comment}", *lines[1:]] if comment else lines


def _written(head: str, text: str) -> list[str]:
    """A text after its field's name or its dash: on one line, unless it has lines of its own."""
    lines = text.split("\n")
    plain = not any(_UNWRITABLE.search(line) or line != line.rstrip() for line in lines)
    if len(lines) > 1 and plain and lines[0] == lines[0].lstrip() and lines[0] and lines[-1]:
        return [f"{head} |-", *_deeper(lines)]
    return [f"{head} {_text(text)}" if text else head]


def _text(text: str) -> str:
    """A text on one line, in quotes only where YAML or our reading needs them."""
    if _UNWRITABLE.search(text):
        return _UNWRITABLE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(text, ensure_ascii=False))
    if _NUMBER.fullmatch(text) and misread(text) is None:
        return text
    return quoted(text) if not text or _SIGNS.match(text) or misread(text) else text


def _without_line_ends(data: Plain | None) -> Plain | None:
    """The data without the line end that a block of text ends with, which says nothing."""
    if isinstance(data, dict):
        return {key: _without_line_ends(value) for key, value in data.items()}  # type: ignore[misc]
    if isinstance(data, list):
        return [_without_line_ends(value) for value in data]  # type: ignore[misc]
    return data and data.rstrip("\n")
