"""`python parts_build.py ROOT SITE [JOBS [CLUSTER]]` builds a toy country in parts, whatever its size."""

from __future__ import annotations

import sys
from pathlib import Path

from nation_build import REGIONS, TODAY
from sadar import parts


def built_in_parts(root: Path, site: Path, jobs: int = 1, cluster: str = "") -> parts.Outcome | None:
    """Build the country below `root` as a large campaign is, with its own list of regions."""
    return parts.build(parts.Order(root, site, REGIONS, TODAY, jobs, lambda *_: None, cluster))


if __name__ == "__main__":
    made = built_in_parts(Path(sys.argv[1]), Path(sys.argv[2]), int((sys.argv[3:] or ["1"])[0]))
    raise SystemExit(made is None)
