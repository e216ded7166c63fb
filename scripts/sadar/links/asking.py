"""Asks addresses whether they are still there: hosts side by side, the addresses of a host one after the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urljoin, urlsplit

from sadar.links.requesting import Requests

# `gone`: readers come to nothing. `moved`: for good. `refused`: machines are not let in, people may be. `silent`: no
# answer this time.
Outcome = Literal["works", "moved", "gone", "refused", "silent"]

_AT_ONCE = 8  # hosts
_MOST_STEPS = 8  # from one address to the next
_MOST_SILENT = 3  # addresses of a host; then it is left alone
_FOR_GOOD = frozenset({301, 308})
_GONE = frozenset({404, 410})
_TEMPORARY = frozenset({"timeout", "connection"})


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of an address: `why` is a status such as `404` or the name of a failure, `at` where it moved to."""

    outcome: Outcome
    why: str = ""
    at: str = ""


def asked(addresses: Iterable[str], requests: Requests) -> Mapping[str, Answer]:
    """The answer of every address."""
    by_host: dict[str, list[str]] = defaultdict(list)
    for address in addresses:
        by_host[urlsplit(address).netloc].append(address)

    def of_host(host: str) -> dict[str, Answer]:
        found: dict[str, Answer] = {}
        for address in by_host[host]:
            left_alone = len(_silent(found)) >= _MOST_SILENT
            found[address] = Answer("silent", "host") if left_alone else _asked(address, requests)
        if len(_silent(found)) < _MOST_SILENT:
            found |= {address: _asked(address, requests) for address in _silent(found)}
        return found

    with ThreadPoolExecutor(_AT_ONCE) as workers:
        return {address: answer for found in workers.map(of_host, by_host) for address, answer in found.items()}


def _silent(found: Mapping[str, Answer]) -> tuple[str, ...]:
    return tuple(address for address, answer in found.items() if answer.outcome == "silent")


def _asked(address: str, requests: Requests) -> Answer:
    """The answer at the end of all redirects."""
    at, for_good, seen = address, True, set[str]()
    while at not in seen and len(seen) < _MOST_STEPS:
        seen.add(at)
        reply = requests.reply(at)
        if reply.failure:
            return _failed(reply.failure)
        if not (300 <= reply.status < 400 and reply.location):
            return _judged(reply.status, address, at if for_good else address, ends=at)
        for_good = for_good and reply.status in _FOR_GOOD
        at = urljoin(at, reply.location)
        if urlsplit(at).scheme not in ("http", "https"):
            return Answer("refused", "scheme")
    return Answer("refused", "loop")


def _failed(failure: str) -> Answer:
    if failure == "dns":
        return Answer("gone", failure)
    return Answer("silent" if failure in _TEMPORARY else "refused", failure)


def _judged(status: int, address: str, lives_at: str, ends: str) -> Answer:
    """What a status means for `address`, which ends somewhere now, and lives there if it was moved for good."""
    if status in _GONE:
        return Answer("gone", str(status))
    if status >= 500:
        return Answer("silent", str(status))
    if status >= 300:
        return Answer("refused", str(status))
    if _is_front_page(ends) and not _is_front_page(address):
        return Answer("gone", "front-page")
    return Answer("works") if lives_at == address else Answer("moved", at=lives_at)


def _is_front_page(address: str) -> bool:
    parts = urlsplit(address)
    return parts.path in ("", "/") and not parts.query
