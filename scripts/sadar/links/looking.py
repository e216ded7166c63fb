"""One look at all links of a campaign."""

from __future__ import annotations

from pathlib import Path

from sadar.campaign import Campaign
from sadar.links.asking import asked
from sadar.links.collecting import addresses_named, covers
from sadar.links.report import Looked
from sadar.links.requesting import Requests
from sadar.problem import Problem
from sadar.records import PartialDate, read
from sadar.records.links import LINK_EXCEPTIONS, LinkException, LinkExceptionsRecord
from sadar.source import yaml_document


def exceptions_in(root: Path) -> tuple[tuple[LinkException, ...], tuple[Problem, ...]]:
    """The exceptions, none where the file is missing or wrong; and its problems, which hold nothing back."""
    if not (root / LINK_EXCEPTIONS).exists():
        return (), ()
    record, problems = read(LinkExceptionsRecord, yaml_document(root, LINK_EXCEPTIONS))
    return record.exceptions if record else (), problems


def look(campaign: Campaign, exceptions: tuple[LinkException, ...], requests: Requests, today: PartialDate) -> Looked:
    """Ask every address that no exception covers on a day."""
    named = addresses_named(campaign)
    holding = tuple(each for each in exceptions if each.until >= today)
    open_ = [each for each in named if not any(covers(exception, each.address) for exception in holding)]
    answers = asked((each.address for each in open_), requests)
    return Looked(
        tuple((each, answers[each.address]) for each in open_),
        len(named) - len(open_),
        tuple(each for each in exceptions if each.until < today),
        tuple(each for each in holding if not any(covers(each, name.address) for name in named)),
    )
