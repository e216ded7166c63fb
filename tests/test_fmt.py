"""`sadar fmt`: one form for every record; what it says and every comment stay. Texts here are made up ("UJI")."""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path, PurePosixPath

import pytest
import yaml
from nation_build import PROJECT
from sadar.fmt import formatted, records_below
from sadar.records import read
from sadar.schema import kind_of
from sadar.source import Plain, yaml_document

RECORDS = records_below(PROJECT, PurePosixPath())
VILLAGE = PurePosixPath("villages/kalimantan-timur/kabupaten-kutai-kartanegara/loa-duri-ilir/village.yml")
LAUNCH = PurePosixPath("villages/launches/2018/2018-09-18-loa-duri-ilir/launch.yml")
COMMENT = re.compile(r"(?:^|\s)(#[^\n]*)")

UNTIDY = """\
# yaml-language-server: $schema=../../../../.vscode/schemas/village.schema.json

# UJI: tentang seluruh catatan

kind:    desa            # desa, kelurahan
# UJI: di atas kode
code: '64.02.03.2007'
name: "UJI: nama"
also_known_as: ["UJI satu", UJI dua] # UJI: di sisi daftar


# figures:
#   - measure: {id: UJI, en: UJI}

#     value: 1200
sources:
    uji:
        url: https://uji.example/#bagian
        # UJI: di atas judul
        title: >
           UJI judul yang
           dilipat
        publisher:
    # UJI: sesudah sumber terakhir
standing:
- sources: [uji]
  date: "2018-09-18"   # UJI: di sisi tanggal
  # UJI: di atas status
  status: launched
  # UJI: akhir langkah
# UJI: di atas langkah kedua
-   # UJI: di sisi garis
    status: awarded
    award: {id: 'UJI: juara', en: "UJI \\"first\\""}
    date: 2019
    sources:
    - uji   # UJI: di sisi kunci
    venu: UJI isian tak dikenal
# UJI: di atas pemeriksaan
checked: {by: UJI 'mesin', date: 2026-01-01}
# UJI: penutup
"""

TIDY = """\
# yaml-language-server: $schema=../../../../.vscode/schemas/village.schema.json

# UJI: tentang seluruh catatan

name: "UJI: nama"
# UJI: di atas kode
code: 64.02.03.2007
kind: desa  # desa, kelurahan

also_known_as:  # UJI: di sisi daftar
  - UJI satu
  - UJI dua

standing:
  # UJI: di atas status
  - status: launched
    date: 2018-09-18  # UJI: di sisi tanggal
    sources:
      - uji
    # UJI: akhir langkah
  # UJI: di atas langkah kedua
  # UJI: di sisi garis
  - status: awarded
    date: 2019
    award:
      id: "UJI: juara"
      en: UJI "first"
    sources:
      - uji  # UJI: di sisi kunci
    venu: UJI isian tak dikenal

# figures:
#   - measure: {id: UJI, en: UJI}

#     value: 1200
sources:
  uji:
    publisher:
    # UJI: di atas judul
    title: UJI judul yang dilipat
    url: https://uji.example/#bagian
  # UJI: sesudah sumber terakhir

# UJI: di atas pemeriksaan
checked:
  by: UJI 'mesin'
  date: 2026-01-01

# UJI: penutup
"""


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    """A copy of the campaign without a mistake."""
    return Path(shutil.copytree(PROJECT / "tests" / "right", tmp_path / "campaign"))


def tidied(root: Path, text: str | bytes, file: PurePosixPath = VILLAGE) -> str | None:
    """The canonical form of a text; None where it is left as it is."""
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_bytes(text if isinstance(text, bytes) else text.encode())
    after = formatted(root, file).after
    return None if after is None else after.decode()


def sadar(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sadar", *map(str, arguments)]
    surroundings = os.environ | {"PYTHONPATH": str(PROJECT / "scripts")}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=surroundings)


def test_fields_come_in_their_order_with_their_comments(tmp_path: Path) -> None:
    assert tidied(tmp_path, UNTIDY) == TIDY


def test_the_canonical_form_stays_as_it_is(tmp_path: Path) -> None:
    assert tidied(tmp_path, TIDY) == TIDY


@pytest.mark.parametrize("file", RECORDS, ids=str)
def test_a_real_record_says_the_same_afterwards_and_is_tidied_only_once(tmp_path: Path, file: PurePosixPath) -> None:
    kind = kind_of(file)
    assert kind
    text = (PROJECT / file).read_text(encoding="utf-8")
    once = tidied(tmp_path, text, file)
    assert once is not None
    after = yaml_document(tmp_path, file)
    before = yaml_document(PROJECT, file)
    assert after.data == before.data
    assert read(kind.record, after) == read(kind.record, before)
    assert sorted(COMMENT.findall(once)) == sorted(COMMENT.findall(text))
    assert tidied(tmp_path, once, file) == once
    assert not re.search(r"[ \t]$|\n\n\n|\r|\A\ufeff", once, re.MULTILINE)


def test_the_real_records_are_in_the_canonical_form() -> None:
    untidy = [str(file) for file in RECORDS if (made := formatted(PROJECT, file)).after != made.before]
    assert untidy == [], "run: sadar fmt"


@pytest.mark.parametrize("seed", range(200))
def test_however_a_record_is_written_nothing_is_lost(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 (the same records every time)
    file = chance.choice(RECORDS)
    data = yaml_document(PROJECT, file).data
    text = _scribbled(data, chance)
    once = tidied(tmp_path, text, file)
    assert once is not None, text
    (tmp_path / file).write_bytes(once.encode())
    assert yaml_document(tmp_path, file).data == data
    assert Counter(re.findall(r"# UJI \d+", once)) == Counter(re.findall(r"# UJI \d+", text))
    assert tidied(tmp_path, once, file) == once


def _scribbled(data: Plain | None, chance: random.Random) -> str:
    """The same data written in another way, with comments at random places."""
    assert isinstance(data, dict)
    mixed = dict(chance.sample(sorted(data.items()), len(data)))
    text = yaml.safe_dump(
        mixed,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=chance.choice([None, False]),
        default_style=chance.choice([None, "'", '"']),
        width=chance.choice([60, 10**9]),
        indent=chance.choice([2, 4, 8]),
    )
    lines: list[str] = []
    marks = yaml.scan(text)
    ends = {token.end_mark.line: token.end_mark.column for token in marks if isinstance(token, yaml.ScalarToken)}
    inside = _lines_inside_texts(text)
    for number, line in enumerate(text.splitlines()):
        if number not in inside and chance.random() < 0.2:
            lines += [""] * chance.randint(0, 2)
            lines.append(f"{' ' * chance.randint(0, 8)}# UJI {number * 2}")
            lines += [""] * chance.randint(0, 1)
        if number + 1 not in inside and number in ends and chance.random() < 0.2:
            line += f"{' ' * chance.randint(1, 4)}# UJI {number * 2 + 1}"
        lines.append(line)
    return "\n".join(lines) + chance.choice(["", "\n", "\n\n\n", "\n# UJI -1", "\n  # UJI -1\n"]).replace(
        "-1", "999999"
    )


def _lines_inside_texts(text: str) -> set[int]:
    """The lines on which a text that began above goes on."""
    return {
        line
        for token in yaml.scan(text)
        if isinstance(token, yaml.ScalarToken)
        for line in range(token.start_mark.line + 1, token.end_mark.line + 1)
    }


@pytest.mark.parametrize(
    ("written", "tidy"),
    [
        ("'2018-09-18'", "2018-09-18"),
        ("'64.02.03.2007'", "64.02.03.2007"),
        ("'12.5'", "12.5"),
        ("'-0.5'", "-0.5"),
        ("'2018/2018-09-18-uji'", "2018/2018-09-18-uji"),
        ("'UJI, dua'", "UJI, dua"),
        ("'UJI (dua): tiga'", '"UJI (dua): tiga"'),
        ("'UJI #dua'", '"UJI #dua"'),
        ("'UJI#dua'", "UJI#dua"),
        ("'UJI:'", '"UJI:"'),
        ("'UJI \"dua\"'", 'UJI "dua"'),
        ("'\"UJI\" dua'", "'\"UJI\" dua'"),
        ('"\'UJI\' dua: \\"tiga\\""', "'''UJI'' dua: \"tiga\"'"),
        ("'- UJI'", '"- UJI"'),
        ("'@UJI'", '"@UJI"'),
        ("'[UJI]'", '"[UJI]"'),
        ("'No'", '"No"'),
        ("'on'", '"on"'),
        ("'null'", '"null"'),
        ("'~'", '"~"'),
        ("'10:30'", '"10:30"'),
        ("'10.30'", "10.30"),
        ("'08'", '"08"'),
        ("'1e3'", '"1e3"'),
        ("'0x1f'", '"0x1f"'),
        ("'<<'", '"<<"'),
        ("' UJI '", '" UJI "'),
        ('"UJI\\ttab"', '"UJI\\ttab"'),
        ('"UJI\\u2028baris"', '"UJI\\u2028baris"'),
        ("''", ""),
        ("UJI\n  dua", "UJI dua"),
        (">-\n  UJI\n  dua", "UJI dua"),
        ("|\n  UJI\n  dua\n", "|-\n  UJI\n  dua"),
        ("UJI\n\n  dua", "|-\n  UJI\n  dua"),
        ('"UJI \\ndua"', '"UJI \\ndua"'),
    ],
)
def test_a_text_is_quoted_only_where_it_must_be(tmp_path: Path, written: str, tidy: str) -> None:
    assert tidied(tmp_path, f"name: {written}\n") == f"name: {tidy}".rstrip() + "\n"
    listed = written.replace("\n  ", "\n    ")
    listed_tidy = "".join(f"  {line}\n" if line else "\n" for line in f"- {tidy}".rstrip().split("\n"))
    assert tidied(tmp_path, f"also_known_as:\n  - {listed}\n") == f"also_known_as:\n{listed_tidy}"


INCOME = PurePosixPath("content/figures/bpu-income.yml")
LIST = PurePosixPath("content/figures/uji.yml")


@pytest.mark.parametrize(
    ("written", "tidy"),
    [
        ("- base: '1000'\n  from: 0\n  to: 99", "- {from: 0, to: 99, base: 1000}"),
        ("- {base: 1000, from: 0}", "- {from: 0, base: 1000}"),
        ("- {base: 1000, from: 0} # UJI", "# UJI\n  - {from: 0, base: 1000}"),
        ("- {base: seribu, from: 0}", "- from: 0\n    base: seribu"),
        ("- {base: , from: 0}", "- from: 0\n    base:"),
        ("- {basis: 1, from: 0}", "- from: 0\n    basis: 1"),
        ("- base: 1000\n  # UJI\n  from: 0 # satu", "# UJI\n  # satu\n  - {from: 0, base: 1000}"),
        ("- {}", "- {}"),
    ],
)
def test_a_row_of_numbers_stands_on_one_line(tmp_path: Path, written: str, tidy: str) -> None:
    assert tidied(tmp_path, f"rows:\n{written}\n", INCOME) == f"rows:\n  {tidy}\n"
    assert tidied(tmp_path, f"rows:\n  {tidy}\n", INCOME) == f"rows:\n  {tidy}\n"


def test_figures_have_an_empty_line_between_them(tmp_path: Path) -> None:
    written = "figures:\n- values: [{from: 2026, value: 1}]\n  id: uji\n# UJI: di atas\n- id: dua\n  # UJI: akhir\n"
    tidy = (
        "figures:\n  - id: uji\n    values:\n      - value: 1\n        from: 2026\n\n"
        "  # UJI: di atas\n  - id: dua\n    # UJI: akhir\n"
    )
    assert tidied(tmp_path, written, LIST) == tidy
    assert tidied(tmp_path, tidy, LIST) == tidy


def test_line_ends_of_windows_and_byte_order_marks_go(tmp_path: Path) -> None:
    assert tidied(tmp_path, b"\xef\xbb\xbf" + TIDY.replace("\n", "\r\n").encode()) == TIDY


@pytest.mark.parametrize(
    "text",
    [
        "name: [UJI\n",
        "name: UJI\nname: UJI\n",
        "- UJI\n",
        "UJI\n",
        "",
        "# UJI\n",
        "name: &a UJI\nkind: *a\n",
        "name: !!str UJI\n",
        "name: UJI\n---\nname: UJI\n",
        "name:\tUJI\n  kind: desa\n",
        "[" * 25_000,
    ],
    ids=range(11),
)
def test_what_cannot_be_read_is_left_as_it_is(tmp_path: Path, text: str) -> None:
    assert tidied(tmp_path, text) is None
    assert tidied(tmp_path, b"name: UJI \xe9\n") is None


def test_fmt_tidies_and_says_what(campaign: Path) -> None:
    (campaign / VILLAGE).write_text(UNTIDY, encoding="utf-8")
    (campaign / LAUNCH).write_text("name: [", encoding="utf-8")
    broken = (campaign / LAUNCH).read_bytes()
    looked = sadar("fmt", "--check", "--root", campaign, "--lang", "en")
    assert looked.returncode == 1
    assert str(VILLAGE) in looked.stdout.splitlines()
    assert (campaign / VILLAGE).read_text(encoding="utf-8") == UNTIDY
    done = sadar("fmt", "--root", campaign, "--lang", "id")
    assert done.returncode == 0
    assert str(VILLAGE) in done.stdout.splitlines()
    assert f"{LAUNCH}: belum terbaca" in done.stderr
    assert (campaign / LAUNCH).read_bytes() == broken
    assert sadar("fmt", "--check", "--root", campaign).returncode == 0


def test_fmt_tidies_only_what_is_named(campaign: Path) -> None:
    (campaign / VILLAGE).write_text(UNTIDY, encoding="utf-8")
    elsewhere = campaign / "villages" / "launches"
    assert str(VILLAGE) not in sadar("fmt", "--root", campaign, elsewhere).stdout
    assert (campaign / VILLAGE).read_text(encoding="utf-8") == UNTIDY
    assert str(VILLAGE) in sadar("fmt", "--root", campaign, campaign / VILLAGE).stdout


def test_fmt_refuses_what_is_no_record(campaign: Path) -> None:
    for path in (campaign / "mkdocs.yml", campaign / "nowhere", PROJECT / "README.md"):
        assert sadar("fmt", "--root", campaign, path).returncode == 2
    assert sadar("fmt", "--root", campaign / "villages").returncode == 2
