"""How the finder's entries lie in files, so that a question costs a reader few bytes.

- `n/<i>.txt`: all entries in the order of their keys, cut into pieces; villages of one name are never parted.
- `h/<letters>.txt`: for the beginning of a name that many pieces share, all villages of exactly that name, then the
  best of those that begin so.
- `k/<name>.txt`: all villages of the regencies of that name, for spelling mistakes with a regency given.
- `r/<i>.txt`: only keys, by their last three letters, for a mistake at a name's beginning.

A line of `n/` and `h/` is `Name|rrDistrict|rrDistrict;standing;slug`, `rr` being a region's number in base 36.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from sadar.outputs.finder.entries import Entry, grouped
from sadar.outputs.finder.layout import Layout, named
from sadar.regions import Regions

_BUCKETS = 200
# Suggestions for a beginning that many names share.
_SUGGESTED = 10
_SHORTEST = 2
_LAST = "\U0010ffff"  # sorts behind all letters
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def shard_files(
    entries: Sequence[Entry], layout: Layout, of: Iterable[Entry] | None = None
) -> Iterator[tuple[str, str]]:
    """The pieces, and the suggestions for beginnings that several pieces share.

    Or those `of` some entries, for which it is enough to know the entries of their pieces and of their first letters.
    """
    starts, keys = layout.starts, [entry.key for entry in entries]
    parts = [0, *(bisect_left(keys, start) for start in starts), len(keys)]
    shared = {start[:end] for start in starts for end in range(_SHORTEST, len(start))}
    wanted = None if of is None else {entry.key for entry in of}
    for number in range(len(starts) + 1) if wanted is None else sorted(set(map(layout.piece, wanted))):
        yield f"n/{number}.txt", _lines(entries[parts[number] : parts[number + 1]])
    for beginning in sorted(shared):
        if wanted is None or any(key.startswith(beginning) for key in wanted):
            sharing = entries[bisect_left(keys, beginning) : bisect_left(keys, beginning + _LAST)]
            yield f"h/{beginning}.txt", _lines(_suggested(beginning, sharing))


def _suggested(beginning: str, entries: Sequence[Entry]) -> Iterator[Entry]:
    """All villages of exactly this name; then members first, then the shortest names."""
    exact = [entry for entry in entries if entry.key == beginning]
    longer = [entry for entry in entries if entry.key != beginning]
    longer.sort(key=lambda entry: (entry.standing[:1] in ("", "p"), entry.standing == "", len(entry.key)))
    return iter((*exact, *longer[:_SUGGESTED]))


def twin_files(entries: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    """The keys by their last letters."""
    buckets: dict[int, list[str]] = defaultdict(list)
    for key in grouped(entries):
        buckets[bucket(key)].append(key)
    for number in range(_BUCKETS):
        yield f"r/{number}.txt", "\n".join(buckets[number])


def bucket(key: str) -> int:
    """The bucket of a key: its last three letters as one number, as the script reckons it."""
    number = 0
    for letter in key[-3:]:
        number = (number * 31 + ord(letter)) % _BUCKETS
    return number


def regency_files(
    regions: Regions, entries: Iterable[Entry], layout: Layout, only: Container[int] | None = None
) -> Iterator[tuple[str, str]]:
    """The villages of the regencies of one name; or of `only` some regencies, of which all entries are given.

    First a line of the keys of all villages whose name ends in that name, then for each regency `#rr` and lines
    `District|Name|Name;standing;slug`.
    """
    by_region: dict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_region[entry.region].append(entry)
    for name, numbers in named(regions).items():
        if only is None or numbers[0] in only:
            parts = (f"#{base36(number)}\n{_districts(by_region[number])}" for number in numbers)
            yield f"k/{name}.txt", "\n".join(("|".join(layout.endings.get(name, ())), *parts))


def _districts(entries: Sequence[Entry]) -> str:
    by_district: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_district[entry.district].append(entry)
    return "\n".join(
        "|".join((district, *(entry.label + _record(entry) for entry in group)))
        for district, group in sorted(by_district.items())
    )


def base36(number: int) -> str:
    """A number below 1,296 in two digits."""
    return _DIGITS[number // 36] + _DIGITS[number % 36]


def _lines(entries: Iterable[Entry]) -> str:
    return "\n".join(
        "|".join((label, *(base36(entry.region) + entry.district + _record(entry) for entry in group)))
        for label, group in _by_label(entries).items()
    )


def _by_label(entries: Iterable[Entry]) -> Mapping[str, list[Entry]]:
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(entry.label, []).append(entry)
    return groups


def _record(entry: Entry) -> str:
    if not entry.standing:
        return ""
    return f";{entry.standing};{entry.slug}" if entry.slug else f";{entry.standing}"
