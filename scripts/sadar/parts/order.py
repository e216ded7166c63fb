"""What is to be built."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sadar.glance import Glance
from sadar.records import PartialDate
from sadar.regions import Regions

Watch = Callable[[str, int, int], None]  # what is made, how many parts of it are, of how many


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be built: the campaign below `root` as of `today`, into `site`, by so many processes or a cluster.

    `glance` are processes that began to look at what the last build saw, if there are any.
    """

    root: Path
    site: Path
    regions: Regions
    today: PartialDate
    jobs: int
    watch: Watch
    cluster: str = ""
    glance: Glance | None = None

    @property
    def folder(self) -> Path:
        """Where what is taken over from build to build lies."""
        return self.root / "build" / "parts"
