"""Every mistake is told once, on its own line, by its rule, in both languages.

`tests/right/` is a small campaign without a mistake; its texts are made up and say so. Each file in `tests/wrong/`
puts one or more files into a copy of it:

    #@ villages/…/village.yml        the file that follows
    #@ expect 3 some-rule            a mistake in line 3 of that file, where a mark on the line itself is not possible
    name: X  #! some-rule            a mistake on this line, in YAML
    [x](y)   <!--! some-rule -->     a mistake on this line, in Markdown

`\\xNN` in a line that begins with `#@ bytes` stands for a byte: such a file is written as bytes, without marks.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sadar import pipeline, report
from sadar.records import PartialDate
from sadar.regions import official
from sadar.source.words import FORMS, LONG, SIGNS

HERE = Path(__file__).parent
WRONG = sorted((HERE / "wrong").glob("*"))
TODAY = PartialDate(2026, 11, 23)
_MARK = re.compile(r"\s*(?:#!|<!--!) *([a-z0-9 -]+?) *(?:-->)?$")

Expected = Counter[tuple[str, int, str]]


@dataclass(frozen=True)
class Case:
    """Files to write, and the (file, line, rule) that must be reported."""

    files: dict[str, bytes]
    expected: Expected


def case(path: Path) -> Case:
    files: dict[str, bytes] = {}
    expected: Expected = Counter()
    for file, lines in _parts(path):
        text: list[str] = []
        raw = b""
        for line in lines:
            if match := re.fullmatch(r"#@ expect (\d+) ([a-z0-9-]+)", line):
                expected[file, int(match[1]), match[2]] += 1
            elif line.startswith("#@ bytes "):
                raw += line.removeprefix("#@ bytes ").encode().decode("unicode_escape").encode("latin-1")
            else:
                mark = _MARK.search(line)
                for rule in mark[1].split() if mark else ():
                    expected[file, len(text) + 1, rule] += 1
                text.append(_MARK.sub("", line))
        files[file] = raw or "".join(f"{line}\n" for line in text).encode()
    return Case(files, expected)


def _parts(path: Path) -> Iterator[tuple[str, list[str]]]:
    file, lines = "", list[str]()
    for line in path.read_text(encoding="utf-8").splitlines():
        match = re.fullmatch(r"#@ ((?:villages|content)/\S.*)", line)
        if match:
            if file:
                yield file, lines
            file, lines = match[1], []
        else:
            lines.append(line)
    yield file, lines


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    """A copy of the campaign without a mistake."""
    return Path(shutil.copytree(HERE / "right", tmp_path / "campaign"))


def test_the_right_campaign_has_no_problem(campaign: Path) -> None:
    assert pipeline.check(campaign, official(), TODAY).problems == ()


@pytest.mark.parametrize("path", WRONG, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["id", "en"])
def test_exactly_the_marked_mistakes_are_told(campaign: Path, path: Path, language: str) -> None:
    wrong = case(path)
    for file, content in wrong.files.items():
        (campaign / file).parent.mkdir(parents=True, exist_ok=True)
        (campaign / file).write_bytes(content)
    problems = pipeline.check(campaign, official(), TODAY).problems
    found = report.findings(campaign, problems, language)  # type: ignore[arg-type]
    assert Counter((each.file, each.line, each.rule) for each in found) == wrong.expected
    for each in found:
        assert len(each.message) > 10
        assert "{" not in each.message + each.hint, each
        assert "0812-3456-7890" not in "".join(
            map(str, (each.message, each.hint, each.source_line, each.corrected_line))
        )


def test_there_are_at_least_90_wrong_records() -> None:
    assert len(WRONG) >= 90


def test_many_mistakes_in_many_files_are_told_in_one_run(campaign: Path) -> None:
    expected: Expected = Counter()
    for number, record in enumerate(sorted((campaign / "villages").rglob("*.yml"))):
        record.write_text(record.read_text(encoding="utf-8") + f"field_{number}: x\n", encoding="utf-8")
        expected[record.relative_to(campaign).as_posix(), 0, "field-unknown"] += 1
    found = report.findings(campaign, pipeline.check(campaign, official(), TODAY).problems, "id")
    assert Counter((each.file, 0, each.rule) for each in found if each.rule == "field-unknown") == expected


@pytest.mark.parametrize(
    ("written", "corrected"),
    [
        ("18 September 2018", "2018-09-18"),
        ("Selasa, 9 Okt 2018", "2018-10-09"),
        ("September 18, 2018", "2018-09-18"),
        ("Nopember 2018", "2018-11"),
        ("18/9/2018", "2018-09-18"),
        ("2018/9/8", "2018-09-08"),
        ("9/10/2018", ""),  # the ninth of October, or the tenth of September
        ("31 Juni 2018", ""),
        ("kemarin", ""),
    ],
)
def test_a_date_in_another_form_is_told_as_it_is_meant(campaign: Path, written: str, corrected: str) -> None:
    wrong = case(HERE / "wrong" / "shape-date-in-words.txt")
    for file, content in wrong.files.items():
        (campaign / file).write_bytes(content.replace(b"18 September 2018", written.encode()))
    (found,) = report.findings(campaign, pipeline.check(campaign, official(), TODAY).problems, "id")
    assert found.rule == "not-a-date"
    assert found.corrected_line == (f"    date: {corrected}" if corrected else "")


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@given(data=st.data())
def test_no_word_that_misleads_is_passed_over(form: str, data: st.DataObject) -> None:
    word = data.draw(st.from_regex(re.compile(form, re.DOTALL), fullmatch=True))
    assert len(word) < LONG or word[0] in SIGNS
