"""Rules on who a village is: its code, its folder, its name."""

from __future__ import annotations

from collections.abc import Iterator

from sadar.campaign import Campaign, Village
from sadar.problem import Problem
from sadar.regions import folded, slug


def code_of_the_village(campaign: Campaign) -> Iterator[Problem]:
    """A code must belong to a village of that name in the regency of the folder."""
    for village in campaign.villages:
        official = village.official
        if official is None:
            continue
        # The list writes "Desa Adat Yokiwa" where everyone, the village included, says Yokiwa.
        names = {folded(village.name), folded(f"Desa Adat {village.name}")}
        if official.regency != village.regency or folded(official.name) not in names:
            details = {
                "given": official.code,
                "belongs": f"{official.name}, {official.district.name}, {official.regency.name}",
                "name": village.name,
            }
            yield Problem("code-of-another", village.file, ("code",), details)


def folder_of_the_village(campaign: Campaign) -> Iterator[Problem]:
    """A village's folder must carry its official name."""
    for village in campaign.villages:
        given = village.address.rsplit("/", 1)[1]
        right = village.official.slug if village.official else slug(village.name)
        if given != right and not (village.official and village.official.regency != village.regency):
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
