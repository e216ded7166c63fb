"""What must not be published is refused wherever it stands, is repeated in no report, and harmless texts pass."""

from __future__ import annotations

import random
import shutil
import struct
from pathlib import Path

import pytest
from conftest import PROJECT
from sadar import pipeline, report
from sadar.checks import SECRETS
from sadar.checks.passages import all_told
from sadar.checks.secrets import secrets, veiled
from sadar.language import LANGUAGES
from sadar.pictures.position import has_position
from sadar.records import PartialDate
from sadar.regions import official
from test_wrong import WRONG, case

TODAY = PartialDate(2026, 11, 23)
VILLAGE = "villages/kalimantan-timur/kabupaten-kutai-kartanegara/loa-duri-ilir"

# Numbers and names are made up.
PRIVATE = {
    "identity-number": """
        6402031709850001
        NIK 64 0203 170985 0001
        6402.0317.0985.0001
        6402-0317-0985-0001
        6402\u00a00317\u00a00985\u00a00001
        64 02 03 170985 0001
        1234 5678 9012 3456
        No. KK: 6402031709850001
        nomor peserta 12345678901
        KPJ 12345678901
        NPWP 09.254.294.3-407.000
        09.254.294.3-407.000
    """,
    "phone-number": """
        081234567890
        0812-3456-7890
        0812.3456.7890
        +62 812 3456 7890
        +62-812-3456-7890
        (+62) 812 3456 7890
        6281234567890
        08 12 34 56 78 90
        (0541) 123456
        (021) 520 7797
        0541-123456
        021 520 7797
        +62 541 123456
        Telp. 0541/123456
        https://wa.me/6281234567890
        tel:0541123456
    """,
    "email-address": """
        budi.uji@uji.example
        mailto:budi@uji.example
        https://budi:rahasia@uji.example/halaman
        budi (at) uji.example
        budi[at]uji[dot]example
    """,
    "bank-account": """
        rekening BRI 0011-01-000123-50-1
        No. rek. 1234567890
        Rek: 1234567890
        Bank Mandiri 1234567890123
        BCA 8720123456
        1234567890 a.n. Siti Aminah
        a/n Siti Aminah 1234567890
    """,
    "house-address": """
        Jl. Melati No. 5 RT 03 RW 05
        Jalan Melati RT 3
        RT 03/RW 05
        RT. 003 / RW. 005
        RT/RW 003/005
        RT. 03/05
        No. 5, RT 3
        Dusun Krajan RT 3
        RT 4 No. 12
        rumahnya di Jalan Melati No. 12
        tinggal di Perumahan Uji Blok C No. 3
    """,
    "birth-date": """
        lahir di Blitar, 17 Agustus 1985
        Tanggal lahir: 17-08-1985
        kelahiran Malang 17/8/1985
        TTL: Blitar, 17 Agt 1985
        lahir 1985-08-17
        born on 17 August 1985
        born August 17, 1985
        date of birth 17.08.1985
    """,
    "heir-named": """
        Santunan Rp42 juta untuk ahli waris Siti Aminah
        Ahli waris almarhum Budi menerima Rp 42.000.000
        Rp42.000.000 diterima istri dari Budi Santoso
        Rp42 juta kepada Siti Aminah selaku ahli waris
        Siti Aminah (istri almarhum) menerima Rp42 juta
        korban bernama Budi mendapat Rp48 juta
        Rp42 juta kepada ahli waris SITI AMINAH
        The widow Siti Aminah received Rp42 million
        the heirs of Budi received IDR 42,000,000
        Rp42,000,000 went to the victim Budi Santoso
    """,
}
CASES = [(rule, text.strip()) for rule, texts in PRIVATE.items() for text in texts.strip().splitlines()]

HARMLESS = """
    Layanan Masyarakat 175 melayani setiap hari.
    Kode desa ini 64.02.03.2007, kode BPS-nya 6403030007.
    ANTARA Papua memasukkan kampung ini untuk 2017-2018.
    Pada 2017 2018 2019 2020 jumlahnya naik.
    Data 2017: 1234, 2018: 2345, 2019: 3456.
    Iuran Rp16.800 sebulan, santunan Rp42.000.000.
    Klaim senilai Rp1.234.567.890.123.456 dibayar.
    Berlaku 2018-09-18 2019-08-15.
    Dari 18-09-2018 sampai 19-09-2018.
    Pada 08-12-2017 09.00 WIB.
    Pukul 08.00 - 12.00 WITA.
    https://kaltim.antaranews.com/amp/berita/47490/x-081234567890-6402031709850001
    https://www.google.com/maps/@-6.2,106.8,15z
    https://medium.com/@desa/cerita
    Keputusan Menteri Dalam Negeri 300.2.2-2138 Tahun 2025.
    Peraturan Pemerintah Nomor 44 Tahun 2015 dan Nomor 82 Tahun 2019.
    Surat Nomor 050-123456 tentang penetapan.
    SK No. 188.45/123/2018.
    Radar Semarang (2018) menulis 37 RT dan, terpisah, 6 RW.
    Radar Semarang (2018) gives 37 RT and, separately, 6 RW.
    Desa ini terdiri atas 12 RT 3 RW.
    Dusun Krajan memiliki 12 RT 3 RW.
    Perangkat desa, lembaga desa, serta ketua dan sekretaris RT/RW yang terdaftar
    Bagian petugas warga yang terdaftar (RT, RW, LMK, FKDM, kader jumantik dan PKK)
    Ketua RT 03 RW 05 hadir.
    Jl. HR Rasuna Said Kav. 122 B
    Kantor Desa, Jalan Poros No. 3
    Balai RW 05
    Hari Lahir Pancasila, 1 Juni 2017
    Program ini lahir pada 1 Juli 2015.
    BPJS Ketenagakerjaan lahir 1 Januari 2014.
    Lahir di 3 desa sekaligus.
    Lahirnya program itu pada 17 Agustus 2017 disambut warga.
    Peserta berusia 40 tahun.
    Ahli waris menerima Rp42 juta.
    Rp42 juta diserahkan kepada ahli waris di Desa Ampelgading.
    Bupati Blitar Rini Syarifah menyerahkan Rp42 juta kepada ahli waris.
    Korban PHK mendapat Rp10 juta.
    Anak Buah Kapal mendapat perlindungan senilai Rp1 juta.
    Bupati Putra Nababan menyerahkan Rp42 juta.
    Ahli waris almarhum Budi hadir.
    Rp42 juta untuk ahli waris. Kepala desa hadir.
    The heirs received Rp42 million from the regent.
    The late payment of Rp5 million was waived.
    Kami juga tidak meminta nomor rekening atau kata sandi.
    Rekening desa menerima Rp12.000.000.
    Lewat rekening desa pada 18-09-2018.
    Bank Mandiri dan BRI ikut pada 2018.
    Sejak 2018-2019, an award is given.
    Kepesertaan aktif mencapai 12.345.678 orang.
    Berita Oposisi mengutip Agus Susanto: 12.000 dari 72.000 desa sudah menjadi Desa Sadar.
    Bidik News writes 1.2 percent, but 7,762 of 580,000 is about 1.3 percent.
    Letaknya -0.812345 lintang dan 117.081234 bujur.
    0,24 persen hingga 1,74 persen
    Nomor Induk Kependudukan (NIK), nomor kepesertaan (KPJ), atau kode sekali pakai (OTP)
    logo@2x.png
    IMG-20180918-WA0012.jpg
    WhatsApp Image 2018-09-18 at 10.30.45.jpeg
    1500910
    1 2 3 4 5 6 7 8 9 10 11 12 13
"""


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    """A copy of the campaign without a mistake."""
    return Path(shutil.copytree(PROJECT / "tests" / "right", tmp_path / "campaign"))


def problems(root: Path) -> set[tuple[str, str]]:
    return {(problem.rule, str(problem.file)) for problem in pipeline.check(root, official(), TODAY).problems}


@pytest.mark.parametrize(("rule", "text"), CASES)
def test_what_is_private_is_found_in_the_middle_of_a_sentence(rule: str, text: str) -> None:
    assert [secret.rule for secret in secrets(f"Menurut sumber, {text}, kata mereka.")] == [rule]


@pytest.mark.parametrize(("rule", "text"), CASES)
def test_what_is_private_is_found_alone_and_in_capitals(rule: str, text: str) -> None:
    assert rule in {secret.rule for secret in secrets(text)}
    if rule != "heir-named":
        assert rule in {secret.rule for secret in secrets(text.upper())}


@pytest.mark.parametrize("text", [text.strip() for text in HARMLESS.strip().splitlines()])
def test_a_harmless_text_passes(text: str) -> None:
    assert secrets(text) == ()


def test_the_real_records_and_pages_pass() -> None:
    told = {problem.rule for problem in pipeline.check(PROJECT, official(), TODAY).problems}
    assert told & (SECRETS | {"private-file-name", "placeholder-left", "sample-left", "same-story"}) == set()


@pytest.mark.parametrize(("rule", "text"), CASES)
def test_a_veiled_text_gives_nothing_away(rule: str, text: str) -> None:
    shown = veiled(text)
    assert len(shown) == len(text)
    assert secrets(shown) == (), rule


@pytest.mark.parametrize(
    "path", [path for path in WRONG if path.stem.startswith("privacy-")], ids=lambda path: path.stem
)
def test_no_report_repeats_what_is_private(campaign: Path, path: Path) -> None:
    wrong = case(path)
    for file, content in wrong.files.items():
        (campaign / file).parent.mkdir(parents=True, exist_ok=True)
        (campaign / file).write_bytes(content)
    found = pipeline.check(campaign, official(), TODAY).problems
    for problem in found:
        if problem.rule in SECRETS:
            assert not problem.details
            assert problem.instead is None
    text = "\n".join(
        content.decode("utf-8", "replace") for file, content in wrong.files.items() if "photos" not in file
    )
    values = {text[each.start : each.end] for line in text.split("\n") for each in secrets(line) for text in [line]}
    for language in LANGUAGES:
        told = report.findings(campaign, found, language)
        for form in (
            report.as_text(told, 1, 1, language),
            report.as_json(told, 1, 1),
            report.as_github(told, 1, 1, language),
        ):
            assert [value for value in values if value in form] == []


NAMES = [
    "6402031709850001.jpg",
    "ktp_6402-0317-0985-0001.jpg",
    "wa-081234567890.jpg",
    "wa_0812_3456_7890.jpg",
    "budi@uji.example.jpg",
    "rt-03-rw-05.jpg",
    "lahir-17-08-1985.jpg",
    "rekening_1234567890.jpg",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_name_that_gives_something_away_is_told_at_its_folder_without_the_name(
    campaign: Path, name: str
) -> None:
    photos = campaign / VILLAGE / "photos"
    photos.mkdir()
    (photos / "a.jpg").write_bytes(b"")
    (photos / name).write_bytes(b"")
    found = pipeline.check(campaign, official(), TODAY).problems
    (named,) = (problem for problem in found if problem.rule == "private-file-name")
    assert str(named.file) == f"{VILLAGE}/photos"
    assert named.details["count"] == "2"
    for language in LANGUAGES:
        told = report.as_text(report.findings(campaign, found, language), 1, 1, language)
        assert name not in told
        assert name.rpartition(".")[0] not in told


def test_a_folder_name_that_gives_something_away_is_told_at_the_folder_above(campaign: Path) -> None:
    folder = campaign / "content" / "id" / "budi-081234567890"
    folder.mkdir()
    shutil.copy(campaign / "content" / "id" / "index.md", folder / "index.md")
    assert ("private-file-name", "content/id") in problems(campaign)


@pytest.mark.parametrize(
    "name",
    [
        "IMG-20180918-WA0012.jpg",
        "WhatsApp Image 2018-09-18 at 10.30.45.jpeg",
        "20180918_103045.jpg",
        "2018-09-18-foto-1.jpg",
    ],
)
def test_the_names_that_cameras_give_pass(campaign: Path, name: str) -> None:
    photos = campaign / VILLAGE / "photos"
    photos.mkdir()
    (photos / name).write_bytes(b"")
    assert problems(campaign) == {
        (rule, f"{VILLAGE}/photos/{name}") for rule in ("photo-damaged", "photo-not-in-record")
    }


def exif(order: str, tags: tuple[int, ...], pointer: int = 26) -> bytes:
    """A TIFF file of one entry, which leads to a directory of positions with these tags."""
    sign = "<" if order == "II" else ">"
    start = {"II": b"II*\0", "MM": b"MM\0*"}[order] + struct.pack(f"{sign}I", 8)
    main = struct.pack(f"{sign}HHHIII", 1, 0x8825, 4, 1, pointer, 0)
    entries = b"".join(struct.pack(f"{sign}HHII", tag, 5, 3, 0) for tag in tags)
    return start + main + struct.pack(f"{sign}H", len(tags)) + entries + bytes(4)


@pytest.mark.parametrize("order", ["II", "MM"])
@pytest.mark.parametrize(
    "around",
    [
        b"\xff\xd8\xff\xe1\x00\x90Exif\0\0%s\xff\xd9",
        b"\x89PNG\r\n\x1a\n\0\0\0\x60eXIf%s",
        b"RIFF\0\0\0\0WEBPVP8 EXIF\x60\0\0\0%s",
        b"\0\0\0\x18ftypheic\0\0\0\0\0\0\0\x06Exif\0\0%s",
    ],
    ids=["jpeg", "png", "webp", "heic"],
)
def test_a_photo_of_any_format_that_tells_its_position_is_known(order: str, around: bytes) -> None:
    assert has_position(around.replace(b"%s", exif(order, (1, 2, 3, 4))))
    assert not has_position(around.replace(b"%s", exif(order, (0, 29))))  # a version and a day, no position


def test_a_position_in_xmp_is_known() -> None:
    assert has_position(b'<rdf:Description exif:GPSLatitude="0,30.0S"/>')


def test_a_directory_of_positions_that_cannot_be_read_is_not_trusted() -> None:
    assert has_position(exif("II", (2,), pointer=9999))


def test_any_bytes_can_be_looked_at_for_a_position() -> None:
    chance = random.Random(3)  # noqa: S311 (not a secret)
    whole = exif("II", (1, 2, 3, 4)) + exif("MM", (2,))
    for length in range(len(whole)):
        has_position(whole[:length])
    for _ in range(2000):
        broken = bytearray(whole)
        for _ in range(chance.randrange(1, 9)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        has_position(bytes(broken))
    has_position(b"II*\0" * 500_000)


def test_what_rules_look_at_first_is_what_has_a_place() -> None:
    campaign = pipeline.check(PROJECT, official(), PartialDate(2026, 11, 23)).campaign
    every = tuple(all_told(campaign))
    assert {type(each.value).__name__ for each in every} > {"VillageRecord", "LaunchRecord", "WrittenPage", "dict"}
    for told in every:
        assert told.texts == tuple(passage.text for passage in told.passages())
