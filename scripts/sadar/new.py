"""A record with its known fields filled, and the rest in comments for the editor."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from sadar.records import PartialDate
from sadar.records.launch import LaunchRecord
from sadar.records.village import Kind
from sadar.regions import Village, official

_LISTED = 20


class NewError(Exception):
    """Why no record was made, and what to type instead."""


def new_village(root: Path, name: str, today: PartialDate) -> Path:
    """Write `village.yml` of the village that `name` means; its path.

    `name` is "Loa Duri Ilir", "Sidomulyo, Kota Batu" or a code. NewError where it means none or several.
    """
    village = _village(name)
    target = root / "villages" / village.address / "village.yml"
    kind = village.kind if village.kind in get_args(Kind) else "desa"
    return _written(
        target,
        f"""\
# {village.name}, Kecamatan {village.district.name}, {village.regency.name}, {village.province.name}
name: {_quoted(village.name)}
code: {village.code}
kind: {kind}            # {", ".join(get_args(Kind))}

standing:
  - status:            # planned, launched, certified, awarded, ended
    date:              # 2018-09-18, 2018-09, 2018 atau unknown
    # launch: 2018/2018-09-18-nama   # alamat acaranya, jika ada
    sources: [sumber-1]

# also_known_as: [nama lain]
# figures:
#   - measure: {{id: Warga terdaftar, en: Residents enrolled}}
#     value: 1200
#     unit: people
#     as_of: 2019-08-15
#     source: sumber-1
# notes:
#   - kind: context    # contradiction, date, name, context
#     id: ""
#     en: ""

sources:
  sumber-1:
    publisher:
    title:
    url:

checked:
  by: redaksi
  date: {today}
""",
    )


def new_launch(root: Path, date: str, addresses: Sequence[str], today: PartialDate) -> Path:
    """Write `launch.yml` of a ceremony on `date` (a day, month or year) for villages that have records; its path."""
    if not re.fullmatch(r"unknown|\d{4}(-\d\d(-\d\d)?)?", date):
        raise NewError(f"The date must be 2018-09-18, 2018-09, 2018 or unknown, not {date}.")
    for address in addresses:
        if not (root / "villages" / address / "village.yml").is_file():
            raise NewError(f"{address} has no record. Make it first: sadar new village NAME")
    province = official().province(addresses[0].split("/")[0])
    first = addresses[0].rsplit("/", 1)[1]
    folder = f"{date[:4]}/{date}-{first}" if date != "unknown" else f"tanpa-tahun/{first}"
    target = root / "villages" / "launches" / folder / "launch.yml"
    villages = "\n".join(f"  - {address}" for address in addresses)
    kinds = get_args(LaunchRecord.model_fields["kind"].annotation)
    return _written(
        target,
        f"""\
date: {date}
kind: launch           # {", ".join(kinds)}
status: held           # planned, held, postponed, cancelled
venue:
time_zone: {province.time_zone if province else "WIB"}

villages:
{villages}

# officials:
#   - name:
#     role:
#     organisation:

sources:
  sumber-1:
    publisher:
    title:
    url:

checked:
  by: redaksi
  date: {today}
""",
    )


def _village(name: str) -> Village:
    regions = official()
    if re.fullmatch(r"\d\d\.\d\d\.\d\d\.\d{4}", name):
        village = regions.village(name)
        if village is None:
            raise NewError(f"The code {name} is not in the official list.")
        return village
    wanted, _, within = name.partition(",")
    regencies = regions.regencies_named(within.strip()) if within else ()
    if within and not regencies:
        raise NewError(f"{within.strip()} is no regency or city of the official list.")
    found = [village for regency in regencies or (None,) for village in regions.named(wanted, regency)]
    if len(found) == 1:
        return found[0]
    if found:
        raise NewError(f"{len(found)} villages are called {wanted}. Give the code:\n{_listing(found)}")
    near = [village for regency in regencies or (None,) for village in regions.nearest(wanted, regency)]
    raise NewError(f"No village is called {wanted}. Perhaps one of these? Give the code:\n{_listing(near)}")


def _listing(villages: Sequence[Village]) -> str:
    lines = [
        f"  {village.code}  {village.name}, {village.district.name}, {village.regency.name}, {village.province.name}"
        for village in villages[:_LISTED]
    ]
    if len(villages) > _LISTED:
        lines.append(f'  … and {len(villages) - _LISTED} more; add the regency: "NAME, REGENCY"')
    return "\n".join(lines)


def _quoted(name: str) -> str:
    """A name as YAML: quoted where a sign in it could be read as YAML."""
    return name if re.fullmatch(r"[A-Za-z][A-Za-z ]*", name) else '"' + name.replace('"', '\\"') + '"'


def _written(path: Path, text: str) -> Path:
    if path.exists():
        raise NewError(f"There is a record already: {path}")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
