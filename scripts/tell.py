"""`python3 scripts/tell.py comment FILE` puts a report under the pull or merge request that it is about: one comment.

`python3 scripts/tell.py issue NAME FILE` keeps one issue of GitHub open while FILE says something; its first line is
the title. Standard library only, and nothing of the change itself is run: the report is text of strangers.
"""

from __future__ import annotations

import json
import os
import stat
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import quote
from urllib.request import Request, urlopen

from environment import PROJECT
from sadar.compare.harmless import harmless

_MOST = 65_536  # letters that GitHub takes
_A_PAGE = 100  # entries of a list that both hosts give at once
_WORDS = tomllib.loads((PROJECT / "scripts/sadar/messages/id.toml").read_text(encoding="utf-8"))["tell"]

Entry = dict[str, Any]  # what a host says of a comment or an issue


def on_pull_request(report: str) -> None:
    """Called by a `workflow_run`, which says where a change comes from but not under which pull request it stands."""
    run = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))["workflow_run"]
    here = f"{os.environ['GITHUB_API_URL']}/repos/{os.environ['GITHUB_REPOSITORY']}"
    origin = quote(f"{run['head_repository']['owner']['login']}:{run['head_branch']}", safe="")
    body = _body("perubahan", _WORDS["preview_github"].format(address=run["html_url"]), harmless(report))
    for request in _listed(f"{here}/pulls?state=open&head={origin}"):
        # Where something newer was pushed, its own run tells more.
        if request["head"]["sha"] == run["head_sha"]:
            comments = f"{here}/issues/{request['number']}/comments"
            mine = _mine(f"{comments}?", "perubahan", _by_the_runner)
            _call("PATCH", mine["url"], {"body": body}) if mine else _call("POST", comments, {"body": body})


def on_merge_request(report: str) -> None:
    """Called by a pipeline of GitLab; without a token of the project's members it says nothing."""
    if not os.environ.get("SADAR_TOKEN"):
        print(_WORDS["no_token"])
        return
    api, project = os.environ["CI_API_V4_URL"], os.environ["CI_PROJECT_ID"]
    notes = f"{api}/projects/{project}/merge_requests/{os.environ['CI_MERGE_REQUEST_IID']}/notes"
    me = _call("GET", f"{api}/user")["id"]
    body = _body("perubahan", _WORDS["preview_gitlab"].format(address=os.environ["CI_PIPELINE_URL"]), harmless(report))
    mine = _mine(f"{notes}?", "perubahan", lambda note: note["author"]["id"] == me)
    _call("PUT", f"{notes}/{mine['id']}", {"body": body}) if mine else _call("POST", notes, {"body": body})


def issue(name: str, report: str) -> None:
    """Open, renew or close the issue of this name."""
    here = f"{os.environ['GITHUB_API_URL']}/repos/{os.environ['GITHUB_REPOSITORY']}/issues"
    mine = _mine(f"{here}?state=open", name, _by_the_runner)
    title, _, rest = report.partition("\n")
    told = {"title": title.lstrip("# "), "body": _body(name, "", rest.strip())}
    if not report:
        _call("PATCH", mine["url"], {"state": "closed"}) if mine else None
    else:
        _call("PATCH", mine["url"], told) if mine else _call("POST", here, told)


def report_in(file: Path) -> str:
    """The report; empty where there is none. A link to another file, which could lead to secrets, is none."""
    try:
        opened = os.open(file, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(opened, "rb") as report:
            text = report.read(4 * _MOST) if stat.S_ISREG(os.fstat(opened).st_mode) else b""
    except OSError:
        return ""
    return text.decode(errors="replace").strip()


def _body(name: str, top: str, report: str) -> str:
    """A hidden mark by which the next run finds it, then what is ours, then the report as far as there is room."""
    return "\n\n".join(part for part in (_mark(name), top, report or _WORDS["no_report"]) if part)[:_MOST]


def _mark(name: str) -> str:
    return f"<!-- desa-sadar: {name} -->"


def _by_the_runner(entry: Entry) -> bool:
    """Anyone can write the mark; only the runner's own words are changed."""
    return entry["user"]["login"] == "github-actions[bot]" and "pull_request" not in entry


def _mine(address: str, name: str, written_by_us: Callable[[Entry], bool]) -> Entry | None:
    return next(
        (each for each in _listed(address) if (each["body"] or "").startswith(_mark(name)) and written_by_us(each)),
        None,
    )


def _listed(address: str) -> Iterator[Entry]:
    page, found = 1, [Entry()] * _A_PAGE
    while len(found) == _A_PAGE:
        found = _call("GET", f"{address}&per_page={_A_PAGE}&page={page}")
        yield from found
        page += 1


def _call(method: str, address: str, said: Entry | None = None) -> Any:
    headers = {"Accept": "application/json", "Content-Type": "application/json", "User-Agent": "desa-sadar"}
    if "GITLAB_CI" in os.environ:
        headers["PRIVATE-TOKEN"] = os.environ["SADAR_TOKEN"]
    else:
        headers["Authorization"] = f"Bearer {os.environ['GITHUB_TOKEN']}"
    body = json.dumps(said).encode() if said is not None else None
    with urlopen(Request(address, body, headers, method=method), timeout=30) as answer:  # noqa: S310 (the host's own API)
        return json.load(answer)


def main(arguments: list[str]) -> int:
    """The exit code; 1 where the host refuses."""
    try:
        match arguments:
            case ["comment", file]:
                (on_merge_request if "GITLAB_CI" in os.environ else on_pull_request)(report_in(Path(file)))
            case ["issue", name, file]:
                issue(name, report_in(Path(file)))
            case _:
                print(__doc__, file=sys.stderr)
                return 2
    except URLError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
