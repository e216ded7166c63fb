"""Rules on who a village is: its folder, its record; that its code is its own, `campaign` sees when it joins them."""

from __future__ import annotations

from collections.abc import Iterator

from sadar.campaign import Campaign, Village
from sadar.problem import Problem
from sadar.regions import slug


def folder_of_the_village(campaign: Campaign) -> Iterator[Problem]:
    """A village's folder must carry its official name."""
    for village in campaign.villages:
        given = village.address.rsplit("/", 1)[1]
        right = village.official.slug if village.official else slug(village.name)
        if given != right:
            yield Problem("folder-not-name", village.file, ("name",), {"given": given, "right": right})


def one_record_a_village(campaign: Campaign) -> Iterator[Problem]:
    """A village must have one record."""
    first: dict[str, Village] = {}
    for village in campaign.villages:
        if village.record.code is None:
            continue
        other = first.setdefault(village.record.code, village)
        if other is not village:
            details = {"given": village.record.code, "other": str(other.file)}
            yield Problem("village-twice", village.file, ("code",), details)
