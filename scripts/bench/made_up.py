"""The lines of made-up records: every text that readers see says that it is made up ("sintetis")."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from sadar.regions import BOUNDS, Village

STATUSES = ("planned", "launched", "certified", "awarded")
KINDS = {"launched": "launch", "certified": "certification", "awarded": "award"}
UNITS = ("people", "workers", "households")


def launch(villages: Sequence[Village], status: str, date: str, address: str, chance: random.Random) -> Iterator[str]:
    """The record of the ceremony at which these villages took one step."""
    yield f"date: {date}"
    yield f"kind: {KINDS.get(status, 'launch')}"
    yield f"status: {'cancelled' if status == 'planned' else 'held'}"
    yield f'venue: "Aula sintetis, {villages[0].regency.name}"'
    yield f"time_zone: {villages[0].province.time_zone}"
    yield "villages:"
    yield from (f"  - {village.address}" for village in villages)
    yield "officials:"
    for number in range(chance.randint(1, 4)):
        yield f'  - name: "Pejabat Sintetis {number}"'
        yield f'    role: "Jabatan sintetis {number}"'
        yield f'    organisation: "Lembaga Sintetis {number % 2}"'
    yield from _sources(f"acara-{address}", 1)


def village(village: Village, status: str, date: str, launch: str, chance: random.Random) -> Iterator[str]:
    """The record of a village that took one step at a ceremony."""
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
        yield from _quote(chance)
    yield from _notes(village, chance)
    if chance.random() < 0.2:
        yield from _coordinates(village, chance)
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


def _quote(chance: random.Random) -> Iterator[str]:
    yield "quotes:"
    yield '  - speaker: "Pejabat Sintetis"'
    yield '    role: "Kepala kantor sintetis"'
    yield f'    text: "Kutipan sintetis nomor {chance.randrange(10**6)} untuk mengukur, bukan ucapan siapa pun."'
    yield "    source: sintetis-1"


def _notes(village: Village, chance: random.Random) -> Iterator[str]:
    for number in range(chance.randint(0, 2)):
        if number == 0:
            yield "notes:"
        yield from note(village.name, str(chance.randrange(10**6)))


def note(name: str, which: str) -> Iterator[str]:
    """One entry of a village's notes."""
    yield "  - kind: context"
    yield f'    id: "Catatan sintetis {which} untuk mengukur kecepatan; bukan fakta tentang {name}."'
    yield f'    en: "Synthetic note {which} for measuring speed; no fact about {name}."'


def _coordinates(village: Village, chance: random.Random) -> Iterator[str]:
    box = BOUNDS[village.province.code]
    yield "coordinates:"
    yield f"  latitude: {(box.south + box.north) / 2 + chance.uniform(-0.1, 0.1):.4f}"
    yield f"  longitude: {(box.west + box.east) / 2 + chance.uniform(-0.1, 0.1):.4f}"
    yield "  source: https://sintetis.example/letak"


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
