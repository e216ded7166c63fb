"""What a reader sees: every kind of page in a real Chromium, on a small phone, in light and dark."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

import pytest
from conftest import PROJECT
from playwright.sync_api import Browser, BrowserContext, Page, Response

KINDS = {
    "home": "",
    "villages": "desa/",
    "province": "desa/jawa-tengah/",
    "regency": "desa/jawa-tengah/kabupaten-semarang/",
    "village": "desa/kalimantan-timur/kabupaten-kutai-kartanegara/loa-duri-ilir/",
    "village with much to tell": "desa/jawa-tengah/kabupaten-semarang/kalisidi/",
    "village without a code": "desa/maluku/belum-tercatat/alang/",
    "villages, filtered": "desa/?tahun=2018",
    "list of villages": "desa/status/penghargaan/",
    "launches": "peluncuran/",
    "launches of a year": "peluncuran/2018/",
    "launch": "peluncuran/2018/2018-12-05-penghargaan-desa-sadar/",
    "statistics": "statistik/",
    "glossary": "istilah/",
    "text": "manfaat/",
    "calculator": "manfaat/hitung/?who=farmer&income=2800000&jht=1",
    "data": "data/",
    "card": "desa/kalimantan-timur/kabupaten-kutai-kartanegara/loa-duri-ilir/kartu/",
    "missing": "404.html",
}
VILLAGE = KINDS["village"]
PHONE = {"width": 320, "height": 640}


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_opens_on_a_small_phone_without_an_error(
    browser: Browser, address: str, kind: str, language: str
) -> None:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
    page.on("request", lambda request: request.url.startswith(address) or wrong.append(f"elsewhere: {request.url}"))
    page.on("response", lambda response: response.ok or wrong.append(f"{response.status}: {response.url}"))
    page.goto(address + language + KINDS[kind])
    assert wrong == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert page.locator("h1").count() == 1
    context.close()


def test_no_hand_written_page_is_wider_than_a_small_phone(phone: Page, address: str) -> None:
    wide = []
    for page in sorted((PROJECT / "content").glob("*/**/*.md")):
        language, slug = page.relative_to(PROJECT / "content").with_suffix("").as_posix().split("/", 1)
        target = f"{'' if language == 'id' else 'en/'}{slug.removesuffix('index').rstrip('/')}/".lstrip("/")
        phone.goto(address + target)
        if phone.evaluate("document.documentElement.scrollWidth") > PHONE["width"]:
            wide.append(target)
    assert wide == []


def test_the_first_view_of_a_village_costs_at_most_75_kb_and_10_requests(phone: Page, address: str) -> None:
    answers: list[Response] = []
    phone.on("response", lambda answer: answers.append(answer))
    phone.goto(address + VILLAGE, wait_until="networkidle")
    sizes = {answer.url: len(gzip.compress(answer.body())) for answer in answers}
    assert len(sizes) <= 10, sizes
    assert sum(sizes.values()) <= 75_000, sizes


def test_all_that_one_can_touch_is_large_enough(phone: Page, address: str) -> None:
    phone.goto(address + VILLAGE)
    phone.locator(".menu > summary").click()
    small = phone.evaluate(
        """() => [...document.querySelectorAll(
            '.top a, summary, button, .button, .card a, .rows a, .chips a, .foot__links a, .crumbs a')]
            .filter(e => e.offsetParent && e.getBoundingClientRect().height < 44).map(e => e.outerHTML.slice(0, 120))"""
    )
    assert small == []


def test_the_language_switch_leads_to_the_same_page_and_back(phone: Page, address: str) -> None:
    phone.goto(address + VILLAGE)
    phone.locator(".menu > summary").click()
    phone.get_by_role("link", name="English").click()
    phone.wait_for_url(f"{address}en/{VILLAGE}")
    assert phone.locator("html").get_attribute("lang") == "en"
    phone.locator(".menu > summary").click()
    phone.get_by_role("link", name="Bahasa Indonesia").click()
    phone.wait_for_url(address + VILLAGE)


def test_the_choice_of_dark_or_light_stays(phone: Page, address: str) -> None:
    phone.goto(address)
    phone.locator(".menu > summary").click()
    light = _background(phone)
    phone.get_by_role("button", name="Gelap/terang").click()
    dark = _background(phone)
    assert dark != light
    phone.goto(address + VILLAGE)
    assert _background(phone) == dark


def test_the_menu_opens_without_javascript(browser: Browser, address: str) -> None:
    for width in (320, 1280):
        context = browser.new_context(viewport={"width": width, "height": 700}, java_script_enabled=False)
        page = context.new_page()
        page.goto(address)
        page.locator(".menu > summary").click()
        page.locator(".tabs a").first.click()
        assert page.url == f"{address}desa/"
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(browser: Browser, address: str, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844},
        color_scheme=scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",  # else a colour may be on its way when it is measured
    )
    for kind in (
        *("home", "villages, filtered", "list of villages", "village with much to tell", "statistics", "launch"),
        *("text", "calculator", "data", "card"),
    ):
        assert _faint(context, address + KINDS[kind]) == []
    context.close()


def _background(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def _faint(context: BrowserContext, url: str) -> list[str]:
    """Texts whose contrast to their ground is below 4.5:1 (3:1 for large text), as WCAG 2.2 reckons it."""
    page = context.new_page()
    page.goto(url, wait_until="networkidle")
    return list(
        page.evaluate(
            """() => {
  const numbers = c => (c.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = e => { for (; e; e = e.parentElement) {
    const c = numbers(getComputedStyle(e).backgroundColor); if (c.length === 3 || c[3] === 1) return c; }
    return [255, 255, 255]; };
  const found = new Set();
  for (const e of document.querySelectorAll('body *')) {
    if (!e.offsetParent || ![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
    const style = getComputedStyle(e), a = light(numbers(style.color)), b = light(ground(e));
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const size = parseFloat(style.fontSize), large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    if (ratio < (large ? 3 : 4.5)) found.add(`${ratio.toFixed(2)} ${e.className} ${e.textContent.trim().slice(0, 40)}`);
  }
  return [...found]; }"""
        )
    )
