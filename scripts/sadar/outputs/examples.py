"""What the pages for editors say of a rule, and its examples as they stand in a file."""

from __future__ import annotations

from markupsafe import Markup, escape

from sadar.rules import Rule
from sadar.wording import Wording, problem_sentences


class _Gaps(dict[str, str]):
    """Shows what a report fills in as an ellipsis."""

    def __missing__(self, key: str) -> str:
        return "…"


def message(wording: Wording, rule: Rule) -> str:
    """The sentence of the report, without the values of any record."""
    return problem_sentences(wording.language)[rule.name]["message"].format_map(_Gaps()).replace("….", "…")


def meaning(wording: Wording, rule: Rule) -> str:
    """Why the rule is there."""
    return problem_sentences(wording.language)[rule.name].get("meaning", "")


def advice(wording: Wording, rule: Rule) -> str:
    """The hint of the report, where it is the same for every record."""
    hint = problem_sentences(wording.language)[rule.name].get("hint", "")
    return "" if "{" in hint else hint


def shown(text: str, other: str) -> Markup:
    """Lines of a file, those marked that `other` does not have; no empty line and no tab that Markdown could see."""
    others = other.split("\n")
    lines = (escape(line) if line in others else _marked(line) for line in text.split("\n"))
    return Markup("&#10;").join(lines).replace("\t", Markup("&#9;"))


def _marked(line: str) -> Markup:
    words = line.lstrip()
    return Markup("{}<mark>{}</mark>").format(line[: len(line) - len(words)], words) if words else Markup()
