"""The rules as editors meet them: each with its group, its severity and an example; its sentences are in `wording`."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sadar.language import Language
from sadar.wording import problem_sentences

Group = Literal[
    "writing", "shape", "village", "launch", "sources", "figures", "pages", "privacy", "photos", "leftovers", "other",
]  # fmt: skip

_EXAMPLES = Path(__file__).parent / "messages" / "examples.toml"
_TABLE: Language = "id"  # names the rules; the other language names the same ones


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with a wrong and a right piece of a record; `record` says of which kind (`village`, `page`, `files`)."""

    name: str
    group: Group
    severity: Literal["error", "warning"]
    record: str
    wrong: str
    right: str


def rules(warnings: Collection[str]) -> tuple[Rule, ...]:
    """Every rule that has a sentence, in the order of the sentences; `warnings` names those that hold nothing back."""
    examples = tomllib.loads(_EXAMPLES.read_text(encoding="utf-8"))
    return tuple(
        Rule(
            name,
            example.get("group", "other"),
            "warning" if name in warnings else "error",
            example.get("record", ""),
            example.get("wrong", "").strip("\n"),
            example.get("right", "").strip("\n"),
        )
        for name in problem_sentences(_TABLE)
        if name != "report"
        for example in [examples.get(name, {})]
    )
