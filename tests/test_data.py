"""The open data hold what the records hold and nothing more; badges and cards are honest and open on other sites."""

from __future__ import annotations

import csv
import gzip
import json
import re
import threading
from collections.abc import Iterator
from dataclasses import fields, replace
from functools import cache, partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import frictionless
import pytest
import yaml
from conftest import PROJECT
from nation_build import NATION, REGIONS, TODAY, copied
from playwright.sync_api import Browser
from sadar import pipeline
from sadar.outputs import documents, files
from sadar.outputs.data import TABLES
from sadar.outputs.data.package import VERSION
from sadar.pages import Settings, Site, site_pages
from sadar.pages.kinds import VillagePage
from sadar.pages.text_kinds import BadgesPage

URL = "https://rekaan.example/desa-sadar/"
PUBLIC = "https://desasadar.example/proyek/"  # of the fixture `site`
RECORDS = sorted((PROJECT / "villages").glob("*/*/*/village.yml"))
LAUNCHES = sorted((PROJECT / "villages" / "launches").glob("*/*/launch.yml"))
SATU = "provinsi-contoh/kabupaten-contoh/rekaan-satu"
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "＝1")
SVG = "{http://www.w3.org/2000/svg}"


def made(root: Path, url: str = URL) -> Site:
    checked = pipeline.check(root, REGIONS, TODAY)
    assert checked.publishable, checked.problems
    return Site(checked.campaign, checked.regions, checked.pages, TODAY, url)


def texts(site: Site) -> dict[str, str]:
    """Every file besides the pages that is a text, unpacked, by its path."""
    data = {path.as_posix(): text.encode() if isinstance(text, str) else text for path, text in files(site)}
    read = {path: gzip.decompress(each) if path.endswith(".gz") else each for path, each in data.items()}
    return {path: each.decode() for path, each in read.items() if not path.endswith(".png")}


@cache
def nation() -> dict[str, str]:
    return texts(made(NATION))


@cache
def plain(file: Path) -> Any:
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(text.removeprefix("\ufeff").splitlines(keepends=True)))


def test_the_data_package_of_the_real_site_is_valid(site: Path) -> None:
    report = frictionless.validate(str(site / "data" / "v1" / "datapackage.json"))
    assert report.flatten(["resourceName", "rowNumber", "fieldName", "message"]) == []
    assert report.valid
    assert len(report.tasks) == 2 * len(TABLES) + 1


def test_the_data_package_describes_every_file_but_those_of_single_places(site: Path) -> None:
    folder = site / "data" / "v1"
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert {each["path"] for each in package["resources"]} | {"datapackage.json"} == {
        path.name for path in folder.iterdir() if path.is_file()
    }
    assert package["version"] == VERSION
    assert package["homepage"] == f"{PUBLIC}data/"
    for resource in package["resources"]:
        assert {each["name"] for each in resource["licenses"]} >= {"CC-BY-4.0"}
        columns = {each["name"] for each in resource.get("schema", {"fields": []})["fields"]}
        if "province" in columns:
            assert "ODbL-1.0" in {each["name"] for each in resource["licenses"]}, resource["name"]


def test_there_are_as_many_rows_as_the_yaml_files_have_entries(site: Path) -> None:
    villages, launches = [plain(file) for file in RECORDS], [plain(file) for file in LAUNCHES]
    figures = [
        figure
        for file in sorted((PROJECT / "content" / "figures").glob("*.yml"))
        if file.stem not in ("counts", "bpu-income")
        for figure in plain(file)["figures"]
    ]
    expected = {
        "villages": len(RECORDS),
        "launches": len(LAUNCHES),
        "figures": sum(len(figure["values"]) for figure in figures),
        "village-figures": sum(len(village.get("figures") or ()) for village in villages),
        "steps": sum(len(village["standing"]) for village in villages),
        "launch-villages": sum(len(launch["villages"]) for launch in launches),
        "provinces": len({file.parts[-4] for file in RECORDS}),
        "counts": len(plain(PROJECT / "content" / "figures" / "counts.yml")["counts"]),
        "notes": sum(len(record.get("notes") or ()) for record in (*villages, *launches)),
        "sources": sum(len(record["sources"]) for record in (*villages, *launches))
        + len({key for figure in figures for key in figure.get("sources") or ()}),
    }
    assert expected["villages"] == 152
    for name, number in expected.items():
        text = (site / "data" / "v1" / f"{name}.csv").read_text(encoding="utf-8")
        assert len(table(text)) == number, name
        assert len(json.loads((site / "data" / "v1" / f"{name}.json").read_text(encoding="utf-8"))) == number, name


def test_the_row_of_a_village_says_what_its_record_says(site: Path) -> None:
    rows = {row["address"]: row for row in table((site / "data/v1/villages.csv").read_text(encoding="utf-8"))}
    for file in RECORDS:
        record, row = plain(file), rows[file.parent.relative_to(PROJECT / "villages").as_posix()]
        last, joined = record["standing"][-1], [step for step in record["standing"] if step["status"] != "planned"]
        assert (row["name"], row["kind"], row["status"]) == (record["name"], record["kind"], last["status"])
        assert row["code"] == record.get("code", "")
        assert row["status_date"] == str(last["date"]).replace("unknown", "")
        assert row["member_since"] == (str(joined[0]["date"]).replace("unknown", "") if joined else "")
        assert (row["member"], row["doubtful"]) == (str(bool(joined)).lower(), str("doubt" in last).lower())


def test_no_field_stands_in_the_data_that_its_row_type_does_not_name(site: Path) -> None:
    named = {each.name: [field.name for field in fields(each.row)] for each in TABLES}
    package = json.loads((site / "data" / "v1" / "datapackage.json").read_text(encoding="utf-8"))
    schemas = {each["name"]: each["schema"]["fields"] for each in package["resources"] if "schema" in each}
    for name, columns in named.items():
        head = (site / "data" / "v1" / f"{name}.csv").read_text(encoding="utf-8-sig").splitlines()[0]
        assert head.split(",") == columns
        assert [field["name"] for field in schemas[name]] == columns
        for row in json.loads((site / "data" / "v1" / f"{name}.json").read_text(encoding="utf-8")):
            assert list(row) == columns
    inner = {"steps": "steps", "launches": "launches", "figures": "village-figures", "notes": "notes"}
    inner |= {"sources": "sources"}
    for path in sorted((site / "data" / "v1" / "villages").rglob("*.json")):
        village = json.loads(path.read_text(encoding="utf-8"))
        assert village.keys() == {*named["villages"], *inner}, path
        for part, name in inner.items():
            for row in village[part]:
                assert list(row) == [each for each in named[name] if name == "launches" or each in row], path
                assert set(named[name]) - row.keys() <= {"village", "record"}, path
    for path in sorted((site / "data" / "v1" / "provinces").glob("*.json")):
        province = json.loads(path.read_text(encoding="utf-8"))
        assert list(province) == [*named["provinces"], "villages"]
        assert all(list(row) == named["villages"] for row in province["villages"])


def test_persons_quotes_and_what_editors_say_to_each_other_are_not_in_the_data(tmp_path: Path) -> None:
    root = copied(tmp_path / "root")
    record = root / "villages" / SATU / "village.yml"
    record.write_text("# UJI: hanya untuk penyunting\n" + record.read_text(encoding="utf-8"), encoding="utf-8")
    data = "".join(text for path, text in texts(made(root)).items() if path.startswith("data/"))
    assert "Rekaan Satu" in data
    satu, launch = plain(record), plain(root / "villages/launches/2017/2017-05-20-kabupaten-contoh/launch.yml")
    private = [quote[part] for quote in satu["quotes"] for part in ("speaker", "text")]
    private += [official["name"] for official in launch["officials"]]
    private += [satu["checked"]["by"], "hanya untuk penyunting"]
    assert len(private) > 6
    assert [text for text in private if text in data or json.dumps(text)[1:-1] in data] == []


def test_the_csv_is_as_spreadsheets_want_it() -> None:
    for path, text in nation().items():
        if path.endswith(".csv"):
            assert text.startswith("\ufeff")
            assert text.endswith("\r\n")
            quoted = re.sub(r'"(?:[^"]|"")*"', "", text)
            assert quoted.count("\n") == quoted.count("\r\n") == quoted.count("\r"), path


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_text_of_a_record_is_a_formula_in_a_spreadsheet(tmp_path: Path, formula: str) -> None:
    root = copied(tmp_path / "root")
    record = root / "villages" / SATU / "village.yml"
    told = record.read_text(encoding="utf-8")
    for text in ("- Rekaan I\n", "id: perusahaan di desa\n", "publisher: Warta Rekaan\n"):
        assert text in told
        told = told.replace(text, f"{re.split(' ', text, maxsplit=1)[0]} '{formula}'\n")
    record.write_text(told, encoding="utf-8")
    found = texts(made(root))
    cells = [
        (column, cell)
        for path, text in found.items()
        if path.endswith(".csv")
        for row in table(text)
        for column, cell in row.items()
    ]
    assert {column for column, cell in cells if formula in cell} >= {"also_known_as", "measure_id", "publisher"}
    assert [each for each in cells if each[1][:1] in set("=+-@\t\r＝") and each[0] not in ("latitude", "value")] == []
    # JSON is no spreadsheet: there the text is as it was typed; and a number below zero stays a number.
    assert json.loads(found[f"data/v1/villages/{SATU}.json"])["also_known_as"][0] == formula
    (row,) = (row for row in table(found["data/v1/villages.csv"]) if row["address"] == SATU)
    assert row["latitude"] == "-2.5"


def test_the_json_of_a_village_says_what_its_row_in_the_csv_says(site: Path) -> None:
    package = frictionless.Package(str(site / "data" / "v1" / "datapackage.json"))
    rows = package.get_resource("villages").read_rows()
    assert len(rows) == len(RECORDS)
    everywhere = json.loads((site / "data" / "v1" / "villages.json").read_text(encoding="utf-8"))
    for row, listed in zip(rows, everywhere, strict=True):
        path = site / "data" / "v1" / "villages" / f"{row['address']}.json"
        village = json.loads(path.read_text(encoding="utf-8"))
        assert {name: row[name] or ([] if name in ("also_known_as", "parties") else row[name]) for name in row} == {
            name: village[name] for name in row
        }
        assert {name: village[name] for name in listed} == listed
        for language, page in (("", "page_id"), ("en/", "page_en")):
            assert village[page] == f"{PUBLIC}{language}desa/{row['address']}/"
            assert (site / village[page].removeprefix(PUBLIC) / "index.html").is_file()


def test_the_geojson_holds_the_villages_with_coordinates_longitude_first() -> None:
    collection = json.loads(nation()["data/v1/villages.geojson"])
    assert collection["type"] == "FeatureCollection"
    recorded = {
        "/".join(file.parts[-4:-1]): plain(file)["coordinates"]
        for file in sorted((NATION / "villages").glob("*/*/*/village.yml"))
        if "coordinates" in plain(file)
    }
    assert [feature["id"] for feature in collection["features"]] == list(recorded)
    for feature in collection["features"]:
        assert feature["type"] == "Feature"
        assert feature["geometry"]["type"] == "Point"
        longitude, latitude = feature["geometry"]["coordinates"]
        where = recorded[feature["id"]]
        assert (latitude, longitude) == (where["latitude"], where["longitude"])
        assert feature["properties"]["address"] == feature["id"]


def test_without_a_public_address_pages_are_named_from_the_sites_root() -> None:
    site = made(NATION, "")
    village = json.loads(texts(site)[f"data/v1/villages/{SATU}.json"])
    assert (village["page_id"], village["page_en"]) == (f"desa/{SATU}/", f"en/desa/{SATU}/")
    assert "homepage" not in json.loads(texts(site)["data/v1/datapackage.json"])
    pages = {str(path): text for path, text in documents(site.pages, "id", Settings(), site.campaign.size)}
    assert "setelah alamat publik situs ini ditetapkan" in pages[f"desa/{SATU}/index.md"]
    assert "<textarea" not in pages[f"desa/{SATU}/index.md"]


def test_the_same_records_make_the_same_files_each_path_once() -> None:
    one, other = list(files(made(NATION))), list(files(made(NATION)))
    assert one == other
    assert len({path for path, _ in one}) == len(one)


def test_in_a_large_campaign_the_villages_of_a_regency_share_a_file_of_data() -> None:
    small = made(NATION)
    (pasar,) = (village for village in small.campaign.villages if village.name == "Rekaan Pasar")
    (regency,) = {village.regency for village in small.campaign.villages if village.name == "Rekaan Satu"}
    here = replace(pasar, regency=regency)
    many = tuple(replace(here, address=f"provinsi-contoh/kabupaten-contoh/rekaan-{n:05}") for n in range(10_001))
    campaign = replace(small.campaign, villages=many, launches=(), size=len(many))
    pages = site_pages(replace(campaign, launches=pasar.launches), REGIONS, TODAY)
    site = replace(small, campaign=campaign, pages=pages)
    made_of_many = texts(site)
    assert not [path for path in made_of_many if "rekaan-" in path]
    shared = json.loads(made_of_many["data/v1/regencies/provinsi-contoh/kabupaten-contoh.json.gz"])
    assert [village["address"] for village in shared] == [village.address for village in many]
    assert [path for path in made_of_many if path.endswith(".svg")] == [
        "lencana/penghargaan-2019.svg", "en/lencana/penghargaan-2019.svg",
    ]  # fmt: skip
    whole = {path for path in made_of_many if path.startswith("data/v1/") and path.count("/") == 2}
    packed = ("village-figures", "steps", "launch-villages", "notes", "sources")
    assert whole == {f"data/v1/{table.name}.csv{'.gz' if table.name in packed else ''}" for table in TABLES} | {
        f"data/v1/{name}.json" for name in ("figures", "provinces", "counts", "datapackage")
    } | {"data/v1/villages.geojson"}  # fmt: skip
    described = json.loads(made_of_many["data/v1/datapackage.json"])["resources"]
    sources = table(made_of_many["data/v1/sources.csv.gz"])
    assert {row["record"] for row in sources} == {village.address for village in many}
    assert {f"data/v1/{each['path']}" for each in described} == whole - {"data/v1/datapackage.json"}
    one = next(page for page in pages if isinstance(page, VillagePage))
    documented = {path.name: text for path, text in documents((one,), "id", Settings(URL), len(many))}
    assert documented.keys() == {"index.md"}
    assert f"lencana/#{one.address}penghargaan-2019" in documented["index.md"]
    badges = next(page for page in pages if isinstance(page, BadgesPage))
    ((_, code),) = documents((badges,), "id", Settings(URL), len(many))
    assert "lencana/penghargaan-2019.svg" in code
    assert "kartu" not in documented["index.md"]


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_data_page_names_the_version_of_the_form(language: str) -> None:
    page = (PROJECT / "content" / language / "data" / "index.md").read_text(encoding="utf-8")
    newest = re.search(r"- \*\*(\d+\.\d+\.\d+):\*\*", page)
    assert newest
    assert newest[1] == VERSION


def badges(site: Path) -> Iterator[tuple[Path, ElementTree.Element]]:
    for path in sorted(site.rglob("lencana.svg")):
        yield path, ElementTree.fromstring(path.read_bytes())  # noqa: S314 (our own file)


def test_every_badge_is_xml_that_asks_for_nothing_and_says_the_standing(site: Path) -> None:
    words = {"planned": "Direncanakan", "launched": "Diluncurkan", "certified": "Ditetapkan"}
    words |= {"awarded": "Menerima penghargaan"}
    seen = {path.relative_to(site).as_posix(): badge for path, badge in badges(site)}
    assert len(seen) == 2 * len(RECORDS)
    for file in RECORDS:
        step = plain(file)["standing"][-1]
        badge = seen[f"desa/{'/'.join(file.parts[-4:-1])}/lencana.svg"]
        year = str(step["date"])[:4]
        text = words[step["status"]] + ("" if year == "unkn" else f" {year}") + (", belum pasti" * ("doubt" in step))
        assert [each.text for each in badge.iter(f"{SVG}text")] == ["Desa Sadar", text], file
        assert [each.text for each in badge.iter(f"{SVG}title")] == [
            f"Desa Sadar Jaminan Sosial Ketenagakerjaan: {text}"
        ]
        assert badge.find(f"{SVG}desc") is not None
        assert {each.tag.removeprefix(SVG) for each in badge.iter()} <= {
            "svg", "title", "desc", "clipPath", "g", "rect", "path", "text",
        }  # fmt: skip
        assert not any("style" in each.attrib or "href" in each.attrib for each in badge.iter())


def test_a_badge_is_drawn_and_its_texts_stay_in_their_halves(browser: Browser, site: Path, address: str) -> None:
    page = browser.new_page()
    shown = {ElementTree.tostring(badge): path for path, badge in badges(site)}  # each kind once
    assert len(shown) > 10
    for path in shown.values():
        page.goto(address + path.relative_to(site).as_posix())
        halves = page.evaluate(
            """() => [...document.querySelectorAll('text')].map((text, i) => {
                 const t = text.getBBox(), r = document.querySelectorAll('g rect')[i].getBBox();
                 text.removeAttribute('textLength');
                 return [r.x, t.x, t.x + t.width, r.x + r.width, text.getComputedTextLength()]; })"""
        )
        for left, start, end, right, natural in halves:
            assert left < start < end < right, path
            assert 0.75 < natural / (end - start) < 1.25, path
    page.close()


class _Card(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_a_card_holds_nothing_that_a_strict_policy_would_refuse(site: Path) -> None:
    cards = sorted(site.rglob("kartu/index.html"))
    assert len(cards) == 2 * len(RECORDS)
    for path in cards:
        tags = _Card(path.read_text(encoding="utf-8")).tags
        assert not {"script", "style", "form", "iframe", "img"} & {tag for tag, _ in tags}, path
        assert not [name for _, given in tags for name in given if name == "style" or name.startswith("on")], path
        assert ("meta", {"name": "robots", "content": "noindex"}) in tags
        assert [given["target"] for tag, given in tags if tag == "a"] == ["_top"]
        assert not re.search(r"kartu/", (site / "sitemap.xml").read_text(encoding="utf-8"))


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """The browser reports what fails."""


def test_the_copied_code_shows_badge_and_card_on_another_site(browser: Browser, address: str, tmp_path: Path) -> None:
    village = f"{PUBLIC}desa/{'/'.join(RECORDS[0].parts[-4:-1])}/"
    page = browser.new_page(viewport={"width": 320, "height": 640})
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("response", lambda answer: answer.status < 400 or wrong.append(f"{answer.status}: {answer.url}"))
    page.goto(village.replace(PUBLIC, address))
    page.locator("summary", has_text="Pasang di situs desa").click()
    badge, card = (page.locator(f"#{name}").input_value() for name in ("lencana", "kartu"))
    assert f'href="{village}"' in badge
    assert f'src="{village}lencana.svg"' in badge
    assert f'src="{village}kartu/"' in card
    html = f'<!doctype html><html lang="id"><link rel="icon" href="data:,"><body>{badge}{card}'
    (tmp_path / "index.html").write_text(html.replace(PUBLIC, address), encoding="utf-8")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(tmp_path))) as other:
        threading.Thread(target=other.serve_forever, daemon=True).start()
        page.goto(f"http://127.0.0.1:{other.server_port}/")
        assert page.evaluate("document.images[0].naturalHeight") == 28
        page.locator("iframe").scroll_into_view_if_needed()
        frame = page.frame_locator("iframe")
        assert frame.locator("h1").inner_text() == page.get_attribute("iframe", "title").split(":")[0]  # type: ignore[union-attr]
        frame.locator("a").click()
        page.wait_for_url(village.replace(PUBLIC, address))
        other.shutdown()
    assert wrong == []
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_card_fits_into_its_frame(browser: Browser, site: Path, address: str, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 360}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    longest = sorted(site.rglob("kartu/index.html"), key=lambda path: len(re.sub("<[^>]*>", "", path.read_text())))
    for path in longest[-12:]:
        page.goto(address + path.parent.relative_to(site).as_posix() + "/")
        size = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
        assert size == [320, 360], path
        assert page.locator("a").bounding_box()["height"] >= 44  # type: ignore[index]
    context.close()
