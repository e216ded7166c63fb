"""What the filter on the page of all villages works with: the villages in files, the sentences in the page."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from sadar.campaign import AnyVillage
from sadar.outputs.calculator_data import LOCALES
from sadar.pages import Site, addresses
from sadar.pages.kinds import VillagesPage
from sadar.pages.list_kinds import Area, kind_of, standing_now, year_joined
from sadar.pages.lists import by_area
from sadar.wording import Wording

_LARGEST = 3_000  # villages in one file: about 55 KB compressed
_STEP = 100  # villages shown at once


class _Row(NamedTuple):
    """Every field of a village that the filter reads, in the file's order; choices as they stand in addresses."""

    name: str
    slug: str
    district: str
    kind: str
    year: str  # empty for villages that are planned only
    status: str
    date: str


def site_rows(site: Site) -> Iterator[tuple[PurePosixPath, str]]:
    """The files of a site that holds all its villages."""
    return village_rows(site.campaign.villages, site.campaign.size)


def village_rows(
    villages: Iterable[AnyVillage], size: int, largest: int = _LARGEST
) -> Iterator[tuple[PurePosixPath, str]]:
    """One file for all languages, or one for each province where there are more than `largest` of `size` villages."""
    if size <= largest:
        yield PurePosixPath(addresses.of_village_rows("")), _json(by_area(villages, "province").items())
    else:
        yield from province_rows(villages)


def rows_by_province(size: int) -> bool:
    """Whether a campaign of so many villages has a file for each province."""
    return size > _LARGEST


def province_rows(villages: Iterable[AnyVillage]) -> Iterator[tuple[PurePosixPath, str]]:
    """One file for each province."""
    for province, own in by_area(villages, "province").items():
        yield PurePosixPath(addresses.of_village_rows(province.slug)), _json([(province, own)])


def script_data(wording: Wording, page: VillagesPage, largest: int = _LARGEST) -> str:
    """What the script needs besides: where the files lie, seen from the page, and its sentences."""
    province = "" if page.tally.members + page.tally.planned <= largest else "{province}"
    here = addresses.BELOW[wording.language] + page.address
    messages = wording.messages["browse"]
    found = {
        "source": addresses.relative(here, addresses.of_village_rows(province)),
        "locale": LOCALES[wording.language],
        "step": _STEP,
        "words": {key: messages[key] for key in ("found", "none", "more", "loading", "failed", "province_first")}
        | {"regency": wording.say("village.regency_unknown"), "date": wording.say("date.unknown")},
    }
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _json(provinces: Iterable[tuple[Area, list[AnyVillage]]]) -> str:
    found = [
        {
            "slug": province.slug,
            "name": province.name,
            "regencies": [
                {"slug": regency.slug, "name": regency.name, "villages": [_row(village) for village in own]}
                for regency, own in by_area(villages, "regency").items()
            ],
        }
        for province, villages in provinces
    ]
    return json.dumps({"fields": _Row._fields, "provinces": found}, ensure_ascii=False, separators=(",", ":")) + "\n"


def _row(village: AnyVillage) -> _Row:
    joined, date = year_joined(village), village.standing.date
    return _Row(
        village.name,
        village.address.rpartition("/")[2],
        village.district.name if village.district else "",
        kind_of(village).slug,
        joined.slug if joined else "",
        standing_now(village).slug,
        str(date) if date.known else "",
    )
