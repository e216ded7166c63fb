"""Rules on what must not be published: in texts, and in the names of files and folders.

No problem here carries the value it is about: the report is read by everyone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import PurePosixPath

from sadar.campaign import Campaign
from sadar.checks.passages import passages_that
from sadar.checks.secrets import secrets
from sadar.problem import Place, Problem

# The rules of this room whose lines no report may show.
SECRET_RULES = frozenset(
    {"identity-number", "phone-number", "email-address", "bank-account", "house-address", "birth-date", "heir-named"}
)


def texts_keep_privacy(campaign: Campaign) -> Iterator[Problem]:
    """No text may give away a private person: identity numbers, phone numbers, addresses, accounts, births, heirs."""
    for passage in passages_that(secrets, campaign):
        told: list[str] = []
        for secret in secrets(passage.text):
            # A field is marked whole: one problem a rule is enough there.
            if passage.first_line or secret.rule not in told:
                told.append(secret.rule)
                yield passage.problem(secret.rule, secret.start, secret.end)
    for comment in campaign.comments:
        for secret in secrets(comment.text):
            yield Problem(secret.rule, comment.file, place=Place(comment.line, 1))


def names_keep_privacy(campaign: Campaign) -> Iterator[Problem]:
    """No name of a file or folder may give away a private person; the problem stands at the folder around it."""
    for path in sorted({path for file in campaign.paths if (path := _private_part(file))}):
        beside = sorted({_below(file, path.parent) for file in campaign.paths if file.is_relative_to(path.parent)})
        details = {"number": str(beside.index(path.name) + 1), "count": str(len(beside))}
        yield Problem("private-file-name", public_part(path.parent), (), details, place=Place(1, 1))


def public_part(path: PurePosixPath) -> PurePosixPath:
    """The path as far as its names give nothing away."""
    private = _private_part(path)
    return private.parent if private else path


def _private_part(path: PurePosixPath) -> PurePosixPath | None:
    """The outermost file or folder of a path whose name gives something away."""
    if not any(map(_tells, path.parts)):
        return None
    return next(each for each in (*reversed(path.parents), path) if _tells(each.name))


@lru_cache(maxsize=100_000)
def _tells(name: str) -> bool:
    # A name has signs where a sentence has spaces.
    variants = (name.replace("_", " "), re.sub(r"[-_]", " ", name))
    return any(secrets(variant) for variant in variants)


def _below(file: PurePosixPath, folder: PurePosixPath) -> str:
    return file.relative_to(folder).parts[0]
