"""What search engines read of a page (JSON-LD) is what its readers see, on the real site and in the toy country."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import time as clock
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import lxml.html
import pytest
from nation_build import built, copied
from pyld import jsonld
from sadar.language import Language
from sadar.outputs.questions import questions
from sadar.records import PartialDate
from sadar.wording import Wording, wording

ADDRESS = "https://desasadar.example/proyek/"
SCHEMA = "https://schema.org/"
ZONES = {"+07:00": "WIB", "+08:00": "WITA", "+09:00": "WIT"}
# What schema.org allows, of what is used here: each type with its properties; those of Thing hold for every type.
THING = {"name", "alternateName", "description", "identifier", "url", "mainEntityOfPage", "potentialAction"}
CREATIVE = {"inLanguage", "publisher", "creator", "license", "isAccessibleForFree"}
TYPES = {
    "AdministrativeArea": {"address", "geo"},
    "Place": {"address", "geo"},
    "GeoCoordinates": {"latitude", "longitude"},
    "WebPage": CREATIVE | {"lastReviewed"},
    "WebSite": CREATIVE,
    "Dataset": CREATIVE | {"distribution"},
    "DataDownload": CREATIVE | {"encodingFormat", "contentUrl"},
    "Event": {"startDate", "eventStatus", "location", "contributor", "about"},
    "Organization": {"correctionsPolicy"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"item", "position"},
    "FAQPage": CREATIVE | {"mainEntity"},
    "Question": {"acceptedAnswer"},
    "Answer": {"text"},
    "SearchAction": {"target", "query-input"},
    "EntryPoint": {"urlTemplate"},
}
LINKS = {"url", "item", "contentUrl", "license", "correctionsPolicy"}
CONTEXT = {each: SCHEMA + each for each in (*TYPES, *THING, *set().union(*TYPES.values()))}
CONTEXT |= {each: {"@id": SCHEMA + each, "@type": "@id"} for each in LINKS}  # type: ignore[misc]
CONTEXT["eventStatus"] = {"@id": SCHEMA + "eventStatus", "@type": "@vocab"}  # type: ignore[assignment]


@dataclass(frozen=True)
class Seen:
    """A page as readers have it: `where` is its public address."""

    path: str
    where: str
    tree: Any
    data: Mapping[str, Any] | None

    @property
    def language(self) -> Language:
        return "en" if self.path.startswith("en/") else "id"

    @property
    def words(self) -> Wording:
        return wording(self.language)

    def texts(self, css: str) -> list[str]:
        return [_plain(each.text_content()) for each in self.tree.xpath(_path(css))]

    def text(self, css: str) -> str:
        (only,) = self.texts(css)
        return only

    def links(self, css: str) -> list[str]:
        return [urljoin(self.where, each.get("href")) for each in self.tree.xpath(_path(css))]

    @property
    def every(self) -> list[Mapping[str, Any]]:
        facts = {key: value for key, value in (self.data or {}).items() if key != "@context"}
        return list(facts.get("@graph", [facts] if facts else []))

    def nodes(self, kind: str) -> list[Mapping[str, Any]]:
        return [node for node in self.every if node["@type"] == kind]


def read(site: Path, root: str) -> list[Seen]:
    return [_seen(path, path.relative_to(site).as_posix(), root) for path in sorted(site.rglob("index.html"))]


@pytest.fixture(scope="module")
def real(site: Path) -> list[Seen]:
    return read(site, ADDRESS)


@pytest.fixture(scope="module")
def toy(tmp_path_factory: pytest.TempPathFactory) -> list[Seen]:
    """The toy country with a ceremony cancelled and one postponed."""
    root = copied(tmp_path_factory.mktemp("linked") / "root")
    for launch, status in (("2017/2017-05-20-kabupaten-contoh", "cancelled"), ("2018/2018-rekaan-dua", "postponed")):
        record = root / "villages/launches" / launch / "launch.yml"
        record.write_text(re.sub(r"status: \w+", f"status: {status}", record.read_text(encoding="utf-8")))
    return read(built(root, root / "site"), "https://rekaan.example/desa-sadar/")


@pytest.fixture(scope="module", params=["real", "toy"])
def pages(request: pytest.FixtureRequest) -> list[Seen]:
    return list(request.getfixturevalue(request.param))


def test_every_kind_of_page_says_what_it_must(real: list[Seen]) -> None:
    kinds = {
        "desa/kalimantan-timur/kabupaten-kutai-kartanegara/loa-duri-ilir": ["AdministrativeArea", "BreadcrumbList"],
        "peluncuran/2018/2018-12-05-penghargaan-desa-sadar": ["Event", "BreadcrumbList"],
        "desa/jawa-tengah": ["BreadcrumbList"],
        "manfaat/tanya-jawab": ["FAQPage"],
        "data": ["Dataset"],
        "": ["WebSite"],
        "manfaat/jkk": [],
    }
    found = {page.path: page for page in real}
    for address, wanted in kinds.items():
        for below in ("", "en/"):
            page = found[f"{below}{address}/index.html".replace("//", "/").removeprefix("/")]
            assert [node["@type"] for node in page.every] == wanted, address


def test_a_json_ld_processor_understands_every_word_of_it(pages: list[Seen]) -> None:
    assert {page.data["@context"] for page in pages if page.data} == {SCHEMA.rstrip("/")}
    graph = [node for page in pages for node in page.every]
    # All at once: the words of schema.org are read once.
    expanded = jsonld.expand({"@context": SCHEMA.rstrip("/"), "@graph": graph}, {"documentLoader": _load})
    assert len(expanded) == len(graph) > 20
    for node in _nodes(expanded):
        (kind,) = (each.removeprefix(SCHEMA) for each in node["@type"])
        names = {key.removeprefix(SCHEMA) for key in node if not key.startswith("@")}
        assert names <= TYPES[kind] | THING, (kind, names)
    # A word that is not of schema.org is dropped, with what it says.
    understood = sum(key in ("@value", "@id") for key, _ in _leaves(expanded))
    assert understood == sum(key != "@type" for key, _ in _leaves(graph))


def test_addresses_are_whole_and_lead_to_pages_of_the_site(pages: list[Seen]) -> None:
    known = {page.where for page in pages}
    for page in pages:
        for key, value in _leaves(page.data):
            if key in ("item", "url"):
                assert value in known, (page.path, value)


def test_the_trail_is_the_one_at_the_top_of_the_page(pages: list[Seen]) -> None:
    for page in pages:
        shown = page.texts(".crumbs li")[1:]
        if len(shown) < 2:
            assert not page.nodes("BreadcrumbList"), page.path
            continue
        (list_,) = page.nodes("BreadcrumbList")
        steps = list_["itemListElement"]
        assert [_plain(step["name"]) for step in steps] == shown, page.path
        assert [step["position"] for step in steps] == list(range(1, len(shown) + 1))
        assert [step["item"] for step in steps[:-1]] == page.links(".crumbs a")[1:], page.path


def test_a_village_is_told_as_its_page_shows_it(pages: list[Seen]) -> None:
    told = 0
    for page in _of(pages, "page--village"):
        (place,) = page.nodes("AdministrativeArea")
        facts = page.text(".facts")
        assert _plain(place["name"]) == page.text("h1"), page.path
        assert _plain(place["address"]) == page.text(".where"), page.path
        assert place.get("identifier", "") == "".join(page.texts(".code")), page.path
        assert all(_plain(name) in facts for name in place.get("alternateName", ())), page.path
        if "geo" in place:
            told += 1
            assert f"{place['geo']['latitude']}, {place['geo']['longitude']}" in facts
        assert page.words.date(_date(place["mainEntityOfPage"]["lastReviewed"])) in page.text(".checked"), page.path
    assert told == (4 if "rekaan" in pages[0].where else 0)  # no real village has coordinates yet


def test_a_ceremony_is_told_as_its_page_shows_it_with_its_date_as_precise_as_it_is_known(pages: list[Seen]) -> None:
    precisions = set()
    for page in _of(pages, "page--launch"):
        (event,) = page.nodes("Event")
        when, where, _, status, *_ = page.texts(".facts dd")
        assert _plain(event["name"]) == page.text("h1"), page.path
        given, _, time = event.get("startDate", "unknown").partition("T")
        precisions.add("time" if time else given.count("-") if given != "unknown" else None)
        shown = page.words.date_with_weekday(_date(given))
        if time:
            zone = page.words.say(f"zone.{ZONES[time[5:]]}")
            shown = page.words.say("event.at", date=shown, time=clock.fromisoformat(time[:5]), zone=zone)
        assert when.startswith(shown), page.path
        wanted = {
            page.words.say("launch_status.postponed"): "EventPostponed",
            page.words.say("launch_status.cancelled"): "EventCancelled",
        }
        assert event["eventStatus"] == SCHEMA + wanted.get(status, "EventScheduled"), page.path
        place = _plain(event["location"]["name"]) if "location" in event else page.words.say("village.not_recorded")
        assert place == where, page.path
        assert all(_plain(each["name"]) in page.texts(".facts")[0] for each in event.get("contributor", ()))
        shown_villages = page.texts(".cards .card__title") + page.texts(".rows strong")
        assert [_plain(each["name"]) for each in event["about"]] == shown_villages, page.path
        assert [each["url"] for each in event["about"]] == page.links(".cards a") + page.links(".rows a"), page.path
    assert {0, 1, 2, None} <= precisions
    assert ("time" in precisions) == ("rekaan" in pages[0].where)  # no real ceremony has its hour yet


def test_a_cancelled_and_a_postponed_ceremony_are_told_as_such(toy: list[Seen]) -> None:
    statuses = {node["eventStatus"].removeprefix(SCHEMA) for page in toy for node in page.nodes("Event")}
    assert statuses == {"EventScheduled", "EventPostponed", "EventCancelled"}


def test_questions_and_answers_are_the_ones_on_the_page(real: list[Seen]) -> None:
    asked = [page for page in real if page.nodes("FAQPage")]
    assert [page.path for page in asked] == ["en/manfaat/tanya-jawab/index.html", "manfaat/tanya-jawab/index.html"]
    for page in asked:
        (faq,) = page.nodes("FAQPage")
        shown = dict(_answers(page))
        assert len(shown) == 37
        assert {each["name"]: each["acceptedAnswer"]["text"] for each in faq["mainEntity"]} == shown


def test_a_page_with_one_heading_that_is_no_question_is_no_list_of_questions() -> None:
    assert questions("Lead.\n\n## Apa ini?\n\nIni.\n\n## Siapa?\n\n- **Anda** dan\n- [saya](x.md)\n") == [
        ("Apa ini?", "Ini."),
        ("Siapa?", "Anda dan saya"),
    ]
    assert questions("## Apa ini?\n\nIni.\n\n## Sumber\n\nItu.\n\n## Siapa?\n\nAnda.\n") == []
    assert questions("Tanpa judul.") == []


def test_the_home_page_says_how_to_search_it_and_who_publishes_it(real: list[Seen], toy: list[Seen]) -> None:
    for page in (each for each in (*real, *toy) if "WebSite" in json.dumps(each.data)):
        (website,) = page.nodes("WebSite")
        assert website["name"] == page.text(".top__name")
        assert website["url"] == page.where
        assert website["potentialAction"]["target"]["urlTemplate"] == f"{page.where}cari/?q={{search_term_string}}"
        publisher = website.get("publisher")
        assert (publisher is None) == (page.words.say("site.publisher_none") in page.text(".foot"))
        if publisher:
            assert publisher["name"] in page.text(".foot")
            assert publisher["correctionsPolicy"] in {each.where for each in toy}
    assert any(node.get("publisher") for page in toy for node in page.nodes("WebSite"))


def test_the_data_are_told_as_their_page_shows_them(real: list[Seen], site: Path) -> None:
    for page in (each for each in real if each.path.endswith("data/index.html")):
        (dataset,) = page.nodes("Dataset")
        (description,) = page.tree.xpath(_path('meta[@name="description"]'))
        assert dataset["description"] == description.get("content")
        assert dataset["name"] in page.text("article")
        assert any(link.startswith(dataset["license"]) for link in page.links("article a"))
        for table in dataset["distribution"]:
            file = site / table["contentUrl"].removeprefix(ADDRESS)
            assert file.is_file(), table
            assert table["name"] in page.texts(".entry h3"), table
            assert table["contentUrl"] in page.links("article a"), table


def _path(css: str) -> str:
    """A simple CSS selector as XPath: `.crumbs a`."""
    has = "[contains(concat(' ', @class, ' '), ' {} ')]"
    steps = ("*" + has.format(step[1:]) if step.startswith(".") else step for step in css.split())
    return "".join(f"//{step}" for step in steps)


def _seen(path: Path, name: str, root: str) -> Seen:
    tree = lxml.html.document_fromstring(path.read_text(encoding="utf-8"))
    found = [script.text for script in tree.xpath('//script[@type="application/ld+json"]')]
    assert len(found) <= 1, name
    for script in tree.xpath("//script"):
        script.drop_tree()
    return Seen(name, root + name.removesuffix("index.html"), tree, json.loads(found[0]) if found else None)


def _load(address: str, _: object) -> dict[str, object]:
    """The words of schema.org that are used here; nothing is fetched."""
    assert address == SCHEMA.rstrip("/"), address
    return {"contextUrl": None, "documentUrl": address, "document": {"@context": CONTEXT}}


def _nodes(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for each in value:
            yield from _nodes(each)
    elif isinstance(value, dict):
        if "@type" in value and "@value" not in value:
            yield value
        for each in value.values():
            yield from _nodes(each)


def _leaves(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, each in value.items():
            yield from _leaves(each, name)
    elif isinstance(value, list):
        for each in value:
            yield from _leaves(each, key)
    else:
        yield key, str(value)


def _of(pages: list[Seen], kind: str) -> list[Seen]:
    found = [page for page in pages if page.tree.xpath(_path(f".{kind}"))]
    assert len(found) > 5
    return found


def _answers(page: Seen) -> Iterator[tuple[str, str]]:
    for heading in page.tree.xpath(_path("article h2")):
        parts = []
        for following in heading.itersiblings():
            if following.tag in ("h2", "script", "details"):
                break
            parts.append(following.text_content())
        yield _plain(heading.text_content()), _plain(" ".join(parts))


def _date(text: str) -> PartialDate:
    return PartialDate() if text == "unknown" else PartialDate(*map(int, text.split("-")))


def _plain(text: str) -> str:
    return " ".join(text.split())
