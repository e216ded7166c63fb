"""Prints what a build of today's campaign costs: cold, nothing changed, one record edited (`make bench`).

Each line is the median of several rounds in a copy of the campaign; memory is the peak of the whole process tree.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent
EDITED = "villages/kalimantan-timur/kabupaten-kutai-kartanegara/loa-duri-ilir/village.yml"


def main() -> None:
    """Run the rounds and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    rows: dict[str, list[tuple[float, float]]] = {"cold": [], "nothing changed": [], "one record edited": []}
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in ("content", "villages"):
            shutil.copytree(PROJECT / name, root / name)
        settings = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
        (root / "mkdocs.yml").write_text(settings.replace("  custom_dir: scripts/sadar/theme\n", ""), encoding="utf-8")
        for number in range(rounds):
            for name in ("build", "site"):
                shutil.rmtree(root / name, ignore_errors=True)
            rows["cold"].append(_measured(root))
            rows["nothing changed"].append(_measured(root))
            record = root / EDITED
            edited = record.read_text(encoding="utf-8").replace("Loa Ilir Duri\n", f"Loa Ilir Duri {number}\n", 1)
            record.write_text(edited, encoding="utf-8")
            rows["one record edited"].append(_measured(root))
    print(f"{'':20} {'seconds':>8} {'peak MB':>8}   (median of {rounds})")
    for name, measured in rows.items():
        seconds = statistics.median(second for second, _ in measured)
        memory = max(megabytes for _, megabytes in measured)
        print(f"{name:20} {seconds:8.2f} {memory:8.0f}")


def _measured(root: Path) -> tuple[float, float]:
    """Seconds and peak megabytes (proportional set size, so that shared pages count once) of one build."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "sadar", "build", "--root", str(root), "--date", "2026-11-23"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peaks = [0.0]
    watcher = threading.Thread(target=_watch, args=(process, peaks), daemon=True)
    watcher.start()
    if process.wait() != 0:
        raise SystemExit("The build failed; run `make site` to see why.")
    return time.perf_counter() - start, max(peaks)


def _watch(process: subprocess.Popen[bytes], peaks: list[float]) -> None:
    while process.poll() is None:
        peaks.append(sum(_memory(number) for number in _tree(process.pid)))
        time.sleep(0.02)


def _tree(root: int) -> set[int]:
    """The process and all below it (Linux; elsewhere nothing is measured)."""
    parents: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
        except (OSError, IndexError):
            continue
    found = {root}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def _memory(number: int) -> float:
    try:
        lines = Path(f"/proc/{number}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)


if __name__ == "__main__":
    main()
