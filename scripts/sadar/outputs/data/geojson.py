"""The villages whose position is recorded, as GeoJSON (RFC 7946: longitude before latitude)."""

from __future__ import annotations

from collections.abc import Iterable

from sadar.outputs.data.cells import one_line
from sadar.outputs.data.rows import VillageRow
from sadar.outputs.data.tables import Table


def as_geojson(_: Table, rows: Iterable[VillageRow]) -> str:
    """A collection, each village on a line of its own; empty where no record has coordinates."""
    lines = (one_line(_feature(row)) for row in rows if row.latitude is not None)
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"


def _feature(row: VillageRow) -> dict[str, object]:
    point = {"type": "Point", "coordinates": [row.longitude, row.latitude]}
    return {"type": "Feature", "id": row.address, "geometry": point, "properties": row}
