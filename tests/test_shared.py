"""What happens when a page is shared, found or printed: heads, sitemaps, WhatsApp, the poster with its QR code."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
import xmlschema
import zxingcpp
from conftest import PROJECT
from nation_build import NATION, REGIONS, TODAY, built, copied
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page
from sadar import pipeline
from sadar.outputs.sitemaps import robots, sitemaps
from sadar.pages import Site

ADDRESS = "https://desasadar.example/proyek/"  # of the real site of the tests
TOY_ADDRESS = "https://rekaan.example/desa-sadar/"
SCHEMA = xmlschema.XMLSchema(PROJECT / "tests" / "sitemap.xsd")
NAMESPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
VILLAGE = "desa/kalimantan-timur/kabupaten-kutai-kartanegara/loa-duri-ilir/"
LAUNCH = "peluncuran/2018/2018-12-05-penghargaan-desa-sadar/"
PLANNED = "desa/sulawesi-tengah/kabupaten-sigi/sibalaya-utara/"
A4 = {"width": 688, "height": 1017}  # CSS pixels inside the margins


@dataclass
class Head(HTMLParser):
    """The head of a page: its title, its meta elements by name or property, its links by what they are."""

    text: str
    title: str = ""
    meta: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__init__()
        self._inside = False
        self.feed(self.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._inside = tag == "title"
        for key in (given.get("name"), given.get("property")):
            if tag == "meta" and key:
                assert key not in self.meta, key
                self.meta[key] = given["content"]
        if tag == "link":
            self.links[given.get("hreflang") or given["rel"]] = given["href"]

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.title += data.strip()


def heads(site: Path) -> dict[str, Head]:
    """The head of every page by its address; redirects and the cards that other sites show in a frame are no pages."""
    return {
        path.relative_to(site).as_posix().removesuffix("index.html"): Head(text)
        for path in sorted(site.rglob("*.html"))
        if path.parent.name != "kartu" and 'http-equiv="refresh"' not in (text := path.read_text(encoding="utf-8"))
    }


@pytest.fixture(scope="module")
def real(site: Path) -> dict[str, Head]:
    return heads(site)


@pytest.fixture(scope="module")
def toy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copied(tmp_path_factory.mktemp("shared") / "root")
    return built(root, root / "site")


@pytest.fixture(scope="module")
def nowhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy country without a public address."""
    root = copied(tmp_path_factory.mktemp("nowhere") / "root")
    settings = root / "mkdocs.yml"
    settings.write_text(re.sub(r"site_url: .*", "site_url: ''", settings.read_text(encoding="utf-8")))
    return built(root, root / "site")


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 390, "height": 844})
    yield opened
    opened.close()


@pytest.mark.parametrize("below", ["", "en/"])
def test_no_two_pages_of_a_language_have_the_same_title_or_description(real: dict[str, Head], below: str) -> None:
    found = [head for path, head in real.items() if path.startswith("en/") == bool(below)]
    assert len(found) > 500
    assert [title for title, times in Counter(head.title for head in found).items() if times > 1] == []
    told = [head.meta["description"] for head in found if "description" in head.meta]
    assert len(told) == len(found) - 1  # the page for missing addresses
    assert [text for text, times in Counter(told).items() if times > 1] == []
    assert [text for text in told if not 20 <= len(text) <= 160] == []


def test_a_page_tells_other_programs_what_it_tells_its_readers(real: dict[str, Head], site: Path) -> None:
    for path, head in real.items():
        if path.endswith("404.html"):
            continue
        meta, english = head.meta, path.startswith("en/")
        assert head.title in (f"{meta['og:title']} – Desa Sadar", meta["og:site_name"]), path
        assert meta["og:description"] == meta["description"], path
        assert [meta["og:locale"], meta["og:locale:alternate"]] == ["id_ID", "en_GB"][:: -1 if english else 1], path
        assert meta["og:url"] == head.links["canonical"] == ADDRESS + path, path
        assert meta["og:type"] == "website"
        assert (site / meta["og:image"].removeprefix(ADDRESS)).is_file(), path
        assert [meta["og:image:width"], meta["og:image:height"]] == ["1200", "630"], path
        assert meta["og:image:alt"]
        assert meta["twitter:card"] == "summary_large_image"


def test_villages_ceremonies_and_provinces_show_their_own_picture(real: dict[str, Head]) -> None:
    own = {path for path, head in real.items() if head.meta.get("og:image") == f"{ADDRESS}{path}bagikan.png"}
    assert {"", "en/", VILLAGE, LAUNCH, f"en/{VILLAGE}", "desa/jawa-tengah/"} <= own
    assert real[VILLAGE].meta["og:image:alt"] == (
        "Desa Loa Duri Ilir. Loa Janan, Kabupaten Kutai Kartanegara, Kalimantan Timur. Diluncurkan 18 September 2018."
    )
    assert real["desa/jawa-tengah/kabupaten-semarang/"].meta["og:image"] == f"{ADDRESS}desa/jawa-tengah/bagikan.png"
    assert real["en/manfaat/"].meta["og:image"] == f"{ADDRESS}en/bagikan.png"


def test_the_languages_of_a_page_name_each_other_and_the_indonesian_one_for_everybody_else(
    real: dict[str, Head],
) -> None:
    for path, head in real.items():
        if not path.endswith("404.html"):
            plain = path.removeprefix("en/")
            wanted = {"id": ADDRESS + plain, "en": f"{ADDRESS}en/{plain}", "x-default": ADDRESS + plain}
            assert {each: head.links.get(each) for each in wanted} == wanted, path


def test_a_text_in_one_language_has_one_address(toy: Path) -> None:
    found = heads(toy)
    for path in ("cerita/", "en/cerita/"):
        assert found[path].links["canonical"] == found[path].meta["og:url"] == f"{TOY_ADDRESS}cerita/"
        assert not {"id", "en", "x-default"} & set(found[path].links)
    assert f"{TOY_ADDRESS}cerita/" in _listed(toy)
    assert f"{TOY_ADDRESS}en/cerita/" not in _listed(toy)


def test_pages_for_editors_and_for_missing_addresses_are_in_no_search_result(real: dict[str, Head], site: Path) -> None:
    hidden = {path for path, head in real.items() if head.meta.get("robots") == "noindex"}
    assert hidden == {path for path in real if "aturan/" in path or path.endswith("404.html")}
    assert _listed(site) == {ADDRESS + path for path in real} - {ADDRESS + path for path in hidden}


def test_the_sitemaps_follow_their_protocol_and_are_the_only_ones(site: Path, toy: Path) -> None:
    for folder in (site, toy):
        found = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*sitemap*"))
        assert found == ["sitemap-1.xml", "sitemap.xml"]
        for name in found:
            SCHEMA.validate(folder / name)
    assert (site / "robots.txt").read_text() == f"User-agent: *\nAllow: /\n\nSitemap: {ADDRESS}sitemap.xml\n"


def test_an_entry_says_when_its_facts_were_checked_and_names_its_languages(toy: Path) -> None:
    entries = {
        entry["loc"]: entry for entry in SCHEMA.to_dict(toy / "sitemap-1.xml", namespaces={"": NAMESPACES["s"]})["url"]
    }
    village = pipeline.check(NATION, REGIONS, TODAY).campaign.villages[0]
    entry = entries[f"{TOY_ADDRESS}en/desa/{village.address}/"]
    assert entry["lastmod"] == str(village.record.checked.date)
    links = {link["@hreflang"]: link["@href"] for key, value in entry.items() if key.endswith("link") for link in value}
    there = f"{TOY_ADDRESS}desa/{village.address}/"
    assert links == {"id": there, "en": entry["loc"], "x-default": there}
    assert "lastmod" in entries[f"{TOY_ADDRESS}desa/"]
    assert "lastmod" not in entries[f"{TOY_ADDRESS}program/"]


def test_a_sitemap_with_too_many_addresses_is_divided_and_none_is_lost(tmp_path: Path) -> None:
    checked = pipeline.check(NATION, REGIONS, TODAY)
    site = Site(checked.campaign, REGIONS, checked.pages, TODAY, TOY_ADDRESS)
    whole, parts = dict(sitemaps(site)), dict(sitemaps(site, 10))
    for path, text in parts.items():
        (tmp_path / path).write_text(text, encoding="utf-8")
        SCHEMA.validate(tmp_path / path)
    found = [re.findall("<loc>(.*?)</loc>", text) for path, text in parts.items() if path.name != "sitemap.xml"]
    assert {len(each) for each in found[:-1]} == {10}
    assert len(found) > 5
    assert [each for part in found for each in part] == re.findall(
        "<loc>(.*?)</loc>", whole[PurePosixPath("sitemap-1.xml")]
    )
    index = re.findall("<loc>(.*?)</loc>", parts[PurePosixPath("sitemap.xml")])
    assert index == [f"{TOY_ADDRESS}sitemap-{number}.xml" for number in range(1, len(found) + 1)]


def test_without_a_public_address_nothing_claims_to_have_one(nowhere: Path) -> None:
    for path, head in heads(nowhere).items():
        assert not {"og:url", "og:image", "twitter:card"} & set(head.meta), path
        assert not {"canonical", "id", "en"} & set(head.links), path
        assert path.endswith("404.html") or head.meta["og:title"], path
        assert "poster__code" not in head.text
    assert not list(nowhere.rglob("*sitemap*"))
    assert "Sitemap" not in (nowhere / "robots.txt").read_text()
    text = (nowhere / "desa/provinsi-contoh/kabupaten-contoh/rekaan-satu/index.html").read_text(encoding="utf-8")
    assert '"item":"../../../"' in text
    site = Site(*[None] * 4, "")  # type: ignore[arg-type]
    assert list(sitemaps(site)) == []
    assert dict(robots(site)) == {PurePosixPath("robots.txt"): "User-agent: *\nAllow: /\n"}


@pytest.mark.parametrize("path", [VILLAGE, f"en/{VILLAGE}", LAUNCH, PLANNED])
def test_the_text_for_whatsapp_names_the_page_its_standing_and_its_address(
    context: BrowserContext, address: str, path: str
) -> None:
    page = context.new_page()
    page.goto(address + path)
    text = _whatsapp(page)
    assert text.endswith(f" {ADDRESS}{path}")
    if path != LAUNCH:
        assert page.locator("h1").inner_text() in text
        assert page.locator(".standing .badge").inner_text().strip().lower() in text
        assert page.locator(".standing__date").inner_text() in text


def test_without_javascript_the_link_to_whatsapp_is_there_and_no_button_that_does_nothing(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + VILLAGE)
    assert page.get_by_role("link", name="Kirim lewat WhatsApp").is_visible()
    assert page.locator(".share button:visible").count() == 0
    page.get_by_role("link", name="Poster A4").click()
    assert page.locator("#poster").is_visible()
    context.close()


def test_without_a_public_address_the_script_shares_the_one_that_is_open(
    context: BrowserContext, nowhere: Path
) -> None:
    page = context.new_page()
    page.route("http://rekaan.test/**", lambda route: route.fulfill(path=_file(nowhere, route.request.url)))
    here = "http://rekaan.test/desa/provinsi-contoh/kabupaten-contoh/rekaan-satu/"
    page.goto(f"{here}#sumber")
    assert page.get_by_role("link", name="Kirim lewat WhatsApp").is_visible()
    assert _whatsapp(page).endswith(f" {here}")


def test_the_address_is_copied_without_the_place_on_the_page(context: BrowserContext, address: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}{VILLAGE}#sumber")
    page.get_by_role("button", name="Salin tautan").click()
    page.get_by_text("Tautan sudah disalin.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == address + VILLAGE


def test_where_copying_is_not_allowed_the_address_stands_there(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(address + VILLAGE)
    page.get_by_role("button", name="Salin tautan").click()
    assert page.locator(".share__told").inner_text() == address + VILLAGE


@pytest.mark.parametrize("path", [VILLAGE, f"en/{VILLAGE}", PLANNED])
def test_the_poster_is_one_sheet_and_its_code_leads_to_the_page(
    context: BrowserContext, address: str, path: str
) -> None:
    page = context.new_page()
    page.goto(f"{address}{path}#poster")
    assert _sheets(page) == 1
    (code,) = zxingcpp.read_barcodes(_printed(page))
    assert (code.text, code.ec_level) == (ADDRESS + path, "M")  # a poster gets wet and torn
    assert page.locator("h1").is_visible()
    assert page.locator(".standing").is_visible()
    assert page.get_by_text("175", exact=False).last.is_visible()
    hidden = (".sources", ".facts", ".share", ".menu", ".poster__how", ".cards")
    assert not any(each.is_visible() for name in hidden for each in page.locator(name).all())


def test_the_longest_names_fit_on_the_poster(browser: Browser, site: Path, address: str) -> None:
    texts = {}
    for path in site.glob("desa/*/*/*/index.html"):
        html = path.read_text(encoding="utf-8")
        found = re.search(r"<h1>.*?</h1>.*?class=\"lead\">.*?</p>", html, re.DOTALL)
        assert found
        texts[path.parent.relative_to(site).as_posix()] = len(re.sub("<[^>]+>", "", found[0]))
    context = browser.new_context(viewport=A4)
    page = context.new_page()
    page.emulate_media(media="print")
    for path in sorted(texts, key=lambda path: texts[path])[-12:]:
        page.goto(f"{address}{path}/#poster")
        boxes = [page.locator(name).bounding_box() for name in (".lead", ".poster", ".foot")]
        ends = [end for box in boxes if box for end in (box["y"], box["y"] + box["height"])]
        assert ends == sorted(ends), path  # nothing lies on anything else
        assert ends[-1] <= A4["height"], path
    context.close()


@pytest.mark.parametrize("path", ["", "desa/", VILLAGE, LAUNCH, "manfaat/jkk/", "manfaat/hitung/", "statistik/"])
def test_a_page_is_ink_on_paper_whatever_scheme_was_chosen(browser: Browser, address: str, path: str) -> None:
    context = browser.new_context(viewport=A4, color_scheme="dark")
    page = context.new_page()
    page.add_init_script("localStorage.setItem('scheme', 'dark')")
    page.goto(address + path)
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator("html").get_attribute("data-scheme") == "dark"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(28, 38, 33)"
    assert page.locator(".menu").is_hidden()
    assert page.locator("button:visible").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= A4["width"]
    context.close()


def _listed(site: Path) -> set[str]:
    found = re.findall("<loc>(.*?)</loc>", (site / "sitemap-1.xml").read_text(encoding="utf-8"))
    assert len(found) == len(set(found))
    return set(found)


def _whatsapp(page: Page) -> str:
    link = page.get_by_role("link", name="WhatsApp").get_attribute("href") or ""
    assert urlsplit(link)[:3] == ("https", "wa.me", "/")
    (text,) = parse_qs(urlsplit(link).query)["text"]
    return text


def _file(site: Path, address: str) -> Path:
    path = site / urlsplit(urljoin("/", address)).path.lstrip("/")
    return path / "index.html" if path.is_dir() else path


def _sheets(page: Page) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


def _printed(page: Page) -> Image.Image:
    """A photo of the page as it comes out of the printer."""
    page.set_viewport_size(A4)
    page.emulate_media(media="print")
    return Image.open(io.BytesIO(page.screenshot(full_page=True)))
