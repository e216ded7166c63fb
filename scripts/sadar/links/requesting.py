"""Single requests to the hosts of others: politely, by name, and no more than needed."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from dataclasses import dataclass, field
from http.client import HTTPException
from typing import Literal
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

Failure = Literal["timeout", "dns", "tls", "connection"]

_LONGEST_WAIT = 60  # seconds, where a host asks for patience
_TOO_MANY = 429
# What hosts say that know only GET, or that let in nobody who does not look at the page.
_ONLY_GET = frozenset({400, 401, 403, 404, 405, 406, 410, 500, 501, 503})
_ADDRESS_SIGNS = "%/:=&?~#+!$,;'@()*[]"


@dataclass(frozen=True, slots=True)
class Reply:
    """What a host says: a status, where to, and after how many seconds it may be asked again; or the failure."""

    status: int = 0
    location: str = ""
    wait: float = 0
    failure: Failure | None = None


@dataclass(slots=True)
class Turns:
    """When a host may be asked next, in seconds of a clock that never goes back; `pause` lies between two requests."""

    pause: float
    _next: dict[str, float] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def taken(self, host: str, now: float) -> float:
        """How many seconds to wait before `host` may be asked."""
        with self._lock:
            turn = max(now, self._next.get(host, now))
            self._next[host] = turn + self.pause
            return turn - now


class Requests:
    """`name` is whom hosts see asking; `patience` is how many seconds an answer may take."""

    def __init__(self, name: str, turns: Turns, patience: float) -> None:
        self._headers = {"User-Agent": name, "Accept": "*/*", "Accept-Language": "id, en;q=0.8"}
        self._turns = turns
        self._patience = patience
        self._opener: OpenerDirector = build_opener(_Unmoved)

    def reply(self, address: str) -> Reply:
        """What an address answers, redirects among it; its page is asked for only where its head says little."""
        head = self._once("HEAD", address)
        if head.failure == "dns" or (head.failure is None and head.status not in (*_ONLY_GET, _TOO_MANY)):
            return head
        time.sleep(head.wait)
        page = self._once("GET", address)
        if page.status == _TOO_MANY:
            time.sleep(page.wait)
            return self._once("GET", address)
        return page

    def _once(self, method: str, address: str) -> Reply:
        time.sleep(self._turns.taken(urlsplit(address).netloc, time.monotonic()))
        try:
            request = Request(quote(address, _ADDRESS_SIGNS), headers=self._headers, method=method)  # noqa: S310 (http)
            with self._opener.open(request, timeout=self._patience) as answer:
                return Reply(answer.status)
        except HTTPError as error:
            with error:
                return Reply(
                    error.code, error.headers.get("Location") or "", _seconds(error.headers.get("Retry-After"))
                )
        except (OSError, HTTPException, ValueError) as error:
            return Reply(failure=_failure(error.reason if isinstance(error, URLError) else error))


class _Unmoved(HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        """Where a redirect leads is for the caller to follow."""


def _seconds(told: str | None) -> float:
    return min(float(told), _LONGEST_WAIT) if told and told.isdigit() else 0


def _failure(error: object) -> Failure:
    match error:
        case TimeoutError():
            return "timeout"
        case socket.gaierror(errno=socket.EAI_NONAME):
            return "dns"
        case ssl.SSLError():
            return "tls"
        case _:
            return "connection"
