"""The measuring of builds: the made-up country is the same each time and says that it is made up; the rows are told."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path, PurePosixPath

import pytest
from nation_build import PROJECT
from sadar import pipeline
from sadar.records import PartialDate
from sadar.regions import official

BENCH = PROJECT / "scripts" / "bench"
VILLAGES = 1_200
# What stands without quotation marks is no text: codes, dates, numbers, addresses, words of a fixed list.
PLAIN = {
    "code", "kind", "status", "date", "launch", "sources", "value", "unit", "as_of", "source", "latitude", "longitude",
    "url", "time_zone", "standing", "figures", "measure", "quotes", "notes", "coordinates", "checked", "officials",
    "villages", "also_known_as", "sintetis-1", "sintetis-2", "sintetis-3",
}  # fmt: skip


def run(script: str, *arguments: object) -> str:
    command = [sys.executable, str(BENCH / script), *map(str, arguments)]
    surroundings = os.environ | {"PYTHONPATH": str(PROJECT / "scripts")}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=surroundings)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def digest(folder: Path) -> str:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    parts = (f"{path.relative_to(folder)}\0".encode() + path.read_bytes() for path in files)
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bench") / "country"
    run("country.py", folder, VILLAGES)
    return folder


def test_the_same_seed_gives_the_same_bytes_and_another_does_not(country: Path, tmp_path: Path) -> None:
    run("country.py", tmp_path / "again", VILLAGES, "--seed", 1)
    run("country.py", tmp_path / "other", VILLAGES, "--seed", 2)
    assert digest(country) == digest(tmp_path / "again") != digest(tmp_path / "other")


def test_the_country_has_no_error_and_ceremonies_across_regencies_and_provinces(country: Path) -> None:
    checked = pipeline.check(country, official(), PartialDate(2026, 11, 23))
    assert checked.publishable, checked.problems[:3]
    assert len(checked.campaign.villages) == VILLAGES
    spans = set()
    for launch in checked.campaign.launches:
        places = [village.split("/") for village in launch.record.villages]
        spans.add((len({place[0] for place in places}), len({place[1] for place in places})))
    assert {(1, 1), (1, 2), (2, 2)} <= spans


def test_every_text_says_that_it_is_made_up(country: Path) -> None:
    for path in country.glob("villages/**/*.yml"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if '"' not in line:
                key = re.match(r"[ -]*([\w-]+):( |$)", line)
                assert key is None or key[1] in PLAIN or line == "  by: Sintetis", f"{path}: {line}"
            elif not line.startswith("name: "):  # of the official list
                assert re.search("sintetis|synthetic", line, re.IGNORECASE), f"{path}: {line}"
    settings = (country / "mkdocs.yml").read_text(encoding="utf-8")
    assert 'site_name: "Sintetis: ' in settings
    assert "\n  languages: [id]\n" in settings
    assert "custom_dir" not in settings


def test_every_step_of_a_small_country_is_told() -> None:
    told = run("nation.py", 40, "--rounds", 1, "--skip", "mkdocs", "hugo", "zensical")
    rows = re.findall(
        r"^\| ours, ([^|]+) \| ([\d.]+) \| ([\d.]+) \| (\d+) \| ([\d,]+) \| ([\d.]+) \|$", told, re.MULTILINE
    )
    assert [row[0] for row in rows] == [
        "cold", "nothing changed", "one village: a note", "the same village: a standing", "another village: a note",
        "the publisher, in every footer",
    ]  # fmt: skip
    assert all(float(number.replace(",", "")) > 0 for row in rows for number in (*row[1:3], *row[4:]))
    assert "Left out as asked: mkdocs, hugo, zensical." in told


def test_growth_is_told_of_medians_and_who_built_less_often_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCH))
    from measuring import Cost
    from telling import Told, as_markdown, growth

    def told(villages: int, *seconds: float) -> Told:
        costs = {"cold": [Cost(each, 1, 1) for each in seconds], "hugo": [Cost(2, 1, 1)]}
        return Told(villages, len(seconds), costs, {"ours": 1, "hugo": 1}, (), (), both=False)

    few, many = told(21_000, 9, 10, 30), told(84_000, 39, 40, 70)
    assert growth([few, many]) == "- From 21,000 to 84,000 villages (4.00 x): 4.00 x the time, cold.\n"
    assert "| Hugo, cold (1 round) | 2.00 |" in as_markdown(few)
    assert "| ours, cold | 10.00 |" in as_markdown(few)


def test_hugo_gets_the_frame_of_our_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCH))
    from others import layout

    html = (
        '<meta name="description" content="Tentang A"><meta property="og:title" content="Desa A"><title>Desa A</title>'
        '<link rel="canonical" href="https://sintetis.example/desa/p/k/a/"><link href="../../../../site.css">'
        '<article id="isi" class="content"><h1>Desa A</h1></article><footer><a href="../../../../data/">D</a></footer>'
    )
    made = layout(html, PurePosixPath("desa/p/k/a/index.html"))
    assert '<title>{{ .Title }}</title><link rel="canonical" href="https://sintetis.example/{{ $path }}">' in made
    assert 'content="{{ .Description }}"' in made
    assert '<link href="{{ $up }}site.css"><article id="isi" class="content">' in made
    assert '</article><footer><a href="{{ $up }}data/">' in made
    assert "Desa A" not in made


def test_what_children_use_is_counted_and_a_failure_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.syspath_prepend(str(BENCH))
    from measuring import measured

    work = "import time; many = bytearray(80_000_000); [None for _ in range(10_000_000)]; time.sleep(0.3)"
    code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {work!r}]); open('made', 'w').write('12345')"
    monkeypatch.chdir(tmp_path)
    cost = measured([sys.executable, "-c", code], tmp_path, every=0.02)
    assert cost.busy > 0.1
    assert cost.seconds > 0.3
    assert (cost.files, cost.bytes) == (1, 5)
    if sys.platform == "linux":
        assert cost.megabytes > 75
    with pytest.raises(SystemExit, match=r"(?s)told why.*failed with 3"):
        measured([sys.executable, "-c", "import sys; print('told why'); sys.exit(3)"])
