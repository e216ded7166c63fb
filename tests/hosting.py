"""A static host on this machine, with `_headers` as Netlify and Cloudflare Pages read them."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """The address of a host that serves `folder` at its root."""
    rules = header_rules(folder)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, rules, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


Rules = list[tuple[re.Pattern[str], list[tuple[str, str]]]]


def header_rules(folder: Path) -> Rules:
    """Each rule as the pattern of its path (`*` is anything, `:name` a step) and its headers."""
    rules: Rules = []
    file = folder / "_headers"
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
        if line.startswith(" "):
            name, value = line.strip().split(": ", 1)
            rules[-1][1].append((name, value))
        elif line:
            parts = re.split(r"(\*|:[a-z]+)", line)
            pattern = "".join(
                ".*" if part == "*" else "[^/]+" if part.startswith(":") else re.escape(part) for part in parts
            )
            rules.append((re.compile(pattern), []))
    return rules


def headers_of(rules: Rules, path: str) -> list[tuple[str, str]]:
    """The headers of every rule that fits."""
    return [header for pattern, own in rules if pattern.fullmatch(path) for header in own]


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, rules: Rules, *arguments: Any, directory: str) -> None:
        self.rules = rules
        super().__init__(*arguments, directory=directory)

    def end_headers(self) -> None:
        for name, value in headers_of(self.rules, self.path.partition("?")[0]):
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing: the browser reports what fails."""
