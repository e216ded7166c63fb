"""Two versions of a campaign, held against each other."""

from __future__ import annotations

from dataclasses import dataclass

from sadar.compare.known import known
from sadar.compare.pages import PageChange, page_changes
from sadar.compare.pairs import pairs
from sadar.compare.records import RecordChange, record_changes
from sadar.compare.sizes import SiteSize
from sadar.pipeline import Checked
from sadar.records import PartialDate
from sadar.report import Finding
from sadar.wording import Wording


@dataclass(frozen=True, slots=True)
class Side:
    """One version: what its check found, with the findings in the comment's language, and its site if it was built."""

    checked: Checked
    findings: tuple[Finding, ...]
    size: SiteSize | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is told of a change; `known_before` counts the warnings of the new version that the old one had too."""

    records: tuple[RecordChange, ...]
    pages: tuple[PageChange, ...]
    problems: tuple[Finding, ...]
    known_before: int
    publishable: bool
    before: SiteSize | None
    after: SiteSize | None


def compared(words: Wording, old: Side, new: Side, today: PartialDate) -> Comparison:
    """Everything that the new version changes for the public on a day."""
    paired = pairs(tuple(known(words, old.checked, today)), tuple(known(words, new.checked, today)))
    had = {_sentence(each) for each in old.findings}
    problems = tuple(each for each in new.findings if each.severity == "error" or _sentence(each) not in had)
    return Comparison(
        tuple(record_changes(words, paired, old.checked, new.checked)),
        page_changes(words, paired, old.checked, new.checked),
        problems,
        len(new.findings) - len(problems),
        new.checked.publishable,
        old.size,
        new.size,
    )


def _sentence(each: Finding) -> tuple[str, str, str]:
    """A problem without its line, which moves with every line above it."""
    return each.file, each.rule, each.message
