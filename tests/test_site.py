"""What a reader gets: the real site, whole, light and without a dead end."""

from __future__ import annotations

import gzip
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from conftest import PROJECT

LANGUAGES = ("", "en/")
RECORDS = sorted((PROJECT / "villages").glob("*/*/*/village.yml"))
LAUNCHES = sorted((PROJECT / "villages" / "launches").glob("*/*/launch.yml"))
ROOT = "http://site/"


class _Page(HTMLParser):
    """The links and anchors of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.assets: list[str] = []
        self.language = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = given["lang"]
        if "id" in given:
            self.anchors.add(given["id"])
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        if given.get("type") == "application/ld+json":
            return  # stands in the page
        if tag in ("script", "img") or given.get("rel") in ("stylesheet", "icon"):
            self.assets.append(given.get("href") or given["src"])


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, _Page]:
    """Every page of the site by its path from the root, but those that only lead on to another."""
    found = site.rglob("*.html")
    texts = {str(path.relative_to(site)): path.read_text(encoding="utf-8") for path in found}
    return {path: _Page(text) for path, text in texts.items() if 'http-equiv="refresh"' not in text}


def test_there_are_152_villages_and_each_has_a_page_in_both_languages(site: Path) -> None:
    assert len(RECORDS) == 152
    for record in RECORDS:
        address = record.parent.relative_to(PROJECT / "villages")
        for language in LANGUAGES:
            assert (site / language / "desa" / address / "index.html").is_file(), f"{language}{address}"


def test_every_launch_has_a_page_in_both_languages(site: Path) -> None:
    for record in LAUNCHES:
        address = record.parent.relative_to(PROJECT / "villages" / "launches")
        for language in LANGUAGES:
            assert (site / language / "peluncuran" / address / "index.html").is_file(), f"{language}{address}"


def test_every_page_says_its_language(pages: dict[str, _Page]) -> None:
    for path, page in pages.items():
        assert page.language == ("en" if path.startswith("en/") else "id"), path


def test_no_link_and_no_anchor_is_dead(site: Path, pages: dict[str, _Page]) -> None:
    dead = [
        f"{path}: {link}"
        for path, page in pages.items()
        if not path.endswith("404.html")
        for link in page.links + page.assets
        if not link.startswith("data:")
        if not _arrives(site, pages, path, link)
    ]
    assert not dead, "\n".join(dead[:20])


def test_every_page_can_be_reached_from_the_home_page_by_links(pages: dict[str, _Page]) -> None:
    reached: set[str] = set()
    ahead = ["index.html"]
    while ahead:
        path = ahead.pop()
        if path in reached or path not in pages:
            continue
        reached.add(path)
        ahead.extend(target for link in pages[path].links if (target := _target(path, link)))
    assert {path for path in pages if not path.endswith("404.html")} <= reached


def test_html_is_light(site: Path) -> None:
    heavy = [
        f"{path.relative_to(site)}: {size} bytes"
        for path in site.rglob("index.html")
        if (size := len(gzip.compress(path.read_bytes()))) > _bound(path.relative_to(site))
    ]
    assert not heavy, "\n".join(heavy)


def test_a_planned_village_is_never_shown_as_more(site: Path) -> None:
    planned = [path for path in RECORDS if "status: planned" in path.read_text(encoding="utf-8")]
    assert len(planned) == 13
    for record in planned:
        page = site / "desa" / record.parent.relative_to(PROJECT / "villages") / "index.html"
        text = page.read_text(encoding="utf-8")
        head = text[text.index("<h1>") : text.index("<section>")]
        assert "badge--planned" in head, record
        assert not any(f"badge--{status}" in head for status in ("launched", "certified", "awarded")), record


def test_no_script_stands_in_a_page_and_no_other_host_is_asked(pages: dict[str, _Page], site: Path) -> None:
    for path, page in pages.items():
        assert all(urlsplit(asset).netloc == "" for asset in page.assets), path
        html = (site / path).read_text(encoding="utf-8")
        code = html.replace('<script type="application/ld+json">', "")  # nothing runs it
        assert re.findall(r"<script(?! (?:defer )?src=)|<[^>]* on[a-z]+=", code) == [], path


def _bound(path: Path) -> int:
    """12 KB for a page, 20 KB for one that lists a region or a year."""
    parts = [part for part in path.parts[:-1] if part != "en"]
    return 20_000 if parts[:1] in (["desa"], ["peluncuran"]) and len(parts) <= 3 else 12_000


def _target(path: str, link: str) -> str | None:
    """The file a link leads to, from the page at `path`; None for another host."""
    whole = urljoin(ROOT + path, link)
    if not whole.startswith(ROOT):
        return None
    target = unquote(urldefrag(whole).url.removeprefix(ROOT))
    return f"{target}index.html" if target == "" or target.endswith("/") else target


def _arrives(site: Path, pages: dict[str, _Page], path: str, link: str) -> bool:
    target = _target(path, link)
    if target is None:
        return urlsplit(link).scheme in ("http", "https", "webcal")
    anchor = urldefrag(link).fragment
    if not (site / target).is_file():
        return False
    return not anchor or anchor in pages[target].anchors


def test_plain_mkdocs_builds_the_tree_with_the_projects_own_file(site: Path, tmp_path: Path) -> None:
    """Another engine, or an engineer in five years, needs no more than `mkdocs.yml` and the Markdown tree."""
    tree = site.parent.parent / "build" / "docs" / "id"
    settings = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("docs_dir: build/docs/id", f"docs_dir: {tree}")
    settings = settings.replace("custom_dir: scripts/sadar/theme", f"custom_dir: {PROJECT / 'scripts/sadar/theme'}")
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site")]
    surroundings = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, env=surroundings)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    assert (tmp_path / "site" / "desa" / "index.html").is_file()
