"""The text of a file: its bytes, if they are safe to read and can be shown to an editor."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path, PurePosixPath

from sadar.problem import Place, Problem

_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0)
_LARGEST = 1_000_000  # bytes; the longest real record has 12,000

# Control characters, foreign line separators (YAML breaks lines there, editors do not) and marks that turn the
# direction of writing. Tabs and line ends are no part of it.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")

Text = tuple[str, tuple[Problem, ...], tuple[Problem, ...]]


def read_text(root: Path, file: PurePosixPath, largest: int = _LARGEST) -> Text:
    """The text with `\\n` as its only line end, the mistakes that forbid to read on, and remarks.

    `largest` is in bytes.
    """
    try:
        content = _bytes(root, file, largest)
    except OSError as error:
        return _refused(Problem("file-unreadable", file, details={"reason": error.strerror or "?"}, place=Place(1, 1)))
    except RuntimeError:  # a link that leads to itself, before Python 3.13
        return _refused(Problem("link-out-of-tree", file, place=Place(1, 1)))
    if isinstance(content, Problem):
        return _refused(content)
    remarks: list[Problem] = []
    if content.startswith(b"\xef\xbb\xbf"):
        content = content[3:]
        remarks.append(Problem("byte-order-mark", file, place=Place(1, 1)))
    if b"\r" in content:
        remarks.append(Problem("windows-line-ends", file, place=Place(1, 1)))
        content = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        return content.decode(errors="replace"), (_not_utf_8(file, error),), tuple(remarks)
    forbidden = tuple(
        Problem("character-forbidden", file, details={"given": f"U+{ord(found[0]):04X}"}, place=_place(text, found))
        for found in _FORBIDDEN.finditer(text)
    )
    return text, forbidden[:1], tuple(remarks)


def _refused(problem: Problem) -> Text:
    return "", (problem,), ()


def _bytes(root: Path, file: PurePosixPath, largest: int) -> bytes | Problem:
    path = os.path.join(root, file)
    status = os.lstat(path)
    if stat.S_ISLNK(status.st_mode):
        if not Path(path).resolve(strict=True).is_relative_to(root.resolve()):
            return Problem("link-out-of-tree", file, place=Place(1, 1))
        status = os.stat(path)
    # A pipe would be waited for without end.
    if not stat.S_ISREG(status.st_mode):
        return Problem("not-a-file", file, place=Place(1, 1))
    if status.st_size > largest:
        return Problem("file-too-large", file, details={"limit": f"{largest // 1_000_000} MB"}, place=Place(1, 1))
    # Without Python's layers above the system's calls: a country has a hundred thousand small files.
    opened = os.open(path, _READ)
    try:
        content = os.read(opened, status.st_size + 1)
        # Asked for one byte more and given all but that: this is its end. Another look would cost half as much again.
        while len(content) != status.st_size and (more := os.read(opened, _LARGEST)):
            content += more
        return content
    finally:
        os.close(opened)


def _not_utf_8(file: PurePosixPath, error: UnicodeDecodeError) -> Problem:
    """The first byte that is no UTF-8; most often a letter as Windows wrote it before 2019."""
    byte = error.object[error.start : error.start + 1]
    before = error.object[: error.start].decode()
    details = {"byte": f"0x{byte.hex()}", "position": str(error.start + 1), "letter": byte.decode("cp1252", "replace")}
    place = Place(before.count("\n") + 1, len(before) - before.rfind("\n"))
    return Problem("not-utf-8", file, details=details, place=place)


def _place(text: str, found: re.Match[str]) -> Place:
    start = found.start()
    return Place(text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
