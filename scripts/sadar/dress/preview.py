"""The finished site on this machine, built anew while an editor works."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from sadar.policy import POLICY


class _Preview(LiveReloadServer):
    """Serves pages with a script in them that reloads them, which their policy must let through here."""

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        policy = POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'").encode()
        return bytes(super()._inject_js_into_html(content.replace(POLICY.encode(), policy), epoch))  # type: ignore[no-untyped-call]


def preview(build: Callable[[], None], site: Path, watched: tuple[Path, ...], port: int) -> None:
    """Serve `site` on this machine, building anew when something below `watched` changes, until interrupted."""
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    server = _Preview(build, "127.0.0.1", port, str(site))
    for path in watched:
        server.watch(str(path))
    try:
        server.serve()  # type: ignore[no-untyped-call]
    finally:
        server.shutdown()
