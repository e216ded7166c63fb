"""What the tests share: the real site, built once by its command, and a real Chromium that looks at it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

PROJECT = Path(__file__).resolve().parent.parent
DAY = "2026-11-23"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built in a copy of the project's content as a project site below `/proyek/`."""
    root = tmp_path_factory.mktemp("campaign")
    for name in ("content", "villages"):
        shutil.copytree(PROJECT / name, root / name)
    settings = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(settings.replace("  custom_dir: scripts/sadar/theme\n", ""), encoding="utf-8")
    target = root / "public" / "proyek"
    command = [sys.executable, "-m", "sadar", "build", "--root", str(root), "--out", str(target), "--date", DAY]
    # The page for missing addresses finds its parts by the site's public address.
    public = os.environ | {"SITE_URL": "https://desasadar.example/proyek/"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=public)
    assert done.returncode == 0, done.stderr
    return target


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served: a sub-path, as on a project site of GitHub Pages."""
    handler = partial(_Quiet, directory=str(site.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{site.name}/"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium: the system's, Playwright's own, or one installed here; else the tests skip, and say so."""
    with sync_playwright() as playwright:
        found = _chromium(playwright.chromium.executable_path)
        if found is None:
            pytest.skip("NO CHROMIUM HERE: THE PAGES WERE NOT LOOKED AT. Install it: apt-get install chromium")
        opened = playwright.chromium.launch(
            executable_path=found,
            args=["--no-sandbox", "--disable-background-networking", "--disable-component-update"],
        )
        yield opened
        opened.close()


def _chromium(of_playwright: str) -> str | None:
    found = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if found or Path(of_playwright).exists():
        return found or of_playwright
    if shutil.which("apt-get") is None:
        return None
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"]):
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return shutil.which("chromium")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing: the browser reports what fails."""
