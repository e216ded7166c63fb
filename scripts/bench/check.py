"""Prints what checking costs: campaigns of many made-up records, and one record of today's (`sadar check PATH`).

The campaigns are those of `country.py`, in a temporary folder.

    python scripts/bench/check.py 3000 84000
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from country import write

PROJECT = Path(__file__).resolve().parent.parent.parent
ONE = "villages/kalimantan-timur/kabupaten-kutai-kartanegara/loa-duri-ilir/village.yml"


def main() -> None:
    """Make the campaigns, check them, print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[3000])
    print(f"{'':24} {'seconds':>8} {'user+sys':>8} {'peak MB':>8}")
    for size in parser.parse_args().sizes:
        with tempfile.TemporaryDirectory() as folder:
            write(Path(folder) / "campaign", size)
            _print(f"{size:,} villages", Path(folder) / "campaign")
    _print("one record of today's", PROJECT, ONE)


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
