"""The rule on HTML in hand-written pages: what browsers would not run under the site's policy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sadar.campaign import Campaign
from sadar.problem import Place, Problem

_STOPPED = re.compile(
    r"<(?:script|style|iframe|object|embed|base|form)\b"
    r"|<[a-z][^>]*\s(?:style|on[a-z]+)\s*="
    r"|\{:?[^}\n]*\b(?P<style>style\s*=)"
    r"|<(?:img|source|video|audio|link)\b[^>]*\s(?:src|srcset|href)\s*=\s*[\"']?(?:https?:)?//"
    r"|!\[[^\]]*\]\(\s*<?(?:https?:)?//",
    re.IGNORECASE,
)


def pages_run_nothing(campaign: Campaign) -> Iterator[Problem]:
    """A hand-written page must hold no script, no style, no frame, and no picture from another host."""
    for page in campaign.pages:
        for found in _STOPPED.finditer(page.body):
            start = found.start("style") if found["style"] else found.start()
            given = page.body[start : found.end()].partition("\n")[0]
            before = page.body[:start]
            place = Place(page.first_line + before.count("\n"), start - before.rfind("\n"), len(given))
            yield Problem("markup-stopped", page.file, (), {"given": given[:40]}, place=place)
