"""Prints what a build of today's campaign costs: cold, nothing changed, one record edited (`make bench`).

Each line is the median of several rounds in a copy of the campaign; memory is the peak of the whole process tree.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
from pathlib import Path

from measuring import Aside, Cost, build, measured

PROJECT = Path(__file__).resolve().parent.parent.parent
EDITED = "villages/kalimantan-timur/kabupaten-kutai-kartanegara/loa-duri-ilir/village.yml"


def main() -> None:
    """Run the rounds and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    rows: dict[str, list[Cost]] = {"cold": [], "nothing changed": [], "one record edited": []}
    with tempfile.TemporaryDirectory() as folder:
        root, aside = Path(folder) / "campaign", Aside(Path(folder) / "aside")
        for name in ("content", "villages"):
            shutil.copytree(PROJECT / name, root / name)
        settings = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
        (root / "mkdocs.yml").write_text(settings.replace("  custom_dir: scripts/sadar/theme\n", ""), encoding="utf-8")
        for number in range(rounds):
            aside.take(root / "build", root / "site")
            rows["cold"].append(measured(build(root), every=0.02))
            rows["nothing changed"].append(measured(build(root), every=0.02))
            record = root / EDITED
            edited = record.read_text(encoding="utf-8").replace("Loa Ilir Duri\n", f"Loa Ilir Duri {number}\n", 1)
            record.write_text(edited, encoding="utf-8")
            rows["one record edited"].append(measured(build(root), every=0.02))
    print(f"{'':20} {'seconds':>8} {'user+sys':>8} {'peak MB':>8}   (median of {rounds})")
    for name, costs in rows.items():
        seconds, busy = (statistics.median(getattr(cost, field) for cost in costs) for field in ("seconds", "busy"))
        print(f"{name:20} {seconds:8.2f} {busy:8.2f} {max(cost.megabytes for cost in costs):8.0f}")


if __name__ == "__main__":
    main()
