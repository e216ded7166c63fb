"""A campaign chooses the languages of its site: with one alone, nothing of another is left anywhere."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from nation_build import REGIONS, TODAY, built, copied
from sadar import pipeline
from sadar.dress import DressError
from sadar.dress.configuration import settings
from sadar.language import Language
from sadar.pages import Settings

ROOT = "https://rekaan.example/desa-sadar/"
VILLAGE = "desa/provinsi-contoh/kabupaten-contoh/rekaan-satu/"
MOVED = "desa/provinsi-contoh/kabupaten-contoh/rekaan-lama/"
ENGLISH_ONLY = "berita/index.html"
ENGLISH = "---\ntitle: News\ndescription: Only in English.\n---\n\nThis news stands in English only.\n"
REDIRECTS = f"redirects:\n  - from: /{MOVED}\n    to: /{VILLAGE}\n    date: 2026-01-02\n"
# Pagefind names its files by language or by what they hold.
OTHER_INDEX = re.compile(r"pagefind/((fragment|index)/|wasm\.|pagefind\.)en[_.]")

Files = dict[str, bytes]


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy country with a village that moved and a page that stands in English only."""
    root = copied(tmp_path_factory.mktemp("languages") / "root")
    (root / "content" / "redirects.yml").write_text(REDIRECTS, encoding="utf-8")
    page = root / "content" / "en" / "berita" / "index.md"
    page.parent.mkdir()
    page.write_text(ENGLISH, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def both(country: Path) -> Files:
    return _files(built(country, country / "site"))


@pytest.fixture(scope="module")
def one(country: Path, both: Files) -> Files:
    """The site in Indonesian, built where it was built in both languages before."""
    assert both
    _choose(country, "[id]")
    return _files(built(country, country / "site"))


def test_a_site_in_one_language_has_the_files_of_that_language_and_no_other(both: Files, one: Files) -> None:
    wanted = {path for path in both if not path.startswith("en/") and not OTHER_INDEX.match(path)}
    assert len(wanted) > 80
    assert len(wanted) < len(both) - 60
    assert _unhashed(one) == _unhashed(wanted)


def test_no_file_of_it_names_an_address_of_another_language(both: Files, one: Files) -> None:
    named = b"/desa-sadar/en/"
    assert named in both["_headers"]
    assert named in both["_redirects"]
    assert named in both["sitemap-1.xml"]
    assert [path for path, content in one.items() if named in content] == []


def test_no_page_of_it_offers_another_language(both: Files, one: Files) -> None:
    offers = (b"hreflang", b"og:locale:alternate")
    assert all(offer in both["index.html"] for offer in offers)
    pages = {path: content for path, content in one.items() if path.endswith(".html")}
    assert [path for path, content in pages.items() if any(offer in content for offer in offers)] == []
    assert b"hreflang" not in one["sitemap-1.xml"]


def test_every_link_of_it_arrives(one: Files) -> None:
    links = list(_links(one))
    assert len(links) > 1_000
    assert [(path, target) for path, target in links if target not in one] == []


def test_what_it_says_to_programs_is_in_its_language(both: Files, one: Files) -> None:
    assert b"Preferred-Languages: id, en\n" in both[".well-known/security.txt"]
    assert b"Preferred-Languages: id\n" in one[".well-known/security.txt"]
    data = f"data/v1/villages/{VILLAGE.removeprefix('desa/').strip('/')}.json"
    assert json.loads(both[data])["page_en"] == f"{ROOT}en/{VILLAGE}"
    assert json.loads(one[data])["page_en"] is None
    assert json.loads(one[data])["page_id"] == f"{ROOT}{VILLAGE}"
    told, alone = (json.loads(each["data/v1/datapackage.json"])["description"] for each in (both, one))
    assert told.startswith(f"{alone} / ")


def test_a_page_that_stands_in_another_language_only_is_shown_with_a_notice(one: Files) -> None:
    page = one[ENGLISH_ONLY].decode()
    assert "Halaman ini belum diterjemahkan." in page
    assert "This news stands in English only." in page
    assert re.search(r'<article [^>]*lang="en"', page)
    assert f'<link rel="canonical" href="{ROOT}berita/">' in page
    assert f"<loc>{ROOT}berita/</loc>" in one["sitemap-1.xml"].decode()
    # No other page speaks a language that is not the site's.
    named = (path for path, each in one.items() if re.search(rb"<article [^>]*lang=", each))
    assert list(named) == [ENGLISH_ONLY]


def test_without_any_page_in_the_other_language_the_check_only_warns(tmp_path: Path, one: Files) -> None:
    root = copied(tmp_path / "root")
    shutil.rmtree(root / "content" / "en")
    (root / "content" / "redirects.yml").write_text(REDIRECTS, encoding="utf-8")
    _choose(root, "[id]")
    checked = pipeline.check(root, REGIONS, TODAY)
    assert {problem.rule for problem in checked.problems} == {"translation-missing"}
    assert checked.publishable
    # As a set: the text search holds a page less.
    assert set(_unhashed(_files(built(root, root / "site")))) == set(_unhashed(one.keys() - {ENGLISH_ONLY}))


@pytest.mark.parametrize(
    ("chosen", "languages"),
    [("", ("id", "en")), ("[id]", ("id",)), ("[id, en]", ("id", "en")), ("\n    - id", ("id",))],
)
def test_the_languages_are_read_in_their_order(tmp_path: Path, chosen: str, languages: tuple[Language, ...]) -> None:
    assert _settled(tmp_path, f"languages: {chosen}" if chosen else "x: y").languages == languages


@pytest.mark.parametrize("wrong", ["", "id", "[]", "[en]", "[en, id]", "[id, id]", "[id, fr]", "[id, 3]", "{id: en}"])
def test_other_languages_are_told_in_one_sentence_that_says_what_to_type(tmp_path: Path, wrong: str) -> None:
    right = r"extra\.languages must be a list of id, en that begins with id, such as \[id\] or \[id, en\], not .+\.$"
    with pytest.raises(DressError, match=rf"^mkdocs\.yml: {right}"):
        _settled(tmp_path, f"languages: {wrong}")


def _settled(folder: Path, extra: str) -> Settings:
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(f"site_name: Rekaan\nextra:\n  {extra}\n", encoding="utf-8")
    return settings(folder, folder / "docs")


def _choose(root: Path, languages: str) -> None:
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write(f"\n  languages: {languages}\n")


def _files(site: Path) -> Files:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def _unhashed(paths: Files | set[str]) -> list[str]:
    """The paths in order; those that Pagefind names by what is in them, only by their language and kind."""
    return sorted(re.sub(r"^(pagefind/.*id_)\w+", r"\1", path) for path in paths)


def _links(site: Files) -> Iterator[tuple[str, str]]:
    """Every link within the site as (page, file it leads to)."""
    for path, content in site.items():
        if path.endswith(".html"):
            for link in re.findall(r'\s(?:href|src|action)="([^"]*)"', content.decode()):
                whole = urldefrag(urljoin(ROOT + path, link.replace("&amp;", "&").partition("?")[0])).url
                if whole.startswith(ROOT):
                    target = unquote(whole.removeprefix(ROOT))
                    folder = not target or target.endswith("/")
                    yield path, (PurePosixPath(target, "index.html") if folder else PurePosixPath(target)).as_posix()
