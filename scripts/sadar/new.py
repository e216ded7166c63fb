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
from sadar.wording import Wording

_LISTED = 20


class NewError(Exception):
    """Why no record was made: the name of a sentence in `messages/` (table `new`) with its details."""

    def __init__(self, sentence: str, villages: Sequence[Village] = (), **details: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.villages = tuple(villages)
        self.details = details

    def told(self, wording: Wording) -> str:
        """The sentence, and below it the villages that may be meant."""
        lines = [wording.say(f"new.{self.sentence}", **self.details)]
        lines += [f"  {village.code}  {_placed(village)}" for village in self.villages[:_LISTED]]
        if len(self.villages) > _LISTED:
            lines.append(wording.say("new.more", number=str(len(self.villages) - _LISTED)))
        return "\n".join(lines)


def new_village(root: Path, name: str, code: str | None, today: PartialDate) -> Path:
    """Write `village.yml` of the village that `name` means; its path.

    `name` is "Loa Duri Ilir" or "Sidomulyo, Kota Batu"; `code`, where given, decides. NewError where it means none or
    several.
    """
    village = _coded(code) if code else _named(name)
    target = root / "villages" / village.address / "village.yml"
    kind = village.kind if village.kind in get_args(Kind) else "desa"
    return _written(
        target,
        f"""\
# yaml-language-server: $schema=../../../../.vscode/schemas/village.schema.json
# {village.name}, Kecamatan {village.district.name}, {village.regency.name}, {village.province.name}
name: {_quoted(village.name)}
code: {village.code}
kind: {kind}  # {", ".join(get_args(Kind))}

standing:
  - status:  # planned, launched, certified, awarded, ended
    date:  # 2018-09-18, 2018-09, 2018 atau unknown
    # launch: 2018/2018-09-18-nama  # alamat acaranya, jika ada
    sources:
      - sumber-1

# also_known_as: [nama lain]
# figures:
#   - measure: {{id: Warga terdaftar, en: Residents enrolled}}
#     value: 1200
#     unit: people
#     as_of: 2019-08-15
#     source: sumber-1
# notes:
#   - kind: context  # contradiction, date, name, context
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
        raise NewError("not_a_date", given=date)
    for address in addresses:
        if not (root / "villages" / address / "village.yml").is_file():
            raise NewError("village_without_record", given=address)
    province = official().province(addresses[0].split("/")[0])
    first = addresses[0].rsplit("/", 1)[1]
    folder = f"{date[:4]}/{date}-{first}" if date != "unknown" else f"tanpa-tahun/{first}"
    target = root / "villages" / "launches" / folder / "launch.yml"
    villages = "\n".join(f"  - {address}" for address in addresses)
    kinds = get_args(LaunchRecord.model_fields["kind"].annotation)
    return _written(
        target,
        f"""\
# yaml-language-server: $schema=../../../../.vscode/schemas/launch.schema.json
date: {date}
kind: launch  # {", ".join(kinds)}
status: held  # planned, held, postponed, cancelled
venue:
# time: "09:30"
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


def _placed(village: Village) -> str:
    return f"{village.name}, {village.district.name}, {village.regency.name}, {village.province.name}"


def _coded(code: str) -> Village:
    village = official().village(code)
    if village is None:
        raise NewError("code_unknown", given=code)
    return village


def _named(name: str) -> Village:
    if re.fullmatch(r"\d\d\.\d\d\.\d\d\.\d{4}", name):
        return _coded(name)
    regions = official()
    wanted, _, within = (part.strip() for part in name.partition(","))
    regencies = regions.regencies_named(within) if within else ()
    if within and not regencies:
        raise NewError("regency_unknown", given=within)
    found = [village for regency in regencies or (None,) for village in regions.named(wanted, regency)]
    if len(found) == 1:
        return found[0]
    if found:
        raise NewError("several", found, given=wanted, number=str(len(found)))
    within_each = regencies or (None,)
    near = [village for regency in within_each for village in regions.beginning(wanted, regency)]
    near = near or [village for regency in within_each for village in regions.nearest(wanted, regency)]
    raise NewError("none" if not near else "none_but", near, given=wanted)


def _quoted(name: str) -> str:
    """A name as YAML: quoted where a sign in it could be read as YAML."""
    return (
        name
        if re.fullmatch(r"[A-Za-z][A-Za-z ]*", name)
        else '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
    )


def _written(path: Path, text: str) -> Path:
    if path.exists():
        raise NewError("exists", given=str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
