"""How far a long build has come, on a terminal; anywhere else nothing is said until it is done."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sadar.language import Language
from sadar.wording import wording

Watch = Callable[[str, int, int], None]


@contextmanager
def progress(language: Language) -> Iterator[Watch]:
    """What a build tells: what is made (as the messages name it), how many parts of it are, of how many."""
    if not sys.stderr.isatty():
        yield lambda what, done, total: None  # noqa: ARG005 (nobody looks)
        return
    from rich.console import Console  # loaded only where it is seen
    from rich.progress import Progress

    shown = Progress(console=Console(stderr=True), transient=True)
    tasks = {}

    def watch(what: str, done: int, total: int) -> None:
        # Begun with the first part: it has a thread, and no process is copied beside one.
        shown.start()
        if what not in tasks:
            tasks[what] = shown.add_task(wording(language).say(f"progress.{what}"))
        shown.update(tasks[what], completed=done, total=total)

    try:
        yield watch
    finally:
        shown.stop()
