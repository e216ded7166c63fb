"""Typing mistakes, one in a name, drawn with a seed."""

from __future__ import annotations

import random
from collections.abc import Iterator

ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def _letters(name: str) -> Iterator[int]:
    return (at for at, letter in enumerate(name) if letter.isascii() and letter.isalpha())


def delete(name: str, chance: random.Random) -> str:
    at = chance.choice(list(_letters(name)))
    return name[:at] + name[at + 1 :]


def double(name: str, chance: random.Random) -> str:
    at = chance.choice(list(_letters(name)))
    return name[: at + 1] + name[at:]


def swap(name: str, chance: random.Random) -> str:
    places = [at for at in _letters(name) if name[at + 1 : at + 2].isalpha() and name[at] != name[at + 1]]
    at = chance.choice(places) if places else 0
    return name[:at] + name[at + 1 : at + 2] + name[at : at + 1] + name[at + 2 :]


def neighbour(name: str, chance: random.Random) -> str:
    at = chance.choice(list(_letters(name)))
    row = next(row for row in ROWS if name[at].lower() in row)
    place = row.index(name[at].lower())
    return name[:at] + chance.choice(row[max(0, place - 1) : place] + row[place + 1 : place + 2]) + name[at + 1 :]
