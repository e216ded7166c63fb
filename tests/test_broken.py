"""Whatever a file holds or is, the checker says so, on a line of that file: no traceback, no crash, no waiting.

Real records are broken at random, the same way in every run; `SADAR_BREAKINGS=100000` tries that many others.
"""

from __future__ import annotations

import faulthandler
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from conftest import PROJECT
from hypothesis import given, settings
from hypothesis import strategies as st
from sadar import pipeline, report
from sadar.records import PartialDate
from sadar.regions import official

HERE = Path(__file__).parent
TODAY = PartialDate(2026, 11, 23)
VILLAGE = "villages/kalimantan-timur/kabupaten-kutai-kartanegara/loa-duri-ulu/village.yml"
TRIES = int(os.environ.get("SADAR_BREAKINGS", "0"))
PATIENCE = 60  # seconds for one file; a thousand times what it needs

# Words and bytes that have broken readers of YAML before.
SNIPPETS = (
    b": ", b":", b"- ", b"-", b"  ", b"\t", b"\n", b"\r\n", b"\r", b"#", b" #x", b'"', b"'", b"[", b"]",
    b"{", b"}", b",", b"&a ", b"*a", b"!x ", b"|", b">", b"%", b"@", b"`", b"? ", b"<<: ", b"---\n",
    b"...\n", b"\\", b"\\x", b"~", b"null", b"no", b"08", b"1_000", b"10:30", b"2025-13-40", b"\x00",
    b"\x07", b"\xe9", b"\xff\xfe", b"\xef\xbb\xbf", b"\xc2\x85", b"\xc2\xa0", b"\xe2\x80\xa8",
    b"\xf0\x9f\x92\xa9", b"\xed\xa0\x80", b"9" * 400, b"\xd9\xa3", b"1e999", b"{{ x }}",
)  # fmt: skip


def readable(path: Path) -> bool:
    return path.suffix in (".yml", ".md") and path.name != "README.md"


RECORDS = sorted(
    str(path.relative_to(PROJECT))
    for folder in ("villages", "content")
    for path in (PROJECT / folder).rglob("*")
    if readable(path)
)


@pytest.fixture(scope="module")
def campaign(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the campaign without a mistake."""
    return Path(shutil.copytree(HERE / "right", tmp_path_factory.mktemp("broken") / "campaign"))


@pytest.fixture
def village(campaign: Path) -> Iterator[Path]:
    """The place of a record of that campaign; it is put right afterwards."""
    path = campaign / VILLAGE
    path.unlink()
    yield path
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
    shutil.copy(HERE / "right" / VILLAGE, path)


def told(campaign: Path) -> list[tuple[str, int, str]]:
    problems = pipeline.check(campaign, official(), TODAY).problems
    return [(each.file, each.line, each.rule) for each in report.findings(campaign, problems, "id")]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "file-empty"),
        ("# UJI\n" * 200_000, "file-too-large"),
        ("a: " + "[" * 30_000, "nested-too-deep"),
        ("a: " + "{a: " * 30_000, "nested-too-deep"),
        ("- " * 30_000 + "a", "nested-too-deep"),
        ("? " * 30_000 + "a", "key-not-text"),
        ("\n".join(" " * depth + "a:" for depth in range(1300)), "nested-too-deep"),
        ("a: &a [x]\nb: [*a, *a]\n", "anchor-forbidden"),
        ("name: " + "x" * 900_000, "field-missing"),
        ('name: "' + "x\n" * 400_000, "quote-unclosed"),
        ("x: Desa: Baru\n" * 40_000, "colon-in-text"),
        ("\tx: y\n" * 100_000, "tab-in-front"),
        ("\n".join(f"a{number}: #x" for number in range(70_000)), "hash-in-text"),
        ("a: b\n" * 100_000, "key-twice"),
    ],
    ids=lambda value: value if value.isprintable() and len(value) < 30 else "text",
)
def test_a_file_made_to_harm_is_told_in_a_moment(village: Path, campaign: Path, text: str, rule: str) -> None:
    village.write_text(text, encoding="utf-8")
    # In a process of its own: a parser that overflows its stack takes the process with it.
    command = [sys.executable, "-m", "sadar", "check", "--root", str(campaign), "--format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert done.returncode == 1, done.stderr[-2000:]
    assert f'"rule": "{rule}"' in done.stdout


def link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def link_out_of_the_tree(path: Path) -> None:
    path.symlink_to("/etc/hostname")


def link_to_nothing(path: Path) -> None:
    path.symlink_to("nothing.yml")


def link_to_a_folder_outside(path: Path) -> None:
    path.symlink_to(HERE)


def folder(path: Path) -> None:
    path.mkdir()


def pipe(path: Path) -> None:
    os.mkfifo(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
@pytest.mark.parametrize(
    ("make", "rules"),
    [
        (link_to_itself, {"link-out-of-tree", "file-unreadable"}),
        (link_out_of_the_tree, {"link-out-of-tree"}),
        (link_to_nothing, {"file-unreadable"}),
        (link_to_a_folder_outside, {"link-out-of-tree"}),
        (folder, {"not-a-file"}),
        (pipe, {"not-a-file"}),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_what_is_no_file_is_told(village: Path, campaign: Path, make: Callable[[Path], None], rules: set[str]) -> None:
    make(village)
    ((file, line, rule),) = told(campaign)
    assert (file, line) == (VILLAGE, 1)
    assert rule in rules


def test_a_folder_that_leads_out_of_the_tree_is_not_entered(campaign: Path) -> None:
    outside = campaign / "villages" / "luar"
    outside.symlink_to(HERE / "right" / "villages", target_is_directory=True)
    try:
        assert told(campaign) == [("villages/luar", 1, "link-out-of-tree")]
    finally:
        outside.unlink()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_told(village: Path, campaign: Path) -> None:
    village.write_text("name: x\n")
    village.chmod(0)
    assert told(campaign) == [(VILLAGE, 1, "file-unreadable")]


@st.composite
def broken_records(draw: st.DrawFn) -> tuple[str, bytes]:
    """A real record, broken one to five times, and where it lies."""
    file = draw(st.sampled_from(RECORDS))
    content = (PROJECT / file).read_bytes()
    for _ in range(draw(st.integers(1, 5))):
        content = draw(st.sampled_from(BREAKINGS))(draw, content)
    return file, content


def line_deleted(draw: st.DrawFn, content: bytes) -> bytes:
    lines, number = some_line(draw, content)
    return b"".join(lines[:number] + lines[number + 1 :])


def line_repeated(draw: st.DrawFn, content: bytes) -> bytes:
    lines, number = some_line(draw, content)
    return b"".join([*lines[: number + 1], lines[number], *lines[number + 1 :]])


def field_renamed(draw: st.DrawFn, content: bytes) -> bytes:
    lines, number = some_line(draw, content)
    name = draw(
        st.sampled_from([b"nama", b"name", b"code", b"kind", b"sources", b"-status", b"no", b"1", b'"x"', b"[x]"])
    )
    lines[number] = re.sub(rb"[\w-]+(?=:)", name, lines[number], count=1)
    return b"".join(lines)


def value_retyped(draw: st.DrawFn, content: bytes) -> bytes:
    lines, number = some_line(draw, content)
    value = draw(st.sampled_from([*SNIPPETS, b"", b"[a, b]", b"{a: b}", b"- a", b"x" * 3000]) | st.binary(max_size=8))
    lines[number] = re.sub(rb"(?<=:)[ \t].*|(?<=- )\S.*", lambda _: b" " + value, lines[number], count=1)
    return b"".join(lines)


def line_moved_sideways(draw: st.DrawFn, content: bytes) -> bytes:
    lines, number = some_line(draw, content)
    lines[number] = draw(st.sampled_from([b"", b" ", b"  ", b"   ", b"\t", b" " * 40])) + lines[number].lstrip(b" ")
    return b"".join(lines)


def lines_swapped(draw: st.DrawFn, content: bytes) -> bytes:
    lines, one = some_line(draw, content)
    other = draw(st.integers(0, len(lines) - 1))
    lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines)


def bytes_put_in(draw: st.DrawFn, content: bytes) -> bytes:
    place = draw(st.integers(0, len(content)))
    return content[:place] + draw(st.sampled_from(SNIPPETS) | st.binary(min_size=1, max_size=4)) + content[place:]


def rest_cut_off(draw: st.DrawFn, content: bytes) -> bytes:
    return content[: draw(st.integers(0, len(content)))]


BREAKINGS = (
    line_deleted, line_repeated, field_renamed, value_retyped, line_moved_sideways, lines_swapped, bytes_put_in,
    bytes_put_in, rest_cut_off,
)  # fmt: skip


def some_line(draw: st.DrawFn, content: bytes) -> tuple[list[bytes], int]:
    lines = content.splitlines(keepends=True) or [b""]
    return lines, draw(st.integers(0, len(lines) - 1))


@settings(
    max_examples=TRIES or 600,
    derandomize=not TRIES,
    database=None,
    deadline=timedelta(seconds=PATIENCE),
    print_blob=True,
)
@given(broken=broken_records())
def test_a_real_record_broken_at_random_is_told_on_lines_that_it_has(campaign: Path, broken: tuple[str, bytes]) -> None:
    file, content = broken
    path = campaign / file
    before = path.read_bytes() if path.exists() else None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    faulthandler.dump_traceback_later(PATIENCE, exit=True)
    try:
        problems = pipeline.check(campaign, official(), TODAY).problems
        for language in ("id", "en"):
            for each in report.findings(campaign, problems, language):
                assert_inside(campaign / each.file, each.line, each.column, f"{each.rule} {each.line}:{each.column}")
    finally:
        faulthandler.cancel_dump_traceback_later()
        path.unlink()
        if before is not None:
            path.write_bytes(before)


def assert_inside(path: Path, line: int, column: int, told: str) -> None:
    """The line is one that the file has, and the column is on it or right behind it."""
    content = path.read_bytes() if path.is_file() else b""
    text = content.decode("utf-8-sig", errors="replace")
    lines = re.split(r"\r\n|\r|\n", text)
    if len(lines) > 1 and not lines[-1]:
        lines.pop()
    assert 1 <= line <= len(lines), told
    assert 1 <= column <= len(lines[line - 1]) + 1, told
