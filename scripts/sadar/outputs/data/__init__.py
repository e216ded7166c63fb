"""The open data below `data/v1/`: every table as CSV and JSON, villages one by one, and the description of it all.

It has no language: texts stand in it in both. Beside its page a village has one file here; in a large campaign the
villages of a regency share one, for a host takes about 200,000 files, and the country has 83,762 villages.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby
from pathlib import PurePosixPath

from sadar.outputs.data import villages
from sadar.outputs.data.cells import as_json, csv_head, known_values, one_line, values
from sadar.outputs.data.fragments import Fragment, Rows, fragment, fragments, packed, rows_of
from sadar.outputs.data.geojson import as_geojson
from sadar.outputs.data.package import as_package
from sadar.outputs.data.tables import TABLES, Row
from sadar.pages import Site, addresses
from sadar.pages.facts import RegencyTally
from sadar.pages.places import province_tallies
from sadar.pages.roll import Roll

__all__ = ["TABLES", "Fragment", "Rest", "data_files", "fragments", "joined_files", "rest", "rows_of", "village_files"]

Values = dict[str, object]  # of a row, by its columns

# What a village's own file tells besides its row and ceremonies: the table, and its column that says which village.
_ABOUT = {
    "steps": ("steps", "village"),
    "figures": ("village-figures", "village"),
    "notes": ("notes", "record"),
    "sources": ("sources", "record"),
}


def data_files(site: Site) -> Iterator[tuple[PurePosixPath, str | bytes]]:
    """Every file of the open data."""
    parts = {name: dict(fragments(part, rows_of(part))) for name, part in _by_regency(site)}
    yield from joined_files(
        rest(site, [each.counted for each in Roll.of(site.campaign.villages).summaries.values()]), parts
    )
    yield from village_files(site, rows_of(site))


def _by_regency(site: Site) -> Iterator[tuple[str, Site]]:
    """The campaign of each regency, without ceremonies: parts of the site make their rows each for itself."""
    for name, own in groupby(site.campaign.villages, key=lambda village: village.address.rpartition("/")[0]):
        yield name, replace(site, campaign=replace(site.campaign, villages=tuple(own), launches=()))


@dataclass(frozen=True, slots=True)
class Rest:
    """What the joined files hold besides the rows of villages.

    By table the forms of its files, and what stands there of ceremonies and the programme; by path of a province's file
    its head; and the description of it all.
    """

    forms: Mapping[str, tuple[str, ...]]
    rows: Mapping[str, Fragment]
    provinces: Mapping[str, str]
    package: str


def rest(site: Site, regencies: Sequence[RegencyTally], known: Mapping[str, Fragment] | None = None) -> Rest:
    """The rest of the joined files of a site, of whose villages it needs the counts alone, in the villages' order.

    `known` are the rows of ceremonies and the programme, where they are made already.
    """
    campaign = site.campaign
    provinces = sorted(province_tallies(regencies), key=lambda each: each.province.code)
    heads: dict[str, str] = {}
    for each in provinces:
        head = one_line(values(villages.province_row(site, each)))
        if campaign.large:
            # What its villages are stands in the files of its regencies.
            within = (own.regency for own in regencies if own.regency.province == each.province)
            files = [addresses.of_regency_data(regency).split("/", 2)[2] for regency in within]
            head = f'{head[:-1]},"regencies":{one_line(files)}}}'
        heads[addresses.of_province_data(each.province)] = head
    forms = {table.name: table.endings(campaign) for table in TABLES}
    counted = {table: tuple(table.of_counted(site, provinces)) for table in TABLES if table.of_counted}
    every = {table: tuple(table.of_all(site)) for table in TABLES if table.of_all} if known is None else {}
    made = {table.name: fragment(table, forms[table.name], own) for table, own in (counted | every).items()}
    return Rest(forms, {**(known or {}), **made}, heads, as_package(site))


def joined_files(
    rest: Rest, parts: Mapping[str, Mapping[str, Fragment]]
) -> Iterator[tuple[PurePosixPath, str | bytes]]:
    """The tables, their description and the files of the provinces.

    `parts` are the fragments of each regency by its address, in the villages' order.
    """
    for table in TABLES:
        own = [part[table.name] for part in parts.values() if table.name in part]
        own += [rest.rows[table.name]] if table.name in rest.rows else []
        for form in rest.forms[table.name]:
            path = PurePosixPath(addresses.of_table(table.name, form))
            match form:
                case "csv" | "csv.gz":
                    yield path, b"".join((packed(form, csv_head(table)), *(each.csv for each in own)))
                case "json":
                    yield path, as_json(chain.from_iterable(each.json for each in own))
                case _:
                    yield path, as_geojson(chain.from_iterable(each.geojson for each in own))
    yield PurePosixPath(addresses.DATA_PACKAGE), rest.package
    lines: dict[str, list[str]] = defaultdict(list)
    for address, part in parts.items():
        lines[address.split("/")[0]] += part["villages"].json
    for file, head in rest.provinces.items():
        own_lines = lines[PurePosixPath(file).stem]
        yield PurePosixPath(file), f'{head[:-1]},"villages":[{",".join(own_lines)}]}}\n' if own_lines else f"{head}\n"


def village_files(site: Site, rows: Rows) -> Iterator[tuple[PurePosixPath, str | bytes]]:
    """What there is to know of each village: a file each, in a large campaign one for each regency.

    `rows` are those of its villages.
    """
    large = site.campaign.large
    grouped: dict[str, list[str]] = defaultdict(list)
    told = known_values if large else values
    about = {name: _by_village(column, rows[table], told) for name, (table, column) in _ABOUT.items()}
    for village, row in zip(site.campaign.villages, rows["villages"], strict=True):
        lists: Values = {name: every.get(village.address, []) for name, every in about.items()}
        # In a large campaign ceremonies are told by their addresses: they have a table, and told again for each of
        # their villages they were 20 MB of the country's data.
        held = [each.address if large else values(villages.launch_row(site, each)) for each in village.launches]
        whole = told(row) | {
            name: each for name, each in ({"steps": [], "launches": held} | lists).items() if each or not large
        }
        path = addresses.of_village_data(village, large=large)
        grouped[path].append(one_line(whole))
    for path, lines in grouped.items():
        yield PurePosixPath(path), packed(path, as_json(lines)) if large else f"{lines[0]}\n"


def _by_village(column: str, rows: Iterable[Row], told: Callable[[Row], Values]) -> Mapping[str, list[Values]]:
    """Rows about villages by the village's address, less the column that holds it."""
    found: dict[str, list[Values]] = defaultdict(list)
    for row in rows:
        own = told(row)
        found[str(own.pop(column))].append(own)
    return found
