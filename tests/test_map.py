"""The maps: where things stand on them, and what a reader sees and reaches in a real Chromium."""

from __future__ import annotations

import gzip
import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, cycle
from pathlib import Path

import make_coast
import pytest
from conftest import PROJECT
from nation_build import NATION, REGIONS, TODAY, built, copied
from playwright.sync_api import Browser, Page
from sadar import pipeline
from sadar.outputs import maps
from sadar.outputs.coast import Box, Drawing, Point, around, coast, path, within
from sadar.outputs.placing import Bubble, apart
from sadar.pages.facts import Dot, Located, ProvinceTally, Tally
from sadar.pages.kinds import HomePage, ProvincePage
from sadar.regions import BOUNDS, CAPITALS, Position, Province, official
from sadar.wording import wording

WIDTHS = (320, 390, 640, 1280)  # at 640 px the halves begin to stand side by side
ID = wording("id")
TOY = pipeline.check(NATION, REGIONS, TODAY)
(HOME,) = (page for page in TOY.pages if isinstance(page, HomePage))
TOY_PROVINCE = next(page for page in TOY.pages if isinstance(page, ProvincePage))
PROVINCES = official().provinces()


def recorded() -> Counter[str]:
    """How many records lie in each province's folder: counted from the files, by nothing that is tested."""
    return Counter(path.parts[-4] for path in (PROJECT / "villages").glob("*/*/*/village.yml"))


def planned_only() -> Counter[str]:
    found: Counter[str] = Counter()
    for file in (PROJECT / "villages").glob("*/*/*/village.yml"):
        statuses = re.findall(r"^ *(?:- )?status: (\w+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
        found[file.parts[-4]] += set(statuses) == {"planned"}
    return found


def gap(one: Bubble, other: Bubble) -> float:
    """Between the edges of two pills; below 0 they overlap."""
    lines = (one.width - one.height + other.width - other.height) / 2
    across = max(abs(one.middle[0] - other.middle[0]) - lines, 0)
    return math.hypot(across, one.middle[1] - other.middle[1]) - (one.height + other.height) / 2


def nearest(bubbles: Sequence[Bubble]) -> float:
    return min(gap(one, other) for one, other in combinations(bubbles, 2))


def holds(island: Sequence[Point], x: float, y: float) -> bool:
    """Whether a point lies on an island: a line from it to the east crosses the coast an odd number of times."""
    crossings = 0
    for (x1, y1), (x2, y2) in zip(island, [*island[1:], island[0]], strict=True):
        crossings += (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1)
    return crossings % 2 == 1


def opened(browser: Browser, url: str, width: int) -> Page:
    page = browser.new_context(viewport={"width": width, "height": 800}).new_page()
    page.goto(url)
    return page


def shapes(page: Page) -> list[tuple[float, float, float, float]]:
    """Left, top, width and height in px of all that can be touched on the maps of a page."""
    boxes = page.eval_on_selector_all(
        ".map__mark rect",
        "all => all.map(each => each.getBoundingClientRect()).map(b => [b.x, b.y, b.width, b.height])",
    )
    return [tuple(box) for box in boxes]


def assert_touchable(page: Page) -> None:
    """Each at least 24 px, none over another as the pills that they are, none outside the page."""
    found = shapes(page)
    assert found
    for left, _, width, height in found:
        assert min(width, height) >= 24
        assert left >= 0
        assert left + width <= page.evaluate("document.documentElement.clientWidth")
    pills = [Bubble((left + width / 2, top + height / 2), width, height) for left, top, width, height in found]
    assert len(pills) == 1 or nearest(pills) >= 0


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize("width", WIDTHS)
def test_every_bubble_can_be_touched_and_none_covers_another(
    browser: Browser, address: str, width: int, language: str
) -> None:
    page = opened(browser, address + language, width)
    assert_touchable(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.context.close()


@pytest.mark.parametrize(("language", "words"), [("", "{}: {} desa"), ("en/", "{}: {} village")])
def test_the_bubbles_and_the_list_below_them_count_the_records(
    browser: Browser, address: str, language: str, words: str
) -> None:
    page = opened(browser, address + language, 390)
    planned = planned_only()
    names = {province.slug: province.name for province in PROVINCES}
    counts: dict[str, int] = {}
    for mark in page.locator(".map__mark").all():
        slug = str(mark.get_attribute("href")).rstrip("/").split("/")[-1]
        counts[slug] = int(mark.locator("text").first.text_content() or "")
        label = mark.get_attribute("aria-label") or ""
        assert label.startswith(words.format(names[slug], counts[slug]))
        assert (str(planned[slug]) in label.removeprefix(words.format(names[slug], counts[slug]))) == (
            planned[slug] > 0
        )
        assert ("map__mark--planned" in str(mark.get_attribute("class"))) == (planned[slug] == counts[slug])
    assert counts == recorded()
    for chip in page.locator("#daftar-provinsi a").all():
        slug = str(chip.get_attribute("href")).rstrip("/").split("/")[-1]
        assert int(chip.locator(".chips__count").text_content() or "") == counts[slug]
    page.context.close()


@pytest.mark.parametrize("language", ["", "en/"])
def test_every_province_is_reached_by_keyboard_says_its_name_and_leads_to_its_page(
    browser: Browser, address: str, language: str
) -> None:
    page = opened(browser, address + language, 320)
    page.locator(".atlas__skip").focus()
    reached: dict[str, str] = {}
    focused = "document.activeElement"
    for _ in recorded():
        page.keyboard.press("Tab")
        target = page.evaluate(f"{focused}.getAttribute('href')")
        name = page.locator(".map__mark:focus .map__name")
        assert name.is_visible()
        reached[target] = str(name.text_content())
        outline = page.evaluate(f"parseFloat(getComputedStyle({focused}.querySelector('rect')).strokeWidth)")
        assert outline >= 3, "one sees where one is"
    assert sorted(target.rstrip("/").split("/")[-1] for target in reached) == sorted(recorded())
    for target, name in reached.items():
        answer = page.request.get(f"{address}{language}{target}")
        assert answer.ok
        assert name in answer.text()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}{language}{target}")
    page.context.close()


def test_the_map_can_be_skipped(browser: Browser, address: str) -> None:
    page = opened(browser, address, 390)
    skip = page.locator(".atlas__skip")
    skip.focus()
    assert skip.bounding_box()["height"] >= 44
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#daftar-provinsi') !== null")
    page.context.close()


def test_the_maps_are_light(site: Path) -> None:
    for home in (site / "index.html", site / "en" / "index.html"):
        html = home.read_bytes()
        figure = html[html.index(b'<figure class="atlas"') : html.index(b"</figure>")]
        assert len(gzip.compress(figure)) < 30_000
        assert len(gzip.compress(html)) < 20_000
    provinces = list((site / "desa").glob("*/index.html"))
    assert len(provinces) == len(recorded())
    assert all(len(gzip.compress(page.read_bytes())) < 20_000 for page in provinces)


def test_a_province_without_positions_shows_where_it_lies_and_says_so(browser: Browser, address: str) -> None:
    page = opened(browser, f"{address}desa/maluku/", 320)
    assert page.locator(".map__mark").count() == 0
    assert page.get_by_role("img", name="Letak ibu kota Maluku di peta Indonesia").is_visible()
    assert "belum tercatat" in page.locator("figcaption").inner_text()
    assert "Natural Earth" in page.locator("figcaption").inner_text()
    page.context.close()


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy country, where every village of one province lies at the same spot."""
    root = copied(tmp_path_factory.mktemp("crowded") / "root")
    for record in (root / "villages" / "provinsi-contoh").glob("*/*/village.yml"):
        text = record.read_text(encoding="utf-8")
        if "coordinates:" not in text:
            place = "coordinates:\n  latitude: -2.5\n  longitude: 120.25\n  source: https://peta.example/rekaan\n"
            record.write_text(text + place, encoding="utf-8")
    return built(root, root / "site")


@pytest.mark.parametrize("width", WIDTHS)
def test_a_village_whose_position_is_recorded_is_a_dot_that_leads_to_its_page(
    browser: Browser, crowded: Path, width: int
) -> None:
    folder = crowded / "desa" / "provinsi-contoh"
    page = opened(browser, (folder / "index.html").as_uri(), width)
    assert_touchable(page)
    targets = [str(mark.get_attribute("href")) for mark in page.locator(".map__mark").all()]
    assert len(targets) == 4
    assert all((folder / target / "village.yml").is_file() for target in targets)
    assert page.locator(".map__leaders").count() == 1
    assert page.locator(".map__mark--planned").count() == 1
    assert "baru direncanakan" in page.locator("figcaption").inner_text()
    assert "4 dari 4" in page.locator("figcaption").inner_text()
    page.context.close()


def test_the_dots_of_the_toy_country_stand_where_its_records_say() -> None:
    shape = maps.of_province(ID, TOY_PROVINCE)
    assert shape is not None
    assert [mark.middle for mark in shape.marks] == [(12025, 250)]
    west, east = maps.of_nation(ID, HOME)
    assert (west.dots, east.dots) == ("", "M3006 63h0m243-102h0")


def test_a_village_that_is_planned_only_is_no_dot_on_the_nations_map() -> None:
    planned = next(village for village in TOY.campaign.villages if village.joined is None)
    home = replace(HOME, dots=(Dot(planned.province, Position(-2.5, 120.25), joined=False),))
    assert [half.dots for half in maps.of_nation(ID, home)] == ["", ""]


def test_a_province_that_is_planned_only_differs_by_more_than_colour() -> None:
    row = ProvinceTally(PROVINCES[0], Tally(members=0, planned=3))
    west, _ = maps.of_nation(ID, replace(HOME, provinces=(row,)))
    assert [(mark.pin.kind, mark.pin.label) for mark in west.marks] == [("planned", "Aceh: 3 desa, baru direncanakan")]
    css = (PROJECT / "scripts/sadar/theme/assets/site.css").read_text(encoding="utf-8")
    (rule,) = (line for line in css.splitlines() if line.startswith(".map__mark--planned :is(rect"))
    assert "stroke-dasharray" in rule


def test_a_country_full_of_villages_stays_apart_and_light() -> None:
    """All 38 provinces with five signs in each bubble, and a village every fifth of a degree."""
    large = [(box, island) for island in coast("nation").islands if (box := around(island)).width > 50]
    land = [
        Position(-y / 25, x / 25)
        for y in range(-150, 275, 5)
        for x in range(2375, 3525, 5)
        if any(box.meets(Box(x, y, 1, 1)) and holds(island, x, y) for box, island in large)
    ]
    rows = tuple(ProvinceTally(province, Tally(12_345, 0)) for province in PROVINCES)
    halves = maps.of_nation(
        ID, replace(HOME, provinces=rows, dots=tuple(Dot(PROVINCES[0], each, joined=True) for each in land))
    )
    assert sum(len(half.marks) for half in halves) == 38
    for half in halves:
        assert nearest([Bubble(mark.middle, mark.box.width, mark.box.height) for mark in half.marks]) >= 0
    drawn = "".join(half.coast + half.dots for half in halves)
    assert len(land) > 3000
    assert len(gzip.compress(drawn.encode())) < 20_000


@pytest.mark.parametrize("count", [30, 31])
@pytest.mark.parametrize("province", PROVINCES, ids=lambda province: province.slug)
def test_crowded_villages_stay_apart_in_every_province(province: Province, count: int) -> None:
    """Thirty dots, or a bubble for each regency of the toy country, all on the capital."""
    villages = cycle(TOY.campaign.villages)
    at = CAPITALS[province.code]
    page = replace(TOY_PROVINCE, province=province, located=tuple(Located(next(villages), at) for _ in range(count)))
    shape = maps.of_province(ID, page)
    assert shape is not None
    assert len(shape.marks) == (30 if count == 30 else len({village.regency for village in TOY.campaign.villages}))
    assert nearest([Bubble(mark.middle, mark.box.width, mark.box.height) for mark in shape.marks]) >= 0
    scale = 288 / shape.view.width
    assert min(mark.box.height for mark in shape.marks) * scale >= 24
    assert len(gzip.compress(shape.coast.encode())) < 6_000


def test_bubbles_on_one_spot_in_a_corner_are_moved_apart_and_stay_in_the_frame() -> None:
    frame = Box(0, 0, 600, 500)
    placed = apart([Bubble((0, 0), 54, 54)] * 38, frame, gap=2)
    assert nearest(placed) >= 0
    for each in placed:
        assert each.box.left >= 0
        assert each.box.top >= 0
        assert each.box.left + each.box.width <= frame.width
        assert each.box.top + each.box.height <= frame.height


def test_bubbles_that_do_not_meet_stay_where_they_are() -> None:
    far = [Bubble((100, 100), 54, 54), Bubble((200, 100), 54, 54)]
    assert list(apart(far, Box(0, 0, 600, 500), gap=2)) == far


def test_every_province_has_its_capital_and_it_lies_in_the_province() -> None:
    assert CAPITALS.keys() == {province.code for province in PROVINCES}
    for code, capital in CAPITALS.items():
        assert BOUNDS[code].hold(capital.latitude, capital.longitude), code


@pytest.mark.parametrize("name", ["province", "nation", "locator"])
def test_the_capitals_lie_on_land_or_at_most_a_fifth_of_a_degree_off(name: Drawing) -> None:
    """Positions and the coast come from different hands: what is mirrored, swapped or shifted would show."""
    drawing = coast(name)
    off = [(x / 10, y / 10) for x in range(-2, 3) for y in range(-2, 3)]
    for code, capital in CAPITALS.items():
        near = [((capital.longitude + x) * drawing.units, (-capital.latitude + y) * drawing.units) for x, y in off]
        assert any(holds(island, *point) for island in drawing.islands for point in near), code


def test_a_cut_out_keeps_what_lies_inside_and_nothing_outside() -> None:
    square = [(0, 0), (100, 0), (100, 100), (0, 100)]
    box = Box(-10, 50, 60, 100)
    assert list(within(box, [square])) == [[(0, 50), (50, 50), (50, 100), (0, 100)]]
    assert list(within(Box(200, 0, 50, 50), [square])) == []
    assert path([square]) == "M0 0l100 0 0 100-100 0z"


def test_the_maker_draws_an_island_of_a_topology_with_no_more_points_than_it_needs() -> None:
    # A square of two arcs, the second walked backwards; on it a bay of a hundredth of a degree.
    topology = {
        "transform": {"scale": [0.01, 0.01], "translate": [100, -5]},
        "objects": {"countries": {"geometries": [{"id": "360", "arcs": [[[0, -2]]]}, {"id": "458", "arcs": []}]}},
        "arcs": [[[0, 0], [100, 0], [0, 100]], [[0, 0], [-1, 50], [1, 50], [100, 0]]],
    }
    (ring,) = make_coast.rings(topology)
    assert make_coast.drawing([ring], 10, smallest=0.5) == ["1010 50 0 -10 -10 0 0 10"]
    assert make_coast.drawing([ring], 10, smallest=2) == []


def test_the_maker_says_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert make_coast.main(["--package", str(tmp_path)]) == 2
    assert "package.json" in capsys.readouterr().err
