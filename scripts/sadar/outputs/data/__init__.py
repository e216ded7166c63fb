"""The open data below `data/v1/`: every table as CSV and JSON, villages one by one, and the description of it all.

It has no language: texts stand in it in both. Beside its page a village has one file here; in a large campaign the
villages of a regency share one, for a host takes about 200,000 files, and the country has 83,762 villages.
"""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby
from pathlib import PurePosixPath

from sadar.campaign import Village
from sadar.outputs.data import villages
from sadar.outputs.data.cells import as_json, csv_head, csv_lines, one_line, values
from sadar.outputs.data.geojson import as_geojson, features
from sadar.outputs.data.package import as_package
from sadar.outputs.data.tables import TABLES, Row
from sadar.pages import Site, addresses

__all__ = ["TABLES", "Fragment", "data_files", "fragments", "joined_files", "village_files"]


@dataclass(frozen=True, slots=True)
class Fragment:
    """The rows of a part of the campaign in one table, as lines of each form that the table has."""

    csv: bytes = b""
    json: tuple[str, ...] = ()
    geojson: tuple[str, ...] = ()


def data_files(site: Site) -> Iterator[tuple[PurePosixPath, str | bytes]]:
    """Every file of the open data."""
    yield from joined_files(site, [dict(fragments(part)) for part in _by_regency(site)])
    yield from village_files(site)


def _by_regency(site: Site) -> Iterator[Site]:
    """The campaign of each regency, without ceremonies: parts of the site make their rows each for itself."""
    for _, own in groupby(site.campaign.villages, key=lambda village: village.address.rpartition("/")[0]):
        yield replace(site, campaign=replace(site.campaign, villages=tuple(own), launches=()))


def fragments(site: Site) -> Iterator[tuple[str, Fragment]]:
    """By table, what the villages of a campaign, or of a part of one, add to it."""
    for table in TABLES:
        if table.of_villages:
            rows = tuple(table.of_villages(site))
            form, *others = table.endings(site.campaign)
            geojson = tuple(features(rows)) if "geojson" in others else ()
            json = tuple(map(one_line, rows)) if "json" in others else ()
            yield table.name, Fragment(_packed(form, csv_lines(table, rows)), json, geojson)


def joined_files(site: Site, parts: Sequence[Mapping[str, Fragment]]) -> Iterator[tuple[PurePosixPath, str | bytes]]:
    """The tables, their description and the files of the provinces, from fragments of parts in the villages' order."""
    for table in TABLES:
        rest = tuple(table.of_all(site)) if table.of_all else ()
        own = [part[table.name] for part in parts if table.name in part]
        for ending in table.endings(site.campaign):
            path = PurePosixPath(addresses.of_table(table.name, ending))
            match ending:
                case "csv" | "csv.gz":
                    first, last = (_packed(ending, text) for text in (csv_head(table), csv_lines(table, rest)))
                    yield path, b"".join((first, *(each.csv for each in own), last))
                case "json":
                    yield path, as_json((*chain.from_iterable(each.json for each in own), *map(one_line, rest)))
                case _:
                    yield path, as_geojson(chain.from_iterable(each.geojson for each in own))
    yield PurePosixPath(addresses.DATA_PACKAGE), as_package(site)
    lines = [line for part in parts for line in part["villages"].json]
    for province, within in villages.by_province(site).items():
        head = one_line(values(villages.province_row(site, province, within.values())))
        if site.campaign.large:
            # What its villages are stands in the files of its regencies.
            files = dict.fromkeys(addresses.of_village_data(each, large=True) for each in within.values())
            more = f'"regencies":{one_line([file.split("/", 2)[2] for file in files])}'
        else:
            more = f'"villages":[{",".join(lines[at] for at in within)}]'
        yield PurePosixPath(addresses.of_province_data(province)), f"{head[:-1]},{more}}}\n"


def village_files(site: Site) -> Iterator[tuple[PurePosixPath, str | bytes]]:
    """What there is to know of each village: a file each, in a large campaign one for each regency."""
    large = site.campaign.large
    grouped: dict[str, list[str]] = defaultdict(list)
    for village in site.campaign.villages:
        whole = _whole(site, village)
        path = addresses.of_village_data(village, large=large)
        grouped[path].append(one_line(_known(whole) if large else whole))
    for path, lines in grouped.items():
        yield PurePosixPath(path), _packed(path, as_json(lines)) if large else f"{lines[0]}\n"


def _packed(form: str, text: str) -> bytes:
    """A text in UTF-8, where the form says so as a member of a gzip file: members one after the other are one file."""
    data = text.encode()
    return gzip.compress(data, mtime=0) if form.endswith(".gz") and data else data


def _whole(site: Site, village: Village) -> dict[str, object]:
    """A village's row with all rows of the other tables that are about it, less the column that says so.

    In a large campaign ceremonies are told by their addresses: they have a table, and told again for each of their
    villages they were 20 MB of the country's data.
    """
    large, launches = site.campaign.large, village.launches
    lists = {
        "steps": _without("village", villages.step_rows(village)),
        "launches": [each.address if large else values(villages.launch_row(site, each)) for each in launches],
        "figures": _without("village", villages.village_figure_rows(village)),
        "notes": _without("record", villages.note_rows(village)),
        "sources": _without("record", villages.source_rows(village)),
    }
    return values(villages.village_row(site, village)) | lists


def _known(value: object) -> object:
    """What is known of a village: keys without a value were another 30 MB."""
    if isinstance(value, dict):
        return {name: _known(each) for name, each in value.items() if each not in (None, (), [])}
    return [_known(each) for each in value] if isinstance(value, list) else value


def _without(column: str, rows: Iterable[Row]) -> list[dict[str, object]]:
    return [{name: value for name, value in values(row).items() if name != column} for row in rows]
