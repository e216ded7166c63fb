"""Pages stay small however many villages a campaign has, and nothing is lost on the way."""

from __future__ import annotations

import gzip
import re
import sys
from urllib.parse import urljoin

import pytest
from nation_build import PROJECT
from sadar import pipeline
from sadar.outputs import body
from sadar.outputs.heads import head
from sadar.pages import Page, Settings
from sadar.pages.kinds import DistrictPage, HomePage, LaunchPage, LaunchYearPage, RegencyPage, VillagePage
from sadar.pages.text_kinds import DataPage, TextPage
from sadar.records import PartialDate
from sadar.regions import official, slug
from sadar.wording import wording

sys.path.append(str(PROJECT / "scripts" / "bench"))

import country

TODAY = PartialDate(2026, 11, 23)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Page, ...]:
    """Those of 3,000 made-up villages, a regency of more than 200 among them."""
    root = tmp_path_factory.mktemp("large") / "root"
    country.write(root, 3_000, 1)
    checked = pipeline.check(root, official(), TODAY)
    assert checked.publishable
    return checked.pages


@pytest.fixture(scope="module")
def texts(pages: tuple[Page, ...]) -> dict[str, str]:
    """The body of every page in Indonesian, by its address."""
    words, settings = wording("id"), Settings("https://sintetis.example/")
    return {page.address: body(words, page, head(words, page), settings) for page in pages}


def test_no_page_of_records_weighs_more_than_a_cheap_phone_can_load(
    pages: tuple[Page, ...], texts: dict[str, str]
) -> None:
    written = HomePage | TextPage | DataPage
    made = [page for page in pages if not isinstance(page, written)]
    weights = [(page, len(gzip.compress(texts[page.address].encode()))) for page in made]
    assert {type(page) for page in made} >= {VillagePage, RegencyPage, DistrictPage, LaunchPage, LaunchYearPage}
    assert not {page.address: weight for page, weight in weights if weight > 15_000}
    villages = [weight for page, weight in weights if isinstance(page, VillagePage)]
    assert max(villages) < 6_000


def test_every_page_of_records_is_reached_from_the_home_page_by_links(
    pages: tuple[Page, ...], texts: dict[str, str]
) -> None:
    reached, waiting = {""}, [""]
    while waiting:
        here = waiting.pop()
        links = re.findall(r'href="([^"#:?]*)"', texts.get(here, ""))
        new = {urljoin(f"/{here}", link)[1:] for link in links} - reached
        reached |= new
        waiting += new
    own = [page.address for page in pages if page.address.startswith(("desa/", "peluncuran/"))]
    assert len(own) > 3_000
    assert set(own) <= reached


def test_districts_have_addresses_of_their_own() -> None:
    regions = official()
    for regency in regions.regencies():
        slugs = [district.slug for district in regions.districts(regency)]
        assert len(slugs) == len(set(slugs)), regency.name
        assert regions.at(f"{regency.province.slug}/{regency.slug}/kecamatan") is None


def test_no_regency_is_called_as_the_folder_of_a_years_provinces() -> None:
    assert "provinsi" not in {slug(each.name) for each in official().provinces()}


def test_a_campaign_of_many_villages_names_some_neighbours_and_the_page_of_all(
    pages: tuple[Page, ...], texts: dict[str, str]
) -> None:
    many = [page for page in pages if isinstance(page, VillagePage) and page.in_regency > 13]
    assert many
    for page in many:
        assert len(page.neighbours) == 6, page.address
        assert f"Semua {page.in_regency} desa di" in texts[page.address]
        own = [each for each in page.neighbours if each.official and page.village.official
               and each.official.district == page.village.official.district]  # fmt: skip
        assert own == list(page.neighbours[: len(own)]), page.address
