"""`python scripts/make_icons.py` writes the icons of `templates/icons/` into the style sheet (an engineer's step).

In a page an icon is a short element: drawn in place, the few that a list repeats were most of a list's bytes, and a
third of a village's page.
"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

HOUSE = Path(__file__).parent / "sadar"
SHEET = HOUSE / "theme" / "assets" / "site.css"
_BLOCK = re.compile(r"(?<=/\* icons, by scripts/make_icons\.py \*/\n).*?(?=/\* end of icons \*/)", re.DOTALL)


def rules() -> str:
    """A rule for each icon: its shape as a mask, so that it takes the colour of the words beside it."""
    return "".join(
        f'.icon--{file.stem} {{ --icon: url("data:image/svg+xml,{_shape(file.read_text(encoding="utf-8"))}"); }}\n'
        for file in sorted((HOUSE / "templates" / "icons").glob("*.svg"))
    )


def sheet() -> str:
    """The style sheet with the icons as they are now."""
    return _BLOCK.sub(lambda _: rules(), SHEET.read_text(encoding="utf-8"))


def _shape(svg: str) -> str:
    inner = re.sub(r"^<svg[^>]*>|</svg>$", "", svg.strip())
    alone = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'>{inner}</svg>".replace('"', "'")
    return quote(alone, safe=" '/:=.,-")


if __name__ == "__main__":
    SHEET.write_text(sheet(), encoding="utf-8")
