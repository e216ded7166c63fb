"""Records joined to regions and to each other; what cannot be joined is a problem and stays out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from pathlib import PurePosixPath

from sadar.benefits import Benefits
from sadar.campaign import Album, Campaign, Launch, Photo, Village, unread_addresses
from sadar.pictures import Picture
from sadar.problem import Problem
from sadar.records import PartialDate, PhotoRecord, VillageRecord
from sadar.records.filed import PHOTOS, Filed
from sadar.records.gathered import Gathered
from sadar.records.redirects import RedirectsRecord
from sadar.regions import Province, Regency, Regions, folded
from sadar.regions import Village as OfficialVillage

_LAUNCH = re.compile(r"/peluncuran/([^/]+/[^/]+)/")
UNRECORDED = "belum-tercatat"  # the folder of villages whose regency no source states


def join(gathered: Gathered, regions: Regions, size: int | None = None) -> tuple[Campaign, tuple[Problem, ...]]:
    """The campaign that the records make, and what could not be joined.

    `size` is the number of villages of the whole campaign, where these are the records of a part of it.
    """
    problems: list[Problem] = []
    albums = _albums(gathered)
    first = _first_addresses(gathered.redirects)
    launches = tuple(
        Launch(
            filed.address,
            filed.file,
            filed.record,
            albums.get(filed.file, Album()).photos,
            first.get(filed.address, filed.address),
        )
        for filed in gathered.launches
    )
    addresses = {filed.address for filed in gathered.villages} | unread_addresses(gathered.unread)
    problems.extend(problem for launch in launches for problem in _unknown_villages(launch, addresses))
    serving: dict[str, list[Launch]] = defaultdict(list)
    for launch in sorted(launches, key=_oldest_first):
        for address in launch.record.villages:
            serving[address].append(launch)
    villages: list[Village] = []
    for filed in gathered.villages:
        village = _village(filed, regions, serving[filed.address], albums.get(filed.file, Album()))
        if isinstance(village, Problem):
            problems.append(village)
        else:
            villages.append(village)
    newest_first = tuple(sorted(launches, key=_oldest_first, reverse=True))
    benefits = Benefits(
        {figure.id: figure for filed in gathered.figures for figure in filed.record.figures},
        gathered.income,
        gathered.laws.laws,
        gathered.figure_sources.sources,
    )
    campaign = Campaign(
        tuple(villages),
        newest_first,
        gathered.pages,
        gathered.counts,
        gathered.glossary,
        benefits,
        gathered.figures,
        gathered.redirects,
        gathered.ledger,
        gathered.unread,
        gathered.comments,
        gathered.pictures,
        albums,
        gathered.paths,
        len(villages) if size is None else size,
    )
    return campaign, tuple(problems)


def _first_addresses(redirects: RedirectsRecord) -> dict[str, str]:
    """By the address of each launch that moved, the one it was published under first."""
    # A move adds its redirect below the older ones, and lets those lead to the new place: the first is the oldest.
    moves = ((_LAUNCH.fullmatch(each.page), _LAUNCH.fullmatch(each.gone)) for each in reversed(redirects.redirects))
    return {page[1]: gone[1] for page, gone in moves if page and gone}


def _oldest_first(launch: Launch) -> tuple[PartialDate, str]:
    return launch.record.date, launch.address


def _unknown_villages(launch: Launch, known: Set[str]) -> Iterator[Problem]:
    for index, address in enumerate(launch.record.villages):
        if address not in known:
            yield Problem("village-without-record", launch.file, ("villages", index), {"given": address})


def _albums(gathered: Gathered) -> dict[PurePosixPath, Album]:
    """What records tell of photos, by the record's file; also those that can be joined to nothing else."""
    showable = {str(picture.file): picture for picture in gathered.pictures if not picture.faults}
    told = (
        *((filed.file, filed.record.photos) for filed in gathered.villages),
        *((filed.file, filed.record.photos) for filed in gathered.launches),
        (PHOTOS, gathered.page_photos.photos),
    )
    return {file: Album(records, tuple(_shown(file, records, showable))) for file, records in told if records}


def _shown(file: PurePosixPath, records: Iterable[PhotoRecord], showable: Mapping[str, Picture]) -> Iterator[Photo]:
    for record in records:
        if picture := showable.get(f"{file.parent}/photos/{record.file}"):
            yield Photo(record, picture)


def _village(
    filed: Filed[VillageRecord], regions: Regions, launches: Iterable[Launch], album: Album
) -> Village | Problem:
    province, regency_slug, _ = filed.address.split("/")
    regency = regions.regency_by_slug(province, regency_slug) or _unrecorded(regions.province(province), regency_slug)
    if regency is None:
        return Problem("regency-unknown", filed.file, (), {"given": f"{province}/{regency_slug}"})
    record = filed.record
    official = regions.village(record.code) if record.code else None
    if record.code and (official is None or not _is_the_one(official, record, regency)):
        return _wrong_code(filed, regions, regency, official)
    return Village(filed.address, filed.file, record, regency, official, tuple(launches), album.photos)


def _is_the_one(official: OfficialVillage, record: VillageRecord, regency: Regency) -> bool:
    """Whether a code belongs to a village of the record's name in the folder's regency."""
    # The list writes "Desa Adat Yokiwa" where everyone, the village included, says Yokiwa.
    names = {folded(record.name), folded(f"Desa Adat {record.name}")}
    return official.regency == regency and folded(official.name) in names


def _wrong_code(
    filed: Filed[VillageRecord], regions: Regions, regency: Regency, official: OfficialVillage | None
) -> Problem:
    """What is wrong with a code, and the code of the village that the name and the folder mean."""
    given = filed.record.code or ""
    near = next(iter(regions.nearest(filed.record.name, regency, limit=1) if regency.code else ()), None)
    details = {"given": given, "name": filed.record.name}
    if near:
        details |= {"nearest": f"{near.code} {near.name}, {near.district.name}"}
    if official:
        details["belongs"] = f"{official.name}, {official.district.name}, {official.regency.name}"
    dotted = f"{given[:2]}.{given[2:4]}.{given[4:6]}.{given[6:]}"
    without_points = given.isdigit() and regions.village(dotted) is not None
    if without_points:
        rule, instead = "code-without-points", dotted
    else:
        rule = "code-of-another" if official else "code-of-statistics" if given.isdigit() else "code-unknown"
        instead = near.code if near else ""
    return Problem(rule, filed.file, ("code",), details | {"instead": instead}, instead=instead or None)


def _unrecorded(province: Province | None, regency_slug: str) -> Regency | None:
    """Stands for the regency where no source states it: it has no code, and its folder is `belum-tercatat`."""
    if province is None or regency_slug != UNRECORDED:
        return None
    return Regency("", "Belum tercatat", "kabupaten", province)
