"""`scripts/tell.py` against a server that answers as GitHub and GitLab do: one comment, one issue."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from nation_build import PROJECT

MARK = "<!-- desa-sadar: perubahan -->"
US = "github-actions[bot]"
ME = 7  # on GitLab
PULL, MERGE = "/repos/desa/sadar/issues/5/comments", "/projects/9/merge_requests/5/notes"


@dataclass
class Host:
    """What a host holds: lists of entries by their path; and what it was asked to write."""

    lists: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    written: list[tuple[str, str]] = field(default_factory=list)
    address: str = ""
    tokens: set[str] = field(default_factory=set)

    def add(self, path: str, body: str, login: str = US, **more: object) -> dict[str, Any]:
        entry = {"id": 100 + len(self.lists.get(path, ())), "body": body, "user": {"login": login}, **more}
        entry["author"] = {"id": ME if login == US else 1}
        entry["url"] = f"{self.address}{path}/{entry['id']}"
        self.lists.setdefault(path, []).append(entry)
        return entry

    def found(self, path: str) -> dict[str, Any] | None:
        folder, _, number = path.rpartition("/")
        return next((each for each in self.lists.get(folder, ()) if str(each["id"]) == number), None)


@pytest.fixture
def host() -> Iterator[Host]:
    held = Host()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            held.tokens.add(self.headers.get("Authorization") or self.headers.get("PRIVATE-TOKEN") or "")
            parts = urlsplit(self.path)
            asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
            if parts.path == "/user":
                return self._answer({"id": ME})
            entries = held.lists.get(parts.path, [])
            if "head" in asked:
                entries = [each for each in entries if each["head"]["label"] == asked["head"]]
            if "state" in asked:
                entries = [each for each in entries if each.get("state", "open") == asked["state"]]
            start = (int(asked["page"]) - 1) * int(asked["per_page"])
            return self._answer(entries[start : start + int(asked["per_page"])])

        def do_POST(self) -> None:
            said = self._said()
            held.written.append(("POST", self.path))
            self._answer(held.add(self.path, **said))

        def do_PATCH(self) -> None:
            said = self._said()
            held.written.append((self.command, self.path))
            entry = held.found(self.path)
            assert entry is not None
            entry.update(said)
            self._answer(entry)

        do_PUT = do_PATCH  # noqa: N815 (the library's name)

        def _said(self) -> dict[str, Any]:
            return dict(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

        def _answer(self, said: object) -> None:
            body = json.dumps(said).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        held.address = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield held
        server.shutdown()


@pytest.fixture
def pull(host: Host, tmp_path: Path) -> dict[str, str]:
    """An open pull request from a fork, and the environment of the run that comments on it."""
    for number, label, sha in ((4, "orang:lain", "aaa"), (5, "orang:uji & coba", "bbb")):
        entry = host.add("/repos/desa/sadar/pulls", "", login="orang", number=number)
        entry["head"] = {"label": label, "sha": sha}
    run = {
        "head_repository": {"owner": {"login": "orang"}},
        "head_branch": "uji & coba",
        "head_sha": "bbb",
        "html_url": "https://github.example/desa/sadar/actions/runs/1",
    }
    event = tmp_path / "event.json"
    event.write_text(json.dumps({"workflow_run": run}), encoding="utf-8")
    return {
        "GITHUB_API_URL": host.address,
        "GITHUB_REPOSITORY": "desa/sadar",
        "GITHUB_EVENT_PATH": str(event),
        "GITHUB_TOKEN": "rahasia",
    }


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / "changes.md"
    file.write_text("## Yang berubah\n\n- **Desa UJI**: direncanakan → diluncurkan\n", encoding="utf-8")
    return file


def tell(environment: dict[str, str], *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Call the script as a job does, with the system's Python and none of the project's packages."""
    usual = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    command = [sys.executable, "-S", str(PROJECT / "scripts" / "tell.py"), *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env=usual | {"no_proxy": "*"} | environment
    )


def test_the_first_run_writes_a_comment_under_the_pull_request_it_came_from(
    host: Host, pull: dict[str, str], report: Path
) -> None:
    done = tell(pull, "comment", report)
    assert (done.returncode, done.stderr) == (0, "")
    (comment,) = host.lists[PULL]
    assert comment["body"].startswith(
        f"{MARK}\n\n**Pratinjau situs:** buka [halaman pemeriksaan ini](https://github.example/"
    )
    assert comment["body"].endswith("- **Desa UJI**: direncanakan → diluncurkan")
    assert host.written == [("POST", PULL)]
    assert host.tokens == {"Bearer rahasia"}


def test_later_runs_change_the_same_comment_wherever_in_a_long_talk_it_stands(
    host: Host, pull: dict[str, str], report: Path
) -> None:
    for number in range(130):
        host.add(PULL, f"Kata orang ke-{number}", login="orang")
    tell(pull, "comment", report)
    for number in range(130):
        host.add(PULL, f"Kata orang ke-{number}", login="orang")
    report.write_text("Semua fakta tetap sama.", encoding="utf-8")
    assert tell(pull, "comment", report).returncode == 0
    ours = [each["body"] for each in host.lists[PULL] if each["user"]["login"] == US]
    assert len(ours) == 1
    assert ours[0].endswith("Semua fakta tetap sama.")


def test_a_comment_of_someone_else_is_never_changed_though_it_bears_the_mark(
    host: Host, pull: dict[str, str], report: Path
) -> None:
    stranger = host.add(PULL, f"{MARK} milik saya", login="orang")
    tell(pull, "comment", report)
    assert stranger["body"] == f"{MARK} milik saya"
    assert len(host.lists[PULL]) == 2


def test_nothing_is_said_where_something_newer_was_pushed_or_the_request_is_closed(
    host: Host, pull: dict[str, str], report: Path
) -> None:
    request = host.lists["/repos/desa/sadar/pulls"][1]
    request["head"]["sha"] = "ccc"
    assert tell(pull, "comment", report).returncode == 0
    request["head"]["sha"], request["state"] = "bbb", "closed"
    assert tell(pull, "comment", report).returncode == 0
    assert host.written == []


def test_a_report_made_by_a_stranger_mentions_nobody_and_leads_nowhere(
    host: Host, pull: dict[str, str], report: Path
) -> None:
    report.write_bytes(
        b"```\n@octocat &#64;octocat &commat;bob [x](https://evil.example) https://evil.example www.evil.example\n#1\n"
        b"<img src=x> ![x](https://evil.example/x.png)\n[x]: https://evil.example\n\xff\0\n" + b"<" * 500_000
    )
    assert tell(pull, "comment", report).returncode == 0
    (comment,) = host.lists[PULL]
    body = comment["body"]
    assert len(body) <= 65_536
    assert "```" not in body
    ours, _, theirs = body.partition("Artifacts,")
    assert "github.example" in ours
    assert not re.search(r"@\w|&\w|&#|<\w|<!|\]\(|\]:|://|www\.|#\d", theirs)


@pytest.mark.parametrize("kind", ["missing", "link", "folder", "empty"])
def test_where_there_is_no_report_the_comment_says_so_and_a_link_to_secrets_is_not_followed(
    host: Host, pull: dict[str, str], tmp_path: Path, kind: str
) -> None:
    file = tmp_path / "laporan.md"
    match kind:
        case "link":
            file.symlink_to("/proc/self/environ")
        case "folder":
            file.mkdir()
        case "empty":
            file.touch()
    done = tell(pull, "comment", file)
    assert (done.returncode, done.stderr) == (0, "")
    (comment,) = host.lists[PULL]
    assert comment["body"].endswith("Perubahan ini belum dapat dibandingkan. Sebabnya ada di halaman pemeriksaan.")
    assert "rahasia" not in comment["body"]


@pytest.fixture
def merge(host: Host) -> dict[str, str]:
    """The environment of a merge request's pipeline on GitLab."""
    return {
        "GITLAB_CI": "true",
        "CI_API_V4_URL": host.address,
        "CI_PROJECT_ID": "9",
        "CI_MERGE_REQUEST_IID": "5",
        "CI_PIPELINE_URL": "https://gitlab.example/desa/sadar/-/pipelines/1",
        "SADAR_TOKEN": "rahasia",
    }


def test_on_gitlab_a_note_is_written_once_and_then_changed(host: Host, merge: dict[str, str], report: Path) -> None:
    host.add(MERGE, f"{MARK} milik saya", login="orang")
    for _ in range(2):
        done = tell(merge, "comment", report)
        assert (done.returncode, done.stderr) == (0, "")
    assert host.written == [("POST", MERGE), ("PUT", f"{MERGE}/101")]
    assert "https://gitlab.example/desa/sadar/-/pipelines/1" in host.lists[MERGE][1]["body"]
    assert host.tokens == {"rahasia"}


def test_on_gitlab_nothing_is_written_without_a_token(host: Host, merge: dict[str, str], report: Path) -> None:
    done = tell({**merge, "SADAR_TOKEN": ""}, "comment", report)
    assert done.returncode == 0
    assert "SADAR_TOKEN belum diisi" in done.stdout
    assert host.written == []


def test_an_issue_opens_with_a_report_is_renewed_and_closes_without_one(
    host: Host, pull: dict[str, str], tmp_path: Path
) -> None:
    issues, file = "/repos/desa/sadar/issues", tmp_path / "links.md"
    host.add(issues, "<!-- desa-sadar: tautan --> milik saya", login="orang", title="Milik saya")
    assert tell(pull, "issue", "tautan", file).returncode == 0
    assert host.written == []
    for count in (2, 3):
        file.write_text(f"# Tautan: {count}\n\n- <https://uji.example/>\n", encoding="utf-8")
        assert tell(pull, "issue", "tautan", file).returncode == 0
    file.write_text("# Situs belum terbit\n\nSebab.\n", encoding="utf-8")
    tell(pull, "issue", "belum-terbit", file)
    assert [each["title"] for each in host.lists[issues]] == ["Milik saya", "Tautan: 3", "Situs belum terbit"]
    assert host.lists[issues][1]["body"] == "<!-- desa-sadar: tautan -->\n\n- <https://uji.example/>"
    file.write_text("", encoding="utf-8")
    tell(pull, "issue", "tautan", file)
    assert [each.get("state", "open") for each in host.lists[issues]] == ["open", "closed", "open"]


def test_a_host_that_refuses_is_told_in_one_sentence(host: Host, pull: dict[str, str], report: Path) -> None:
    done = tell({**pull, "GITHUB_API_URL": "http://127.0.0.1:9"}, "comment", report)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert host.written == []


@pytest.mark.parametrize("arguments", [(), ("nonsense",), ("comment",), ("issue", "name")])
def test_a_call_that_makes_no_sense_has_exit_code_2(pull: dict[str, str], arguments: tuple[str, ...]) -> None:
    done = tell(pull, *arguments)
    assert done.returncode == 2
    assert "tell.py comment FILE" in done.stderr
