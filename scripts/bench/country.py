"""`python scripts/bench/country.py FOLDER N [--seed S]` writes a campaign of N villages to measure with.

Names, codes and addresses are those of the official list; everything else is made up, and every text says so
("sintetis"). The same N and seed give the same bytes.
"""

from __future__ import annotations

import argparse
import random
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from sadar.regions import BOUNDS, Regency, Village, official

PROJECT = Path(__file__).resolve().parent.parent.parent
CONTENT = PROJECT / "tests" / "right"
STATUSES = ("planned", "launched", "certified", "awarded")
SHARES = (10, 55, 25, 10)  # percent of the villages
AT_ONCE = 12  # villages of a ceremony, at most
UNITS = ("people", "workers", "households")


def main() -> None:
    """Write the campaign."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("villages", type=int)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    write(chosen.folder, chosen.villages, chosen.seed)


def write(root: Path, count: int, seed: int = 1) -> None:
    """A campaign of `count` villages, whole regencies at a time, in the folder `root`, which must not exist yet."""
    shutil.copytree(CONTENT / "content", root / "content")
    shutil.copy(CONTENT / "mkdocs.yml", root)
    chance = random.Random(seed)  # noqa: S311 (makes up records, not secrets)
    regencies = list(official().regencies())
    chance.shuffle(regencies)
    left = count
    for regency in regencies:
        villages = official().villages(regency)[:left]
        left -= len(villages)
        for number, group in enumerate(_groups(villages, chance)):
            _ceremony(root / "villages", regency, group, number, chance)


def _groups(villages: Sequence[Village], chance: random.Random) -> Iterator[Sequence[Village]]:
    """The villages of a regency as they share ceremonies."""
    at = 0
    while at < len(villages):
        size = chance.randint(1, AT_ONCE)
        yield villages[at : at + size]
        at += size


def _ceremony(root: Path, regency: Regency, villages: Sequence[Village], number: int, chance: random.Random) -> None:
    year, month, day = chance.randint(2017, 2025), chance.randint(1, 12), chance.randint(1, 28)
    date = f"{year}-{month:02}-{day:02}"
    address = f"{year}/{date}-{regency.slug}-{number}"
    [status] = chance.choices(STATUSES, SHARES)
    planned = status == "planned"
    kind = {"launched": "launch", "certified": "certification", "awarded": "award"}.get(status, "launch")
    lines = [
        f"date: {date}",
        f"kind: {kind}",
        f"status: {'cancelled' if planned else 'held'}",
        f'venue: "Aula sintetis {number}, {regency.name}"',
        f"time_zone: {regency.province.time_zone}",
        "villages:",
        *(f"  - {village.address}" for village in villages),
        *_officials(chance),
        *_sources(f"acara-{address}", 1),
    ]
    _put(root / "launches" / address / "launch.yml", lines)
    for village in villages:
        _put(root / village.address / "village.yml", list(_village(village, status, date, address, chance)))


def _village(village: Village, status: str, date: str, launch: str, chance: random.Random) -> Iterator[str]:
    yield f'name: "{village.name}"'
    yield f"code: {village.code}"
    yield f"kind: {village.kind}"
    if chance.random() < 0.05:
        yield "also_known_as:"
        yield f'  - "{village.name} Sintetis"'
    yield "standing:"
    yield f"  - status: {status}"
    yield f"    date: {date}"
    if status != "planned":
        yield f"    launch: {launch}"
    yield "    sources: [sintetis-1]"
    yield from _figures(date, chance)
    if chance.random() < 0.3:
        yield "quotes:"
        yield '  - speaker: "Pejabat Sintetis"'
        yield '    role: "Kepala kantor sintetis"'
        yield f'    text: "Kutipan sintetis nomor {chance.randrange(10**6)} untuk mengukur, bukan ucapan siapa pun."'
        yield "    source: sintetis-1"
    for number_of_note in range(chance.randint(0, 2)):
        if number_of_note == 0:
            yield "notes:"
        yield "  - kind: context"
        number = chance.randrange(10**6)
        yield f'    id: "Catatan sintetis {number} untuk mengukur kecepatan; bukan fakta tentang {village.name}."'
        yield f'    en: "Synthetic note {number} for measuring speed; no fact about {village.name}."'
    if chance.random() < 0.2:
        box = BOUNDS[village.province.code]
        yield "coordinates:"
        yield f"  latitude: {(box.south + box.north) / 2 + chance.uniform(-0.1, 0.1):.4f}"
        yield f"  longitude: {(box.west + box.east) / 2 + chance.uniform(-0.1, 0.1):.4f}"
        yield "  source: https://sintetis.example/letak"
    yield from _sources(village.code, chance.randint(1, 3))


def _figures(date: str, chance: random.Random) -> Iterator[str]:
    for number in range(chance.randint(0, 2)):
        if number == 0:
            yield "figures:"
        yield "  - measure:"
        yield f'      id: "Sintetis: warga terdaftar ({number})"'
        yield f'      en: "Synthetic: residents enrolled ({number})"'
        yield f"    value: {chance.randint(20, 900)}"
        yield f"    unit: {UNITS[number]}"
        yield f"    as_of: {date}"
        yield "    source: sintetis-1"


def _officials(chance: random.Random) -> Iterator[str]:
    yield "officials:"
    for number in range(chance.randint(1, 4)):
        yield f'  - name: "Pejabat Sintetis {number}"'
        yield f'    role: "Jabatan sintetis {number}"'
        yield f'    organisation: "Lembaga Sintetis {number % 2}"'


def _sources(name: str, count: int) -> Iterator[str]:
    yield "sources:"
    for number in range(1, count + 1):
        yield f"  sintetis-{number}:"
        yield '    publisher: "Sintetis: penerbit buatan"'
        yield '    title: "Sintetis: judul buatan"'
        yield f"    url: https://sintetis.example/{name}/{number}"
    yield "checked:"
    yield '  by: "Sintetis"'
    yield "  date: 2026-11-23"


def _put(path: Path, lines: Sequence[str]) -> None:
    path.parent.mkdir(parents=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
