"""Processes of this machine that share the work: copies of this one where that is safe, which need load nothing."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
from concurrent.futures import ProcessPoolExecutor
from threading import Thread, active_count

from sadar.garbage import seldom_collecting


def processes(count: int) -> ProcessPoolExecutor:
    """So many processes, which start with the first work and end with this one, even where it is killed."""
    # A copy of a process that has threads could wait forever for one of them; macOS has threads of its own in any.
    how = "fork" if sys.platform == "linux" and active_count() == 1 else "spawn"
    # What is there now no copy has to look through for garbage: a look would also part its memory from ours.
    gc.freeze()
    return ProcessPoolExecutor(count, multiprocessing.get_context(how), initializer=_begin)


def _begin() -> None:
    seldom_collecting()
    # Ctrl+C is sent to all; the one that started them ends them, and says so once.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A process that waits for work does not see that nobody can bring it any more."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)
