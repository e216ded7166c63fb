"""Every address of others that records and pages name, with the places that name it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sadar.campaign import Campaign
from sadar.checks.passages import Passage, passages
from sadar.records.links import LinkException

_ADDRESS = re.compile(r"https?://[^\s<>\"'\])]*[^\s<>\"'\]).,;:!?*_]")


@dataclass(frozen=True, slots=True)
class Named:
    """An address and where it stands: `villages/…/village.yml: sources.antara-kaltim.url`."""

    address: str
    places: tuple[str, ...]


def addresses_named(campaign: Campaign) -> tuple[Named, ...]:
    """In the order of addresses, each once."""
    places: dict[str, list[str]] = defaultdict(list)
    for passage in passages(campaign):
        for address in _addresses(passage):
            places[address].append(_place(passage))
    return tuple(Named(address, tuple(dict.fromkeys(found))) for address, found in sorted(places.items()))


def covers(exception: LinkException, address: str) -> bool:
    """Whether an exception is about an address: it names the address or its beginning."""
    return address.startswith(exception.url)


def _addresses(passage: Passage) -> Iterable[str]:
    if "://" not in passage.text:
        return ()
    whole = passage.text.startswith(("http://", "https://")) and not re.search(r"\s", passage.text)
    # The address of a field may hold signs that would end one within a sentence.
    return (passage.text,) if whole else _ADDRESS.findall(passage.text)


def _place(passage: Passage) -> str:
    steps = ".".join(map(str, passage.steps))
    return f"{passage.file}: {steps}" if steps else str(passage.file)
