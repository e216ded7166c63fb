"""The documents say what is so: their commands run, their links arrive, their tables name every field."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from nation_build import PROJECT
from sadar.fmt import formatted
from sadar.records import read
from sadar.schema import KINDS, kind_of, shape
from sadar.source import yaml_document

README = (PROJECT / "README.md").read_text(encoding="utf-8")
FOR_EDITORS = (PROJECT / "villages" / "README.md").read_text(encoding="utf-8")
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE-CONTENT.md", "villages/README.md")
HALVES = dict(zip(("id", "en"), FOR_EDITORS.split("\n---\n"), strict=True))
RECORD = "villages/kalimantan-timur/kabupaten-kutai-kartanegara/loa-duri-ilir/village.yml"
NEW = "villages/kalimantan-timur/kabupaten-kutai-kartanegara/loa-duri-ulu/village.yml"
COMMANDS = re.findall(r"(?m)^ {4}(\S.*?)(?: {2,}#.*)?$", re.sub(r"(?ms)^```.*?^```", "", README))
CHEAP = ("make check", "python3 scripts/run.py")
# Folders in which machines keep their work; an address on the web may hold such a word after a host.
MACHINE = re.compile(rb"(?<![\w.-])/(?:%s)/" % b"|".join((b"work", b"root", b"home")))


def text_of(document: str) -> str:
    return (PROJECT / document).read_text(encoding="utf-8")


def make(*arguments: str, at: Path = PROJECT, **surroundings: str) -> subprocess.CompletedProcess[str]:
    command = ["make", "--no-print-directory", *arguments]
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHON", "MAKEFLAGS")}
    return subprocess.run(command, cwd=at, capture_output=True, text=True, check=False, env=environment | surroundings)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project that is set up already: its `.venv` is this environment under another name."""
    root = tmp_path_factory.mktemp("copy")
    for name in ("content", "villages", "scripts"):
        shutil.copytree(PROJECT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("Makefile", "mkdocs.yml", "pyproject.toml", "requirements.lock", "requirements-test.lock"):
        shutil.copy(PROJECT / name, root / name)
    python = root / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    scripts = shlex.quote(str(root / "scripts"))
    python.write_text(f'#!/bin/sh\nPYTHONPATH={scripts} exec {shlex.quote(sys.executable)} "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    stamp = "import environment as e; e._STAMP.write_text(e._fingerprint(e.SITE_LOCK) + chr(10))"
    subprocess.run([sys.executable, "-c", stamp], cwd=root / "scripts", check=True)
    return root


def run(command: str, copy: Path) -> subprocess.CompletedProcess[str]:
    """One command of the README, as typed, in the copy."""
    words = shlex.split(command)
    if words[0] == "make":
        return make(*words[1:], at=copy, PYTHON=sys.executable)
    assert words[0] == "python3"
    return subprocess.run([sys.executable, *words[1:]], cwd=copy, capture_output=True, text=True, check=False)


def test_the_readme_fits_on_two_screens() -> None:
    assert len(README.splitlines()) <= 110


def test_every_command_of_the_readme_is_a_target_or_a_script() -> None:
    assert {"make site", "make test"} <= set(COMMANDS)
    for command in COMMANDS:
        words = [word for word in shlex.split(command) if not re.fullmatch(r"[A-Z_]+=\S+", word)]
        if words[0] == "make":
            assert make("-n", *words[1:]).returncode == 0, command
        else:
            assert words[0] == "python3", command
            assert (PROJECT / words[1]).is_file(), command


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_target_and_script_that_a_document_names_is_there(document: str) -> None:
    text = text_of(document)
    for target in set(re.findall(r"(?:`|^)make ([a-z]+)", text, re.MULTILINE)):
        assert make("-n", target).returncode == 0, target
    missing = {path for path in re.findall(r"\b(?:scripts|tests)/[\w/.-]+\.\w+", text) if not (PROJECT / path).exists()}
    assert missing == set()


def test_a_computer_without_make_is_told_the_same_commands() -> None:
    for target in ("site", "test", "serve"):
        said = make("-n", target, "PYTHON=python").stdout.strip()
        assert f"`{said}`" in " ".join(README.split()), said


@pytest.mark.parametrize("command", [command for command in COMMANDS if command.startswith(CHEAP)])
def test_a_cheap_command_of_the_readme_works(command: str, copy: Path) -> None:
    done = run(command, copy)
    assert done.returncode == 0, done.stdout + done.stderr
    if "new village" in command:
        assert (copy / NEW).is_file()
        (copy / NEW).unlink()
    if "fmt" in command:
        assert (copy / RECORD).read_bytes() == (PROJECT / RECORD).read_bytes()


def test_make_check_works_and_tells_what_a_new_record_lacks(copy: Path) -> None:
    assert run("make check", copy).returncode == 0
    run('python3 scripts/run.py new village "Loa Duri Ulu"', copy)
    done = run("make check", copy)
    (copy / NEW).unlink()
    assert done.returncode != 0
    assert f"{NEW}:8:" in done.stdout


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_message_shown_to_editors_is_the_one_they_get(language: str, copy: Path) -> None:
    record = (copy / RECORD).read_text(encoding="utf-8")
    (copy / RECORD).write_text(record.replace("kind: desa\n", "kind: dessa\n"), encoding="utf-8")
    done = run(f"python3 scripts/run.py check --lang {language}", copy)
    (copy / RECORD).write_text(record, encoding="utf-8")
    (shown,) = re.findall(r"```text\n(  villages/.*?)```", HALVES[language], re.DOTALL)
    assert shown in done.stdout


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_link_between_documents_arrives(document: str) -> None:
    for link in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"(?ms)^```.*?^```", "", text_of(document))):
        if "://" in link:
            continue
        path, _, anchor = link.partition("#")
        target = (PROJECT / document).parent / path if path else PROJECT / document
        assert target.exists(), link
        if anchor:
            titles = re.findall(r"(?m)^#+ (.*)", target.read_text(encoding="utf-8"))
            assert anchor in [re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles], link


def test_no_file_names_a_folder_of_some_machine() -> None:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("NO GIT HERE, paths of machines were not looked for")
    files = [PROJECT / name for name in listed.stdout.split("\0") if name]
    assert len(files) > 300
    assert [str(file) for file in files if file.is_file() and MACHINE.search(file.read_bytes())] == []


def fields(within: dict[str, Any], above: str = "") -> Iterator[tuple[str, dict[str, Any], bool]]:
    """Every field of a record with its dotted name, what it may hold, and whether it is needed."""
    for name, held in within.get("properties", {}).items():
        yield f"{above}{name}", held, name in within.get("required", ())
        inside = next(iter(held.get("patternProperties", {}).values()), held.get("items", held))
        yield from fields(inside, f"{above}{name}.")


def rows(half: str, file: str) -> dict[str, tuple[str, str]]:
    """The rows of a table of fields: needed or not, and what it means, by dotted name."""
    title = rf"## (?:Semua isian|All fields of) {re.escape(file)}"
    table = re.search(rf"(?m)^{title}\n(?s:.*?)\n((?:\|.*\n)+)", half)
    assert table
    found = {}
    for line in table[1].splitlines()[2:]:
        cells = [cell.strip() for cell in line.strip("|").split(" | ")]
        names = re.findall(r"`([^`]+)`", cells[0])
        for name in names:
            full = names[0].rpartition(".")[0] + name if name.startswith(".") else name
            found[re.sub(r"\.<\w+>", "", full)] = (cells[1], cells[2])
    return found


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind.name in ("village", "launch")], ids=lambda kind: kind.name
)
def test_the_tables_for_editors_are_what_the_record_types_say(language: str, kind: Any) -> None:
    told = rows(HALVES[language], f"{kind.name}.yml")
    known = {name: (held, needed) for name, held, needed in fields(shape(kind))}
    assert told.keys() == known.keys()
    no, here = {"id": ("tidak", "wajib di sini"), "en": ("no", "needed here")}[language]
    yes = {"id": "ya", "en": "yes"}[language]
    for name, (held, needed) in known.items():
        said, meaning = told[name]
        assert said != no if needed else said not in (yes, here), name
        # Some rows of launch.yml point at the same field of village.yml.
        choices = [str(choice) for choice in held.get("enum", ()) if choice]
        assert [choice for choice in choices if f"`{choice}`" not in meaning] == [], name


def test_the_samples_for_editors_are_right_and_in_the_canonical_form(tmp_path: Path) -> None:
    samples = re.findall(r"```yaml\n(.*?)```", FOR_EDITORS, re.DOTALL)
    places = (RECORD, "villages/launches/2018/2018-09-18-loa-duri-ilir/launch.yml", "content/figures/jp.yml")
    for place, text in zip(map(PurePosixPath, places), samples, strict=True):
        (tmp_path / place).parent.mkdir(parents=True)
        (tmp_path / place).write_text(text, encoding="utf-8")
        kind = kind_of(place)
        assert kind
        assert read(kind.record, yaml_document(tmp_path, place))[1] == ()
        assert formatted(tmp_path, place).after == text.encode()
