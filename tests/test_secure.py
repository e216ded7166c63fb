"""Every page works under its own policy, and what does not belong to it is stopped, in a real Chromium."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path, PurePosixPath

import pytest
from conftest import DAY, PROJECT
from hosting import header_rules, headers_of, hosted
from nation_build import copied
from playwright.sync_api import Browser, Error, Page, Route
from sadar import pipeline
from sadar.dress import DressError
from sadar.language import LANGUAGES
from sadar.outputs.hosting import well_known
from sadar.pages import Site
from sadar.pages.text_kinds import GlossaryPage
from sadar.policy import POLICY, inline, policy
from sadar.records import PartialDate
from sadar.regions import official
from sadar.secure import secure
from test_browser import KINDS, VILLAGE

META = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
EVERY_KIND = KINDS | {
    "card": f"{VILLAGE}kartu/",
    "corrections": "koreksi/",
    "data": "data/",
    "rule": "aturan/key-twice/",
}
LISTEN = """
window.stopped = [];
document.addEventListener("securitypolicyviolation", event =>
  window.stopped.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
"""
ATTACK = """
<script>window.attacked = "script"</script>
<script src="https://angreifer.example/a.js"></script>
<img src="x" onerror="window.attacked = 'handler'">
<a id="attack" href="javascript:window.attacked='link'">UJI</a>
<style>h1 { position: fixed }</style>
<p id="styled" style="position: fixed">UJI</p>
<base href="https://angreifer.example/">
"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    context.add_init_script(LISTEN)
    yield context.new_page()
    context.close()


def stopped(page: Page) -> list[str]:
    return list(page.evaluate("window.stopped"))


def test_every_page_carries_the_policy_before_anything_it_loads_and_needs_no_exception(site: Path) -> None:
    pages = [path.read_text(encoding="utf-8") for path in site.rglob("*.html")]
    assert len(pages) > 1000
    for text in pages:
        loading = re.search("<link|<script", text)
        assert loading
        assert 0 < text.find("Content-Security-Policy") < loading.start()
        found = inline(text)
        assert (found.scripts, found.styles, found.never) == (frozenset(), frozenset(), ())
    assert "unsafe-inline" not in POLICY
    assert "'unsafe-eval'" not in POLICY


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize("kind", EVERY_KIND)
def test_a_page_of_every_kind_opens_under_its_policy_without_a_violation(
    page: Page, address: str, kind: str, language: str
) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(address + language + EVERY_KIND[kind], wait_until="networkidle")
    for summary in page.locator("summary:visible").all():
        summary.click()
    for button in page.locator("button:visible").all():
        button.click()
    assert stopped(page) == []
    assert said == []


def test_the_search_works_under_the_policy(page: Page, address: str) -> None:
    page.goto(address + VILLAGE)
    page.keyboard.press("/")
    page.locator("dialog input").fill("santunan kematian")
    page.locator("dialog .finder__title:not([hidden]) + ul a").first.wait_for()
    page.locator("dialog input").fill("kalisidi")
    page.locator("dialog a", has_text="Kalisidi").first.wait_for()
    assert stopped(page) == []


def test_what_is_smuggled_into_a_page_neither_runs_nor_changes_its_looks(page: Page, address: str) -> None:
    def smuggle(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("<h1>", f"{ATTACK}<h1>"))

    page.route(address + VILLAGE, smuggle)
    page.goto(address + VILLAGE)
    page.locator("#attack").click()
    page.wait_for_timeout(100)
    assert page.evaluate("window.attacked") is None
    assert page.evaluate("getComputedStyle(document.querySelector('#styled')).position") == "static"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).position") == "static"
    assert page.evaluate("document.baseURI").startswith(address)
    directives = {each.split()[0] for each in stopped(page)}
    assert directives >= {"script-src-elem", "script-src-attr", "style-src-elem", "style-src-attr", "base-uri"}


@pytest.fixture
def finished(tmp_path: Path) -> Path:
    """A finished site of one page and a page for missing addresses, both without anything of their own."""
    for name in ("404.html", "index.html", "en/index.html", "desa/index.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"<!doctype html><meta charset=utf-8>{META}<h1>UJI</h1>", encoding="utf-8")
    (tmp_path / "_headers").write_text(f"/*\n  Content-Security-Policy: {POLICY}\n", encoding="utf-8")
    return tmp_path


HOME = (GlossaryPage("", ()),)


def test_a_script_that_belongs_to_the_pages_runs_by_its_hash_and_no_other_does(page: Page, finished: Path) -> None:
    own = '<script>window.ran = "own — é"</script><style>h1 { color: rgb(1, 2, 3) }</style>'
    text = (finished / "index.html").read_text(encoding="utf-8")
    (finished / "index.html").write_text(text.replace("<h1>", f"{own}<h1>"), encoding="utf-8")
    secure(finished, HOME, LANGUAGES)
    assert [path.name for path in finished.rglob("*") if path.is_file() and POLICY in path.read_text()] == []
    attacked = finished / "desa" / "index.html"
    attacked.write_text(attacked.read_text(encoding="utf-8") + own + ATTACK, encoding="utf-8")
    with hosted(finished) as host:
        page.goto(host)
        assert stopped(page) == []
        assert page.evaluate("window.ran") == "own — é"
        assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(1, 2, 3)"
        page.goto(f"{host}desa/")
        assert page.evaluate("window.ran") == "own — é"
        assert page.evaluate("window.attacked") is None


def test_pages_without_anything_of_their_own_are_left_as_they_are(finished: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in finished.rglob("*")}
    secure(finished, HOME, LANGUAGES)
    assert {path: path.stat().st_mtime_ns for path in finished.rglob("*")} == before


@pytest.mark.parametrize(
    "part", ['<p style="color:red">UJI</p>', '<p ONCLICK="x()">UJI</p>', '<a href=" JavaScript:x()">UJI</a>']
)
def test_what_no_hash_lets_through_stops_the_build(finished: Path, part: str) -> None:
    with (finished / "en" / "index.html").open("a", encoding="utf-8") as file:
        file.write(part)
    with pytest.raises(DressError, match=r"en/index\.html: the policy stops <"):
        secure(finished, HOME, LANGUAGES)


def test_only_a_page_that_is_published_just_so_is_not_looked_at_again(finished: Path) -> None:
    with (finished / "en" / "index.html").open("a", encoding="utf-8") as file:
        file.write('<p style="color:red">UJI</p>')
    told = {path: (finished / path).read_bytes() for path in map(PurePosixPath, ("index.html", "en/index.html"))}
    secure(finished, HOME, LANGUAGES, lambda path, data: told.get(path) == data)
    told[PurePosixPath("en/index.html")] = b"sebelumnya"
    with pytest.raises(DressError):
        secure(finished, HOME, LANGUAGES, lambda path, data: told.get(path) == data)


def test_data_for_search_engines_is_no_script(page: Page, finished: Path) -> None:
    data = '<script type="application/ld+json">{"@type": "Place"}</script>'
    assert inline(data).scripts == frozenset()
    with (finished / "index.html").open("a", encoding="utf-8") as file:
        file.write(data)
    with hosted(finished) as host:
        page.goto(host)
        assert stopped(page) == []


def test_the_hashes_stand_in_one_order() -> None:
    assert policy(["'sha256-b'", "'sha256-a'"]) == policy(["'sha256-a'", "'sha256-b'"])


@pytest.fixture(scope="module")
def at_root(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site as a host at a domain's root has it."""
    root = tmp_path_factory.mktemp("root") / "site"
    shutil.copytree(site, root)
    headers = (root / "_headers").read_text(encoding="utf-8")
    (root / "_headers").write_text(re.sub(r"(?m)^/proyek/", "/", headers), encoding="utf-8")
    return root


def test_no_header_stands_twice_for_any_file_of_the_site(site: Path) -> None:
    """Cloudflare joins the values of two rules, Netlify takes the last: both would be wrong."""
    rules = header_rules(site)
    assert len(rules) <= 100
    for path in site.rglob("*"):
        if path.is_file():
            address = f"/proyek/{path.relative_to(site).as_posix().removesuffix('index.html')}"
            names = [name for name, _ in headers_of(rules, address)]
            assert len(names) == len(set(names)), address
            if path.name == "index.html":
                by_whom = "*" if address.endswith("/kartu/") else "'self'"
                assert ("Content-Security-Policy", f"{POLICY}; frame-ancestors {by_whom}") in headers_of(rules, address)
            assert ("X-Content-Type-Options", "nosniff") in headers_of(rules, address)


def test_a_page_opens_with_all_headers_of_a_host_that_reads_them(page: Page, at_root: Path) -> None:
    with hosted(at_root) as host:
        answer = page.goto(host + VILLAGE, wait_until="networkidle")
        assert answer
        assert answer.headers["content-security-policy"].endswith("frame-ancestors 'self'")
        assert stopped(page) == []
        style = page.request.get(f"{host}assets/site.css").headers["cache-control"]
        assert style == "public, max-age=600"


def test_other_sites_may_frame_a_card_but_no_page(page: Page, at_root: Path, tmp_path: Path) -> None:
    with hosted(at_root) as host, hosted(tmp_path) as other:
        frames = "".join(f'<iframe src="{host}{VILLAGE}{each}"></iframe>' for each in ("", "kartu/"))
        (tmp_path / "index.html").write_text(frames, encoding="utf-8")
        # Another name for this machine is another site.
        page.goto(other.replace("127.0.0.1", "localhost"), wait_until="networkidle")
        assert [frame.url for frame in page.frames[1:]] == ["chrome-error://chromewebdata/", f"{host}{VILLAGE}kartu/"]


def test_a_weakness_can_be_reported_for_less_than_a_year_after_the_build(site: Path) -> None:
    told = dict(line.split(": ", 1) for line in (site / ".well-known" / "security.txt").read_text().splitlines())
    assert told["Contact"] == "https://desasadar.example/proyek/koreksi/"
    assert told["Canonical"] == "https://desasadar.example/proyek/.well-known/security.txt"
    until = date.fromisoformat(told["Expires"].removesuffix("T00:00:00Z"))
    assert 300 < (until - date.fromisoformat(DAY)).days < 365
    contact = (site / ".well-known" / "trust.txt").read_text(encoding="utf-8")
    assert contact == "contact=https://desasadar.example/proyek/koreksi/\n"
    assert (site / ".nojekyll").exists()


def test_where_nobody_can_be_told_no_contact_is_named() -> None:
    today = PartialDate(2026, 11, 23)
    checked = pipeline.check(PROJECT / "tests" / "right", official(), today)
    sites = (
        Site(checked.campaign, official(), (), today, url, contact=contact)
        for url in ("", "https://uji.example/")
        for contact in ("", "mailto:uji@uji.example")
    )
    files = {(site.url, site.contact): {str(path) for path, _ in well_known(site)} for site in sites}
    nothing, security = {".nojekyll"}, {".nojekyll", ".well-known/security.txt"}
    assert files == {
        ("", ""): nothing,
        ("https://uji.example/", ""): nothing,
        ("", "mailto:uji@uji.example"): security,
        ("https://uji.example/", "mailto:uji@uji.example"): security,
    }


def test_a_contact_that_is_no_address_stops_the_build(tmp_path: Path) -> None:
    root = copied(tmp_path / "nation")
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(re.sub(r"(?m)^  security: .*", "  security: uji@uji.example", settings), "utf-8")
    checked = pipeline.check(root, official(), PartialDate(2026, 1, 2))
    with pytest.raises(DressError, match="or mailto:…, not uji@"):
        pipeline.build(root, tmp_path / "site", checked, PartialDate(2026, 1, 2), 1)


def test_every_page_leads_to_the_page_on_corrections(page: Page, address: str) -> None:
    page.goto(address + VILLAGE)
    page.get_by_role("link", name="Laporkan kesalahan").click()
    page.wait_for_url(f"{address}koreksi/")
    assert "belum ditetapkan" in page.locator("article").inner_text()
    assert "Belum ada koreksi yang tercatat." in page.locator("article").inner_text()


def test_the_live_preview_reloads_a_page_under_its_policy(page: Page, tmp_path: Path) -> None:
    root = tmp_path / "campaign"
    shutil.copytree(PROJECT / "tests" / "right", root)
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("nav: [desa/index.md]\nnot_in_nav: /**\n")
    port = _free_port()
    command = [sys.executable, "-m", "sadar", "serve", "--root", str(root), "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ)
    try:
        page.goto(_until_served(page, f"http://127.0.0.1:{port}/program/"))
        assert stopped(page) == []
        text = root / "content" / "id" / "program" / "index.md"
        text.write_text(text.read_text(encoding="utf-8").replace("UJI: teks buatan.", "UJI: teks baru."), "utf-8")
        page.get_by_text("UJI: teks baru.").wait_for(timeout=60_000)
    finally:
        server.terminate()
        server.wait()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _until_served(page: Page, address: str) -> str:
    """The address, once something answers there."""
    for _ in range(120):
        try:
            if page.request.get(address).ok:
                return address
        except Error:  # nobody listens yet
            page.wait_for_timeout(500)
    raise AssertionError(address)
