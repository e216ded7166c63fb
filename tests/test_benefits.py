"""Benefits are right on the day they are read, and every amount leads to its figure and its law."""

from __future__ import annotations

import difflib
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from conftest import PROJECT
from sadar import pipeline
from sadar.language import Language
from sadar.outputs.markdown import front_and_body
from sadar.pages import Settings
from sadar.pages.text_kinds import TextPage
from sadar.records import PartialDate
from sadar.regions import official
from sadar.wording import wording

AMOUNT = re.compile(r"Rp\s?\d|\d\s?%|\d (?:persen|per ?cent)\b")
PAGES = sorted(path.stem for path in (PROJECT / "content" / "id" / "manfaat").glob("*.md"))


@cache
def checked(*day: int) -> pipeline.Checked:
    return pipeline.check(PROJECT, official(), PartialDate(*day))


def text(address: str, language: Language, *day: int) -> str:
    (page,) = (page for page in checked(*day).pages if page.address == address)
    return front_and_body(wording(language), page, Settings(), 0)[1]


def figures_in_changes(address: str, language: Language, before: tuple[int, ...], after: tuple[int, ...]) -> set[str]:
    """The figures of the pieces that differ between two days; `?` for a difference outside any figure."""
    one, other = (_pieces(text(address, language, *day)) for day in (before, after))
    changed: set[str] = set()
    for kind, a, b, c, d in difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind != "equal":
            changed |= {_figure(piece) for piece in one[a:b] + other[c:d]}
    return changed


def _pieces(body: str) -> list[str]:
    """The text cut at every figure: spans of running text, and blocks of the list at the page's end."""
    return re.split(r'(?=<span class="amount")|(?<=</small></span>)|(?=<div class="entry")', body)


def _figure(piece: str) -> str:
    found = re.search(r'data-figure="([^"]+)"', piece)
    return found[1] if found else "?"


@pytest.mark.parametrize("language", ["id", "en"])
def test_on_new_year_2027_the_farmers_page_changes_in_the_discounted_figures_only(language: Language) -> None:
    changed = figures_in_changes("manfaat/petani-nelayan-pedagang/", language, (2026, 12, 31), (2027, 1, 1))
    assert changed == {"bpu-total-jkk-jkm-min-other", "bpu-total-with-jht-min-other", "bpu-share-paid-other"}


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_drivers_page_changes_on_1_april_2027(language: Language) -> None:
    page = "manfaat/pengemudi/"
    assert figures_in_changes(page, language, (2026, 12, 31), (2027, 1, 1)) == set()
    changed = figures_in_changes(page, language, (2027, 3, 31), (2027, 4, 1))
    assert changed == {
        "bpu-total-jkk-jkm-min-transport",
        "bpu-total-with-jht-min-transport",
        "bpu-share-paid-transport",
    }


def test_a_change_is_told_before_it_comes() -> None:
    assert "Rp8.400 sebulan sampai 31 Desember 2026, lalu Rp16.800 sebulan" in text(
        "manfaat/petani-nelayan-pedagang/", "id", 2026, 12, 31
    )
    assert "Rp8,400 a month until 31 March 2027, then Rp16,800 a month" in text("manfaat/pengemudi/", "en", 2027, 3, 31)


def test_a_figure_that_runs_out_warns_60_days_ahead_and_stops_the_publication_from_the_day_after() -> None:
    def rules(*day: int) -> set[str]:
        problems = checked(*day).problems
        return {each.rule for each in problems if each.details.get("given") == "jp-wage-cap"}

    assert rules(2026, 12, 29) == set()
    assert rules(2026, 12, 31) == {"figure-expires-soon"}
    assert checked(2026, 12, 31).publishable
    assert rules(2027, 2, 28) == {"figure-expires-soon"}
    assert rules(2027, 3, 1) == {"figure-expired"}
    assert not checked(2027, 3, 1).publishable


class _Untraced(HTMLParser):
    """The text of a page's article that stands in no element naming its figure and law."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.depth = 0
        self.traced_from: int | None = None
        self.inside = False
        self.loose: list[str] = []
        self.incomplete: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "article":
            self.inside = True
        if tag in ("br", "img", "input", "meta", "link", "hr"):
            return
        self.depth += 1
        if "data-figure" in given and self.traced_from is None:
            self.traced_from = self.depth
            if not given.get("data-figure") or "data-law" not in given:
                self.incomplete.append(str(given))

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self.inside = False
        if self.traced_from == self.depth:
            self.traced_from = None
        self.depth -= 1

    def handle_data(self, data: str) -> None:
        if self.inside and self.traced_from is None:
            self.loose.append(data)


@pytest.mark.parametrize("language", ["", "en/"])
def test_every_amount_on_a_benefits_page_names_its_figure_and_law(site: Path, language: str) -> None:
    pages = sorted((site / language / "manfaat").rglob("index.html"))
    assert len(pages) > len(PAGES)
    for path in pages:
        html = path.read_text(encoding="utf-8")
        article = html[html.index("<article") : html.index("</article>") + len("</article>")]
        article = re.sub(r"<script.*?</script>", "", article)  # search engines read the same once more
        walk = _Untraced(article)
        assert walk.incomplete == [], path
        assert not AMOUNT.search("".join(walk.loose)), (path, AMOUNT.findall("".join(walk.loose)))


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_figure_nobody_compared_with_the_official_text_says_so_where_it_stands(language: Language) -> None:
    marked = 0
    for page in checked(2026, 11, 23).pages:
        if isinstance(page, TextPage):
            made = front_and_body(wording(language), page, Settings(), 0)[1]
            for span in re.findall(r'<span class="amount".*?</span>', made):
                unchecked = page.figures[_figure(span)].unchecked
                assert ("<sup" in span) == unchecked, span
                marked += unchecked
    assert marked > 20


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_benefits_pages_have_short_sentences(page: str, language: str) -> None:
    body = (PROJECT / "content" / language / "manfaat" / f"{page}.md").read_text(encoding="utf-8").split("---", 2)[2]
    body = re.sub(r"\[\[[^\]]*\]\]", "sejumlah", body)
    body = re.sub(r"\]\([^)]*\)|[*_#>|`\[\]]", " ", body)
    sentences = [s for line in body.splitlines() for s in re.split(r"(?<=[.!?:;])\s+", line) if len(s.split()) > 2]
    mean = sum(len(s.split()) for s in sentences) / len(sentences)
    assert mean <= 17, f"{mean:.1f} words a sentence"


def test_what_has_no_source_is_not_published() -> None:
    published = "".join(
        path.read_text(encoding="utf-8") for path in (PROJECT / "content").rglob("*") if path.suffix in (".md", ".yml")
    )
    for unsourced in ("Alfamart", "Indomaret", "BRILink", "0813 8007", "8939700", "8754600", "9077600", "399700"):
        assert unsourced not in published
