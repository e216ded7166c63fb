"""The move itself: first all that can refuse, then the files, then what refers to them, then the redirects."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sadar import pipeline
from sadar.move.places import address_of, folder_of, written_files
from sadar.move.redirecting import readable, redirected
from sadar.move.references import navigation_rewritten, pages_rewritten, records_rewritten
from sadar.pages.addresses import of_file
from sadar.pages.published import emptied, nearest, served, standing
from sadar.records import PartialDate
from sadar.records.folders import folder
from sadar.records.redirects import REDIRECTS, ledger
from sadar.regions import Regions
from sadar.wording import Wording

_ADDRESS = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*/")
_Files = Mapping[PurePosixPath, PurePosixPath]


class MoveError(Exception):
    """Why nothing was moved: the name of a sentence in `messages/` (table `move`) with its details."""

    def __init__(self, sentence: str, **details: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.details = details

    def told(self, wording: Wording) -> str:
        return wording.say(f"move.{self.sentence}", **self.details)


@dataclass(frozen=True, slots=True)
class Moved:
    """What a move did: the files or folders that moved, the files that were rewritten, the redirects (from: to)."""

    files: _Files
    rewritten: tuple[PurePosixPath, ...]
    redirects: Mapping[str, str]


def move(root: Path, given: tuple[str, str], reason: str | None, today: PartialDate, regions: Regions) -> Moved:
    """Move a village, a regency, a ceremony or a hand-written page from the first address to the second.

    Where the files were moved by hand already, only what refers to them is mended. MoveError where it cannot be.
    OSError where the disk refuses; then the same command goes on from there.
    """
    old, new = (address_of(each, regions) for each in given)
    if not readable(root):
        raise MoveError("redirects_broken", given=str(REDIRECTS))
    files = _files(root, old, new)
    moved = _addresses(root, old, new)
    if not files:
        moved = _mended(root, moved, served(pipeline.check(root, regions, today).pages), old, new)
    for before, after in files.items():
        (root / after).parent.mkdir(parents=True, exist_ok=True)
        (root / before).rename(root / after)
        _clear(root, before.parent)
    links = dict(_links(root, moved))
    texts = (
        *records_rewritten(root, moved),
        *pages_rewritten(root, {after: before for before, after in files.items()}, links),
        *navigation_rewritten(root, links),
    )
    rewritten = tuple(_write(root, file, text) for file, text in texts)
    checked = pipeline.check(root, regions, today)
    # What stands there with a mistake in it will be served once that is mended.
    there = served(checked.pages) | standing(checked.campaign)
    redirects = {f"/{each}": nearest(f"/{now}", there) for each, now in moved.items()}
    onward = {**emptied(checked.campaign, there), **redirects}
    _write(root, REDIRECTS, redirected(root, redirects, onward, there, today, reason))
    return Moved(files, rewritten, redirects)


def _files(root: Path, old: str, new: str) -> _Files:
    """What lies where and must lie elsewhere; nothing where it was moved by hand. MoveError where it may not move."""
    source, target = folder_of(old), folder_of(new)
    if source and (root / source).is_dir():
        files = {source: target or PurePosixPath()}
    else:
        own = written_files(root, old)
        endings = {each: "/".join(each.parts[2:]).removeprefix(old[:-1]) for each in own}
        files = {each: PurePosixPath(*each.parts[:2], f"{new[:-1]}{ending}") for each, ending in endings.items()}
    if not files:
        return {}
    if bool(source) != bool(target) or (source and old.count("/") != new.count("/")):
        raise MoveError("other_kind", old=old, new=new)
    if not _ADDRESS.fullmatch(new):
        raise MoveError("not_an_address", given=new)
    if (target and (root / target).exists()) or written_files(root, new):
        raise MoveError("exists", given=new)
    return files


def _addresses(root: Path, old: str, new: str) -> dict[str, str]:
    """The pages that move, with their new addresses: those of a folder's records, now and when they were published."""
    below = folder_of(old)
    own = (of_file(each) for each in folder(root, str(below)).files) if below else ()
    published = (each[1:] for each in ledger(root).lines if below)
    return {old: new} | {
        each: new + each.removeprefix(old) for each in (*own, *published) if each and each.startswith(old)
    }


def _mended(root: Path, moved: Mapping[str, str], there: Set[str], old: str, new: str) -> dict[str, str]:
    """Of a move by hand, the pages that stand where they were moved to; all others are lost in the new address."""
    if f"/{old}" in there:
        raise MoveError("stays", given=old)
    if f"/{new}" not in there:
        raise MoveError("nothing_there", given=new)
    known = old in {each[1:] for each in ledger(root).lines} or next(records_rewritten(root, moved), None)
    if not known:
        raise MoveError("unknown", given=old)
    return {each: now if f"/{now}" in there else new for each, now in moved.items()}


def _links(root: Path, moved: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The Markdown files by which links lead to moved pages, before and after."""
    for old, new in moved.items():
        written = written_files(root, new)
        after = "/".join(written[0].parts[2:]) if written else f"{new}index.md"
        yield from ((before, after) for before in (f"{old}index.md", f"{old[:-1]}.md"))


def _clear(root: Path, parent: PurePosixPath) -> None:
    """Remove folders that a move left empty."""
    while len(parent.parts) > 1 and not any((root / parent).iterdir()):
        (root / parent).rmdir()
        parent = parent.parent


def _write(root: Path, file: PurePosixPath, text: str) -> PurePosixPath:
    (root / file).write_text(text, encoding="utf-8", newline="\n")
    return file
