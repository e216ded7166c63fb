"""The report as editors, programs and GitHub get it: the command is called on broken copies of `tests/right/`."""

from __future__ import annotations

import json
import os
import re
import select
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path, PurePosixPath

import pytest
from conftest import PROJECT
from sadar import checks, report
from sadar.problem import Place, Problem
from sadar.report.github import _LARGEST

VILLAGE = "villages/kalimantan-timur/kabupaten-kutai-kartanegara/loa-duri-ilir/village.yml"
LAUNCH = "villages/launches/2018/2018-09-18-loa-duri-ilir/launch.yml"
GLOSSARY = "content/glossary.yml"
COMMAND = (sys.executable, "-m", "sadar", "check", "--date", "2026-11-23")
# What decides on language, colour and GitHub is set by the tests, never by the machine that runs them.
DECIDING = ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE", "NO_COLOR", "GITHUB_STEP_SUMMARY", "SOURCE_DATE_EPOCH")
SURROUNDINGS = {name: value for name, value in os.environ.items() if name not in DECIDING} | {
    "PYTHONPATH": str(PROJECT / "scripts"),
    "PYTHONUTF8": "1",
}
ESCAPE = "\x1b["


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the campaign without a mistake, to be broken."""
    return Path(shutil.copytree(PROJECT / "tests" / "right", tmp_path / "campaign"))


def change(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text(encoding="utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def check(root: Path, *arguments: str, **surroundings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, "--root", str(root), *arguments],
        capture_output=True, check=False, encoding="utf-8", env=SURROUNDINGS | surroundings, cwd="/",
    )  # fmt: skip


def many_mistakes(root: Path, count: int) -> None:
    terms = "".join(f"  - id: uji-{number}\n    term: Uji\n    deffinition: {number}\n" for number in range(count))
    (root / GLOSSARY).write_text(f"terms:\n{terms}", encoding="utf-8")


def test_a_campaign_without_a_mistake_has_exit_code_0_and_one_sentence(root: Path) -> None:
    done = check(root)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Tidak ada masalah. Berkas diperiksa: 11, catatan: 3.\n"


def test_a_mistake_is_told_with_its_place_its_line_and_the_right_line(root: Path) -> None:
    change(root, VILLAGE, "value: 1200", "value: 1.200")
    done = check(root, "--lang", "id")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines() == [
        VILLAGE,
        f"  {VILLAGE}:13:12  kesalahan [thousands-separator]",
        "        value: 1.200",
        "               ^^^^^",
        "    «1.200» memakai pemisah ribuan; dalam catatan, titik berarti pecahan.",
        "    → Tulis tanpa pemisah: «1200»",
        "    → Tulis: value: 1200",
        "",
        "Kesalahan: 1, peringatan: 0. Berkas diperiksa: 11, catatan terbaca: 2.",
    ]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("diluncurkan", "launched"),
        ("diluncurkn", "launched"),
        ("Menerima Penghargaan", "awarded"),
        ("lauched", "launched"),
    ],
)
def test_who_types_the_meaning_of_a_choice_is_told_the_choice(root: Path, typed: str, meant: str) -> None:
    change(root, VILLAGE, "status: launched", f"status: {typed}")
    told = check(root, "--lang", "id").stdout.splitlines()
    assert f"    → Maksudnya «{meant}»?" in told
    assert f"    → Tulis: - status: {meant}" in told


def test_a_meaning_is_known_also_where_one_choice_of_the_list_has_none(root: Path) -> None:
    change(root, VILLAGE, "unit: people", "unit: pekerj")
    told = check(root, "--lang", "id").stdout
    assert "Pilihannya: people (orang), workers (pekerja), households (kepala keluarga)," in told
    assert ", rupiah, " in told
    assert "→ Maksudnya «workers»?" in told


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "id",
            "Isian status tidak boleh «diresmikan». Pilihannya: planned (Direncanakan), launched (Diluncurkan), "
            "certified (Ditetapkan), awarded (Menerima penghargaan), ended (Berakhir).",
        ),
        (
            "en",
            "The field status must not be «diresmikan». The choices: planned, launched, certified, awarded, ended.",
        ),
    ],
)
def test_choices_stand_with_their_meaning_and_none_is_guessed(root: Path, language: str, told: str) -> None:
    change(root, VILLAGE, "status: launched", "status: diresmikan")
    lines = check(root, "--lang", language).stdout.splitlines()
    assert f"    {told}" in lines
    assert [line for line in lines if "→" in line] == []


def test_mistakes_stand_together_by_file_in_the_order_of_their_lines(root: Path) -> None:
    change(root, VILLAGE, "value: 1200", "value: 1.200")
    change(root, VILLAGE, "kind: desa", "kind: des")
    change(root, LAUNCH, "status: held", "status: hel")
    lines = check(root, "--lang", "en").stdout.splitlines()
    told = [line.split("  ")[1] for line in lines if re.match(r"  \S", line)]
    assert told == [f"{VILLAGE}:3:7", f"{VILLAGE}:13:12", f"{LAUNCH}:4:9"]
    assert [line for line in lines if line in (VILLAGE, LAUNCH)] == [VILLAGE, LAUNCH]
    assert [line for line in lines if line.startswith("Errors: ")] == [lines[-1]]
    assert lines[-1].startswith("Errors: 3, warnings: 0.")


def test_a_warning_is_told_with_exit_code_0(root: Path) -> None:
    change(root, LAUNCH, "Selasa", "Senin")
    done = check(root, "--lang", "en")
    assert done.returncode == 0
    assert "warning [weekday-contradicts]" in done.stdout


@pytest.mark.parametrize("arguments", [("--format", "xml"), ("--lang", "fr"), ("--date", "heute"), ("/etc",)])
def test_misuse_has_exit_code_2(root: Path, arguments: tuple[str, ...]) -> None:
    done = check(root, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


def test_only_what_lies_below_the_paths_given_is_told(root: Path) -> None:
    change(root, VILLAGE, "kind: desa", "kind: des")
    change(root, GLOSSARY, "term: Uji", "terms: Uji")
    found = json.loads(check(root, "--format", "json", str(root / "content")).stdout)["problems"]
    assert {each["file"] for each in found} == {GLOSSARY}


def test_json_is_the_object_of_the_contract(root: Path) -> None:
    change(root, VILLAGE, "    date: 2018-09-18\n", "    date: 18 September 2018\n")
    change(root, LAUNCH, "Selasa", "Senin")
    done = check(root, "--format", "json", "--lang", "en")
    assert done.returncode == 1
    assert json.loads(done.stdout) == {
        "problems": [
            {
                "file": VILLAGE,
                "line": 8,
                "column": 11,
                "rule": "not-a-date",
                "severity": "error",
                "field": "standing.0.date",
                "message": "«18 September 2018» is not a date.",
                "hint": "Write year-month-day (2018-09-18), year-month (2018-09), a year (2018), or unknown.",
            },
            {
                "file": LAUNCH,
                "line": 2,
                "column": 20,
                "rule": "weekday-contradicts",
                "severity": "warning",
                "field": "weekday_in_source",
                "message": "2018-09-18 is not the weekday Senin but Selasa.",
                "hint": "If the source does print Senin, add a note with kind: contradiction.",
            },
        ],
        "files": 11,
        "records": 2,
    }


def test_json_of_a_campaign_without_a_mistake_has_no_problems(root: Path) -> None:
    done = check(root, "--format", "json")
    assert (done.returncode, json.loads(done.stdout)) == (0, {"problems": [], "files": 11, "records": 3})


@pytest.mark.parametrize(
    ("surroundings", "arguments", "language"),
    [
        ({}, (), "id"),
        ({"LANG": "C.UTF-8"}, (), "id"),
        ({"LANG": "id_ID.UTF-8"}, (), "id"),
        ({"LANG": "en_US.UTF-8"}, (), "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "id_ID.UTF-8"}, (), "id"),
        ({"LANG": "id_ID.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, (), "en"),
        ({"LANG": "en_US.UTF-8"}, ("--lang", "id"), "id"),
        ({"LANG": "id_ID.UTF-8"}, ("--lang", "en"), "en"),
    ],
)
def test_the_language_is_the_one_asked_for_else_the_one_of_the_system(
    root: Path, surroundings: dict[str, str], arguments: tuple[str, ...], language: str
) -> None:
    said = check(root, *arguments, **surroundings).stdout
    assert said.startswith("No problems" if language == "en" else "Tidak ada masalah")


def test_there_is_no_colour_where_the_output_is_no_terminal(root: Path) -> None:
    change(root, VILLAGE, "kind: desa", "kind: des")
    assert ESCAPE not in check(root).stdout


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminals")
@pytest.mark.parametrize(("surroundings", "coloured"), [({}, "yes"), ({"NO_COLOR": "1"}, "no")])
def test_a_terminal_gets_colours_unless_it_asks_for_none(
    root: Path, surroundings: dict[str, str], coloured: str
) -> None:
    change(root, VILLAGE, "kind: desa", "kind: des")
    shown = on_a_terminal(root, SURROUNDINGS | {"TERM": "xterm"} | surroundings)
    assert (ESCAPE in shown) == (coloured == "yes")
    assert "[not-a-choice]" in shown
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown).replace("\r\n", "\n")
    assert plain == check(root).stdout


def on_a_terminal(root: Path, surroundings: dict[str, str]) -> str:
    ours, theirs = os.openpty()
    command = [*COMMAND, "--root", str(root)]
    shown = b""
    with subprocess.Popen(command, stdout=theirs, stderr=theirs, env=surroundings) as process:
        os.close(theirs)
        while select.select([ours], [], [], 30)[0]:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # Linux says so where the other end is closed
                break
            if not piece:
                break
            shown += piece
        process.wait(30)
    os.close(ours)
    return shown.decode()


def test_a_letter_that_the_output_lacks_does_not_stop_the_report(root: Path) -> None:
    change(root, VILLAGE, "kind: desa", "kind: des")
    done = subprocess.run(
        [*COMMAND, "--root", str(root)], capture_output=True, check=False,
        env=SURROUNDINGS | {"PYTHONUTF8": "0", "PYTHONIOENCODING": "cp1252"},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (1, b"")
    assert "Tulis: kind: desa" in done.stdout.decode("cp1252")


def test_github_gets_an_annotation_a_problem_and_no_more_than_it_shows(root: Path, tmp_path: Path) -> None:
    many_mistakes(root, 25)
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    done = check(root, "--format", "github", "--lang", "id", GITHUB_STEP_SUMMARY=str(summary))
    assert done.returncode == 1
    *annotations, rest, closing = done.stdout.splitlines()
    assert len(annotations) == 10
    assert annotations[0].startswith(f"::error file={GLOSSARY},line=2,col=5,title=field-missing::Isian definition ")
    mistakes = 2 * 25  # the right name is missing, and the wrong one is not known
    assert rest == (
        f"::notice::Masih ada {mistakes - 10} masalah lain. Daftar lengkapnya ada di ringkasan langkah ini (Summary)."
    )
    assert closing.startswith(f"Kesalahan: {mistakes}, peringatan: 0.")
    written = summary.read_text(encoding="utf-8")
    assert written.startswith("before\n### Pemeriksaan catatan\n")
    assert len([line for line in written.splitlines() if line.startswith("| content")]) == mistakes


def test_github_is_told_in_its_summary_that_all_is_well(root: Path, tmp_path: Path) -> None:
    done = check(root, "--format", "github", "--lang", "en", GITHUB_STEP_SUMMARY=str(tmp_path / "summary.md"))
    assert done.stdout == "No problems. Files checked: 11, records: 3.\n"
    assert "No problems." in (tmp_path / "summary.md").read_text(encoding="utf-8")


def test_a_summary_that_cannot_be_written_does_not_change_the_result(root: Path, tmp_path: Path) -> None:
    done = check(root, "--format", "github", GITHUB_STEP_SUMMARY=str(tmp_path / "missing" / "summary.md"))
    assert done.returncode == 0
    assert "summary.md" in done.stderr


# From here on the report itself, with problems made by hand.


def told(root: Path, *problems: Problem) -> tuple[report.Finding, ...]:
    return report.findings(root, problems, "en")


def unknown(file: str, line: int, column: int, width: int, **details: str) -> Problem:
    return Problem("field-unknown", PurePosixPath(file), (), details, place=Place(line, column, width))


def columns(text: str) -> int:
    """How far a terminal with tabs of 8 has come after `text`."""
    column = 0
    for sign in text:
        if sign == "\t":
            column += 8 - column % 8
        elif not unicodedata.combining(sign):
            column += 2 if unicodedata.east_asian_width(sign) in "WF" else 1
    return column


@pytest.mark.parametrize(
    ("before", "value"),
    [
        ("name: ", "Desa"),
        ("  - 日本語 ", "Desa"),
        ("name: ", "日本"),
        ("name:\t", "Desa"),
        ("na\tme:\t", "Desa"),
        ("name: e\u0301e\u0301 ", "Desa"),
        (f"text: {'x' * 300} ", "Desa"),
        (f"text: {'日' * 300} ", "日本"),
    ],
)
def test_the_caret_stands_under_the_value(root: Path, before: str, value: str) -> None:
    (root / GLOSSARY).write_text(f"{before}{value} after{' after' * 30}\n", encoding="utf-8")
    problem = unknown(GLOSSARY, 1, len(before) + 1, len(value))
    lines = report.as_text(told(root, problem), 1, 1, "en").splitlines()
    (number,) = (number for number, line in enumerate(lines) if "^" in line)
    line, carets = lines[number - 1], lines[number]
    start = line.rindex(value) if value in line else -1
    assert columns(carets[: carets.index("^")]) == columns(line[:start])
    assert carets.count("^") == columns(value)
    assert columns(line) < 210


def test_what_must_not_be_published_is_repeated_by_no_rule_in_no_form(root: Path) -> None:
    number = "6402030101900001"
    folder = f"content/{number}.yml"
    (root / folder).write_text(f"nik: {number}\nkind: desa\n", encoding="utf-8")
    (secret, *_) = sorted(checks.SECRETS)
    place = {"place": Place(1, 6, 16)}
    found = told(
        root,
        Problem(secret, PurePosixPath(folder), ("nik",), {"given": number}, **place),  # type: ignore[arg-type]
        Problem("not-a-choice", PurePosixPath(folder), ("nik",), {"given": number}, instead="x", **place),  # type: ignore[arg-type]
        Problem("not-a-text", PurePosixPath(folder), (number,), {"field": number}, place=Place(2, 1)),
    )
    forms = (
        report.as_text(found, 1, 1, "en"),
        report.as_json(found, 1, 1),
        report.as_github(found, 1, 1, "en"),
        report.as_summary(found, 1, 1, "en"),
    )
    for form in forms:
        assert "not-a-choice" in form
        assert number not in form
    assert "kind: desa" in forms[0]


def test_a_record_cannot_steer_the_terminal_or_github(root: Path) -> None:
    hostile = "x\x1b[31m\r\n::error::y%0A,:|<b>`@a`[z](u)$\u202e"
    (root / GLOSSARY).write_text(f'a: "{hostile[:6]}"\n', encoding="utf-8")
    found = told(
        root,
        Problem(
            "not-a-choice",
            PurePosixPath(GLOSSARY),
            (),
            {"field": "a", "given": hostile, "nearest": hostile},
            place=Place(1, 1),
        ),
    )
    text = report.as_text(found, 1, 1, "en")
    assert not re.search("[\x1b\r\u202e]", text)
    (line, _) = report.as_github(found, 1, 1, "en").split("\n")
    assert line.count("::error") == 3
    assert line.startswith(f"::error file={GLOSSARY},line=1,col=1,title=not-a-choice::The field ")
    assert "%250A" in line
    row = report.as_summary(found, 1, 1, "en").splitlines()[-1]
    assert row.count("|") == 3
    assert not re.search(r"[`@\[\]$*\\]|<(?!br>)|::", row)


def test_the_place_of_an_annotation_is_escaped_for_a_property() -> None:
    finding = told(Path(), Problem("file-unexpected", PurePosixPath("content/a,b:c%.txt"), place=Place(1, 1)))
    assert report.as_github(finding, 1, 1, "en").startswith("::error file=content/a%2Cb%3Ac%25.txt,line=1,col=1,")


def test_the_summary_stays_below_what_github_takes(root: Path) -> None:
    problem = unknown(GLOSSARY, 1, 1, 5, field="x" * 200, nearest="y")
    summary = report.as_summary(told(root, *[problem] * 5000), 1, 1, "en")
    assert _LARGEST * 0.9 < len(summary.encode()) < 1024 * 1024
    rows = summary.count("\n| content")
    assert summary.endswith(
        f"\nThere are {5000 - rows} more problems. This list is too long for one page; correct those above first.\n"
    )


def test_an_entry_of_a_list_is_named_by_its_list_and_its_number(root: Path) -> None:
    change(root, VILLAGE, '"UJI: nama lain"', '""')
    assert "also_known_as ke-1" in check(root, "--lang", "id").stdout
