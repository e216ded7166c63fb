"""Many records read by several processes at once: the parser is what takes the time of a check."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import chain, repeat
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from sadar.source.document import Plain
from sadar.source.parsing import parsed
from sadar.source.text import read_text

if TYPE_CHECKING:
    from concurrent.futures import Future

_FEWEST = 5_000  # files; for fewer, starting the processes costs more than they save
_AT_ONCE = 500  # files handed to a process


def plain_ahead(root: Path, files: Sequence[PurePosixPath], count: int) -> Iterator[Plain | None]:
    """The data of each record; None for what is no record, and where there is anything to tell (a comment, too).

    So many processes read them.
    """
    if len(files) < _FEWEST or count == 1:
        return repeat(None, len(files))
    return chain.from_iterable(_chunks(root, files, count))


def _chunks(root: Path, files: Sequence[PurePosixPath], count: int) -> Iterator[list[Plain | None]]:
    # Imported here: a check of a small campaign has no use for them, and they take a tenth of its time.
    from sadar.processes import processes

    waiting: deque[Future[list[Plain | None]]] = deque()
    with processes(count) as pool:
        for start in range(0, len(files), _AT_ONCE):
            waiting.append(pool.submit(_read, root, [str(file) for file in files[start : start + _AT_ONCE]]))
            # What is read faster than it is taken would pile up in memory.
            if len(waiting) > 2 * count:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _read(root: Path, files: list[str]) -> list[Plain | None]:
    return [_plain(root, PurePosixPath(file)) if file.endswith(".yml") else None for file in files]


def _plain(root: Path, file: PurePosixPath) -> Plain | None:
    text, problems, remarks = read_text(root, file)
    if problems or remarks:
        return None
    read = parsed(file, text)
    return None if read.problems or read.doubts or "#" in text else read.data
