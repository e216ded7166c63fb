"""The text index over the finished pages: what readers find below the villages.

Pagefind reads the HTML; pages that may be found carry `data-pagefind-body`. It lies in `pagefind/` and is asked for
only when a reader searches. Its stemming of Indonesian cuts place names; villages are found by the finder.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

from pagefind_bin import get_executable

_FOLDER = "pagefind"
# Pagefind's own pages and styles; the search box is ours.
_UNUSED = ("*-ui.*", "pagefind-highlight.js", "wasm.unknown.*")


class SearchError(Exception):
    """Pagefind could not read the pages; the text says why, for an engineer."""


def index(html: Path) -> None:
    """Write the index of the pages below `html`, a language each, into their folder. SearchError."""
    target = html / _FOLDER
    shutil.rmtree(target, ignore_errors=True)
    command = [str(get_executable()), "--site", str(html), "--output-path", str(target), "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SearchError(f"Pagefind: {(done.stderr or done.stdout).strip()}")
    for path in (path for pattern in _UNUSED for path in target.glob(pattern)):
        path.unlink()
    # Pagefind writes the languages in an order that changes from run to run.
    entry = target / "pagefind-entry.json"
    entry.write_text(json.dumps(json.loads(entry.read_text(encoding="utf-8")), sort_keys=True), encoding="utf-8")
