"""What browsers may do with our pages: the Content-Security-Policy, and what in a page it would stop."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from html.parser import HTMLParser

# Types of scripts that run, or that steer what runs; all others are data to a browser.
_RUN = {"", "module", "importmap", "speculationrules", "text/javascript", "application/javascript"}
_ADDRESSES = {"href", "src", "action", "formaction", "xlink:href"}


def policy(scripts: Iterable[str] = (), styles: Iterable[str] = ()) -> str:
    """The policy: everything from our own host only; what stands in a page itself only by these hashes.

    Pagefind compiles WebAssembly; nothing may compile text. Pictures may stand in style sheets as `data:`.
    """
    return "; ".join((
        "default-src 'self'",
        " ".join(("script-src 'self' 'wasm-unsafe-eval'", *sorted(scripts))),
        " ".join(("style-src 'self'", *sorted(styles))),
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
    ))  # fmt: skip


POLICY = policy()


@dataclass(frozen=True, slots=True)
class Inline:
    """What stands in a page itself: the hashes of its scripts and styles, and what no hash lets through."""

    scripts: frozenset[str]
    styles: frozenset[str]
    never: tuple[str, ...]


def inline(html: str) -> Inline:
    """What of a page needs more than `POLICY`."""
    page = _Page()
    page.feed(html)
    page.close()
    return Inline(frozenset(page.hashes["script"]), frozenset(page.hashes["style"]), tuple(page.never))


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.hashes: dict[str, set[str]] = {"script": set(), "style": set()}
        self.never: list[str] = []
        self.within = ""
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: (value or "").strip().lower() for name, value in attrs}
        runs = "src" not in given and given.get("type", "") in _RUN
        self.within = tag if tag == "style" or (tag == "script" and runs) else ""
        self.text = ""
        for name, value in given.items():
            if name == "style" or name.startswith("on") or (name in _ADDRESSES and value.startswith("javascript:")):
                self.never.append(f"<{tag} {name}>")

    def handle_data(self, data: str) -> None:
        if self.within:
            self.text += data

    def handle_endtag(self, tag: str) -> None:
        if self.within == tag:
            digest = hashlib.sha256(self.text.replace("\r\n", "\n").encode()).digest()
            self.hashes[tag].add(f"'sha256-{base64.b64encode(digest).decode()}'")
        self.within = ""
