"""The redirects with those that a move needs: an old address leads to the new one in one step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import replace
from pathlib import Path

from sadar.fmt import canonical
from sadar.records import PartialDate
from sadar.records.redirects import REDIRECTS, RedirectsRecord
from sadar.schema import KINDS
from sadar.source import yaml_document
from sadar.source.comments import Entries, Entry, Fields, commented

_KIND = next(kind for kind in KINDS if kind.record is RedirectsRecord)
_NEW = """\
# yaml-language-server: $schema=../.vscode/schemas/redirects.schema.json
# Halaman yang pindah: alamat lama (from), alamat sekarang (to). Ditulis oleh: python3 scripts/run.py move LAMA BARU
# Pages that moved: the old address (from), where they stand now (to). Written by: python3 scripts/run.py move OLD NEW
redirects: []
"""


def readable(root: Path) -> bool:
    """Whether the redirects can be read, or there are none yet."""
    return not (root / REDIRECTS).exists() or not yaml_document(root, REDIRECTS).problems


def redirected(
    root: Path,
    wanted: Mapping[str, str],
    onward: Mapping[str, str],
    there: Set[str],
    today: PartialDate,
    reason: str | None,
) -> str:
    """The redirects' text with `wanted` (from: to).

    Those that led to an address in `onward` (from: to) lead where that leads; none starts where a page is `there`.
    """
    record = commented(yaml_document(root, REDIRECTS).text if (root / REDIRECTS).exists() else _NEW)
    fields = record.fields
    held = next((each for each in fields.entries if each.key == "redirects"), Entry("redirects", Entries(()), (), ""))
    kept = tuple(each for each in _kept(held.value, onward, there) if _told(each)["from"] not in wanted)
    added = tuple(_entry(gone, to, today, reason) for gone, to in sorted(wanted.items()))
    below = held.value.below if isinstance(held.value, Entries) else ()
    whole = replace(held, value=Entries((*kept, *added), below))
    others = tuple(each for each in fields.entries if each.key != "redirects")
    return canonical(replace(record, fields=replace(fields, entries=(whole, *others))), _KIND)


def _kept(entries: str | Fields | Entries, onward: Mapping[str, str], there: Set[str]) -> Iterator[Entry]:
    for entry in entries.entries if isinstance(entries, Entries) else ():
        gone = _told(entry)["from"]
        page, sign, anchor = _told(entry)["to"].partition("#")
        to = f"{onward.get(page, page)}{sign}{anchor}"
        if isinstance(entry.value, Fields) and gone not in there and gone != to:
            cells = tuple(replace(each, value=to) if each.key == "to" else each for each in entry.value.entries)
            yield replace(entry, value=replace(entry.value, entries=cells))


def _told(entry: Entry) -> Mapping[str, str]:
    """A redirect's fields; those that are missing are empty."""
    fields = entry.value.entries if isinstance(entry.value, Fields) else ()
    return {"from": "", "to": ""} | {str(each.key): each.value for each in fields if isinstance(each.value, str)}


def _entry(gone: str, to: str, today: PartialDate, reason: str | None) -> Entry:
    told = {"from": gone, "to": to, "date": str(today)} | ({"reason": reason} if reason else {})
    return Entry(None, Fields(tuple(Entry(key, value, (), "") for key, value in told.items())), (), "")
