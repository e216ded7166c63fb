"""Any village of the official list is found, in a real Chromium, with the script and the files of the real site."""

from __future__ import annotations

import gzip
import hashlib
import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from conftest import PROJECT
from nation_build import NATION, REGIONS, TODAY
from playwright.sync_api import Browser, Page, Request
from sadar import pipeline
from sadar.outputs import documents, finder
from sadar.pages import Settings, Site
from sadar.regions import Village, official
from sadar.tree import keep

EVERY = 150  # `scripts/bench/finder.py` asks for every name
PHONE = {"width": 320, "height": 640}
VILLAGE = "desa/kalimantan-timur/kabupaten-kutai-kartanegara/loa-duri-ilir/"

# What readers type, and the village that must stand first.
TYPED = {
    "Catak Gayam": "Catakgayam, Kabupaten Jombang",
    "tjatak gajam": "Catakgayam, Kabupaten Jombang",
    "Cadakgayam": "Catakgayam, Kabupaten Jombang",  # a name in use, from the record
    "Loa Doeri Ilir": "Loa Duri Ilir, Kabupaten Kutai Kartanegara",
    "Desa Loa Duri Ilir": "Loa Duri Ilir, Kabupaten Kutai Kartanegara",
    "Ds. Kalisidi": "Kalisidi, Kabupaten Semarang",
    "KALISIDI!": "Kalisidi, Kabupaten Semarang",
    "kalisid": "Kalisidi, Kabupaten Semarang",
    "kalsidi": "Kalisidi, Kabupaten Semarang",
    "alisidi": "Kalisidi, Kabupaten Semarang",
    "sidomulyo batu": "Sidomulyo, Kota Batu",
    "Sidomulyo, Kec. Batu": "Sidomulyo, Kota Batu",
    "sidomulyo kota batu jawa timur": "Sidomulyo, Kota Batu",
    "Kampung Asei Besar": "Asei Besar, Kabupaten Jayapura",
    "hoi debut": "Hoi Debut, Kabupaten Maluku Tenggara",  # in no official list, but recorded
}


@pytest.fixture(scope="module")
def finding(browser: Browser, address: str) -> Iterator[Page]:
    """A page that has the finder's script at hand as `finder`."""
    page = browser.new_page()
    page.goto(address)
    page.evaluate("async () => { window.finder = await import('./cari/finder.js'); }")
    yield page
    page.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def some_villages() -> list[Village]:
    regions = official()
    return [village for regency in regions.regencies() for village in regions.villages(regency)][::EVERY]


def found(page: Page, questions: list[str], first: int) -> list[list[str]]:
    """For each question the first villages as `name, district, regency`."""
    answers: list[list[str]] = page.evaluate(
        """async ([questions, first]) => {
          const answers = [];
          for (const each of questions) answers.push((await finder.find(each)).slice(0, first)
            .map((village) => `${village.name}, ${village.district}, ${village.region.name}`));
          return answers;
        }""",
        [questions, first],
    )
    return answers


def told(village: Village) -> str:
    return f"{village.name}, {village.district.name}, {village.regency.name}"


def test_a_name_with_its_regency_finds_the_right_village_first(finding: Page, some_villages: list[Village]) -> None:
    regions = official()
    every = (village for regency in regions.regencies() for village in regions.villages(regency))
    namesakes = Counter((village.name, village.regency.code) for village in every)
    questions = [
        f"{each.name} {each.regency.name}"
        if namesakes[each.name, each.regency.code] == 1
        else f"{each.name} {each.district.name} {each.regency.name}"
        for each in some_villages
    ]
    answers = found(finding, questions, 1)
    wanted = [[told(village)] for village in some_villages]
    assert [each for each, answer, right in zip(questions, answers, wanted, strict=True) if answer != right] == []


def test_a_name_alone_lists_the_village_among_its_namesakes(finding: Page, some_villages: list[Village]) -> None:
    answers = found(finding, [village.name for village in some_villages], 200)
    missed = [told(each) for each, answer in zip(some_villages, answers, strict=True) if told(each) not in answer]
    assert missed == []


@pytest.mark.parametrize("mistake", ["left out", "doubled", "swapped"])
def test_a_typing_mistake_is_forgiven_where_the_regency_is_given(
    finding: Page, some_villages: list[Village], mistake: str
) -> None:
    chance = random.Random(mistake)  # noqa: S311 (draws mistakes, not secrets)
    long = [village for village in some_villages if len(village.name) >= 6]
    questions = [f"{_mistyped(each.name, mistake, chance)} {each.regency.name}" for each in long]
    answers = found(finding, questions, 10)
    right = sum(told(village) in answer for village, answer in zip(long, answers, strict=True))
    assert right / len(long) >= 0.95


@pytest.mark.parametrize(("typed", "wanted"), TYPED.items(), ids=list(TYPED))
def test_a_village_is_found_in_whatever_spelling(finding: Page, typed: str, wanted: str) -> None:
    name, regency = wanted.split(", ")
    first = found(finding, [typed], 1)[0][0]
    assert first.startswith(f"{name}, ")
    assert first.endswith(f", {regency}")


def test_recorded_villages_come_first_then_those_of_the_chosen_province(finding: Page) -> None:
    script = """async (province) => (await finder.find('sidomulyo', province))
        .filter((each) => each.name === 'Sidomulyo').map((each) => [each.status, each.region.province])"""
    anywhere: list[list[str]] = finding.evaluate(script, "")
    chosen: list[list[str]] = finding.evaluate(script, "Lampung")
    recorded = [each for each in anywhere if each[0]]
    assert anywhere[: len(recorded)] == recorded
    assert len(anywhere) > 90
    others = [province for status, province in chosen if not status]
    assert others[: others.count("Lampung")] == ["Lampung"] * others.count("Lampung")
    assert others.count("Lampung") > 3


def test_a_beginning_that_many_names_share_suggests_recorded_villages_first(finding: Page) -> None:
    statuses: list[str] = finding.evaluate("async () => (await finder.find('kar')).map((village) => village.status)")
    with_record = [status for status in statuses if status]
    assert with_record
    assert statuses[statuses.index(with_record[0]) :][: len(with_record)] == with_record


def test_a_question_costs_few_bytes_and_at_most_three_requests(
    browser: Browser, address: str, some_villages: list[Village], site: Path
) -> None:
    chance = random.Random(1)  # noqa: S311 (as above)
    costs = []
    page = browser.new_page()
    page.goto(address)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for number, village in enumerate(some_villages[::6]):
        asked.clear()
        for question in (village.name, _mistyped(village.name, "swapped", chance))[number % 2 :][:1]:
            page.evaluate(
                "async ([address, question]) => (await import(address)).find(question)",
                [f"./cari/finder.js?{number}", question],  # a script of its own: nothing is at hand yet
            )
        files = [site / url.removeprefix(address) for url in asked if "finder.js" not in url]
        assert len(files) <= 3, (village.name, files)
        costs.append(sum(len(gzip.compress(file.read_bytes())) for file in files))
    page.close()
    assert max(costs) < 25_000
    exact = sorted(costs[::2])
    assert exact[len(exact) // 2] < 3_000


def test_the_script_is_small_and_that_of_todays_source(site: Path) -> None:
    for below in ("", "en/"):
        assert len(gzip.compress((site / below / "cari/finder.js").read_bytes())) < 8_192
    folder = PROJECT / "scripts/sadar/outputs/finder"
    digest = hashlib.sha256((folder / "finder.js").read_bytes()).hexdigest()
    short = (folder / "finder.min.js").read_text(encoding="utf-8")
    assert short.startswith(f"//{digest}\n"), "python3 scripts/make_finder.py writes it anew"


def test_materials_own_index_is_not_built(site: Path) -> None:
    assert [*site.rglob("search_index.json"), *site.rglob("*lunr*")] == []


@pytest.mark.parametrize("below", ["", "en/"])
def test_the_box_opens_with_a_key_lists_villages_then_pages_and_leads_there(
    phone: Page, address: str, below: str
) -> None:
    asked: list[Request] = []
    phone.on("request", lambda request: asked.append(request))
    phone.goto(address + below + VILLAGE, wait_until="networkidle")
    assert [each.url for each in asked if "/cari/" in each.url or "pagefind" in each.url] == []
    phone.keyboard.press("/")
    phone.locator("dialog input").fill("kalisidi")
    phone.locator("dialog .finder__title:not([hidden])").wait_for()
    assert phone.locator("dialog [role=status]").inner_text() in ("Desa: 1", "Villages: 1")
    assert phone.evaluate("document.querySelector('dialog').scrollWidth") <= PHONE["width"]
    small = "[...document.querySelectorAll('dialog a, dialog button')].filter(e => e.offsetHeight < 44).length"
    assert phone.evaluate(small) == 0
    phone.keyboard.press("ArrowDown")
    phone.keyboard.press("Enter")
    phone.wait_for_url(f"{address}{below}desa/jawa-tengah/kabupaten-semarang/kalisidi/")


def test_the_box_closes_with_escape_and_gives_the_focus_back(phone: Page, address: str) -> None:
    phone.goto(address + VILLAGE)
    opener = phone.locator("[data-search]")
    opener.focus()
    opener.click()
    phone.locator("dialog[open] input").wait_for()
    phone.keyboard.press("Escape")
    assert phone.locator("dialog[open]").count() == 0
    assert phone.evaluate("document.activeElement.dataset.search") is not None


def test_the_first_text_search_costs_less_than_200_kb(phone: Page, address: str) -> None:
    sizes: dict[str, int] = {}

    def weigh(url: str, body: bytes) -> None:
        sizes[url] = len(gzip.compress(body))

    phone.on("response", lambda answer: "pagefind" in answer.url and weigh(answer.url, answer.body()))
    phone.goto(f"{address}cari/?q=santunan kematian")
    phone.locator(".finder__title:not([hidden])").wait_for()
    phone.wait_for_load_state("networkidle")
    assert sizes
    assert sum(sizes.values()) < 200_000, sizes
    assert phone.locator(".finder__title + ul a").count() > 2


def test_it_says_plainly_when_there_is_no_connection(phone: Page, address: str) -> None:
    phone.goto(address + VILLAGE)
    phone.context.set_offline(True)
    alert = phone.locator(".top [role=alert]")
    for _ in range(2):
        phone.keyboard.press("/")
        assert "Tidak tersambung" in alert.inner_text()
    opener, told = phone.locator(".top__search").bounding_box(), alert.bounding_box()
    assert opener
    assert told
    assert told["y"] >= opener["y"] + opener["height"]  # it hides nothing
    phone.context.set_offline(False)
    phone.wait_for_function("navigator.onLine")
    phone.keyboard.press("/")
    phone.locator("dialog[open] input").wait_for()
    assert not alert.count()
    phone.context.set_offline(True)
    phone.locator("dialog input").fill("kalisidi")
    phone.get_by_text("Tidak tersambung ke internet. Sambungkan, lalu ketik lagi.").wait_for()
    phone.context.set_offline(False)
    phone.locator("dialog input").fill("kalisid")
    phone.locator("dialog li a").first.wait_for()


def test_pages_are_found_again_after_a_question_without_a_connection(phone: Page, address: str) -> None:
    phone.goto(address)
    phone.keyboard.press("/")
    field = phone.locator("dialog[open] input")
    field.wait_for()
    phone.context.set_offline(True)
    with phone.expect_event("requestfailed", lambda request: "pagefind.js" in request.url):
        field.fill("kalisidi")
        phone.get_by_text("Tidak tersambung ke internet. Sambungkan, lalu ketik lagi.").wait_for()
    phone.context.set_offline(False)
    field.fill("santunan kematian")
    phone.locator("dialog .finder__title:not([hidden])").wait_for()


def test_a_form_that_was_entered_without_a_connection_finds_once_there_is_one(phone: Page, address: str) -> None:
    phone.goto(address)
    field = phone.locator("main form[data-finder] input")
    phone.context.set_offline(True)
    field.focus()
    phone.locator(".top [role=alert]").wait_for()
    phone.context.set_offline(False)
    phone.wait_for_function("navigator.onLine")
    field.blur()
    field.fill("kalisidi")
    phone.locator("main form[data-finder] li a").first.wait_for()


def test_the_search_page_answers_an_address(phone: Page, address: str) -> None:
    phone.goto(f"{address}cari/?q=sidomulyo")
    phone.locator(".finder__list a").first.wait_for()
    assert "115 desa bernama sama" in phone.locator("[role=status]").inner_text() or phone.locator("li a").count() > 90


def test_a_village_without_a_record_gets_an_honest_answer(phone: Page, address: str) -> None:
    phone.goto(f"{address}cari/?q=branjang semarang")
    phone.locator(".finder__list a").first.click()
    phone.get_by_role("heading", name="Branjang").wait_for()
    text = phone.locator("#isi").inner_text()
    assert "Belum tercatat di situs ini" in text
    assert "belum tentu belum ikut serta" in text
    assert "Desa tercatat di Kabupaten Semarang" in text
    # Those of the same district come first.
    nearest = phone.locator("[data-neighbours] strong").all_inner_texts()
    assert sorted(nearest[:3]) == ["Gogik", "Kalisidi", "Lerep"]
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_an_address_of_a_village_that_is_recorded_by_now_leads_to_its_page(phone: Page, address: str) -> None:
    phone.goto(f"{address}cari/?desa=kabupaten-semarang/ungaran-barat/kalisidi")
    phone.get_by_role("link", name="Buka halaman desa ini").click()
    phone.wait_for_url(f"{address}desa/jawa-tengah/kabupaten-semarang/kalisidi/")


def test_an_address_of_no_village_says_so(phone: Page, address: str) -> None:
    for wrong in ("kabupaten-semarang/ungaran-barat/rekaan", "kabupaten-rekaan/x/y", "%00/%3Cb%3E/x"):
        phone.goto(f"{address}cari/?desa={wrong}")
        phone.get_by_text("Alamat ini tidak menunjuk ke desa mana pun.").wait_for()


def test_without_javascript_the_search_leads_to_the_lists(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(address + VILLAGE)
    page.locator("[data-search]").click()
    assert page.url == f"{address}cari/"
    assert "memerlukan JavaScript" in page.locator("#isi").inner_text()
    page.get_by_role("link", name="Semua desa yang tercatat").click()
    assert page.url == f"{address}desa/"
    context.close()


@pytest.mark.parametrize("below", ["", "en/"])
def test_browsers_can_offer_the_search(site: Path, below: str) -> None:
    root = ElementTree.parse(site / below / "cari/opensearch.xml").getroot()  # noqa: S314 (our own file)
    name = "{http://a9.com/-/spec/opensearch/1.1/}"
    url = root.find(f"{name}Url")
    assert url is not None
    assert url.get("template") == f"https://desasadar.example/proyek/{below}cari/?q={{searchTerms}}"
    assert 'rel="search"' in (site / below / VILLAGE / "index.html").read_text(encoding="utf-8")


def test_beyond_a_chosen_number_the_text_search_leaves_places_to_the_finder() -> None:
    pages = pipeline.check(NATION, REGIONS, TODAY).pages

    def searched(limit: int) -> set[str]:
        made = documents(pages, "id", Settings(searched_villages=limit), 8)
        return {str(path) for path, text in made if '"searched"' in text}

    left_out = searched(100) - searched(5)
    assert left_out
    assert {path.split("/")[0] for path in left_out} == {"desa", "peluncuran"}
    assert not {"index.md", "desa/index.md", "peluncuran/index.md", "program/index.md"} & left_out


def test_the_same_records_make_the_same_files() -> None:
    checked = pipeline.check(NATION, REGIONS, TODAY)
    site = Site(checked.campaign, REGIONS, checked.pages, TODAY, "")
    assert list(finder.files(site)) == list(finder.files(site))
    paths = [path for path, _ in finder.files(site)]
    assert len(paths) == len(set(paths))


def test_files_are_made_anew_only_when_their_inputs_changed(tmp_path: Path) -> None:
    checked = pipeline.check(NATION, REGIONS, TODAY)
    site = Site(checked.campaign, REGIONS, checked.pages, TODAY, "")

    def unwanted() -> Any:
        raise AssertionError("made again")

    def stopped() -> Any:
        yield next(finder.files(site))
        raise OSError("the disk is full")

    keep(tmp_path / "finder", finder.inputs(site), lambda: finder.files(site))
    keep(tmp_path / "finder", finder.inputs(site), unwanted)
    with pytest.raises(OSError, match="full"):
        keep(tmp_path / "finder", "other inputs", stopped)
    keep(tmp_path / "finder", finder.inputs(site), lambda: finder.files(site))
    script = (tmp_path / "finder" / "cari" / "finder.js").read_text(encoding="utf-8")
    assert json.dumps("Rekaan")[1:-1] not in script  # names of villages stand in the files, not in the script
    assert "Contoh" in script


def _mistyped(name: str, mistake: str, chance: random.Random) -> str:
    places = [at for at in range(len(name) - 1) if name[at : at + 2].isalpha() and name[at] != name[at + 1]]
    at = chance.choice(places)
    if mistake == "left out":
        return name[:at] + name[at + 1 :]
    if mistake == "doubled":
        return name[:at] + name[at] + name[at:]
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
