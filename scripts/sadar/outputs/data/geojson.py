"""The villages whose position is recorded, as GeoJSON (RFC 7946: longitude before latitude)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sadar.outputs.data.cells import one_line
from sadar.outputs.data.rows import VillageRow
from sadar.outputs.data.tables import Row


def as_geojson(lines: Iterable[str]) -> str:
    """A collection of features, each on a line of its own; empty where no record has coordinates."""
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"


def features(rows: Iterable[Row]) -> Iterator[str]:
    """A line for each village whose position is known."""
    return (one_line(_feature(row)) for row in rows if isinstance(row, VillageRow) and row.latitude is not None)


def _feature(row: VillageRow) -> dict[str, object]:
    point = {"type": "Point", "coordinates": [row.longitude, row.latitude]}
    return {"type": "Feature", "id": row.address, "geometry": point, "properties": row}
