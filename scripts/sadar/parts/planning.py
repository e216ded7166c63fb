"""Which parts there are, and a digest of all that each is made from."""

from __future__ import annotations

import pickle
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from sadar.campaign import Launch
from sadar.outputs.browse import rows_by_province
from sadar.pages.ceremonies import by_year, is_split
from sadar.pages.list_kinds import Choice
from sadar.pages.lists import too_long
from sadar.pages.roll import Roll
from sadar.pages.site import events_of
from sadar.parts.apart import Common, Files
from sadar.parts.areas import AreaJob
from sadar.parts.record import Made
from sadar.parts.regency import Regencies, RegencyJob, summaries_of
from sadar.parts.shared import NOT_YET, Shared, digest_of
from sadar.parts.survey import Survey
from sadar.records.filed import Filed
from sadar.records.launch import LaunchRecord


def regency_jobs(
    common: Shared, files: Files, seen: Survey, read: Common, before: Made, folder: Path
) -> Iterator[tuple[str, str, RegencyJob]]:
    """Each regency with its digest and its job."""
    serving: dict[str, list[Filed[LaunchRecord]]] = defaultdict(list)
    for _, filed in read.launches.values():
        for regency in dict.fromkeys(address.rpartition("/")[0] for address in filed.record.villages):
            serving[regency].append(filed)
    for name, own in files.regencies.items():
        last = before.regencies.get(name)
        yield regency_job(common, seen, folder, name, own, tuple(serving[name]), last[1].kept if last else "")


def regency_job(
    common: Shared,
    seen: Survey,
    folder: Path,
    name: str,
    files: tuple[str, ...],
    launches: tuple[Filed[LaunchRecord], ...],
    before: str,
) -> tuple[str, str, RegencyJob]:
    """A regency with its digest and its job; `launches` are all that name one of its villages."""
    around = digest_of(common.around, common.scale, pickle.dumps(common.campaign.redirects))
    stamps = {path: seen.files[path] for path in (*files, *(str(filed.file) for filed in launches))}
    digest = digest_of(around, *stamps.items())
    job = RegencyJob(NOT_YET, name, files, launches, around, stamps, before, _kept(folder, name, digest))
    return name, digest, job


def _kept(folder: Path, name: str, digest: str) -> str:
    return str(folder / "kept" / f"{name}-{digest[:12]}")


def area_jobs(
    common: Shared, read: Common, after: Made, before: Made, seen: Survey, folder: Path, only: Container[str] | None
) -> Iterator[tuple[str, str, AreaJob]]:
    """Each province, then each regency, with its digest and its job; what the regencies keep is there.

    Where `only` is given, of these alone.
    """
    split = _split(after.regencies)
    provinces: dict[str, list[str]] = defaultdict(list)
    for name in after.regencies:
        provinces[name.split("/")[0]].append(name)
    # Whether a year's page is too long depends on the number of its ceremonies only.
    of_years = by_year(events_of(read.campaign.launches, Roll.of(())))
    long = frozenset(year for year, events in of_years.items() if is_split(events))
    serving = _serving(read.campaign.launches, seen, only)
    # The large ones first, so that at the end no process waits for one.
    largest = sorted(provinces, key=lambda name: -len(serving[name]))
    # The regency of most files last: only such have pages of districts, and the last one asks for frames.
    wide = max(after.regencies, key=lambda name: after.regencies[name][1].files, default="")
    names = (*largest, *sorted(after.regencies, key=lambda name: name == wide))
    for name in (each for each in names if only is None or each in only):
        own = provinces.get(name, [name])
        named = {regency for each in serving[name] for regency in each.regencies}
        others = sorted((named & after.regencies.keys()) - set(own))
        told = [(each, after.regencies[each][1].listed) for each in (*own, *others)]
        lists_here, years = (split, long) if name in provinces else (frozenset[Choice](), frozenset[int]())
        here = sorted((choice.facet, choice.slug) for choice in lists_here)
        stamps = [each.stamp for each in serving[name]]
        digest = digest_of(common.around, common.scale, told, *stamps, here, sorted(years))
        last = before.areas.get(name)
        yield (
            name,
            digest,
            AreaJob(
                NOT_YET,
                name,
                tuple(after.regencies[each][1].kept for each in own),
                tuple(after.regencies[each][1].kept for each in others),
                tuple(each.launch for each in serving[name]),
                lists_here,
                years,
                name in provinces and rows_by_province(common.size),
                last[1].kept if last else "",
                _kept(folder, f"areas/{name}", digest),
            ),
        )


def touched(common: Common, after: Made, before: Made) -> frozenset[str] | None:
    """The areas that may not be as they were, where since then nothing has changed but records of regencies.

    None where lists are parted in another way, which every province tells.
    """
    if _split(after.regencies) != _split(before.regencies):
        return None
    changed = [name for name, part in after.regencies.items() if part != before.regencies[name]]
    within = tuple(f"{name}/" for name in changed)
    told = (launch.record.villages for launch in common.campaign.launches)
    named = (
        address.rpartition("/")[0] for own in told if any(each.startswith(within) for each in own) for address in own
    )
    return frozenset(area for name in {*changed, *named} for area in (name, name.split("/")[0]))


def _split(regencies: Regencies) -> frozenset[Choice]:
    """The lists that are too long for one page."""
    lists: Counter[Choice] = Counter()
    for each in summaries_of(regencies).values():
        lists.update({choice: counted.all for choice, counted in each.lists.items()})
    return frozenset(choice for choice, count in lists.items() if too_long(count))


class _Serving(NamedTuple):
    """A ceremony, the regencies of its villages, and what tells it from what it was."""

    launch: Launch
    regencies: tuple[str, ...]
    stamp: str


def _serving(launches: Iterable[Launch], seen: Survey, only: Container[str] | None) -> defaultdict[str, list[_Serving]]:
    """The ceremonies of each province and each regency, or `only` of these, in their order."""
    found: defaultdict[str, list[_Serving]] = defaultdict(list)
    for launch in launches:
        regencies = tuple(dict.fromkeys(address.rpartition("/")[0] for address in launch.record.villages))
        areas = (*dict.fromkeys(regency.split("/")[0] for regency in regencies), *regencies)
        if wanted := [area for area in areas if only is None or area in only]:
            stamp = f"{launch.address} {launch.first_address} {seen.files[str(launch.file)].hex()}"
            each = _Serving(launch, regencies, stamp)
            for area in wanted:
                found[area].append(each)
    return found
