"""A comparison for a program."""

from __future__ import annotations

import json
from dataclasses import asdict

from sadar.compare.comparison import Comparison
from sadar.compare.sizes import SiteSize


def as_json(made: Comparison) -> str:
    """One object, in ASCII; texts as in the comment, but without markup, and none left out."""
    return json.dumps(
        {
            "publishable": made.publishable,
            "problems": [asdict(each) for each in made.problems],
            "known_before": made.known_before,
            "records": [asdict(each) for each in made.records],
            "pages": [asdict(each) for each in made.pages],
            "before": _size(made.before),
            "after": _size(made.after),
        },
        indent=2,
    )


def _size(size: SiteSize | None) -> dict[str, int] | None:
    return {"html_compressed": size.html, "all": size.bytes, "pages": len(size.pages)} if size else None
