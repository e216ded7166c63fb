"""The toy country of `tests/nation/`, checked and built as the real one: everything in it is invented."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path, PurePosixPath
from typing import Literal
from xml.etree.ElementTree import Element

import html5lib
import pytest
from nation_build import NATION, PROJECT, REGIONS, TODAY, built, copied
from sadar import pipeline
from sadar.language import LANGUAGES, Language
from sadar.outputs import documents, files
from sadar.pages import Settings, Site, site_pages
from sadar.problem import Problem
from sadar.records import VillageRecord, read
from sadar.records.fields import Record
from sadar.source import yaml_document
from sadar.tree import put

URL = "https://rekaan.example/desa-sadar/"
GOLDEN = PROJECT / "tests" / "golden" / "nation"
HOSTILE = 'Desa "A": <script>alert(1)</script> {{ 7*7 }} [x](javascript:1)'
HOSTILE_VILLAGE = "provinsi-misal/kabupaten-misal/rekaan-jauh"
HOSTILE_PAGE = "cerita"
# What the hostile records hold besides texts: words of a fixed list, addresses, numbers, dates.
NOT_TEXTS = {
    "code", "kind", "status", "launch", "unit", "scope", "qualifier", "value", "value_to", "date", "as_of",
    "published", "source", "sources", "url", "latitude", "longitude", "time_zone", "villages", "weekday_in_source",
    "file",
}  # fmt: skip
# Each differs from the other in everything that a build must not depend on.
MACHINES = (
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1", "jobs": "1"},
    {"TZ": "Pacific/Pago_Pago", "LC_ALL": "C", "PYTHONHASHSEED": "2", "jobs": "2", "SOURCE_DATE_EPOCH": "1"}
    | {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
)
SCRIPTS = ("scheme", "search", "browse", "share")
CHECKED = pipeline.check(NATION, REGIONS, TODAY)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the toy country, built: `build/` and `site/` stand in it."""
    folder = copied(tmp_path_factory.mktemp("nation") / "root")
    built(folder, folder / "site")
    return folder


@pytest.fixture(scope="module")
def pages(root: Path) -> dict[str, Element]:
    """Every page of the site as a browser reads it, by its path from the site's root."""
    site = root / "site"
    return {
        path.relative_to(site).as_posix(): html5lib.parse(
            path.read_text(encoding="utf-8"), treebuilder="etree", namespaceHTMLElements=False
        )
        for path in sorted(site.rglob("*.html"))
    }


def test_the_records_have_no_problem_but_the_page_that_is_not_translated() -> None:
    assert [(each.rule, str(each.file)) for each in CHECKED.problems] == [
        ("translation-missing", "content/id/cerita/index.md")
    ]
    assert CHECKED.publishable


def test_the_hostile_records_leave_no_field_out_and_hold_no_other_text() -> None:
    (village,) = (each for each in CHECKED.campaign.villages if each.address == HOSTILE_VILLAGE)
    (launch,) = village.launches
    assert set(_left_out(village.record)) == {"code_unknown"}
    assert set(_left_out(launch.record)) == {"time"}  # which needs a day; this one has a month
    texts = {*_texts(village.record.model_copy(update={"name": HOSTILE})), *_texts(launch.record)}
    assert texts == {HOSTILE}


@pytest.mark.parametrize("part", [*LANGUAGES, "files"])
def test_what_is_made_is_the_golden_one(part: Language | Literal["files"]) -> None:
    """Byte for byte. Where a change is wanted, look at it and write the golden files anew, in this way only:

    GOLDEN=write .venv/bin/python -m pytest tests/test_nation.py -k golden && git diff tests/golden
    """
    pages = site_pages(CHECKED.campaign, REGIONS, TODAY)
    site = Site(CHECKED.campaign, REGIONS, pages, TODAY, URL)
    made = dict(files(site) if part == "files" else documents(pages, part, Settings(URL), CHECKED.campaign.size))
    folder = GOLDEN / part
    if os.environ.get("GOLDEN") == "write":
        put(folder, made.items())
    golden = {
        PurePosixPath(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }
    for path in sorted(made.keys() | golden.keys()):
        right, content = golden.get(path, b""), made.get(path, "")
        text = content.encode() if isinstance(content, str) else content
        if path not in golden or path not in made or right != text:
            old, new = (each.decode(errors="replace").splitlines() for each in (right, text))
            lines = unified_diff(old, new, "golden", "made", n=1, lineterm="")
            pytest.fail(f"{part}/{path} differs from the golden one:\n" + "\n".join(list(lines)[:40]))


def test_built_on_two_different_machines_every_file_has_the_same_bytes(tmp_path: Path) -> None:
    sites = []
    for machine, folder in zip(MACHINES, ("one", "two/a folder/deeper"), strict=True):
        root = copied(tmp_path / folder)
        runner = [sys.executable, str(PROJECT / "tests" / "nation_build.py"), str(root), str(root / "public")]
        surroundings = os.environ | machine | {"PYTHONPATH": str(PROJECT / "scripts")}
        subprocess.run([*runner, machine["jobs"]], check=True, env=surroundings)
        sites.append(_files(root / "public"))
    one, two = sites
    assert len(one) > 80
    assert sorted(one) == sorted(two)
    assert [path for path in one if one[path] != two[path]] == []


@pytest.mark.parametrize(
    "configuration", ["mkdocs.yml", "build/settings/mkdocs.id.yml", "build/settings/mkdocs.en.yml"]
)
def test_plain_mkdocs_builds_the_tree_strictly_and_without_a_warning(
    root: Path, tmp_path: Path, configuration: str
) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(root / configuration), "-d"]
    # Material's own notice on its end of life is known and says nothing about the tree.
    quiet = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run([*command, str(tmp_path / "site")], capture_output=True, text=True, check=False, env=quiet)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stdout + done.stderr
    assert (tmp_path / "site" / "desa" / HOSTILE_VILLAGE / "index.html").is_file()


def test_no_text_of_a_record_becomes_a_script(pages: dict[str, Element]) -> None:
    assert len(pages) > 50
    for path, page in pages.items():
        for script in page.iter("script"):
            if script.get("type") == "application/ld+json":
                json.loads(script.text or "")  # it ends where it should, and nothing runs it
            else:
                assert script.get("src", "").endswith(tuple(f"assets/{name}.js" for name in SCRIPTS)), path
                assert not script.text, path


def test_no_text_of_a_record_becomes_a_link_or_an_attribute_that_runs_something(pages: dict[str, Element]) -> None:
    for path, page in pages.items():
        for element in _elements(page):
            for name, value in element.items():
                assert not name.startswith("on"), f"{path}: {element.tag} {name}"
                assert not value.strip().lower().startswith("javascript:"), f"{path}: {element.tag} {name}"


def test_no_text_of_a_record_is_read_as_a_template_or_as_markdown(pages: dict[str, Element]) -> None:
    for path, page in pages.items():
        text = _text(page)
        assert text.count("alert(1)") == text.count("[x]") == text.count(HOSTILE), path
        assert HOSTILE.replace("{{ 7*7 }}", "49") not in text, path


@pytest.mark.parametrize("below", ["", "en/"])
def test_the_hostile_texts_are_shown_as_they_were_typed(pages: dict[str, Element], below: str) -> None:
    for address in (f"desa/{HOSTILE_VILLAGE}", "peluncuran/2019/2019-08-rekaan-jauh", "statistik", "istilah"):
        (article,) = pages[f"{below}{address}/index.html"].iter("article")
        assert HOSTILE in _text(article), address
    written = pages[f"{below}{HOSTILE_PAGE}/index.html"]
    (description,) = (meta.get("content") for meta in written.iter("meta") if meta.get("name") == "description")
    assert description == HOSTILE
    assert [_text(title) for title in written.iter("title")] == [f"{HOSTILE} – Desa Sadar"]
    assert [_text(heading) for heading in written.iter("h1")] == [HOSTILE]


@pytest.mark.parametrize(("below", "label"), [("", "Manfaat & <i>syarat"), ("en/", "Benefits & <i>terms")])
def test_a_label_in_the_navigation_is_shown_as_it_was_typed(pages: dict[str, Element], below: str, label: str) -> None:
    (tabs,) = (each for each in pages[f"{below}index.html"].iter("ul") if each.get("class") == "tabs")
    assert label in [_text(tab) for tab in tabs.iter("a")]


def test_the_published_record_of_a_village_reads_as_the_record_it_was(root: Path) -> None:
    for village in CHECKED.campaign.villages:
        file = PurePosixPath("desa") / village.address / "village.yml"
        assert read(VillageRecord, yaml_document(root / "site", file)) == (village.record, ())


def test_a_page_without_a_translation_is_shown_in_the_other_language_with_a_notice(pages: dict[str, Element]) -> None:
    (article,) = pages[f"en/{HOSTILE_PAGE}/index.html"].iter("article")
    assert article.get("lang") == "id"
    assert "not been translated" in _text(article)
    assert "hanya ada dalam Bahasa Indonesia" in _text(article)


def test_a_village_whose_folder_is_deleted_disappears_from_the_site_and_from_every_list(
    root: Path, tmp_path: Path
) -> None:
    shutil.copytree(root, tmp_path / "root")
    site = tmp_path / "root" / "site"
    mentions = _mentions(site)
    assert {"sitemap-1.xml", "peluncuran/2018/index.html"} <= mentions
    assert "desa/provinsi-contoh/kabupaten-contoh/index.html" in mentions
    assert "en/desa/provinsi-contoh/kabupaten-contoh/rekaan-satu/index.html" in mentions
    shutil.rmtree(tmp_path / "root/villages/provinsi-contoh/kabupaten-contoh/rekaan-dua")
    shutil.rmtree(tmp_path / "root/villages/launches/2018")
    built(tmp_path / "root", site)
    assert _mentions(site) == set()
    assert not (site / "peluncuran" / "2018").exists()
    assert (site / "desa" / HOSTILE_VILLAGE / "index.html").is_file()


@pytest.mark.parametrize(
    ("wrong", "rule"),
    [
        ("date: '2017-02-30'", "not-a-date"),
        ("date: '2017-05-21'", "date-not-of-launch"),
        ("dated: '2017-05-20'", "field-unknown"),
        ("date: '2017-05-20'\n    date: '2017-05-20'", "key-twice"),
    ],
)
def test_a_record_that_is_wrong_holds_the_publication_back(tmp_path: Path, wrong: str, rule: str) -> None:
    root = copied(tmp_path / "root")
    record = root / "villages/provinsi-contoh/kabupaten-contoh/rekaan-satu/village.yml"
    record.write_text(record.read_text(encoding="utf-8").replace("date: '2017-05-20'", wrong, 1), encoding="utf-8")
    checked = pipeline.check(root, REGIONS, TODAY)
    assert not checked.publishable
    assert rule in {each.rule for each in _in(record.relative_to(root), checked.problems)}


def _in(file: Path, problems: tuple[Problem, ...]) -> Iterator[Problem]:
    return (each for each in problems if each.file == PurePosixPath(file))


def _files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def _mentions(site: Path) -> set[str]:
    """The files of a site that name Rekaan Dua or its address, or have it as theirs.

    The finder knows every official village, recorded or not; there, only a mention of its record counts.
    """
    return {
        path
        for path, content in _files(site).items()
        if "rekaan-dua" in path
        or b"rekaan-dua" in content
        or (b"Rekaan Dua;" if path.startswith("cari/") else b"Rekaan Dua") in content
    }


def _elements(page: Element) -> Iterator[Element]:
    return (element for element in page.iter() if isinstance(element.tag, str))  # a comment's tag is a function


def _text(element: Element) -> str:
    """What readers see of it."""
    if element.tag == "script":
        return ""
    return (element.text or "") + "".join(_text(each) + (each.tail or "") for each in element)


def _left_out(value: object) -> Iterator[str]:
    """The fields of a record, at any depth, that it was not given or that are empty."""
    if isinstance(value, Record):
        for name in type(value).model_fields:
            within = getattr(value, name)
            yield from [name] if within in (None, ()) else _left_out(within)
    elif isinstance(value, tuple | dict):
        for within in value.values() if isinstance(value, dict) else value:
            yield from _left_out(within)


def _texts(value: object) -> Iterator[str]:
    """Every text of a record, at any depth."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Record):
        for name in type(value).model_fields:
            within = getattr(value, name)
            if name not in NOT_TEXTS or isinstance(within, dict):
                yield from _texts(within)
    elif isinstance(value, dict):
        for within in value.values():
            yield from _texts(within)
    elif isinstance(value, tuple):
        for within in value:
            yield from _texts(within)
