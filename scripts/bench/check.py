"""Prints what checking costs: campaigns of many made-up records, and one record of today's (`sadar check PATH`).

The records are synthetic, and each says so; the codes, names and addresses of the villages are those of the official
list, so that everything is joined and compared as in a real campaign. They stand in a temporary folder.

    python scripts/bench/check.py 3000 84000
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from sadar.regions import official

PROJECT = Path(__file__).resolve().parent.parent.parent
ONE = "villages/kalimantan-timur/kabupaten-kutai-kartanegara/loa-duri-ilir/village.yml"
RECORD = """\
name: "{name}"
code: {code}
kind: {kind}
standing:
  - status: certified
    date: 2019-08-15
    sources: [sintetis]
figures:
  - measure: {{id: "Sintetis: warga terdaftar", en: "Synthetic: residents enrolled"}}
    value: 1200
    unit: people
    as_of: 2019-08-15
    source: sintetis
notes:
  - kind: context
    id: "Catatan sintetis untuk mengukur kecepatan; bukan fakta tentang {name}."
    en: "A synthetic note for measuring speed; no fact about {name}."
sources:
  sintetis:
    publisher: "Sintetis: penerbit buatan"
    title: "Sintetis: judul buatan"
    url: https://sintetis.example/{code}
checked:
  by: "Sintetis"
  date: 2026-11-23
"""


def main() -> None:
    """Make the campaigns, check them, print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[3000])
    print(f"{'':24} {'seconds':>8} {'user+sys':>8} {'peak MB':>8}")
    for size in parser.parse_args().sizes:
        with tempfile.TemporaryDirectory() as folder:
            _campaign(Path(folder), size)
            _print(f"{size:,} records", Path(folder))
    _print("one record of today's", PROJECT, ONE)


def _campaign(root: Path, size: int) -> None:
    shutil.copytree(PROJECT / "tests" / "right" / "content", root / "content")
    shutil.copy(PROJECT / "tests" / "right" / "mkdocs.yml", root)
    every = (village for regency in official().regencies() for village in official().villages(regency))
    for village in islice(every, size):
        folder = root / "villages" / village.address
        folder.mkdir(parents=True)
        kind = village.kind
        record = RECORD.format(name=village.name, code=village.code, kind=kind)
        (folder / "village.yml").write_text(record, encoding="utf-8")


def _print(name: str, root: Path, *paths: str) -> None:
    seconds, busy, megabytes = min(_measured(root, paths) for _ in range(3))
    print(f"{name:24} {seconds:8.2f} {busy:8.2f} {megabytes:8.0f}")


def _measured(root: Path, paths: tuple[str, ...]) -> tuple[float, float, float]:
    """Seconds on the clock, seconds of the processor, peak megabytes of the largest process of one check."""
    command = [sys.executable, "-m", "sadar", "check", "--root", str(root), "--date", "2026-11-23"]
    start = time.perf_counter()
    process = subprocess.Popen([*command, *(str(root / path) for path in paths)], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) == 2:
        raise SystemExit("The check failed; run it by hand to see why.")
    return seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


if __name__ == "__main__":
    main()
