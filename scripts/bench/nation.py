"""Prints what a build of many villages costs, beside other engines on the same pages (`make bench SIZES="3000 21000"`).

For each size a made-up country (`country.py`) is built cold, with nothing changed, and after edits; in every round the
other engines build the same pages once. `--others FOLDER` names where Hugo and Zensical are, if not on the path.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path, PurePosixPath

from country import write
from made_up import note
from measuring import Aside, Cost, build, measured
from others import NAMES, Engine, found, prepare
from telling import Told, as_markdown, growth

NOTES, SOURCES = "\nnotes:\n", "\n    sources: [sintetis-1]\n"
STANDING = "  - status: awarded\n    date: 2026-{month:02}-01\n    sources: [sintetis-1]\n"


def main() -> None:
    """Measure each size and print its table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="+", type=int)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--skip", nargs="*", choices=NAMES, default=[], help="Engines to leave out.")
    parser.add_argument("--once", nargs="*", choices=NAMES, default=[], help="Engines that build in one round only.")
    parser.add_argument("--others", type=Path, help="The folder of the programs hugo and zensical.")
    parser.add_argument("--write", type=Path, help="A file for the tables, too.")
    chosen = parser.parse_args()
    told: dict[Path, Told] = {}
    with tempfile.TemporaryDirectory() as folder:
        aside = Aside(Path(folder) / "aside")
        for size in chosen.sizes:
            root = Path(folder) / str(size)
            told[root] = _measure(root, size, chosen, aside)
            print(f"So far:\n{as_markdown(told[root])}", file=sys.stderr, flush=True)
        # Last of all: it removes whole sites.
        for root, each in told.items():
            for number in range(chosen.rounds):
                _publish(root / "mkdocs.yml", number)
                each.costs["the publisher, in every footer"].append(measured(build(root), root / "site"))
    tables = [as_markdown(each) for each in told.values()]
    if len(told) > 1:
        tables.append(growth(list(told.values())))
    print(*tables, sep="\n")
    if chosen.write:
        chosen.write.write_text("\n".join(tables), encoding="utf-8")


def _measure(root: Path, size: int, chosen: argparse.Namespace, aside: Aside) -> Told:
    programs = {name: found(name, chosen.others) for name in NAMES if name not in chosen.skip}
    missing = tuple(name for name, program in programs.items() if not program)
    costs: dict[str, list[Cost]] = defaultdict(list)
    pages: dict[str, float] = {}
    engines: dict[str, Engine] = {}
    write(root, size, chosen.seed)
    villages = sorted(path.parent.relative_to(root / "villages") for path in root.glob("villages/*/*/*/village.yml"))
    edited = _to_edit(root, villages, 2 * chosen.rounds)
    for number in range(chosen.rounds):
        aside.take(root / "build", root / "site")
        costs["cold"].append(measured(build(root), root / "site"))
        if not number:
            pages["ours"] = _page(root / "site", villages)
            page = PurePosixPath("desa", *villages[0].parts, "index.html")
            engines = prepare(root, page, {name: program for name, program in programs.items() if program})
        for name, engine in engines.items():
            if number and name in chosen.once:
                continue
            costs[name].append(measured(engine.command, engine.site, engine.more))
            pages[name] = _page(engine.site, villages)
            aside.take(engine.site, *engine.kept)
        for step, change in _steps(edited[2 * number : 2 * number + 2], number):
            change()
            costs[step].append(measured(build(root), root / "site"))
    both = (root / "site" / "en" / "index.html").is_file()
    return Told(size, chosen.rounds, costs, pages, missing, tuple(chosen.skip), both)


def _to_edit(root: Path, villages: Sequence[Path], count: int) -> list[Path]:
    """Records in which a note and a step can be added."""
    records = (root / "villages" / village / "village.yml" for village in villages)
    fit = (record for record in records if {NOTES, "status: launched"} <= _marks(record.read_text(encoding="utf-8")))
    return list(islice(fit, count))


def _marks(text: str) -> set[str]:
    return {mark for mark in (NOTES, "status: launched") if mark in text}


def _page(site: Path, villages: Sequence[Path]) -> float:
    """The mean bytes of a village's page."""
    return sum((site / "desa" / village / "index.html").stat().st_size for village in villages) / len(villages)


def _steps(edited: Sequence[Path], number: int) -> Iterator[tuple[str, Callable[[], object]]]:
    """What is built after the cold build, and the change before it."""
    one, other = edited
    standing = STANDING.format(month=number % 11 + 1)
    yield "nothing changed", lambda: None
    yield "one village: a note", lambda: _add(one, NOTES, _note(one, number))
    yield "the same village: a standing", lambda: _add(one, SOURCES, standing)
    yield "another village: a note", lambda: _add(other, NOTES, _note(other, number))


def _note(record: Path, number: int) -> str:
    return "".join(f"{line}\n" for line in note(record.parent.name, f"putaran {number}"))


def _add(record: Path, after: str, lines: str) -> None:
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace(after, after + lines, 1), encoding="utf-8")


def _publish(settings: Path, number: int) -> None:
    text = settings.read_text(encoding="utf-8")
    right = f'  publisher: "Sintetis: penerbit putaran {number}"'
    settings.write_text(re.sub("^  publisher: .*$", right, text, flags=re.MULTILINE), encoding="utf-8")


if __name__ == "__main__":
    main()
