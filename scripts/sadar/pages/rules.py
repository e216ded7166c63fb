"""The pages for editors: all rules in their groups, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from sadar.pages import addresses
from sadar.pages.kinds import Page
from sadar.pages.text_kinds import RulePage, RulesPage
from sadar.rules import Group, Rule


def rule_pages(rules: tuple[Rule, ...]) -> Iterator[Page]:
    """The list of rules, then every rule."""
    groups = {group: tuple(rule for rule in rules if rule.group == group) for group in get_args(Group)}
    yield RulesPage(addresses.RULES, {group: within for group, within in groups.items() if within})
    for rule in rules:
        yield RulePage(addresses.of_rule(rule), rule)
