"""What an editor shows while a record is typed: fresh schemas, and the YAML server that editors run agrees with us."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from editor.yaml_server import YamlServer
from nation_build import PROJECT
from sadar.fmt import records_below
from sadar.schema import FOLDER, KINDS, kind_of, schemas, shape

SETTINGS = json.loads((PROJECT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
FOLDER_OF_PARTS = PROJECT / "tests" / "editor"
VILLAGE = "villages/kalimantan-timur/kabupaten-kutai-kartanegara/loa-duri-ilir/village.yml"
RECORD = """\
name: "UJI: nama"
code: 64.02.03.2007
kind: desa

standing:
  - status: launched
    date: 2018
    sources:
      - uji

figures:
  - measure: {id: "UJI: warga", en: "UJI: residents"}
    value: 1200
    value_to:
    unit: people
    as_of: 2019-08
    source: uji

sources:
  uji:
    publisher: "UJI: penerbit"
    title: 1945
    url: https://uji.example/
    published: 2018-09-18

checked:
  by: "UJI: mesin"
  date: 2026-01-01
"""

_number = count(1)


def figures() -> str:
    """A file of figures that was not open before: the server's client moves others to another folder."""
    return f"content/figures/uji-{next(_number)}.yml"


FIGURE = """\
figures:
  - id: uji-iuran
    programmes: [jkk, jkm]
    segment: bpu
    name:
      id: "UJI: iuran"
      en: "UJI: contribution"
    unit: rupiah-a-month
    values:
      - value: 1200
        from: 2026
        until: 2026-12-31
      - value: 2400
        from: 2027-01-01
    laws:
      - pp-44-2015
      - law: pp-50-2025
        article: Pasal 26
    sources:
      - s01
    certainty: two-plus
    official_text: unchecked
    checked:
      by: "UJI: mesin"
      date: 2026-01-01
    check_again_by: 2026-12-31
"""


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[YamlServer]:
    """The YAML server with the project's own settings, in a folder that holds nothing else."""
    program = _installed()
    folder = tmp_path_factory.mktemp("editor")
    shutil.copytree(PROJECT / ".vscode", folder / ".vscode")
    running = YamlServer(program, folder, SETTINGS)
    # It answers before it has asked for its settings, but then knows no schema.
    assert any(running.hover(VILLAGE, RECORD, 0, 1) for _ in range(100)), "the server found no schema"
    yield running
    running.close()


def _installed() -> Path:
    """The server's program, put by npm into the user's cache as the lock file has it; else the tests skip, loudly."""
    lock = (FOLDER_OF_PARTS / "package-lock.json").read_text(encoding="utf-8")
    version = json.loads(lock)["packages"]["node_modules/yaml-language-server"]["version"]
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "sadar" / f"yaml-server-{version}"
    program = cache / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
    if shutil.which("node") is None or shutil.which("npm") is None:
        _skip("no node and npm here")
    if not program.exists():
        cache.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(FOLDER_OF_PARTS / name, cache / name)
        command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=0"]
        done = subprocess.run(command, cwd=cache, capture_output=True, text=True, check=False, timeout=300)
        if done.returncode:
            _skip(f"npm could not fetch it: {done.stderr.strip()[-300:]}")
    return program


def _skip(reason: str) -> None:
    pytest.skip(f"NO YAML SERVER, what editors show was not looked at: {reason}")


def parts(within: dict[str, Any], name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every field of a schema, by its dotted name."""
    for field, held in within.get("properties", {}).items():
        yield f"{name}.{field}", held
        yield from parts(held, f"{name}.{field}")
    for held in [*within.get("patternProperties", {}).values(), within.get("items")]:
        yield from parts(held, name) if held else ()


def test_the_committed_schemas_are_what_the_record_types_say() -> None:
    committed = {path.name: path.read_text(encoding="utf-8") for path in (PROJECT / FOLDER).iterdir()}
    assert committed == {str(name): text for name, text in schemas()}, "run: sadar schema"


def test_every_field_is_explained_in_indonesian_and_english() -> None:
    explained = {name: field.get("description", "") for kind in KINDS for name, field in parts(shape(kind), kind.name)}
    assert len(explained) > 80
    halves = {name: words.split(" / ") for name, words in explained.items()}
    assert [name for name, half in halves.items() if len(half) != 2 or not all(half)] == []


def test_nothing_but_the_known_fields_may_be_written() -> None:
    closed = [(kind.name, shape(kind)) for kind in KINDS]
    closed += [each for kind in KINDS for each in parts(shape(kind), kind.name)]
    assert [name for name, held in closed if "properties" in held and held["additionalProperties"] is not False] == []


def test_the_settings_join_every_kind_of_record_to_its_schema() -> None:
    expected: dict[str, str | list[str]] = {f"{FOLDER}/{kind.name}.schema.json": kind.files for kind in KINDS}
    # A server takes every pattern that fits, not the first one.
    others = [f"!{kind.files}" for kind in KINDS if kind_of(PurePosixPath("content/figures/uji.yml")) != kind]
    expected[f"{FOLDER}/figures.schema.json"] = [
        "content/figures/*.yml",
        *(each for each in others if each.startswith("!content/figures/")),
    ]
    assert SETTINGS["yaml.schemas"] == expected
    extensions = json.loads((PROJECT / ".vscode" / "extensions.json").read_text(encoding="utf-8"))
    assert extensions["recommendations"] == ["redhat.vscode-yaml"]


def test_every_village_and_launch_is_of_a_kind() -> None:
    found = {PurePosixPath(path.relative_to(PROJECT).as_posix()) for path in PROJECT.glob("villages/**/*.yml")}
    assert found < set(records_below(PROJECT, PurePosixPath()))
    assert kind_of(PurePosixPath("villages/README.md")) is None
    assert kind_of(PurePosixPath("elsewhere/villages/a/b/c/village.yml")) is None


def test_every_record_in_content_is_of_one_kind() -> None:
    found = {path.relative_to(PROJECT).as_posix() for path in PROJECT.glob("content/**/*.yml")}
    assert found < set(map(str, records_below(PROJECT, PurePosixPath())))
    names = {file: kind.name for file in found if (kind := kind_of(PurePosixPath(file)))}
    assert names["content/figures/counts.yml"] == "counts"
    assert names["content/figures/bpu-income.yml"] == "income"
    assert names["content/laws.yml"] == "laws"
    assert names["content/figure-sources.yml"] == "figure-sources"
    assert names["content/figures/bpu.yml"] == "figures"
    assert len(records_below(PROJECT, PurePosixPath())) == len(set(records_below(PROJECT, PurePosixPath())))


def test_schema_check_tells_what_is_stale(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "sadar", "schema", "--out", str(tmp_path)]
    surroundings = os.environ | {"PYTHONPATH": str(PROJECT / "scripts")}

    def called(*more: str) -> tuple[int, int]:
        done = subprocess.run([*command, *more], capture_output=True, text=True, check=False, env=surroundings)
        return done.returncode, len(done.stdout.splitlines())

    assert called("--check") == (1, len(KINDS))
    assert not any(tmp_path.iterdir())
    assert called() == (0, len(KINDS))
    assert called("--check") == (0, 0)
    (tmp_path / "village.schema.json").write_text("{}", encoding="utf-8")
    assert called("--check") == (1, 1)


def test_hovering_over_a_field_shows_both_languages(server: YamlServer) -> None:
    shown = server.hover(VILLAGE, RECORD, 5, 6)
    assert "diluncurkan" in shown
    assert "launched at a ceremony" in shown
    assert "Kode resmi desa" in server.hover(VILLAGE, RECORD, 1, 1)
    assert "Title of the report" in server.hover(VILLAGE, RECORD, 21, 5)


def test_the_five_standings_are_offered(server: YamlServer) -> None:
    empty = RECORD.replace("status: launched", "status: ")
    assert server.offers(VILLAGE, empty, 5, 12) == ["planned", "launched", "certified", "awarded", "ended"]


def test_missing_fields_are_offered_by_name(server: YamlServer) -> None:
    offered = server.offers(VILLAGE, RECORD + "\n", 28, 0)
    assert {"quotes", "notes", "coordinates"} <= set(offered)
    assert "name" not in offered


def test_a_record_without_mistake_is_not_underlined(server: YamlServer) -> None:
    assert server.complaints({VILLAGE: RECORD}) == {}


@pytest.mark.parametrize(
    ("right", "wrong", "line", "word"),
    [
        ("kind: desa\n", "kind: desa\nvenu: UJI\n", 4, "venu"),
        ("status: launched", "status: launchd", 6, "launched"),
        ("code: 64.02.03.2007", "code: 64.02", 2, "string"),
        ("code: 64.02.03.2007", "code: 64.02.2007", 2, "pattern"),
        ("date: 2018\n", "date: 2018-9-1\n", 7, "pattern"),
        ("date: 2018\n", "date: 1918\n", 7, "2015"),
        ("value: 1200", "value: seribu", 13, "pattern"),
        ("    unit: people\n", "", 12, "unit"),
        ("uji:\n", "Uji 1:\n", 20, "Uji 1"),
        ("https://uji.example/", "uji.example", 23, "pattern"),
    ],
)
def test_a_mistake_is_underlined_where_it_stands(
    server: YamlServer, right: str, wrong: str, line: int, word: str
) -> None:
    assert RECORD.count(right) == 1
    complaints = server.complaints({VILLAGE: RECORD.replace(right, wrong)})[VILLAGE]
    assert [each for each in complaints if each.startswith(f"{line}: ") and word in each], complaints


@pytest.mark.parametrize(
    ("right", "wrong", "line", "word"),
    [
        ("segment: bpu", "segment: bpo", 4, "construction"),
        ("value: 1200", "value: 1.200,5", 10, "pattern"),
        ("until: 2026-12-31", "untill: 2026-12-31", 12, "untill"),
        ("from: 2027-01-01", "from: 1-1-2027", 14, "pattern"),
        ("- pp-44-2015", "- PP 44", 16, "pattern"),
        ("article: Pasal 26", "artikel: Pasal 26", 18, "artikel"),
        ("official_text: unchecked", "official_text: belum", 22, "pattern"),
        ("check_again_by: 2026-12-31", "check_again_by: 2026-12", 26, "pattern"),
    ],
)
def test_a_mistake_in_a_figure_is_underlined_where_it_stands(
    server: YamlServer, right: str, wrong: str, line: int, word: str
) -> None:
    assert FIGURE.count(right) == 1
    file = figures()
    complaints = server.complaints({file: FIGURE.replace(right, wrong)})[file]
    assert [each for each in complaints if each.startswith(f"{line}: ") and word in each], complaints


def test_a_figure_is_explained_and_its_choices_are_offered(server: YamlServer) -> None:
    assert server.complaints({figures(): FIGURE}) == {}
    assert "The last day on which it holds" in server.hover(figures(), FIGURE, 11, 10)
    assert "Kunci peraturan" in server.hover(figures(), FIGURE, 16, 9)
    empty = FIGURE.replace("certainty: two-plus", "certainty: ")
    assert server.offers(figures(), empty, 20, 15) == ["two-plus", "one", "conflicting", "derived"]


def test_the_line_that_a_new_record_begins_with_leads_to_the_schema(server: YamlServer) -> None:
    """Editors without our settings find the schema by it; a file of another name shows that the line alone does."""
    line = f"# yaml-language-server: $schema=../../../../{FOLDER}/village.schema.json\n"
    other = VILLAGE.replace("village.yml", "salinan.yml")
    wrong = RECORD.replace("kind: desa", "kind: desaa")
    assert server.complaints({other: wrong}) == {}
    assert len(server.complaints({other: line + wrong})[other]) == 1


def test_no_record_of_the_campaign_is_underlined(server: YamlServer) -> None:
    records = records_below(PROJECT, PurePosixPath())
    assert len(records) > 200
    texts = {str(file): (PROJECT / file).read_text(encoding="utf-8") for file in records}
    assert server.complaints(texts) == {}
