"""`sadar build` as it is called: its exit codes, and what becomes of the site that stands.

The campaign here holds one village of the real list and says about it only what is marked as a test ("UJI").
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from nation_build import PROJECT

VILLAGE = "villages/kalimantan-timur/kabupaten-kutai-kartanegara/loa-duri-ilir/village.yml"
MKDOCS = """\
site_name: "UJI: situs"
docs_dir: build/docs/id
theme: {name: material, font: false}
nav: [desa/index.md, ikut-serta/index.md]
not_in_nav: /**
plugins: []
"""
RECORD = """\
name: Loa Duri Ilir
code: 64.02.03.2007
kind: desa
standing:
  - status: planned
    date: '2026-01'
    sources: [uji]
sources:
  uji:
    publisher: 'UJI: penerbit'
    title: 'UJI: bukan berita'
    url: https://uji.example/
checked:
  by: 'UJI: mesin'
  date: '2026-01-01'
"""
PAGE = """\
---
title: 'UJI: halaman'
description: 'UJI: keterangan halaman'
---

UJI: isi halaman.
"""
DAY = ("--date", "2026-01-02")


def sadar(*arguments: str | Path, **surroundings: str) -> subprocess.CompletedProcess[str]:
    """Call the command as a person does, outside any campaign's folder."""
    command = [sys.executable, "-m", "sadar", *map(str, arguments)]
    usual = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    environment = usual | {"PYTHONPATH": str(PROJECT / "scripts")} | surroundings
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd="/")


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small campaign and its site."""
    root = tmp_path_factory.mktemp("commands") / "campaign"
    written = (f"content/{language}/{name}" for language in ("id", "en") for name in ("", "manfaat/", "ikut-serta/"))
    texts = {f"{folder}/index.md": PAGE for folder in written} | {VILLAGE: RECORD, "mkdocs.yml": MKDOCS}
    for path, text in texts.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    done = sadar("build", "--root", root, *DAY)
    assert done.returncode == 0, done.stderr
    return root


@pytest.fixture
def root(good: Path, tmp_path: Path) -> Path:
    """A copy of the small campaign with its site, to be broken."""
    return Path(shutil.copytree(good, tmp_path / "campaign"))


def state(site: Path) -> dict[str, tuple[str, int]]:
    """The hash and the time of change of every file and folder."""
    return {
        str(path.relative_to(site)): (
            hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "",
            path.stat().st_mtime_ns,
        )
        for path in (site, *site.rglob("*"))
    }


def test_a_good_campaign_is_built_with_exit_code_0(good: Path) -> None:
    page = (good / "site/desa/kalimantan-timur/kabupaten-kutai-kartanegara/loa-duri-ilir/index.html").read_text()
    assert "UJI: penerbit" in page
    assert sorted(each.name for each in good.iterdir()) == ["build", "content", "mkdocs.yml", "site", "villages"]


def test_the_day_may_also_be_given_by_source_date_epoch(root: Path) -> None:
    done = sadar("build", "--root", root, "--out", root / "again", SOURCE_DATE_EPOCH="1767312000")
    assert done.returncode == 0, done.stderr
    hashes = [{path: digest for path, (digest, _) in state(root / name).items()} for name in ("site", "again")]
    assert hashes[0] == hashes[1]


def test_a_new_site_takes_the_place_of_the_old_one(root: Path) -> None:
    (root / "site" / "left-over.html").write_text("old", encoding="utf-8")
    assert sadar("build", "--root", root, "--date", "2026-01-03").returncode == 0
    assert not (root / "site" / "left-over.html").exists()
    assert "3 Januari 2026" in (root / "site" / "index.html").read_text(encoding="utf-8")
    assert not (root / "site.old").exists()


@pytest.mark.parametrize(
    ("file", "right", "wrong", "rule"),
    [
        (VILLAGE, "'2026-01'", "'2026-13'", "not-a-date"),
        (VILLAGE, "64.02.03.2007", "64.02.03.9999", "code-unknown"),
        (VILLAGE, "[uji]", "[lain]", "source-not-listed"),
        (VILLAGE, "kind: desa", "kind: dusun", "not-a-choice"),
        ("content/id/index.md", "title:", "titel:", "field-unknown"),
        ("content/id/index.md", "UJI: isi halaman.", "[UJI](nowhere/index.md)", "link-dead"),
    ],
)
def test_a_wrong_record_stops_the_build_with_exit_code_1_and_the_old_site_stands_untouched(
    root: Path, file: str, right: str, wrong: str, rule: str
) -> None:
    before = state(root / "site")
    (root / file).write_text((root / file).read_text(encoding="utf-8").replace(right, wrong, 1), encoding="utf-8")
    done = sadar("build", "--root", root, *DAY)
    assert done.returncode == 1, done.stderr
    assert f"[{rule}]" in done.stderr
    assert file in done.stderr
    assert "Traceback" not in done.stderr
    assert state(root / "site") == before


def test_a_campaign_without_a_home_page_is_told_so(root: Path) -> None:
    before = state(root / "site")
    for language in ("id", "en"):
        (root / f"content/{language}/index.md").unlink()
    done = sadar("build", "--root", root, *DAY)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert state(root / "site") == before


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("theme: {", "theme: ["),
        ("site_name:", "nope:"),
        ("not_in_nav: /**", "validation: {nav: {omitted_files: warn}}"),
        ("nav: [", "nav: [nowhere/index.md, "),
    ],
)
def test_a_failure_of_mkdocs_has_exit_code_2_and_the_old_site_stands_untouched(
    root: Path, right: str, wrong: str
) -> None:
    before = state(root / "site")
    (root / "mkdocs.yml").write_text(MKDOCS.replace(right, wrong), encoding="utf-8")
    done = sadar("build", "--root", root, *DAY)
    assert done.returncode == 2, done.stderr
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr
    assert state(root / "site") == before


@pytest.mark.parametrize(
    "arguments", [("--date", "nonsense"), ("--date", "2026-02-30"), ("--jobs", "0"), ("--nonsense",)]
)
def test_a_call_that_makes_no_sense_has_exit_code_2_and_the_old_site_stands_untouched(
    root: Path, arguments: tuple[str, ...]
) -> None:
    before = state(root / "site")
    done = sadar("build", "--root", root, *arguments)
    assert done.returncode == 2
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr
    assert state(root / "site") == before


@pytest.mark.parametrize("arguments", [(), ("--root", "{empty}"), ("--root", "{empty}/missing")])
def test_a_folder_that_holds_no_campaign_has_exit_code_2(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = sadar("build", *(each.replace("{empty}", str(tmp_path)) for each in arguments))
    assert done.returncode == 2
    assert "content, villages, mkdocs.yml" in done.stderr
    assert list(tmp_path.iterdir()) == []
