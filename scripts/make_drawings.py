"""Draws the pictures of the hand-written pages and records anew from `scripts/drawings/`, with the tests' Chromium.

Each is a scene that nobody has seen; the records that show one say so. `python scripts/make_drawings.py`
"""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

_PROJECT = Path(__file__).resolve().parent.parent
_DRAWINGS = {
    "balai-desa": "content/photos",
    "kartu": "content/photos",
    "perahu": "content/photos",
    "payung": "villages/jambi/kabupaten-merangin/bungo-antoi/photos",
}
_SIZE = {"width": 1440, "height": 960}


def main() -> None:
    """Write every drawing as PNG to the folder of the record that tells of it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport=_SIZE)  # type: ignore[arg-type]
        for name, folder in _DRAWINGS.items():
            page.goto((Path(__file__).parent / "drawings" / f"{name}.svg").as_uri())
            target = _PROJECT / folder / f"{name}.png"
            target.parent.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=target)
            print(f"{target}: {target.stat().st_size} bytes")
        browser.close()


if __name__ == "__main__":
    main()
