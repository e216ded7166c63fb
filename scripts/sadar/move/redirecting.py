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


def redirected(root: Path, wanted: Mapping[str, str], served: Set[str], today: PartialDate, reason: str | None) -> str:
    """The redirects' text with `wanted` (from: to); none of them leads to another, and none starts at a served page."""
    record = commented(yaml_document(root, REDIRECTS).text if (root / REDIRECTS).exists() else _NEW)
    fields = record.fields
    held = next((each for each in fields.entries if each.key == "redirects"), Entry("redirects", Entries(()), (), ""))
    kept = tuple(_kept(held.value, wanted, served))
    added = tuple(_entry(gone, to, today, reason) for gone, to in sorted(wanted.items()))
    below = held.value.below if isinstance(held.value, Entries) else ()
    whole = replace(held, value=Entries((*kept, *added), below))
    others = tuple(each for each in fields.entries if each.key != "redirects")
    return canonical(replace(record, fields=replace(fields, entries=(whole, *others))), _KIND)


def _kept(entries: str | Fields | Entries, wanted: Mapping[str, str], served: Set[str]) -> Iterator[Entry]:
    for entry in entries.entries if isinstance(entries, Entries) else ():
        if not isinstance(entry.value, Fields):
            continue
        told = {each.key: each.value for each in entry.value.entries}
        gone, to = str(told.get("from", "")), str(told.get("to", ""))
        page, sign, anchor = to.partition("#")
        onward = f"{wanted.get(page, page)}{sign}{anchor}"
        if gone in served or gone in wanted or onward == gone:
            continue
        cells = tuple(replace(each, value=onward) if each.key == "to" else each for each in entry.value.entries)
        yield replace(entry, value=replace(entry.value, entries=cells))


def _entry(gone: str, to: str, today: PartialDate, reason: str | None) -> Entry:
    told = {"from": gone, "to": to, "date": str(today)} | ({"reason": reason} if reason else {})
    return Entry(None, Fields(tuple(Entry(key, value, (), "") for key, value in told.items())), (), "")
