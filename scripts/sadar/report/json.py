"""The report for a program: the one object that the design fixes."""

from __future__ import annotations

import json

from sadar.report.finding import Finding

_NAMES = ("file", "line", "column", "rule", "severity", "field", "message", "hint")


def as_json(found: tuple[Finding, ...], files: int, records: int) -> str:
    """One object, in ASCII: a program reads the same on every system, whatever its terminal can show."""
    rows = [{name: getattr(each, name) for name in _NAMES} for each in found]
    return json.dumps({"problems": rows, "files": files, "records": records}, indent=2)
