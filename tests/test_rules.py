"""Every rule is explained to editors: a sentence, why it is there, a wrong and a right example, in both languages.

An example with `record` in `messages/examples.toml` is tried in a copy of `tests/right/`: its fields take the place of
the same fields of that record, a page takes the place of a page, and `files` are moved, copied or removed.
"""

from __future__ import annotations

import ast
import re
import shutil
import string
import tomllib
from itertools import zip_longest
from pathlib import Path

import pytest
from conftest import PROJECT
from sadar import checks, pipeline
from sadar.language import LANGUAGES, Language
from sadar.outputs import documents
from sadar.pages import Settings, rule_pages
from sadar.records import PartialDate
from sadar.regions import official
from sadar.rules import Rule, rules
from sadar.wording import problem_sentences, wording

RIGHT = PROJECT / "tests" / "right"
HOUSE = PROJECT / "scripts" / "sadar"
TODAY = PartialDate(2026, 11, 23)
RULES = rules(checks.WARNINGS)
NAMES = [rule.name for rule in RULES]
TRIED = [rule for rule in RULES if rule.record]
RECORDS = {
    "village": "villages/kalimantan-timur/kabupaten-kutai-kartanegara/loa-duri-ilir/village.yml",
    "launch": "villages/launches/2018/2018-09-18-loa-duri-ilir/launch.yml",
    "counts": "content/figures/counts.yml",
    "glossary": "content/glossary.yml",
    "photos": "content/photos.yml",
    "page": "content/id/program/index.md",
    "redirects": "content/redirects.yml",
}
_FIELD = re.compile(r"(?m)^(?=\S)(?!-(?:\s|$)|#|\}|\])")


def sentences(language: Language, rule: str) -> dict[str, str]:
    return dict(problem_sentences(language).get(rule, {}))


def gaps(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_has_a_sentence_a_meaning_and_a_wrong_and_a_right_example(name: str) -> None:
    (rule,) = (rule for rule in RULES if rule.name == name)
    missing = [f"examples.toml [{name}] {key}" for key in ("wrong", "right") if not getattr(rule, key)]
    for language in LANGUAGES:
        for key in ("message", "meaning"):
            if not sentences(language, name).get(key):
                missing.append(f"problems.{language}.toml [{name}] {key}")
    assert missing == []
    assert rule.wrong != rule.right


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_say_the_same_of_a_rule(name: str) -> None:
    one, other = (sentences(language, name) for language in LANGUAGES)
    assert one.keys() == other.keys() <= {"message", "hint", "meaning"}
    for key in one:
        assert gaps(one[key]) == gaps(other[key]), key
    assert gaps(one.get("meaning", "")) == set()


def test_both_languages_name_the_same_rules() -> None:
    assert problem_sentences("id").keys() == problem_sentences("en").keys()


def test_examples_and_severities_name_rules_that_exist() -> None:
    examples = tomllib.loads((HOUSE / "messages" / "examples.toml").read_text(encoding="utf-8"))
    assert examples.keys() | checks.WARNINGS | checks.SECRETS <= set(NAMES)
    assert {key for example in examples.values() for key in example} <= {"group", "record", "wrong", "right"}


def test_every_rule_that_the_code_reports_is_in_the_table_and_the_other_way_round() -> None:
    """The code names a rule in a text of its own; a rule that no text names is reported by nobody."""
    texts = {
        node.value
        for file in HOUSE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert [name for name in NAMES if name not in texts] == []
    named = {
        call.args[0].value
        for file in HOUSE.rglob("*.py")
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.args
        if call.func.id in ("Problem", "Fault", "PydanticCustomError", "_refuse", "refuse")
        if isinstance(call.args[0], ast.Constant)
    }
    assert {str(name) for name in named} <= set(NAMES)


def test_what_must_not_be_published_stands_in_no_sentence() -> None:
    for name in checks.SECRETS:
        for language in LANGUAGES:
            told = "".join(sentences(language, name).values())
            assert gaps(told) & {"given", "nearest", "instead"} == set(), name


@pytest.mark.parametrize("rule", TRIED, ids=lambda rule: rule.name)
def test_the_wrong_example_breaks_its_rule_and_the_right_one_breaks_none(rule: Rule, tmp_path: Path) -> None:
    wrong = Path(shutil.copytree(RIGHT, tmp_path / "wrong"))
    right = Path(shutil.copytree(RIGHT, tmp_path / "right"))
    if rule.record == "files":
        arrange(wrong, rule)
    else:
        place(wrong / RECORDS[rule.record], rule.wrong, instead_of=rule.right)
        place(right / RECORDS[rule.record], rule.right)
    assert rule.name in {problem.rule for problem in pipeline.check(wrong, official(), TODAY).problems}
    assert pipeline.check(right, official(), TODAY).problems == ()


def test_most_examples_are_tried() -> None:
    assert len(TRIED) >= 0.6 * len(RULES), [rule.name for rule in RULES if not rule.record]


def place(file: Path, example: str, instead_of: str = "") -> None:
    """Put the example's fields into the record in the place of the same ones; a page takes the place of the page."""
    if file.suffix == ".md":
        file.write_text(f"{example}\n", encoding="utf-8")
        return
    taken = {_name(block) for text in (example, instead_of) for block in _FIELD.split(text) if block}
    blocks = [block for block in _FIELD.split(file.read_text(encoding="utf-8")) if block]
    kept = [block for block in blocks if _name(block) not in taken]
    # Written as bytes: an example may hold what a text file would change.
    file.write_bytes("".join([f"{example}\n", *kept]).encode())


def _name(block: str) -> str:
    return re.split(r"[:\s]", block.strip("[]\"'?! "), maxsplit=1)[0].strip("[]\"'")


def arrange(root: Path, rule: Rule) -> None:
    """Let the files lie where the wrong example has them: moved, copied, or removed from where they are right."""
    right = rule.right.split("\n")
    for wrong_path, right_path in zip_longest(rule.wrong.split("\n"), right):
        if wrong_path == right_path:
            continue
        if wrong_path:
            (root / wrong_path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(root / (right_path or right[0]), root / wrong_path)
        if right_path:
            (root / right_path).unlink()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_a_page_and_stands_in_the_list(language: Language) -> None:
    made = {str(path): text for path, text in documents(tuple(rule_pages(RULES)), language, Settings(), 0)}
    assert len(made) == len(RULES) + 1
    words = wording(language)
    for rule in RULES:
        page = made[f"aturan/{rule.name}/index.md"]
        assert words.say(f"rules.{rule.severity}_long") in page
        assert page.count("<pre") == bool(rule.wrong) + bool(rule.right)
        assert f"{rule.name}/" in made["aturan/index.md"]
    for text in made.values():
        # A block of HTML ends for Markdown at an empty line.
        assert "\n\n" not in text.split("---\n\n", 1)[1]
        assert not re.search(r"\{[a-z_]+\}", text)
