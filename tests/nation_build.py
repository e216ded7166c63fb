"""The toy country of `tests/nation/`; `python nation_build.py ROOT SITE JOBS` builds a copy of it."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from sadar import pipeline
from sadar.records import PartialDate
from sadar.regions import Regions

PROJECT = Path(__file__).resolve().parent.parent
NATION = PROJECT / "tests" / "nation"
REGIONS = Regions((NATION / "regions.txt").read_bytes())
TODAY = PartialDate(2026, 1, 2)


def copied(folder: Path) -> Path:
    """A copy of the toy country, which must not exist yet."""
    shutil.copytree(NATION, folder)
    return folder


def built(root: Path, site: Path, jobs: int = 2) -> Path:
    """Build the country below `root` as the command does, but with its own list of regions."""
    checked = pipeline.check(root, REGIONS, TODAY)
    assert checked.publishable, checked.problems
    pipeline.build(root, site, checked, TODAY, jobs)
    return site


if __name__ == "__main__":
    built(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
