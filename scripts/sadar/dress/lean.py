"""What a page does not need, taken out of what MkDocs made: on a phone every byte of a frame is paid for on every page.

Only around the article: what stands in it is the page's own, and comes from our templates as it shall be.
"""

from __future__ import annotations

import re
from pathlib import Path

_ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
_SPACE = re.compile(r"\s*\n\s*")
# Material's script fills or moves these; our pages run none of it.
_UNUSED = re.compile(
    r' data-md-component="(?!skip|announce)[^"]*"|'
    r'<input class="md-toggle"[^>]*>\n|<label class="md-overlay"[^>]*></label>\n'
    r'|<div data-md-component="(?:skip|announce)">\n(?:<a [^>]*class="md-skip">[^<]*</a>\n)?</div>\n'
    r'|<div class="md-dialog"[^>]*>\n<div class="md-dialog__inner[^>]*></div>\n</div>\n'
)


def lean(html: str) -> str:
    """A page of MkDocs with a frame of no empty lines, no indentation, and nothing that waits for Material's script."""
    article = _ARTICLE.search(html)
    if article is None:
        return html
    before, after = html[: article.start()], html[article.end() :]
    return f"{_lean(before).lstrip()}{article[0]}{_lean(after)}"


def lean_pages(folder: Path) -> None:
    """Do so with every page below a folder. OSError."""
    for path in folder.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        path.write_text(lean(text), encoding="utf-8", newline="\n")


def _lean(frame: str) -> str:
    return _UNUSED.sub("", _SPACE.sub("\n", frame))
