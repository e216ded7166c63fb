"""Processes that live no longer than the `with` that they are made for: none of them is left behind."""

from __future__ import annotations

import subprocess
from types import TracebackType
from typing import Self


class ShortLived:
    """A context that ends its processes."""

    def __init__(self) -> None:
        self.processes: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for process in self.processes:
            process.kill()
            process.wait()
            if process.stdout:
                process.stdout.close()
