"""How often Python looks for cycles of garbage: records and pages leave hardly any."""

from __future__ import annotations

import gc


def seldom_collecting() -> None:
    """Let Python look seldom: it was a tenth of a build, and of the time that a command takes to load."""
    gc.set_threshold(200_000, 10, 10)
