"""The pictures that others show beside a link: one for each village and ceremony, light, whole and drawn once."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest
from conftest import PROJECT
from nation_build import NATION, REGIONS, TODAY
from PIL import Image
from sadar import pipeline
from sadar.dress import DressError, settings
from sadar.language import LANGUAGES
from sadar.outputs import documents
from sadar.outputs.cards import own_card
from sadar.pages import Settings
from sadar.pages.kinds import LaunchPage, RegencyPage, VillagePage
from sadar.pictures.cards import draw
from sadar.pictures.lettering import SIZE, Card, arranged, picture
from sadar.records import PartialDate
from sadar.regions import official
from sadar.wording import wording

CARD = Card(
    "Desa Sadar Jaminan Sosial Ketenagakerjaan",
    "Desa Rekaan",
    ("Contoh Hilir", "Kabupaten Contoh", "Provinsi Contoh"),
    "launched",
    "Diluncurkan",
    "20 Mei 2017",
)
TOY = pipeline.check(NATION, REGIONS, TODAY)


def drawn(folder: Path, *cards: Card) -> list[Path]:
    return list(draw({PurePosixPath(f"{number}.png"): card for number, card in enumerate(cards)}, folder, 1).values())


def test_every_village_and_ceremony_has_a_light_picture_in_each_language(site: Path) -> None:
    pages = [
        path
        for kind, depth in (("desa", 3), ("peluncuran", 2))
        for below in ("", "en/")
        for path in (site / below / kind).glob("*/" * depth + "index.html")
    ]
    assert len(pages) == 2 * (152 + 96)
    for page in pages:
        file = page.with_name("bagikan.png")
        assert file.stat().st_size < 100_000, file
        with Image.open(file) as image:
            assert (image.format, image.size, image.info) == ("PNG", (1200, 630), {}), file


def test_the_same_words_give_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    (here,) = drawn(tmp_path / "one", CARD)
    code = "from pathlib import *; from sadar.pictures.cards import *; from sadar.pictures.lettering import Card; "
    code += f"draw({{PurePosixPath('x'): {CARD!r}}}, Path('.'), 1)"
    (tmp_path / "two").mkdir()
    surroundings = {"PYTHONPATH": str(PROJECT / "scripts")}
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path / "two", check=True, env=surroundings)
    (there,) = (tmp_path / "two").iterdir()
    assert here.name == there.name
    assert here.read_bytes() == there.read_bytes()


def test_several_processes_draw_what_one_draws(tmp_path: Path) -> None:
    cards = {PurePosixPath(f"{number}.png"): replace(CARD, name=f"Desa Rekaan {number}") for number in range(45)}
    one, two = draw(cards, tmp_path / "one", 1), draw(cards, tmp_path / "two", 2)
    assert [each.name for each in one.values()] == [each.name for each in two.values()]
    assert all(one[path].read_bytes() == two[path].read_bytes() for path in cards)


def test_a_picture_is_drawn_once_and_anew_only_where_its_words_changed(tmp_path: Path) -> None:
    other = replace(CARD, name="Desa Lain")
    before = {each: each.stat().st_mtime_ns for each in drawn(tmp_path, CARD, other)}
    kept, changed = drawn(tmp_path, CARD, replace(other, badge="Berakhir", kind="ended"))
    assert kept.stat().st_mtime_ns == before[kept]
    assert changed not in before


def test_pictures_that_no_page_wants_and_half_pictures_are_removed(tmp_path: Path) -> None:
    drawn(tmp_path, CARD, replace(CARD, name="Desa Lain"))
    (tmp_path / "0123.4711").write_bytes(b"a build was stopped here")
    (kept,) = drawn(tmp_path, CARD)
    assert list(tmp_path.iterdir()) == [kept]


def test_the_longest_names_of_the_nation_stand_whole_on_their_pictures() -> None:
    villages = [village for regency in official().regencies() for village in official().villages(regency)]
    places = {v: (v.district.name, v.regency.name, v.province.name) for v in villages}
    longest = sorted(villages, key=lambda v: len(v.name))[-150:]
    longest += sorted(villages, key=lambda v: len("".join(places[v])))[-150:]
    for village in longest:
        card = replace(CARD, name=f"Kelurahan {village.name}", place=places[village], badge="Menerima penghargaan")
        name, place = arranged(card)
        assert " ".join(name.lines) == card.name
        assert " ".join(place.lines).replace("\xa0", " ") == ", ".join(card.place)


def test_no_text_leaves_the_picture_however_long_it_is() -> None:
    image = picture(replace(CARD, name="Panjang" * 40, place=("Jauh " * 60,))).convert("RGB")
    width, height = SIZE
    margin = image.crop((width - 70, 130, width, height))
    assert margin.getcolors() == [(margin.width * margin.height, image.getpixel((width - 1, height - 1)))]
    assert len(arranged(replace(CARD, name="kata " * 99))[0].lines) <= 5


def test_what_is_only_planned_says_so_on_its_picture() -> None:
    pages = pipeline.check(PROJECT, official(), PartialDate(2026, 11, 23)).pages
    for language in LANGUAGES:
        words = wording(language)
        planned = [
            card
            for page in pages
            if isinstance(page, VillagePage) and page.village.standing.status == "planned"
            if (card := own_card(words, page, Settings(), 152))
        ]
        assert len(planned) == 13
        assert {(card.kind, card.badge) for card in planned} == {("planned", words.say("status.planned"))}


def test_a_date_in_doubt_is_in_doubt_on_the_picture() -> None:
    doubtful = next(p for p in TOY.pages if isinstance(p, VillagePage) and p.village.standing.doubt)
    card = own_card(wording("id"), doubtful, Settings(), TOY.campaign.size)
    assert card
    assert "belum pasti" in card.told


def test_beyond_the_limit_the_pages_of_a_province_share_its_picture() -> None:
    for page, text in _heads(3):
        if isinstance(page, VillagePage | RegencyPage):
            province = page.village.province if isinstance(page, VillagePage) else page.regency.province
            assert f'"image": "desa/{province.slug}/bagikan.png"' in text, page.address
        elif isinstance(page, LaunchPage):
            assert f'"image": "{page.address}bagikan.png"' not in text, page.address
    assert sum(f'"image": "{page.address}bagikan.png"' in text for page, text in _heads(3000)) > 10


def test_a_limit_that_is_no_number_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Rekaan\nextra:\n  cards: banyak\n")
    with pytest.raises(DressError, match=r"extra.cards must be a whole number, not 'banyak'"):
        settings(tmp_path, tmp_path / "docs")


def _heads(most: int) -> list[tuple[object, str]]:
    made = dict(documents(TOY.pages, "id", Settings(cards=most), TOY.campaign.size))
    found = ((page, made.get(PurePosixPath(page.address) / "index.md", "")) for page in TOY.pages)
    return [(page, re.split("^---$", text, flags=re.M)[1]) for page, text in found if text]
