"""What a change to the toy country changes for readers, as `sadar compare` tells it. Everything here is invented."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from nation_build import NATION, PROJECT, REGIONS, TODAY, copied
from sadar import pipeline, report
from sadar.compare.comparison import Comparison, Side, compared
from sadar.compare.facts import Change, changes
from sadar.compare.harmless import harmless, plain
from sadar.compare.json import as_json
from sadar.compare.markdown import as_markdown
from sadar.compare.pages import PageChange
from sadar.compare.records import RecordChange
from sadar.compare.sizes import measured
from sadar.compare.telling import label
from sadar.language import LANGUAGES, Language
from sadar.records import FrontMatter
from sadar.records.fields import Record
from sadar.records.reading import valid
from sadar.regions import official
from sadar.report import Finding
from sadar.schema import KINDS
from sadar.wording import wording

ID = wording("id")
VILLAGES = "villages/provinsi-contoh"
DUA = f"{VILLAGES}/kabupaten-contoh/rekaan-dua/village.yml"
SATU = f"{VILLAGES}/kabupaten-contoh/rekaan-satu/village.yml"
PASAR = f"{VILLAGES}/kota-contoh/rekaan-pasar"
HELD = "villages/launches/2017/2017-05-20-kabupaten-contoh/launch.yml"
PLANNED = "villages/launches/2026/2026-06-provinsi-contoh"
BREAK = "\u200b"
MOST = 65_536  # letters of a comment on GitHub
NASTY = (
    "@octocat #12 GH-7 !9 ~bug %1 https://evil.example www.evil.example &commat;bob &#64;bob <b>x</b> "
    "[x](http://evil.example) ![x](http://evil.example/x.png) `code` $x$ :tada: \\@bob ]: ]["
)
PIECES = st.lists(st.sampled_from([*"@#<>&[]()!`*_~$\\:/.wGH-10 ab\n=+|^%{}", "www.", "://", "](", "\u202e", BREAK]))


def side(root: Path) -> Side:
    checked = pipeline.check(root, REGIONS, TODAY)
    return Side(checked, report.findings(root, checked.problems, "id"), None)


OLD = side(NATION)


@pytest.fixture
def country(tmp_path: Path) -> Path:
    """A copy of the toy country, to be changed."""
    return copied(tmp_path / "country")


def write(file: Path, *changes: tuple[str, str]) -> None:
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text, encoding="utf-8")


def held_against_the_old(country: Path) -> Comparison:
    return compared(ID, OLD, side(country), TODAY)


def told(country: Path) -> str:
    """The comment, as a reader sees it: without escapes."""
    made = as_markdown(ID, held_against_the_old(country))
    assert len(made) < MOST
    return re.sub(r"\\(.)", r"\1", made.replace(BREAK, ""))


def test_where_nothing_changes_one_sentence_says_so(country: Path) -> None:
    said = told(country)
    assert "Semua fakta tetap sama." in said
    assert "###" not in said
    assert "Peringatan yang sudah ada sebelum usulan ini: 1." in said


def test_a_step_of_a_village_is_told_before_and_after_with_its_date(country: Path) -> None:
    step = "  - status: launched\n    date: 2025-11-05\n    sources:\n      - kabar\n\nsources:"
    write(country / DUA, ("\nsources:", step))
    said = told(country)
    assert (
        "- **Desa Rekaan Dua, Contoh Hulu, Kabupaten Contoh, Provinsi Contoh**: "
        "direncanakan, 2018 → diluncurkan, 5 November 2025\n" in said
    )
    assert "Langkah desa" not in said  # it stands on top already


def test_a_corrected_date_is_told_where_it_stands(country: Path) -> None:
    write(country / SATU, ("date: '2016'", "date: 2016-08"))
    assert "  - Langkah desa dalam program: direncanakan, 2016 → direncanakan, Agustus 2016\n" in told(country)


def test_figures_are_told_with_their_units_as_on_the_site(country: Path) -> None:
    write(country / SATU, ("value: 3758", "value: 4100"), ("unit: companies", "unit: employers"))
    said = told(country)
    told_now = "pekerja rentan terlindungi, sekitar 4.100 pekerja, per 20 Mei 2017"
    assert f"pekerja rentan terlindungi, sekitar 3.758 pekerja, per 20 Mei 2017 → {told_now}" in said
    assert "paling banyak 1 perusahaan → perusahaan di desa, paling banyak 1 pemberi kerja" in said


def test_entries_that_come_and_go_are_told_as_new_and_removed(country: Path) -> None:
    write(
        country / SATU,
        ("  - Pemerintah Desa Rekaan Satu\n", ""),
        ("parties:\n", "parties:\n  - Koperasi Rekaan\n  - Pasar Rekaan\n"),
        ("  - Rekaan I\n", ""),
    )
    said = told(country)
    assert "- Lembaga yang terlibat: Pemerintah Desa Rekaan Satu → Koperasi Rekaan" in said
    assert "- Lembaga yang terlibat, baru: Pasar Rekaan" in said
    assert "- Nama atau ejaan lain, dihapus: Rekaan I\n" in said


def test_a_source_is_told_below_its_key_and_what_only_names_it_too(country: Path) -> None:
    write(country / HELD, ("title: Dua desa rekaan diluncurkan", "title: Judul rekaan lain"))
    write(country / SATU, ("      - kabar\n      - warta\n", "      - kabar\n"))
    said = told(country)
    assert "- Semua sumber catatan ini, kabar: Kabar Rekaan, Dua desa rekaan diluncurkan, " in said
    assert "- Langkah desa dalam program, Kunci sumber langkah ini, dihapus: warta\n" in said


def test_what_a_phrase_leaves_out_is_told_beside_it(country: Path) -> None:
    write(country / SATU, ("date: '2016'\n    sources:\n      - kabar", "date: 2016-08\n    sources:\n      - warta"))
    said = told(country)
    assert "- Langkah desa dalam program: direncanakan, 2016 → direncanakan, Agustus 2016\n" in said
    assert "- Langkah desa dalam program, Kunci sumber langkah ini: kabar → warta\n" in said


def test_a_change_of_the_english_words_only_is_told_as_that(country: Path) -> None:
    write(country / SATU, ("en: inhabitants", "en: people"))
    write(country / f"{PASAR}/village.yml", ("en: Honourable mention", "en: Fourth prize"))
    said = told(country)
    assert "Dalam bahasa Inggris: inhabitants → people" in said
    assert "Penghargaan yang diterima, Dalam bahasa Inggris: Honourable mention → Fourth prize" in said


def test_a_cancelled_launch_is_told_by_its_status(country: Path) -> None:
    write(country / PLANNED / "launch.yml", ("status: planned", "status: cancelled"))
    assert "  - Status: direncanakan → dibatalkan\n" in told(country)


def test_a_new_launch_and_a_new_village_are_told_in_a_sentence_of_the_site(country: Path) -> None:
    new = country / "villages/launches/2024/2024-11-rekaan-dua"
    shutil.copytree(country / "villages/launches/2018/2018-rekaan-dua", new)
    write(new / "launch.yml", ("date: '2018'", "date: 2024-11"), ("status: postponed", "status: held"))
    write(new / "launch.yml", ("kabar.example/ditunda", "kabar.example/lain"))
    shutil.copytree(country / f"{PASAR}", country / f"{VILLAGES}/kabupaten-contoh/rekaan-lurah")
    village = country / f"{VILLAGES}/kabupaten-contoh/rekaan-lurah/village.yml"
    write(village, ("name: Rekaan Pasar", "name: Rekaan Lurah"), ("98.71.01.1001", "98.01.02.1001"))
    said = told(country)
    assert "- **Peluncuran Desa Sadar: Rekaan Dua**, baru. November 2024; " in said
    assert "**, baru. Kelurahan Rekaan Lurah menerima penghargaan sebagai Kelurahan Sadar" in said
    assert (
        "- Baru: Kelurahan Rekaan Lurah, Kabupaten Contoh, /desa/provinsi-contoh/kabupaten-contoh/rekaan-lurah/" in said
    )
    assert re.search(r"(?m)^- Baru: [^/]*2024, /peluncuran/2024/$", said)


def test_a_page_that_vanishes_is_flagged_unless_its_address_leads_on(country: Path) -> None:
    shutil.rmtree(country / f"{VILLAGES}/kabupaten-contoh/rekaan-dua")
    shutil.rmtree(country / "villages/launches/2018")
    address = "desa/provinsi-contoh/kabupaten-contoh/rekaan-dua/"
    said = told(country)
    assert "**, dihapus. Sebelumnya: Desa Rekaan Dua direncanakan menjadi" in said
    assert f"- Hilang: Desa Rekaan Dua, Kabupaten Contoh, /{address} (**alamat lama belum dialihkan**)" in said
    redirect = f"  - from: /{address}\n    to: /desa/provinsi-contoh/kabupaten-contoh/\n    date: 2026-01-02\n"
    (country / "content/redirects.yml").write_text(f"redirects:\n{redirect}", encoding="utf-8")
    said = told(country)
    assert f", /{address} → /desa/provinsi-contoh/kabupaten-contoh/ (alamat lama dialihkan)" in said
    assert "- **Pengalihan**\n  - Semua pengalihan, baru: /desa/provinsi-contoh/" in said


def test_a_village_under_another_address_has_moved_and_keeps_its_facts(country: Path) -> None:
    (country / PASAR).rename(country / f"{VILLAGES}/kota-contoh/rekaan-pasar-contoh-tengah")
    said = told(country)
    assert "- **Kelurahan Rekaan Pasar, Contoh Tengah, Kota Contoh, Provinsi Contoh**, pindah alamat\n" in said
    assert "/rekaan-pasar/ → /desa/provinsi-contoh/kota-contoh/rekaan-pasar-contoh-tengah/ (**" in said
    assert "dihapus" not in said
    assert "**Belum dapat terbit.**" in said  # the rules ask for another folder
    assert "Daftar ini masih sementara" in said


def test_a_launch_under_another_address_has_moved(country: Path) -> None:
    moved = country / "villages/launches/2026/2026-07-provinsi-contoh"
    (country / PLANNED).rename(moved)
    write(moved / "launch.yml", ("date: 2026-06", "date: 2026-07"))
    said = told(country)
    assert "**, pindah alamat\n  - Tanggal acara: Juni 2026 → Juli 2026" in said
    assert "/2026-06-provinsi-contoh/ → /peluncuran/2026/2026-07-provinsi-contoh/ (**alamat lama" in said


def test_texts_lists_and_heads_of_pages_are_told_by_line(country: Path) -> None:
    write(country / "content/id/program/index.md", ("dijelaskan singkat", "singkat saja"), ("ini rekaan", "ini buatan"))
    write(country / "content/glossary.yml", ("Desa yang tidak ada.", "Desa buatan."))
    write(country / "content/figures/counts.yml", ("villages: 1276", "villages: 1277"))
    said = told(country)
    assert "- **Program rekaan (bahasa Indonesia)**\n" in said
    assert "  - Keterangan singkat: Program rekaan, dijelaskan singkat. → Program rekaan, singkat saja." in said
    assert "  - Teks: Program ini rekaan. → Program ini buatan." in said
    assert "- **Istilah**\n  - Semua istilah: desa-rekaan, Desa rekaan, desa contoh, Desa yang tidak ada. → " in said
    assert "2017, tercapai, 1.276, Kabar Rekaan → 2017, tercapai, 1.277, Kabar Rekaan" in said


def test_a_photo_is_told_when_it_comes_and_when_its_file_is_another_one(country: Path) -> None:
    photos = country / SATU.replace("village.yml", "photos")
    name, other = sorted(path.name for path in photos.iterdir())
    shutil.copy(country / "content/photos/sawah.png", photos / name)
    write(country / SATU, (f"file: {other}", f"file: {name}"))
    shutil.copy(photos / name, country / "content/photos/lain.png")
    write(country / "content/photos.yml", ("file: sawah.png", "file: lain.png"))
    said = told(country)
    assert f"- Gambar dengan nama yang sama, baru: {name}\n" in said
    assert f"{other}, " in said
    assert "- **Foto dan gambar halaman tulisan**\n  - Semua gambar di folder content/photos/: sawah.png, " in said


def test_an_amount_is_told_as_it_stands_on_the_day_and_value_by_value(tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "content", tmp_path / "content")
    (tmp_path / "villages").mkdir()
    sides = [side(tmp_path)]
    write(tmp_path / "content/figures/bpu.yml", ("value: 8400", "value: 8401"))
    sides.append(side(tmp_path))
    said = as_markdown(ID, compared(ID, sides[0], sides[1], TODAY))
    assert "### Angka iuran dan manfaat (1)" in said
    assert "Semua nilai menurut waktu: Rp8.400 sebulan mulai " in said
    assert "→ Rp8.401 sebulan mulai " in said


def test_a_record_that_cannot_be_read_is_neither_new_nor_removed(country: Path) -> None:
    write(country / DUA, ("kind: desa", "kind: dusun"))
    write(country / SATU, ("98.01.01.2001", "98.01.01.2999"))
    said = told(country)
    assert f"Provinsi Contoh**: belum dapat dibandingkan, karena satu versi {DUA} belum terbaca" in said
    assert f"karena satu versi {SATU} belum terbaca" in said
    assert "dihapus" not in said
    assert "Hilang: Desa Rekaan" not in said
    assert f"- **Kesalahan**, {DUA} baris 3: Isian kind tidak boleh «dusun»." in said
    back = as_markdown(ID, compared(ID, side(country), OLD, TODAY))
    assert "belum dapat dibandingkan" in back
    assert "baru." not in back


def test_only_problems_that_are_new_or_hold_back_the_publication_are_listed(country: Path) -> None:
    assert not held_against_the_old(country).problems
    write(country / "content/id/program/index.md", ("Program ini rekaan.", "[Program](tiada.md)"))
    (problem,) = held_against_the_old(country).problems
    assert problem.rule == "link-dead"


@pytest.mark.parametrize("old", [False, True])
def test_what_is_private_is_repeated_nowhere(country: Path, old: bool) -> None:  # noqa: FBT001 (pytest gives it)
    write(country / SATU, ('id: Warta Rekaan menulis "Rekaan I".', "id: Hubungi 0812-3456-7890."))
    other = side(country)
    made = compared(ID, other, OLD, TODAY) if old else compared(ID, OLD, other, TODAY)
    said = as_markdown(ID, made)
    assert "memuat hal pribadi" in said
    assert "3456" not in said + as_json(made)


def test_a_private_number_in_a_title_is_repeated_nowhere(country: Path) -> None:
    page = country / "content/id/telepon/index.md"
    page.parent.mkdir()
    text = "---\ntitle: Hubungi 0812-3456-7890\ndescription: Hubungi 0812-3456-7890\n---\n\nUJI.\n"
    page.write_text(text, encoding="utf-8")
    made = held_against_the_old(country)
    said = as_markdown(ID, made)
    assert "/telepon/" in said
    assert "3456" not in said + as_json(made)


def test_a_private_number_in_the_name_of_a_folder_is_repeated_nowhere(country: Path) -> None:
    folder = country / f"{VILLAGES}/kabupaten-contoh"
    (folder / "rekaan-dua").rename(folder / "rekaan-dua-081234567890")
    made = held_against_the_old(country)
    said = as_markdown(ID, made)
    assert "- Pindah: Desa Rekaan Dua" in said
    assert "34567890" not in said + as_json(made)


def markdown(text: str) -> list[Token]:
    """The text as a Markdown engine reads it, tokens within lines included."""
    found = []
    for token in MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(text):
        found += [token, *(token.children or ())]
    return found


def is_harmless(text: str) -> None:
    """Nobody is mentioned, nothing leads anywhere, no picture, no HTML, no reference of GitHub or GitLab."""
    tokens = markdown(text)
    kinds = {token.type for token in tokens}
    assert kinds.isdisjoint({"link_open", "image", "html_inline", "html_block", "code_inline", "fence", "s_open"}), (
        kinds
    )
    seen = "".join(token.content for token in tokens if token.type == "text")
    assert not re.search(r"@\w|[#!%^]\w|[&<~]\w|://|www\.|GH-\d|:[a-z]+:", seen), seen


def test_hostile_records_mention_nobody_and_lead_nowhere(country: Path) -> None:
    hostile = json.dumps(NASTY)
    write(
        country / SATU,
        ("  - Pemerintah Desa Rekaan Satu", f"  - {hostile}"),
        ("text: Semua pekerja", "text: Semua @all"),
    )
    write(country / HELD, ("venue: Balai Desa Rekaan Satu", f"venue: {hostile}"))
    write(country / "content/id/program/index.md", ("title: Program rekaan", f"title: {json.dumps(NASTY[:88])}"))
    shutil.copytree(country / "villages/provinsi-misal/kabupaten-misal/rekaan-jauh", country / "jauh")
    shutil.rmtree(country / "villages/provinsi-misal/kabupaten-misal")
    made = held_against_the_old(country)
    said = as_markdown(ID, made)
    assert "octocat" in said
    assert "alert" in said
    is_harmless(said)
    assert harmless(said) == said
    assert NASTY.replace(" ]: ][", "") in as_json(made).replace("\\\\", "\\")


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(PIECES.map("".join))
def test_any_text_is_shown_as_typed_and_does_nothing(text: str) -> None:
    said = f"- **{plain(text)}**: {plain(text)}\n"
    is_harmless(said)
    assert harmless(said) == said
    shown = "".join(token.content for token in markdown(f"- x {plain(text)} x") if token.type == "text")
    typed = re.sub("[\u202e\u200b]", "", " ".join(text.split())).replace("`", "\u02cb").replace("$", "\uff04")
    assert shown.replace(BREAK, "") == " ".join(f"x {typed} x".split(" ")).rstrip()


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(PIECES.map("".join))
def test_whatever_a_stranger_makes_of_the_report_it_mentions_nobody_and_leads_nowhere(text: str) -> None:
    made = harmless(text)
    kinds = {token.type for token in markdown(made)}
    assert kinds.isdisjoint({"link_open", "image", "html_inline", "html_block", "code_inline"}), kinds
    assert harmless(made) == made


@pytest.mark.parametrize("command", ["/close", "  /merge", "```mermaid", "~~~math"])
def test_a_line_that_commands_or_draws_does_neither(command: str) -> None:
    assert command not in harmless(f"baris\n{command}\n")


def made_of(*records: RecordChange, pages: tuple[PageChange, ...] = (), problems: tuple[Finding, ...] = ()) -> str:
    return as_markdown(ID, Comparison(records, pages, problems, 0, not problems, None, None))


def test_a_change_of_a_thousand_villages_fits_and_says_what_was_left_out() -> None:
    facts = (Change(NASTY, NASTY * 2, NASTY * 2),) * 3
    villages = (RecordChange("village", "changed", f"{NASTY} {n}", "f", None, facts[: n % 4]) for n in range(1000))
    launch = RecordChange("launch", "changed", "Besar", "f", None, facts * 10)
    pages = tuple(PageChange(NASTY, None, f"desa/{n}/", redirected=False) for n in range(1000))
    problem = Finding("f", 1, 1, 1, "r", "error", "x", NASTY, NASTY, "", "")
    said = made_of(*villages, launch, pages=pages, problems=(problem,) * 500)
    assert 20_000 < len(said) < MOST - 1_000
    assert len(re.findall(r"Masih ada [\d.]+ lagi yang tidak muat di sini\.", said)) >= 3
    assert "### Desa (1.000)" in said


def test_a_record_with_many_changes_tells_the_first_and_counts_the_rest() -> None:
    said = made_of(RecordChange("launch", "changed", "UJI", "f", None, (Change("a", "b", "c"),) * 30))
    assert said.count("  - a: b → c\n") == 12
    assert "  - dan 18 perubahan lain" in said


def test_sizes_are_told_with_the_pages_that_grew_most(tmp_path: Path) -> None:
    for name, more in (("old", ""), ("new", "".join(map(chr, range(200, 2000))))):
        (tmp_path / name / "desa").mkdir(parents=True)
        (tmp_path / name / "index.html").write_text("<p>UJI", encoding="utf-8")
        (tmp_path / name / "desa" / "index.html").write_text(f"<p>UJI {more}", encoding="utf-8")
        (tmp_path / name / "a.css").write_text(name, encoding="utf-8")
        (tmp_path / name / f"{name}.js").write_text("", encoding="utf-8")
    sizes = [measured(tmp_path / name) for name in ("old", "new")]
    sides = [Side(OLD.checked, OLD.findings, size) for size in sizes]
    said = as_markdown(ID, compared(ID, sides[0], sides[1], TODAY))
    assert "- Semua halaman, dimampatkan seperti saat dikirim: 0,1 KB → " in said
    assert "- Berkas selain halaman: 1 baru, 1 berubah, 1 hilang" in said
    assert "- Bertambah: /desa/index.html: 0 KB → " in said
    assert "/index.html: 0 KB → 0 KB" not in said
    assert json.loads(as_json(compared(ID, sides[0], sides[1], TODAY)))["after"]["html_compressed"] == sizes[1].html


def variants(value: object) -> Iterator[object]:
    """Values that differ from this one in one place, as plain data."""
    match value:
        case dict():
            for key, held in value.items():
                yield from ({**value, key: other} for other in variants(held))
        case list():
            for index, held in enumerate(value):
                yield from ([*value[:index], other, *value[index + 1 :]] for other in variants(held))
            yield value[1:]
        case str():
            yield f"{value} uji"
            yield from (
                "2019-03",
                "9",
                "held",
                "kelurahan",
                "launched",
                "WIB",
                "date",
                "regency",
                "about",
                "uji",
                "two-plus",
            )
            yield "https://lain.example/"
        case int() | float():
            yield value + 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_difference_between_two_records_goes_untold(language: Language) -> None:
    words, tried = wording(language), 0
    campaign = pipeline.check(PROJECT, official(), TODAY).campaign
    records: list[Record] = [each.record for each in (*OLD.checked.campaign.villages, *OLD.checked.campaign.launches)]
    records += [
        *list(campaign.benefits.figures.values())[:12],
        OLD.checked.campaign.counts,
        OLD.checked.campaign.glossary,
    ]
    for record in records:
        for data in variants(json.loads(record.model_dump_json(by_alias=True))):
            changed = valid(type(record), as_text(data))
            if changed is not None and changed != record:
                tried += 1
                assert list(changes(words, record, changed)), data
    assert tried > 500


def as_text(data: object) -> Any:
    """Plain data as `source` yields it: every scalar as text, and nothing where nothing is recorded."""
    match data:
        case dict():
            return {key: as_text(held) for key, held in data.items() if held is not None}
        case list():
            return [as_text(held) for held in data]
        case _:
            return str(data)


def kinds_of_parts(kind: type[Record], seen: set[type[Record]]) -> set[type[Record]]:
    """A record type with every type that stands in it."""
    if kind not in seen:
        seen.add(kind)
        for field in kind.model_fields.values():
            held = [field.annotation]
            while held:
                inner = held.pop()
                held += get_args(inner)
                if isinstance(inner, type) and issubclass(inner, Record):
                    kinds_of_parts(inner, seen)
    return seen


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_has_a_name_that_people_know(language: Language) -> None:
    words = wording(language)
    parts = {part for kind in (*KINDS, FrontMatter) for part in kinds_of_parts(getattr(kind, "record", kind), set())}
    assert len(parts) > 15
    named = {f"{part.__name__}.{name}": label(words, part, name) for part in parts for name in part.model_fields}
    unnamed = [name for name, told in named.items() if told == name.partition(".")[2] or not 2 <= len(told) <= 60]
    assert unnamed == [], "name them in [compare_field] of the messages"


def sadar(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sadar", "compare", *map(str, arguments), "--date", "2026-11-23"]
    environment = os.environ | {"PYTHONPATH": str(PROJECT / "scripts")}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd="/")


def test_the_command_tells_in_markdown_and_json_and_exits_with_0_also_where_there_are_errors(tmp_path: Path) -> None:
    old, new = PROJECT / "tests" / "right", Path(shutil.copytree(PROJECT / "tests" / "right", tmp_path / "new"))
    village = "villages/kalimantan-timur/kabupaten-kutai-kartanegara/loa-duri-ulu/village.yml"
    write(new / village, ("date: 2019", "date: 2019-13"))
    done = sadar(old, new, "--lang", "id")
    assert done.returncode == 0, done.stderr
    assert f"**Kesalahan**, {village} baris 6: " in done.stdout.replace("\\", "")
    (tmp_path / "site").mkdir()
    done = sadar(old, new, "--format", "json", "--sites", tmp_path / "site", tmp_path / "site")
    made = json.loads(done.stdout)
    assert [each["rule"] for each in made["problems"]] == ["not-a-date"]
    assert made["publishable"] is False
    assert made["before"] == {"html_compressed": 0, "all": 0, "pages": 0}


@pytest.mark.parametrize(
    "arguments", [(), ("/missing", "/missing"), (PROJECT, "/"), (PROJECT, PROJECT, "--format", "xml")]
)
def test_a_call_that_makes_no_sense_has_exit_code_2(arguments: tuple[str | Path, ...]) -> None:
    done = sadar(*arguments)
    assert done.returncode == 2
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr
