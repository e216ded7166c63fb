"""The toy country built as one of more than 10,000 villages: what its pages leave out, and what takes its place."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import zxingcpp
from hosting import hosted
from nation_build import built, copied
from parts_build import built_in_parts
from PIL import Image
from playwright.sync_api import Browser, Page, expect
from test_parts import SATU, change, files, same

ADDRESS = "https://rekaan.example/desa-sadar/"
VILLAGE = "desa/provinsi-contoh/kabupaten-contoh/rekaan-satu/"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Its folder, with the site built in parts; a country is large from 3 villages on."""
    root = copied(tmp_path_factory.mktemp("large") / "root")
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(settings.replace("extra:\n", "extra:\n  searched_villages: 3\n"), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sadar.campaign.whole.SMALL", 3)
        patch.setattr("sadar.parts.shared.SMALL", 3)
        assert built_in_parts(root, root / "site")
        yield root


@pytest.fixture(scope="module")
def host(large: Path) -> Iterator[str]:
    with hosted(large / "site") as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    yield context.new_page()
    context.close()


def test_built_in_parts_it_is_the_site_of_a_whole_build(large: Path, tmp_path: Path) -> None:
    assert same(files(large / "site"), files(built(large, tmp_path / "whole", 1)))


def test_an_edit_of_a_village_makes_its_page_and_data_and_asks_nothing_else(large: Path, tmp_path: Path) -> None:
    untouched = [large / "build/parts" / name for name in ("shared", "common", "frames")]
    before = [file.stat().st_mtime_ns for file in untouched]
    change(SATU, "menulis 3.758 pekerja", "menulis 3.759 pekerja")(large, 0)
    made = built_in_parts(large, large / "site")
    assert made
    assert made.made == 3  # its page in the language that changed, its regency's data, and the table of notes
    assert [file.stat().st_mtime_ns for file in untouched] == before
    assert same(files(large / "site"), files(built(large, tmp_path / "whole", 1)))


def test_a_story_of_another_village_is_found_though_only_one_record_was_read(large: Path) -> None:
    story = "Kabar rekaan yang sama panjangnya di dua desa, yang tidak punya peluncuran atau sumber yang sama, ditulis."
    other = large / "villages/provinsi-misal/kabupaten-misal/rekaan-jauh/village.yml"
    for record in (large / SATU, other):
        good = record.read_text(encoding="utf-8")
        note = f"  - kind: context\n    id: {story}\n    en: {story}\n"
        text = re.sub(r"^notes:\n", f"notes:\n{note}", good, flags=re.MULTILINE)
        record.write_text(text if text != good else f"{good}notes:\n{note}", encoding="utf-8")
        made = built_in_parts(large, large / "site")
        assert (made is None) == (record == other)
    other.write_text(good, encoding="utf-8")
    assert built_in_parts(large, large / "site")


def test_the_browser_draws_the_code_of_the_poster_when_it_is_wanted(page: Page, host: str) -> None:
    page.goto(host + VILLAGE)
    assert "base64" not in page.content()
    page.goto(f"{host}{VILLAGE}#poster")
    page.reload()
    expect(page.locator("canvas[data-drawn]")).to_be_visible()
    (code,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(page.locator("#poster").screenshot())))
    assert code.text == host + VILLAGE


def test_a_village_leads_to_its_badge_and_the_code_leads_back(page: Page, host: str) -> None:
    page.goto(host + VILLAGE)
    page.get_by_role("link", name="Pasang di situs desa").click()
    code = page.locator("textarea:visible")
    expect(code).to_have_count(1)
    found = re.fullmatch(r'<a href="(.+)"><img src="(.+)" alt="(.+)" height="28"></a>', code.input_value())
    assert found
    assert found[1] == ADDRESS + VILLAGE
    badge = page.request.get(found[2].replace(ADDRESS, host))
    assert badge.ok
    assert found[3].removeprefix("Desa Sadar: ") in badge.text()


def test_the_badges_stand_there_without_javascript_and_for_whatever_an_address_says(
    browser: Browser, page: Page, host: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(f"{host}lencana/")
    every = plain.locator("textarea:visible").count()
    assert every > 1
    context.close()
    for sign in ("#desa/a/b/c/ada", '#desa/a/b/"><script>/x', "#"):
        page.goto(f"{host}lencana/{sign}")
        page.reload()
        expect(page.locator("textarea:visible")).to_have_count(every)


def test_nothing_that_waits_for_a_script_of_the_theme_is_in_a_page(large: Path) -> None:
    for path, content in files(large / "site").items():
        if path.endswith("index.html") and b"<article" in content:
            frame = re.sub(r"<article\b.*</article>", "<p>", content.decode(), flags=re.DOTALL)
            assert "data-md-" not in frame, path
            assert "md-dialog" not in frame, path
            assert not re.search(r"^\s|^$", frame.strip(), re.MULTILINE), path
