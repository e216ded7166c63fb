"""Lists of villages by year, kind and standing, and the filter: what they show against the records themselves."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import escape
from itertools import product
from pathlib import Path
from urllib.parse import urlencode

import pytest
import yaml
from conftest import PROJECT
from nation_build import NATION, REGIONS, TODAY, built, copied
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect
from sadar import pipeline
from sadar.campaign import AnyVillage, Village
from sadar.outputs.browse import script_data, village_rows
from sadar.outputs.markdown import front_and_body
from sadar.pages import Settings, addresses
from sadar.pages.kinds import VillagesPage
from sadar.pages.list_kinds import Choice, ListPage
from sadar.pages.lists import list_page, list_parts, lists_of
from sadar.pages.roll import Roll
from sadar.pages.site import overview_pages
from sadar.regions import official
from sadar.wording import wording

LANGUAGES = ("", "en/")
FACETS = ("tahun", "jenis", "status")
STANDINGS = {
    "planned": "direncanakan",
    "launched": "diluncurkan",
    "certified": "ditetapkan",
    "awarded": "penghargaan",
    "ended": "berakhir",
}
SCRIPT = PROJECT / "scripts" / "sadar" / "theme" / "assets" / "browse.js"
PHONE = {"width": 320, "height": 640}
HOSTILE = '"A" <img src=x onerror=alert(1)> <b>tebal</b> &amp; {{ 7*7 }} {count}'
CHECKED = pipeline.check(NATION, REGIONS, TODAY)
Choices = dict[str, str]


def _choices(record: Path) -> Choices:
    """What the filter asks about a village, read from its YAML and nothing else."""
    found = yaml.safe_load(record.read_text(encoding="utf-8"))
    steps = [(step["status"], str(step["date"])) for step in found["standing"]]
    joined = next((date for status, date in steps if status != "planned"), None)
    year = "" if joined is None else "tanpa-tahun" if joined == "unknown" else joined[:4]
    kind = found["kind"].replace(" ", "-")
    return {"provinsi": record.parts[-4], "tahun": year, "jenis": kind, "status": STANDINGS[steps[-1][0]]}


VILLAGES = {
    "/".join(record.parts[-4:-1]): _choices(record) for record in (PROJECT / "villages").glob("*/*/*/village.yml")
}


def _matching(**wanted: str) -> set[str]:
    return {
        address
        for address, own in VILLAGES.items()
        if all(own[name] == value for name, value in wanted.items() if value)
    }


def _listed(page: Path) -> list[str]:
    """The addresses of the villages in a list's rows."""
    html = page.read_text(encoding="utf-8")
    rows = "".join(re.findall(r'<ul class="rows">(.*?)</ul>', html, re.DOTALL))
    return re.findall(r'href="(?:\.\./)+((?:[a-z0-9-]+/){2}[a-z0-9-]+)/"', rows)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
    opened.set_default_timeout(10_000)
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture(scope="module")
def toy(site: Path, address: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the toy country is served, beside the real site; the filter reads of a village with a hostile name."""
    root = copied(tmp_path_factory.mktemp("nation") / "root")
    folder = built(root, site.parent / "misal")
    villages = tuple(
        replace(village, record=village.record.model_copy(update={"name": HOSTILE}))
        if village.name == "Rekaan Jauh"
        else village
        for village in CHECKED.campaign.villages
    )
    hostile = replace(CHECKED.campaign, villages=villages)
    ((path, content),) = village_rows(hostile.villages, hostile.size)
    (folder / path).write_text(content, encoding="utf-8")
    return address.replace(f"/{site.name}/", "/misal/")


@pytest.fixture(scope="module")
def large_toy(site: Path, toy: str) -> str:
    """The toy country as if it were too large for one file."""
    folder = site.parent / "misal-besar"
    shutil.copytree(site.parent / "misal", folder)
    (folder / "desa" / "daftar.json").unlink()
    for path, content in village_rows(CHECKED.campaign.villages, CHECKED.campaign.size, largest=1):
        (folder / path).write_text(content, encoding="utf-8")
    (villages,) = (each for each in CHECKED.pages if isinstance(each, VillagesPage))
    small, large = (escape(script_data(wording("id"), villages, largest)) for largest in (3_000, 1))
    index = folder / "desa" / "index.html"
    html = index.read_text(encoding="utf-8").replace("&#34;", "&quot;")
    assert small in html
    index.write_text(html.replace(small, large), encoding="utf-8")
    return toy.replace("/misal/", "/misal-besar/")


def _shown(page: Page) -> list[str]:
    """The villages that the filter shows, to the last, by their addresses."""
    expect(page.get_by_role("status")).to_contain_text(re.compile(r"cocok|match|Belum tercatat|No village"))
    more = page.locator("[data-more] button")
    while more.is_visible():
        more.click()
    links = page.locator("[data-found] a")
    return [str(link).removesuffix("/") for link in links.evaluate_all("all => all.map(a => a.getAttribute('href'))")]


# The lists as pages


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("facet", FACETS)
def test_the_lists_of_a_facet_hold_the_right_villages_and_each_once(site: Path, facet: str, language: str) -> None:
    folders = sorted(path for path in (site / language / "desa" / facet).iterdir())
    assert {path.name for path in folders} == {own[facet] for own in VILLAGES.values()} - {""}
    found: list[str] = []
    for folder in folders:
        listed = _listed(folder / "index.html")
        assert set(listed) == _matching(**{facet: folder.name}), folder
        found.extend(listed)
    if facet == "tahun":  # who is planned only has not joined
        found.extend(_listed(site / language / "desa" / "status" / "direncanakan" / "index.html"))
    assert sorted(found) == sorted(VILLAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_all_villages_counts_as_the_records_do(site: Path, language: str) -> None:
    html = (site / language / "desa" / "index.html").read_text(encoding="utf-8")
    for name in ("provinsi", *FACETS):
        counts = Counter(own[name] for own in VILLAGES.values() if own[name])
        (select,) = re.findall(rf'<select id="pilih-{name}".*?</select>', html, re.DOTALL)
        options = re.findall(r'<option value="([^"]+)">[^<]* \((\d+)\)</option>', select)
        assert {value: int(count) for value, count in options} == counts, name
    chips = re.findall(r'<li><a href="([a-z]+)/([a-z0-9-]+)/">.*?<span class="chips__count">(\d+)</span>', html)
    assert {(facet, value): int(count) for facet, value, count in chips} == Counter(
        (facet, own[facet]) for own in VILLAGES.values() for facet in FACETS if own[facet]
    )


def test_every_list_is_reached_by_links_from_the_page_of_all_villages_without_javascript(
    browser: Browser, address: str, site: Path
) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{address}desa/")
    assert not page.locator("[data-browse]").is_visible()
    assert page.locator("[data-ways]").is_visible()
    links = page.locator(".chips a").evaluate_all("all => all.map(a => a.href)")
    lists = {f"{address}{path.parent.relative_to(site)}/" for path in site.glob("desa/*/*/index.html")}
    assert {link for link in lists if link.split("/desa/")[1].split("/")[0] in FACETS} <= set(links)
    page.get_by_role("link", name="Ditetapkan").click()
    assert page.url == f"{address}desa/status/ditetapkan/"
    expect(page.locator(".rows a")).to_have_count(len(_matching(status="ditetapkan")))
    context.close()


def test_no_province_has_the_address_of_a_list() -> None:
    assert [official().province(name) for name in addresses.FACETS.values()] == [None, None, None]
    with_pages = {page.address for page in CHECKED.pages}
    assert len(with_pages) == len(CHECKED.pages)


def _every(lists: Mapping[Choice, list[AnyVillage]], largest: int) -> Iterator[ListPage]:
    for choice, villages in lists.items():
        yield list_page(choice, villages, large=False, largest=largest)
        yield from list_parts(choice, villages, large=False, largest=largest)


def test_a_list_that_is_too_long_goes_on_in_pages_by_province_regency_and_district() -> None:
    pages = list(_every(lists_of(CHECKED.campaign.villages), largest=1))
    by_address = {page.address: page for page in pages}
    assert len(by_address) == len(pages)
    assert {len(page.trail) for page in pages} == {0, 1, 2, 3}
    assert "desa/tahun/2017/provinsi-contoh/kabupaten-contoh/contoh-hilir/" in by_address
    leaves = [page for page in pages if page.split is None]
    for page in pages:
        for group in page.groups:
            if group.address:
                below = [each for leaf in leaves if leaf.address.startswith(group.address) for each in _addresses(leaf)]
                assert by_address[group.address].count == group.tally.all == len(below) == len(set(below))
    for facet in ("kind", "status"):
        found = [address for page in leaves if page.choice.facet == facet for address in _addresses(page)]
        assert sorted(found) == sorted(village.address for village in CHECKED.campaign.villages)


def test_a_long_list_that_is_only_counted_is_the_one_of_its_villages(monkeypatch: pytest.MonkeyPatch) -> None:
    villages = CHECKED.campaign.villages
    monkeypatch.setattr("sadar.pages.lists._LARGEST", 1)
    counted = [
        each for each in overview_pages(CHECKED.campaign, Roll.of(villages), TODAY) if isinstance(each, ListPage)
    ]
    assert counted == [list_page(choice, own, large=False, largest=1) for choice, own in lists_of(villages).items()]
    assert {bool(page.split) for page in counted} == {True, False}


def test_every_page_of_a_list_of_6500_villages_is_light() -> None:
    (prototype,) = (village for village in CHECKED.campaign.villages if village.name == "Rekaan Satu")
    regions = official()
    villages = tuple(
        Village(
            each.address, prototype.file, prototype.record.model_copy(update={"name": each.name}), regency, each, (), ()
        )
        for regency in regions.regencies(regions.province("aceh"))
        for each in regions.villages(regency)
    )
    assert len(villages) > 6_000
    pages = list(_every(lists_of(villages), largest=200))
    assert {"desa/jenis/desa/", "desa/jenis/desa/aceh/kabupaten-aceh-utara/lhoksukon/"} <= {
        page.address for page in pages
    }
    for page in pages:
        assert len(page.groups if page.split else _villages(page)) <= 200, page.address
        assert len(gzip.compress(front_and_body(wording("id"), page, Settings(), 0)[1].encode())) < 16_000, page.address
    leaves = (page for page in pages if page.choice.facet == "kind" and page.split is None)
    every = [address for page in leaves for address in _addresses(page)]
    assert sorted(every) == sorted(village.address for village in villages)


def _addresses(page: ListPage) -> list[str]:
    return sorted(village.address for village in _villages(page))


def _villages(page: ListPage) -> list[Village]:
    return [village for group in page.groups for village in group.villages]


# The filter


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_combination_of_two_choices_shows_the_villages_of_the_records(
    page: Page, address: str, language: str
) -> None:
    page.goto(f"{address}{language}desa/")
    years, standings = ({own[name] for own in VILLAGES.values()} - {""} for name in ("tahun", "status"))
    for year, standing in [*product(sorted(years), sorted(standings)), ("", ""), ("2018", "")]:
        _choose(page, tahun=year, status=standing)
        assert sorted(_shown(page) if year or standing else []) == sorted(
            _matching(tahun=year, status=standing) if year or standing else []
        )
    for province in sorted({own["provinsi"] for own in VILLAGES.values()}):
        _choose(page, provinsi=province, tahun="", jenis="desa", status="")
        assert set(_shown(page)) == _matching(provinsi=province, jenis="desa")


def _choose(page: Page, **choices: str) -> None:
    for name, value in choices.items():
        page.locator(f"#pilih-{name}").select_option(value)


def test_beside_each_choice_stands_how_many_villages_it_would_leave(page: Page, address: str) -> None:
    page.goto(f"{address}desa/?provinsi=jawa-timur&status=ditetapkan")
    _shown(page)
    options = page.locator("#pilih-tahun option").evaluate_all("all => all.map(o => [o.value, o.text])")
    for value, text in options[1:]:
        assert text.endswith(f" ({len(_matching(provinsi='jawa-timur', status='ditetapkan', tahun=value))})")
    page.get_by_role("link", name="Hapus pilihan").click()
    assert page.locator("#pilih-provinsi option[value=jawa-timur]").inner_text() == (
        f"Jawa Timur ({len(_matching(provinsi='jawa-timur'))})"
    )


def test_the_number_of_villages_is_announced_and_each_card_tells_where_and_since_when(page: Page, address: str) -> None:
    page.goto(f"{address}desa/")
    page.get_by_label("Provinsi").select_option("kalimantan-timur")
    count = len(_matching(provinsi="kalimantan-timur"))
    expect(page.get_by_role("status")).to_have_text(f"{count} desa cocok dengan pilihan Anda.")
    card = page.locator("[data-found] a", has_text="Loa Duri Ilir")
    assert card.inner_text().splitlines()[:2] == [
        "Desa Loa Duri Ilir",
        "Loa Janan, Kabupaten Kutai Kartanegara, Kalimantan Timur",
    ]
    assert card.locator(".badge:visible").count() == 1
    assert card.locator(".badge .icon").count() == 1
    assert "18 September 2018" in card.inner_text()
    card.click()
    page.wait_for_url(f"{address}desa/kalimantan-timur/kabupaten-kutai-kartanegara/loa-duri-ilir/")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_says_what_the_villages_own_page_and_its_list_say(page: Page, address: str, language: str) -> None:
    page.goto(f"{address}{language}desa/?jenis=kampung")
    _shown(page)
    cards = page.locator("[data-found] li").evaluate_all(
        "all => all.map(li => [li.querySelector('a').href, li.innerText.split(/\\s*\\n+\\s*/)])"
    )
    assert len(cards) == len(_matching(jenis="kampung")) > 1
    for link, lines in cards:
        page.goto(link.rsplit("/", 2)[0] + "/")
        card = page.locator(f".cards a[href='{link.rsplit('/', 2)[1]}/']").inner_text()
        assert lines == re.split(r"\s*\n+\s*", card)


def test_the_address_holds_what_is_chosen_and_back_undoes_one_choice_at_a_time(page: Page, address: str) -> None:
    page.goto(address)
    page.goto(f"{address}desa/")
    _choose(page, provinsi="jawa-timur")
    assert page.url == f"{address}desa/?provinsi=jawa-timur"
    _choose(page, status="diluncurkan")
    assert page.url == f"{address}desa/?provinsi=jawa-timur&status=diluncurkan"
    both = _shown(page)
    page.go_back()
    assert page.locator("#pilih-status").input_value() == ""
    assert set(_shown(page)) == _matching(provinsi="jawa-timur")
    page.go_back()
    expect(page.locator("[data-found]")).to_be_hidden()
    assert page.url == f"{address}desa/"
    assert page.locator("#pilih-provinsi").input_value() == ""
    page.go_forward()
    page.go_forward()
    assert _shown(page) == both
    page.locator("[data-found] a").first.click()
    page.wait_for_url("**/desa/jawa-timur/*/*/")
    page.go_back()
    assert _shown(page) == both
    for _ in range(3):
        page.go_back()
    assert page.url == address


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_shared_address_shows_the_list_and_the_other_language_keeps_it(
    page: Page, address: str, language: str
) -> None:
    wanted = {"provinsi": "jawa-tengah", "tahun": "2018", "jenis": "desa", "status": "diluncurkan"}
    page.goto(f"{address}{language}desa/?{urlencode(wanted)}")
    assert set(_shown(page)) == _matching(**wanted) != set()
    assert {name: page.locator(f"#pilih-{name}").input_value() for name in wanted} == wanted
    page.locator(".menu > summary").click()
    page.locator("a[hreflang]").click()
    other = "en/" if language == "" else ""
    page.wait_for_url(f"{address}{other}desa/?{urlencode(wanted)}")
    assert set(_shown(page)) == _matching(**wanted)


def test_an_address_with_a_choice_that_no_village_has_says_so_and_shows_none(page: Page, address: str) -> None:
    page.goto(f"{address}desa/?provinsi=jawa-timur&tahun=1999&lain=%3Cb%3E")
    expect(page.get_by_role("status")).to_contain_text("Belum tercatat desa dengan pilihan ini")
    assert page.locator("[data-found] li").count() == 0


def test_planned_villages_are_in_no_year_and_never_look_like_more(page: Page, address: str) -> None:
    planned = _matching(status="direncanakan")
    page.goto(f"{address}desa/?status=direncanakan")
    assert set(_shown(page)) == planned
    assert page.locator("[data-found] .badge--planned").count() == len(planned)
    assert page.locator("[data-found] .badge:not(.badge--planned)").count() == 0
    options = page.locator("#pilih-tahun option").evaluate_all("all => all.slice(1).map(o => o.text)")
    assert all(text.endswith(" (0)") for text in options)


def test_a_hundred_villages_are_shown_then_more_on_request(page: Page, address: str) -> None:
    page.goto(f"{address}desa/?jenis=desa")
    every = len(_matching(jenis="desa"))
    assert every > 100
    expect(page.get_by_role("status")).to_have_text(f"{every} desa cocok dengan pilihan Anda.")
    assert page.locator("[data-found] li").count() == 100
    more = page.get_by_role("button", name=f"Tampilkan {every - 100} desa lagi")
    more.focus()
    page.keyboard.press("Enter")
    assert page.locator("[data-found] li").count() == every
    assert page.evaluate("[...document.querySelectorAll('[data-found] a')].indexOf(document.activeElement)") == 100
    expect(more).to_be_hidden()


def test_the_villages_are_read_when_first_asked_for_and_once(page: Page, address: str) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        if request.url.endswith(".json"):
            asked.append(request.url)

    page.on("request", note)
    page.goto(f"{address}en/desa/", wait_until="networkidle")
    assert asked == []
    _choose(page, jenis="kampung")
    _shown(page)
    _choose(page, status="ditetapkan")
    _shown(page)
    assert asked == [f"{address}desa/daftar.json"]


def test_the_file_of_villages_says_what_the_records_say_and_nothing_else(site: Path) -> None:
    found = json.loads((site / "desa" / "daftar.json").read_text(encoding="utf-8"))
    assert found.keys() == {"fields", "provinces"}
    assert found["fields"] == ["name", "slug", "district", "kind", "year", "status", "date"]
    rows = {
        f"{province['slug']}/{regency['slug']}/{row[1]}": row
        for province in found["provinces"]
        for regency in province["regencies"]
        for row in regency["villages"]
    }
    assert rows.keys() == VILLAGES.keys()
    for address, row in rows.items():
        record = yaml.safe_load((PROJECT / "villages" / address / "village.yml").read_text(encoding="utf-8"))
        date = str(record["standing"][-1]["date"])
        assert (row[0], row[6]) == (record["name"], "" if date == "unknown" else date)


def test_a_reader_with_a_keyboard_chooses_reads_and_goes_on(page: Page, address: str) -> None:
    page.goto(f"{address}desa/")
    page.locator("#pilih-provinsi").focus()
    before = page.evaluate("history.length")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    third = page.locator("#pilih-provinsi option").nth(3).get_attribute("value") or ""
    assert page.url.endswith(f"?provinsi={third}")
    assert page.evaluate("history.length") == before + 1  # walking through the choices is one step
    assert set(_shown(page)) == _matching(provinsi=third)
    for name in FACETS:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.name") == name
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Hapus pilihan"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.name") == "provinsi"
    expect(page.locator("[data-found]")).to_be_hidden()
    assert page.url == f"{address}desa/"


@pytest.mark.parametrize("path", ["desa/", "desa/?jenis=kampung", "en/desa/?status=penghargaan", "desa/tahun/2018/"])
def test_nothing_is_wider_than_a_small_phone_or_smaller_than_a_finger(page: Page, address: str, path: str) -> None:
    page.goto(address + path, wait_until="networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    small = page.evaluate(
        """() => [...document.querySelectorAll('article a, article select, article button')]
            .filter(e => e.offsetParent && e.getBoundingClientRect().height < 44).map(e => e.outerHTML.slice(0, 120))"""
    )
    assert small == []


def test_offline_the_page_says_so_and_shows_the_list_once_the_connection_is_back(
    context: BrowserContext, page: Page, address: str
) -> None:
    page.goto(f"{address}desa/")
    context.set_offline(True)
    _choose(page, jenis="nagari")
    expect(page.get_by_role("status")).to_contain_text("Periksa sambungan internet Anda")
    assert page.locator("[data-found] li").count() == 0
    context.set_offline(False)
    assert set(_shown(page)) == _matching(jenis="nagari")


def test_the_script_is_small() -> None:
    assert len(gzip.compress(SCRIPT.read_bytes())) < 3_000


# The toy country: hostile texts, unknown regencies and dates, files by province


def test_the_text_of_a_record_stays_text_in_the_filters_answers(page: Page, toy: str) -> None:
    wrong: list[str] = []
    page.on("dialog", lambda dialog: wrong.append(dialog.message) or dialog.dismiss())
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{toy}desa/?provinsi=provinsi-misal&status=penghargaan")
    assert _shown(page) == ["provinsi-misal/kabupaten-misal/rekaan-jauh"]
    assert page.locator("[data-found] .card__title").inner_text() == f"Desa {HOSTILE}"
    assert page.locator("[data-found] :is(img, b, script)").count() == 0
    assert wrong == []


def test_what_no_source_states_is_said_in_words(page: Page, toy: str) -> None:
    page.goto(f"{toy}desa/?tahun=tanpa-tahun")
    (shown,) = _shown(page)
    assert shown == "provinsi-misal/belum-tercatat/rekaan-entah"
    card = page.locator("[data-found] a").inner_text()
    assert "Kabupaten atau kota belum tercatat, Provinsi Misal" in card
    assert "Desember 2021" in card
    (page_of,) = (each for each in CHECKED.pages if each.address == "desa/tahun/tanpa-tahun/")
    assert "Kabupaten atau kota belum tercatat" in front_and_body(wording("id"), page_of, Settings(), 0)[1]


def test_a_large_campaign_asks_for_the_province_first_and_reads_only_its_file(page: Page, large_toy: str) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        if request.url.endswith(".json"):
            asked.append(request.url)

    page.on("request", note)
    page.goto(f"{large_toy}desa/?jenis=desa")
    expect(page.get_by_role("status")).to_have_text("Pilih provinsi dahulu.")
    assert asked == []
    _choose(page, provinsi="provinsi-misal")
    assert _shown(page) == ["provinsi-misal/kabupaten-misal/rekaan-jauh"]
    assert page.locator("#pilih-provinsi option").nth(1).inner_text() == "Provinsi Contoh (4)"
    assert page.locator("#pilih-jenis option[value=nagari]").inner_text() == "Nagari (1)"
    _choose(page, provinsi="provinsi-contoh", jenis="")
    assert len(_shown(page)) == 4
    assert asked == [f"{large_toy}desa/{name}/daftar.json" for name in ("provinsi-misal", "provinsi-contoh")]


def test_a_file_for_each_province_holds_the_same_villages_as_the_one_for_all() -> None:
    villages, size = CHECKED.campaign.villages, CHECKED.campaign.size
    ((whole, content),) = village_rows(villages, size)
    assert whole.as_posix() == "desa/daftar.json"
    parts = dict(village_rows(villages, size, largest=5))
    assert sorted(path.as_posix() for path in parts) == [
        "desa/provinsi-contoh/daftar.json",
        "desa/provinsi-misal/daftar.json",
    ]
    assert [part for text in parts.values() for part in json.loads(text)["provinces"]] == json.loads(content)[
        "provinces"
    ]
    assert len(list(village_rows((), 0))) == 1
