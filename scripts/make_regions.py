"""`python scripts/make_regions.py` writes the official list of regions that `sadar.regions` reads, and its notice.

The list comes from the npm package `idn-area-data`, fetched with `npm pack` or read from an unpacked `--package`
folder. Needs nothing but the standard library; a second run writes the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import io
import sys
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from pathlib import Path

import npm_package

PACKAGE = "idn-area-data"
VERSION = "4.0.1"
COUNTS = {"provinces": 38, "regencies": 514, "districts": 7_285, "villages": 83_762}
FOLDER = Path(__file__).resolve().parent / "sadar" / "regions"

Row = Mapping[str, str]

_NOTICE = """\
<!-- Written by scripts/make_regions.py. -->

# Where `official.txt.gz` comes from

`official.txt.gz` contains information from [{package}](https://www.npmjs.com/package/{package}) {version} by
fityannugroho and contributors, which is made available under the Open Database License (ODbL) 1.0. It is a derivative
database and is made available here under the same licence: <https://opendatacommons.org/licenses/odbl/1-0/>. The
MIT licence of this project's code does not apply to it.

- Source: `data/provinces.csv`, `regencies.csv`, `districts.csv` and `villages.csv` of the npm package
  `{package}@{version}`; its islands are left out.
- Size: {provinces:,} provinces, {regencies:,} regencies and cities, {districts:,} districts, {villages:,} villages.
- Edition: Keputusan Menteri Dalam Negeri (Kepmendagri) No 300.2.2-2138 Tahun 2025. The package itself names no edition:
  its README points to `docs/references.md` in <https://github.com/fityannugroho/idn-area-data>, where the newest entry,
  REF-2025-1, is this decree (written "2L38" there).

What was changed:

- {mended} names carried `"` where `'` is meant; they carry `'` here. White space is collapsed. All else is as it was.
- The four tables became one text, grouped by province, regency and district; codes that follow from the line before
  are left out. `listing.py` beside this file says how it is read.

To make both files again: `python scripts/make_regions.py`.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the list and its notice; exit code 0 written, 2 with one sentence when that cannot be done."""
    parser = argparse.ArgumentParser(prog="make_regions.py", description=__doc__)
    parser.add_argument("--package", type=Path, metavar="DIR", help=f"an unpacked {PACKAGE} {VERSION}, instead of npm")
    folder: Path | None = parser.parse_args(arguments).package
    try:
        files = npm_package.texts(PACKAGE, VERSION, [f"data/{table}.csv" for table in COUNTS], folder)
        tables = {table: read(files[f"data/{table}.csv"]) for table in COUNTS}
        _examine(tables)
        text = listing(**tables)
    except (OSError, ValueError, KeyError) as fault:
        print(f"The list of regions was not made: {fault}", file=sys.stderr)
        return 2
    mended = sum('"' in row["name"] for table in tables.values() for row in table)
    (FOLDER / "official.txt.gz").write_bytes(packed(text))
    notice = _NOTICE.format(package=PACKAGE, version=VERSION, mended=mended, **COUNTS)
    (FOLDER / "NOTICE.md").write_text(notice, encoding="utf-8", newline="\n")
    return 0


def read(table: str) -> list[Row]:
    """The rows of one CSV table, by column name."""
    return list(csv.DictReader(io.StringIO(table)))


def mend(name: str) -> str:
    """The name with `'` where the package has `"`, and single spaces."""
    return " ".join(name.replace('"', "'").split())


def listing(provinces: list[Row], regencies: list[Row], districts: list[Row], villages: list[Row]) -> str:
    """The four tables as one text in the form `sadar.regions.listing` reads; ValueError for a name that breaks it."""
    regencies_of = _grouped(regencies, "province_code")
    districts_of = _grouped(districts, "regency_code")
    villages_of = _grouped(villages, "district_code")
    blocks: list[list[str]] = []
    for province in sorted(provinces, key=itemgetter("code")):
        blocks.append([f"{province['code']}={_line(province)}"])
        for regency in regencies_of.get(province["code"], []):
            block = [f"{regency['code']}={_line(regency)}"]
            for district in districts_of.get(regency["code"], []):
                block.append(f".{district['code'][6:]}={_line(district)}")
                block.extend(_village_lines(villages_of.get(district["code"], [])))
            blocks.append(block)
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def packed(text: str) -> bytes:
    """The text as gzip without time, file name or system, so that the same text gives the same bytes."""
    written = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=written, mtime=0) as file:
        file.write(text.encode())
    return written.getvalue()


def _village_lines(villages: Sequence[Row]) -> Iterator[str]:
    before = 0
    for village in villages:
        number = int(village["code"][9:])
        yield _line(village) if number == before + 1 else f"{number}={_line(village)}"
        before = number


def _grouped(rows: list[Row], column: str) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = {}
    for row in sorted(rows, key=itemgetter("code")):
        groups.setdefault(row[column], []).append(row)
    return groups


def _line(row: Row) -> str:
    name = mend(row["name"])
    if not name or "=" in name or name.startswith("."):
        raise ValueError(f"the name {name!r} of {row['code']} cannot be told from the list's own marks.")
    return name


def _examine(tables: Mapping[str, list[Row]]) -> None:
    for table, wanted in COUNTS.items():
        if (found := len(tables[table])) != wanted:
            raise ValueError(f"{table}.csv must hold {wanted} rows, but it holds {found}.")


if __name__ == "__main__":
    raise SystemExit(main())
