"""The addresses of published pages, noted in `content/addresses.txt`, so that none of them is ever lost."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sadar.pages import Page
from sadar.records.redirects import LEDGER, Ledger

_HEAD = (
    "# Semua alamat halaman yang pernah terbit. Diisi oleh: python3 scripts/run.py ledger",
    "# Every page address ever published. Filled by: python3 scripts/run.py ledger",
)


def unnoted(ledger: Ledger, pages: Iterable[Page]) -> set[str]:
    """The addresses that the ledger does not hold yet."""
    return {f"/{page.address}" for page in pages} - ledger.lines.keys()


def note(root: Path, ledger: Ledger, pages: Iterable[Page]) -> int:
    """Add what is new, and take nothing away; how many addresses were new. OSError where the disk refuses."""
    new = unnoted(ledger, pages)
    file = root / LEDGER
    if new:
        before = file.read_text(encoding="utf-8-sig").splitlines() if file.exists() else _HEAD
        remarks = [line for line in before if line.startswith("#")]
        lines = (*remarks, *sorted(new | ledger.lines.keys()))
        file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
    return len(new)
