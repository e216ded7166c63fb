"""The files that tell of the whole country, in groups: each as the last build made it, or made anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

from sadar.parts.shared import Outputs, Shared

File = tuple[PurePosixPath, str | bytes]  # its path from the site's root, and its content
Group = tuple[str, Outputs]  # a digest of what it is made of, and what was made
NationDone = dict[str, Group]


def group(common: Shared, last: Group | None, told: str | None, make: Callable[[], Iterable[File]]) -> Group:
    """As it was where `told`, a digest of its own, is the same; else made anew, and without one in any case.

    Raises what `make` raises; OSError where the disk refuses.
    """
    was, outputs = last or ("", Outputs())
    digest = "" if told is None else common.digest(told)
    if told is None or was != digest:
        staging = common.staging(outputs)
        for path, content in make():
            staging.add(path, content)
        outputs = staging.outputs
    return digest, outputs
