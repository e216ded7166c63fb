"""The description of the open data for programs: a data package by <https://datapackage.org>, version 2."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sadar.outputs.data.cells import BETWEEN
from sadar.outputs.data.columns import Column
from sadar.outputs.data.tables import TABLES, Table
from sadar.pages import Site, addresses
from sadar.wording import wording

VERSION = "1.0.0"  # a column more raises the second number; one less, or one that means something else, the first

_PROFILES = "https://datapackage.org/profiles/2.0"
_DATE = r"\d{4}(-\d\d(-\d\d)?)?"
_MEDIA_TYPES = {"json": "application/json", "geojson": "application/geo+json"}
_OWN = {"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/", "title": "CC BY 4.0"}
_REGIONS = {"name": "ODbL-1.0", "path": "https://opendatacommons.org/licenses/odbl/1-0/", "title": "ODbL 1.0"}

Part = dict[str, object]  # of the description


def as_package(site: Site) -> str:
    """`datapackage.json`; what it says to people, it says in every language of the site."""
    package: Part = {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": "desa-sadar",
        "title": _said(site, "site.full_name"),
        "description": _said(site, "data.package"),
        "version": VERSION,
        "created": f"{site.today}T00:00:00Z",
        "licenses": [_OWN, _REGIONS],
        "sources": [
            {"title": _said(site, "data.reports"), "path": "sources.csv"},
            {"title": "idn-area-data", "path": "https://www.npmjs.com/package/idn-area-data"},
        ],
        "resources": [part for table in TABLES for part in _resources(table, site)],
    }
    if site.url:
        package["homepage"] = addresses.public(site.url, "id", addresses.DATA)
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _resources(table: Table, site: Site) -> Iterator[Part]:
    """The table as CSV with its schema, and the same in its other forms."""
    ending, *others = table.endings(site.campaign)
    about: Part = {
        "title": _said(site, f"data_table.{table.name}"),
        "description": _said(site, f"data_about.{table.name}"),
        "licenses": [_OWN, _REGIONS] if table.names_regions else [_OWN],
    }
    yield {
        "name": table.name,
        "type": "table",
        "path": f"{table.name}.{ending}",
        "format": "csv",
        **({"compression": "gz"} if ending == "csv.gz" else {}),
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **about,
        "schema": _schema(site, table),
    }
    for ending in others:
        yield {
            "name": f"{table.name}-{ending}",
            "path": f"{table.name}.{ending}",
            "format": ending,
            "mediatype": _MEDIA_TYPES[ending],
            "encoding": "utf-8",
            **about,
        }


def _schema(site: Site, table: Table) -> Part:
    schema: Part = {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fields": [_field(site, table, column) for column in table.columns],
        "primaryKey": list(table.key),
    }
    if table.references:
        schema["foreignKeys"] = [
            {"fields": list(each.columns), "reference": {"resource": each.table, "fields": list(each.key)}}
            for each in table.references
        ]
    return schema


def _field(site: Site, table: Table, column: Column) -> Part:
    field: Part = {
        "name": column.name,
        "type": "string" if column.type == "date" else column.type,  # a date may be a month or a year only
        "description": _said(site, f"data_{table.name}.{column.name}"),
    }
    if column.type == "list":
        field |= {"delimiter": BETWEEN, "itemType": "string"}
    constraints: Part = {"required": True} if column.required else {}
    if column.choices:
        constraints["enum"] = list(column.choices)
    if column.type == "date":
        constraints["pattern"] = _DATE
    return field | ({"constraints": constraints} if constraints else {})


def _said(site: Site, name: str) -> str:
    return " / ".join(dict.fromkeys(wording(language).say(name) for language in site.languages))
