"""The pictures that WhatsApp and others show beside a link, kept by what they are made of."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from concurrent.futures import Executor, Future
from functools import cache
from pathlib import Path, PurePosixPath

import PIL

from sadar.pictures import lettering
from sadar.pictures.lettering import Card, picture
from sadar.processes import processes

_FEW = 40  # as many are drawn before further processes would have started


def draw(cards: Mapping[PurePosixPath, Card], folder: Path, jobs: int) -> dict[PurePosixPath, Path]:
    """Each picture as a file in `folder`, drawn where it is not there yet; what no card wants is removed.

    OSError where the disk refuses.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = {path: folder / f"{_key(card)}.png" for path, card in cards.items()}
    found = set(folder.iterdir())
    _draw_all({files[path]: card for path, card in cards.items() if files[path] not in found}, jobs)
    for unused in found - set(files.values()):
        unused.unlink()
    return files


def draw_ahead(cards: Iterable[Card], folder: Path, pool: Executor) -> list[Future[None]]:
    """Let processes that are at hand draw what is not there yet, while other things are made; `draw` finds it there.

    What is raised there is raised by the results. OSError where the disk refuses.
    """
    folder.mkdir(parents=True, exist_ok=True)
    found = set(folder.iterdir())
    files = {folder / f"{_key(card)}.png": card for card in cards}
    return [pool.submit(_draw_one, file, card) for file, card in files.items() if file not in found]


def _draw_all(missing: Mapping[Path, Card], jobs: int) -> None:
    if jobs == 1 or len(missing) <= _FEW:
        for file, card in missing.items():
            _draw_one(file, card)
        return
    with processes(jobs) as pool:
        for _ in pool.map(_draw_one, missing, missing.values(), chunksize=8):
            pass


def _draw_one(file: Path, card: Card) -> None:
    """Whole or not at all: a build that is stopped leaves no half picture for the next one."""
    unfinished = file.with_suffix(f".{os.getpid()}")
    picture(card).save(unfinished, "PNG")
    unfinished.replace(file)


def _key(card: Card) -> str:
    """Names a picture by all that it is made of."""
    return hashlib.sha256(f"{_design()}{card!r}".encode()).hexdigest()[:32]


@cache
def _design() -> str:
    """Changes with the way cards are drawn, the fonts and Pillow."""
    sources = (Path(lettering.__file__), *sorted(lettering.FONTS.glob("*.ttf")))
    made_of = hashlib.sha256(PIL.__version__.encode())
    for each in sources:
        made_of.update(each.read_bytes())
    return made_of.hexdigest()
