"""The official list of regions, as it is: these tests read the real one."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import make_regions
import pytest
from sadar.regions import Regency, Regions, Village, folded, official, slug

NATION = official()
EVERY_VILLAGE = [village for around in NATION.regencies() for village in NATION.villages(around)]


def regency(name: str) -> Regency:
    (only,) = NATION.regencies_named(name)
    return only


def village(code: str) -> Village:
    found = NATION.village(code)
    assert found is not None
    return found


def test_the_list_holds_every_region_of_the_2025_edition() -> None:
    assert len(NATION.provinces()) == 38
    assert len(NATION.regencies()) == 514
    assert sum(len(NATION.districts(each)) for each in NATION.regencies()) == 7_285
    assert len(EVERY_VILLAGE) == 83_762


def test_the_regencies_of_the_provinces_are_all_regencies() -> None:
    found = [each for province in NATION.provinces() for each in NATION.regencies(province)]
    assert found == list(NATION.regencies())
    assert Counter(each.kind for each in found) == {"kabupaten": 416, "kota": 98}


def test_codes_rise_and_each_begins_with_the_code_of_the_region_around_it() -> None:
    assert all(one.code < next_one.code for one, next_one in pairwise(EVERY_VILLAGE))
    for each in EVERY_VILLAGE:
        assert each.code.startswith(each.district.code + ".")
        assert each.district.code.startswith(each.regency.code + ".")
        assert each.regency.code.startswith(each.province.code + ".")


def test_a_code_gives_its_village_with_all_regions_around_it() -> None:
    found = village("64.02.03.2007")
    assert found.name == "Loa Duri Ilir"
    assert found.district.name == "Loa Janan"
    assert found.regency.name == "Kabupaten Kutai Kartanegara"
    assert found.province.name == "Kalimantan Timur"
    assert found.kind == "desa"
    assert found.address == "kalimantan-timur/kabupaten-kutai-kartanegara/loa-duri-ilir"


def test_every_code_gives_its_own_village() -> None:
    assert all(NATION.village(each.code) is each for each in EVERY_VILLAGE)


def test_every_address_is_unique_and_leads_back_to_its_village() -> None:
    assert len({each.address for each in EVERY_VILLAGE}) == 83_762
    assert all(NATION.at(each.address) is each for each in EVERY_VILLAGE)


@pytest.mark.parametrize(
    "code",
    [
        "",
        "64",
        "64.02",
        "64.02.03",
        "64.02.03.9999",
        "99.02.03.2007",
        "6402032007",
        "64.02.03.2007 ",
        "64-02-03-2007",
        "64.02.03.20070",
        "٦٤.٠٢.٠٣.٢٠٠٧",
        "Loa Duri Ilir",
    ],
)
def test_an_unknown_or_malformed_code_gives_none(code: str) -> None:
    assert NATION.village(code) is None


@pytest.mark.parametrize(
    "address",
    [
        "",
        "loa-duri-ilir",
        "kalimantan-timur/kabupaten-kutai-kartanegara",
        "kalimantan-timur/kabupaten-kutai-kartanegara/",
        "kalimantan-timur/kabupaten-kutai-kartanegara/loa-duri",
        "kalimantan-timur/kabupaten-kutai-kartanegara/loa-duri-ilir/",
        "kalimantan-timur/kutai-kartanegara/loa-duri-ilir",
        "jawa-timur/kabupaten-kutai-kartanegara/loa-duri-ilir",
        "Kalimantan-Timur/kabupaten-kutai-kartanegara/loa-duri-ilir",
    ],
)
def test_an_unknown_or_malformed_address_gives_none(address: str) -> None:
    assert NATION.at(address) is None


def test_the_first_digit_of_the_last_part_gives_the_kind() -> None:
    assert Counter(each.kind for each in EVERY_VILLAGE) == {"kelurahan": 8_496, "desa": 75_252, "desa adat": 14}


def test_a_province_is_found_by_slug_and_by_code() -> None:
    assert NATION.province("kalimantan-timur") == NATION.province("64") == village("64.02.03.2007").province
    assert NATION.province("Borneo") is None


def test_a_regency_is_found_by_slug_and_by_code() -> None:
    kota = NATION.regency_by_slug("jawa-timur", "kota-blitar")
    assert kota is not None
    assert NATION.regency(kota.code) is kota
    assert NATION.regency_by_slug("jawa-timur", "blitar") is None
    assert NATION.regency("35.99") is None


def test_blitar_names_two_regencies_and_its_kind_tells_them_apart() -> None:
    assert [each.slug for each in NATION.regencies_named("Blitar")] == ["kabupaten-blitar", "kota-blitar"]
    assert regency("Kabupaten Blitar").kind == "kabupaten"
    assert regency("Kab. Blitar") == regency("kabupaten blitar")
    assert regency("KOTA BLITAR").kind == "kota"
    assert NATION.regencies_named("Atlantis") == ()


@pytest.mark.parametrize("name", ["Kota Administrasi Jakarta Barat", "Kota Jakarta Barat", "Jakarta Barat"])
def test_an_administrative_city_is_found_with_and_without_that_word(name: str) -> None:
    assert regency(name).slug == "kota-administrasi-jakarta-barat"


def test_a_name_that_occurs_twice_in_a_regency_is_followed_by_its_district() -> None:
    found = NATION.named("Sidomulyo", regency("Kabupaten Blitar"))
    assert [each.slug for each in found] == ["sidomulyo-bakung", "sidomulyo-selorejo"]
    assert {each.slug for each in found} == {f"sidomulyo-{each.district.slug}" for each in found}


def test_a_name_that_occurs_twice_in_a_district_is_followed_by_the_end_of_its_code() -> None:
    assert village("71.02.11.2003").slug == "tounelet-satu-sonder-2003"
    assert village("71.02.11.2018").slug == "tounelet-satu-sonder-2018"


def test_a_name_that_looks_like_another_name_with_its_district_is_told_apart_by_code() -> None:
    assert (village("12.14.20.2005").name, village("12.14.20.2005").slug) == ("Sifaoroasi", "sifaoroasi-huruna-2005")
    assert (village("12.14.20.2015").name, village("12.14.20.2015").slug) == (
        "Sifaoroasi Huruna",
        "sifaoroasi-huruna-2015",
    )


def test_no_name_holds_a_quotation_mark_or_loose_white_space() -> None:
    names = [each.name for each in NATION.provinces()]
    names += [each.name for each in NATION.regencies()]
    names += [each.name for each in EVERY_VILLAGE]
    names += [each.name for around in NATION.regencies() for each in NATION.districts(around)]
    assert all(name and '"' not in name and name == " ".join(name.split()) for name in names)
    assert village("35.18.17.2007").name == "Ja'an"


def test_a_name_is_found_whatever_its_case_spaces_and_punctuation() -> None:
    jombang = regency("Kabupaten Jombang")
    assert [each.name for each in NATION.named("Catak Gayam", jombang)] == ["Catakgayam"]
    assert NATION.named("CATAK-GAYAM", jombang) == NATION.named("catakgayam") != ()
    assert NATION.named("Catakgayam", regency("Kota Blitar")) == ()
    assert NATION.named("") == ()


def test_a_name_is_found_in_the_whole_nation() -> None:
    found = NATION.named("sido mulyo")
    assert len({each.regency for each in found}) > 50
    assert {each.name for each in found} == {"Sidomulyo", "Sido Mulyo"}


def test_swapped_words_lead_to_the_village_meant() -> None:
    kutai = regency("Kabupaten Kutai Kartanegara")
    assert NATION.nearest("Loa Ilir Duri", kutai)[0].name == "Loa Duri Ilir"
    assert NATION.nearest("Loa Ilir Duri")[0].code == "64.02.03.2007"


@pytest.mark.parametrize("typed", ["Loa Duri Ilri", "Loa Dury Ilir", "LoaDuriIlir", "Lao Duri Ilir", "Loa Duri Illir"])
def test_a_mistyped_name_leads_to_the_village_meant(typed: str) -> None:
    assert NATION.nearest(typed, regency("Kabupaten Kutai Kartanegara"))[0].name == "Loa Duri Ilir"


def test_suggestions_are_few_and_none_is_made_for_a_name_like_no_other() -> None:
    assert len(NATION.nearest("Sidomulio")) == 5
    assert len(NATION.nearest("Sidomulio", limit=2)) == 2
    assert NATION.nearest("Xyzzyqq", regency("Kota Blitar")) == ()
    assert NATION.nearest("…", regency("Kota Blitar")) == ()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Loa Duri Ilir", "loa-duri-ilir"),
        ("Ja'an", "jaan"),
        ("Regapu’u", "regapuu"),
        ("Pulo Lon / Pulo Dayah", "pulo-lon-pulo-dayah"),
        ("Misool (Misool Utara)", "misool-misool-utara"),
        ("  Désa–Baru. ", "desa-baru"),
        ("…", ""),
    ],
)
def test_a_slug_is_lowercase_ascii_with_single_hyphens(text: str, wanted: str) -> None:
    assert slug(text) == wanted
    assert folded(text) == wanted.replace("-", "")


def test_the_list_that_the_maker_writes_is_the_list_that_is_read() -> None:
    text = make_regions.listing(
        provinces=[{"code": "01", "name": "Utara"}],
        regencies=[{"code": "01.71", "province_code": "01", "name": "Kota  Baru"}],
        districts=[
            {"code": "01.71.02", "regency_code": "01.71", "name": 'Ra"as'},
            {"code": "01.71.01", "regency_code": "01.71", "name": "Kosong"},
        ],
        villages=[
            {"code": "01.71.02.1001", "district_code": "01.71.02", "name": "19 Nopember"},
            {"code": "01.71.02.2004", "district_code": "01.71.02", "name": "2005"},
            {"code": "01.71.02.1002", "district_code": "01.71.02", "name": "Dua"},
        ],
    )
    toy = Regions(text.encode())
    (kota,) = toy.regencies()
    assert (kota.name, kota.province.name) == ("Kota Baru", "Utara")
    assert [(each.code, each.name) for each in toy.districts(kota)] == [("01.71.01", "Kosong"), ("01.71.02", "Ra'as")]
    assert [(each.code, each.name) for each in toy.villages(kota)] == [
        ("01.71.02.1001", "19 Nopember"),
        ("01.71.02.1002", "Dua"),
        ("01.71.02.2004", "2005"),
    ]


def test_the_packed_list_holds_no_time() -> None:
    assert make_regions.packed("64=Kalimantan Timur\n")[4:8] == bytes(4)


def test_the_maker_refuses_a_name_that_would_be_read_as_a_mark() -> None:
    with pytest.raises(ValueError, match=r"A=B.*01"):
        make_regions.listing([{"code": "01", "name": "A=B"}], [], [], [])


def test_the_maker_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: object, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert make_regions.main([]) == 2
    assert "npm is missing" in capsys.readouterr().err
    assert make_regions.main(["--package", str(tmp_path)]) == 2
    assert "package.json" in capsys.readouterr().err
