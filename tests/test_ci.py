"""The workflows of GitHub and the pipeline of GitLab, as far as they can be tried without either.

Their commands are targets of the Makefile and scripts of the project, which have tests of their own.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import yaml
from nation_build import PROJECT, built, copied
from pack import pack
from playwright.sync_api import Browser
from preview import preview
from test_commands import MKDOCS, PAGE, RECORD, VILLAGE
from test_readme import make
from test_tell import Host, host  # noqa: F401 (a fixture)

Workflow = dict[str, Any]
WORKFLOWS: dict[str, Workflow] = {
    path.name: yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 (texts only)
    for path in sorted((PROJECT / ".github" / "workflows").glob("*.yml"))
}
GITLAB: Workflow = yaml.load((PROJECT / ".gitlab-ci.yml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506
GITLAB_JOBS = {name: job for name, job in GITLAB.items() if isinstance(job, dict) and "script" in job}
# What a job may write, and no other job may write anything.
MAY_WRITE = {
    ("site.yml", "publish"): {"pages", "id-token"},
    ("site.yml", "tell"): {"issues"},
    ("site.yml", "note"): {"contents"},
    ("comment.yml", "comment"): {"pull-requests"},
    ("links.yml", "links"): {"issues"},
}
PROGRAMS = {"make", "python3", "cat", "sed", "mv", "gh", "git", "exit", "true"}


def jobs() -> Iterator[tuple[str, str, Workflow]]:
    for file, workflow in WORKFLOWS.items():
        for name, job in workflow["jobs"].items():
            yield file, name, job


def steps() -> Iterator[tuple[str, str, Workflow]]:
    for file, name, job in jobs():
        yield from ((file, name, step) for step in job["steps"])


def script(file: str, job: str) -> str:
    """What a job runs in its last step that runs anything."""
    return next(str(step["run"]) for step in reversed(WORKFLOWS[file]["jobs"][job]["steps"]) if "run" in step)


SCRIPTS = [str(step["run"]) for _, _, step in steps() if "run" in step]
SCRIPTS += [str(line) for job in GITLAB_JOBS.values() for line in job["script"]]


def commands(text: str) -> Iterator[list[str]]:
    """Every command of a script, in words, without settings in front and files behind."""
    for piece in re.split(r"\n|;|&&|\|\|", text):
        words = [word for word in shlex.split(piece) if not re.fullmatch(r"[A-Z_]+=\S*", word)]
        while words and words[0] in ("if", "then", "else", "[", "fi"):
            words = words[1:] if words[0] != "[" else []
        if words:
            yield words[: words.index(">")] if ">" in words else words


def test_there_are_workflows_for_changes_for_the_site_and_for_links() -> None:
    assert set(WORKFLOWS) == {"site.yml", "changes.yml", "comment.yml", "links.yml"}
    assert set(GITLAB_JOBS) == {"check", "changes", "pages", "note", "zip", "links"}


def test_every_action_is_pinned_to_one_commit_with_its_version_beside_it() -> None:
    pins: dict[str, set[str]] = {}
    for path in (PROJECT / ".github" / "workflows").glob("*.yml"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if "uses:" in line:
                match = re.search(r"uses: (actions/[a-z-]+)@([0-9a-f]{40} # v\d+\.\d+\.\d+)$", line)
                assert match, line
                pins.setdefault(match[1], set()).add(match[2])
    assert len(pins) == 6
    assert {action: commits for action, commits in pins.items() if len(commits) > 1} == {}


def test_a_job_may_do_what_it_needs_and_no_more() -> None:
    for file, workflow in WORKFLOWS.items():
        assert workflow["permissions"] in ({"contents": "read"}, {}), file
    for file, name, job in jobs():
        given = job.get("permissions", {})
        writing = {what for what, how in given.items() if how != "read"}
        assert writing == MAY_WRITE.get((file, name), set()), (file, name)


def test_a_run_of_a_strangers_change_may_write_nothing_and_knows_no_secret() -> None:
    for file in WORKFLOWS:
        text = (PROJECT / ".github" / "workflows" / file).read_text(encoding="utf-8")
        assert "pull_request_target" not in text
        assert "secrets." not in text
    for file, name, job in jobs():
        if "pull_request" in WORKFLOWS[file]["on"] and (file, name) in MAY_WRITE:
            # A job without a condition runs only if the one it waits for did.
            guard = job if "if" in job else WORKFLOWS[file]["jobs"][job["needs"]]
            assert "github.event_name != 'pull_request'" in guard["if"], (file, name)


def test_no_checkout_leaves_a_token_behind_and_the_job_that_comments_takes_the_code_of_main() -> None:
    for file, name, step in steps():
        if step.get("uses", "").startswith("actions/checkout@"):
            given = step["with"]
            assert given["persist-credentials"] == "false", (file, name)
            assert set(given) <= {"persist-credentials", "fetch-depth"}


def test_a_token_is_given_to_no_step_but_those_that_tell_or_push() -> None:
    for file, name, step in steps():
        uses_it = re.search(r"scripts/tell\.py|git push", step.get("run", ""))
        assert ("github.token" in str(step)) == bool(uses_it), (file, name)


@pytest.mark.parametrize("text", SCRIPTS)
def test_a_script_is_right_shell_and_nothing_is_pasted_into_it(text: str) -> None:
    assert "${{" not in text
    done = subprocess.run(["bash", "-n"], input=text, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("text", SCRIPTS)
def test_every_command_of_a_script_exists(text: str) -> None:
    found = list(commands(text))
    assert found or re.fullmatch(r"[A-Z_]+=\S+", text)
    for words in found:
        assert words[0] in PROGRAMS, words
        if words[0] == "make":
            assert make("-n", *words[1:], "BASE=x").returncode == 0, words
        if words[0] == "python3":
            assert (PROJECT / words[1]).is_file(), words


def test_both_run_the_same_commands() -> None:
    def own(texts: list[str]) -> set[str]:
        """Targets and scripts, without what differs between the two."""
        found = [words for text in texts for words in commands(text) if words[0] in ("make", "python3")]
        return {" ".join(word for word in words[:3] if "=" not in word and word != "--silent") for words in found}

    github = own([str(step["run"]) for _, _, step in steps() if "run" in step])
    gitlab = own([str(line) for job in GITLAB_JOBS.values() for line in job["script"]])
    assert github - gitlab == {"python3 scripts/tell.py issue"}
    assert gitlab - github == set()
    targets = {"check", "test", "changes", "preview", "site", "zip", "links", "ledger"}
    assert gitlab == {f"make {target}" for target in targets} | {"python3 scripts/tell.py comment"}


def test_every_command_that_ci_calls_explains_itself() -> None:
    for arguments in (["compare", "--help"], ["links", "--help"], ["check", "--help"], ["build", "--help"]):
        done = subprocess.run([sys.executable, "-m", "sadar", *arguments], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    for name in ("changes.py", "tell.py"):
        done = subprocess.run([sys.executable, PROJECT / "scripts" / name], capture_output=True, text=True, check=False)
        assert done.returncode == 2
        assert name in done.stderr


def test_jobs_and_workflows_wait_for_others_that_exist() -> None:
    for file, workflow in WORKFLOWS.items():
        for job in workflow["jobs"].values():
            needed = job.get("needs", [])
            assert set([needed] if isinstance(needed, str) else needed) <= set(workflow["jobs"]), file
            assert int(job["timeout-minutes"]) <= 60
    assert WORKFLOWS["comment.yml"]["on"]["workflow_run"]["workflows"] == [WORKFLOWS["changes.yml"]["name"]]
    uploaded = [
        step["with"] for step in WORKFLOWS["changes.yml"]["jobs"]["changes"]["steps"] if "path" in step.get("with", {})
    ]
    assert [(each["name"], each["path"]) for each in uploaded] == [
        ("perubahan", "build/changes.md"),
        ("pratinjau", "build/preview"),
    ]
    assert "--name perubahan --dir perubahan " in script("comment.yml", "comment")
    assert "tell.py comment perubahan/changes.md" in script("comment.yml", "comment")
    stages = set(GITLAB["stages"])
    assert {job["stage"] for job in GITLAB_JOBS.values()} == stages


def test_the_site_is_built_every_night_and_links_are_asked_every_week_while_indonesia_sleeps() -> None:
    crons = {
        name: each["on"]["schedule"][0]["cron"].split() for name, each in WORKFLOWS.items() if "schedule" in each["on"]
    }
    assert {name: cron[2:] for name, cron in crons.items()} == {"site.yml": ["*"] * 3, "links.yml": ["*", "*", "0"]}
    for minute, hour, *_ in crons.values():
        assert (int(hour) + 7) % 24 in range(1, 5)  # WIB
        assert int(minute) not in (0, 30)  # when everybody's start


def test_only_main_is_published_and_only_after_the_check() -> None:
    publish = WORKFLOWS["site.yml"]["jobs"]["publish"]
    assert publish["needs"] == "check"
    assert "github.ref == 'refs/heads/main'" in publish["if"]
    assert "github.event_name != 'pull_request'" in publish["if"]
    rules = GITLAB_JOBS["pages"]["rules"]
    assert rules[-1] == {"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}
    assert GITLAB["stages"].index(GITLAB_JOBS["pages"]["stage"]) > GITLAB["stages"].index(GITLAB_JOBS["check"]["stage"])


@pytest.fixture
def on_github(host: Host, tmp_path: Path) -> dict[str, str]:  # noqa: F811 (the fixture)
    """What GitHub tells a job of itself."""
    return {
        "PATH": f"{tmp_path}:{os.environ['PATH']}",
        "GITHUB_API_URL": host.address,
        "GITHUB_REPOSITORY": "desa/sadar",
        "GITHUB_TOKEN": "rahasia",
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
        "no_proxy": "*",
    }


def run(text: str, at: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """A script as the runner calls it, in a checkout of the project."""
    for name in ("scripts", ".github"):
        if not (at / name).exists():
            (at / name).symlink_to(PROJECT / name)
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", text]
    return subprocess.run(command, cwd=at, capture_output=True, text=True, check=False, env=environment)


def test_while_the_site_is_held_back_an_issue_says_so_and_afterwards_it_is_closed(
    host: Host,  # noqa: F811 (the fixture)
    on_github: dict[str, str],
    tmp_path: Path,
) -> None:
    address = "https://github.example/desa/sadar/actions/runs/1"
    for result in ("skipped", "failure"):
        done = run(script("site.yml", "tell"), tmp_path, on_github | {"RESULT": result, "RUN": address})
        assert (done.returncode, done.stderr) == (0, "")
    (issue,) = host.lists["/repos/desa/sadar/issues"]
    assert issue["title"] == "Situs belum terbit"
    assert "Situs yang terbit terakhir tetap tampil" in issue["body"]
    assert f"[halaman pemeriksaan]({address})" in issue["body"]
    assert "# Situs belum terbit" in (tmp_path / "summary.md").read_text(encoding="utf-8")
    (tmp_path / "held.md").unlink()
    run(script("site.yml", "tell"), tmp_path, on_github | {"RESULT": "success", "RUN": address})
    assert issue["state"] == "closed"


def git(at: Path, *words: str) -> str:
    who = ["-c", "user.name=UJI", "-c", "user.email=uji@uji.example"]
    return subprocess.run(["git", *who, *words], cwd=at, check=True, capture_output=True, text=True).stdout


def note(side: str) -> str:
    """What the last steps of the job `note` run, without the command that has tests of its own."""
    return script("site.yml", "note") if side == "github" else "\n".join(GITLAB_JOBS["note"]["script"][1:])


@pytest.mark.parametrize("side", ["github", "gitlab"])
def test_published_addresses_are_noted_on_main_beside_what_others_pushed_meanwhile(tmp_path: Path, side: str) -> None:
    main, here, there = tmp_path / "main.git", tmp_path / "here", tmp_path / "there"
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", str(main))
    git(main, "config", "receive.advertisePushOptions", "true")
    git(tmp_path, "clone", "--quiet", str(main), str(there))
    (there / "content").mkdir()
    (there / "content" / "addresses.txt").write_text("/\n", encoding="utf-8")
    git(there, "add", "--all")
    git(there, "commit", "--quiet", "--message", "UJI: pertama")
    git(there, "push", "--quiet", "origin", "HEAD:main")
    git(tmp_path, "clone", "--quiet", "--depth=1", main.as_uri(), str(here))
    (there / "catatan.txt").write_text("UJI", encoding="utf-8")
    git(there, "add", "--all")
    git(there, "commit", "--quiet", "--message", "UJI: kedua")
    git(there, "push", "--quiet", "origin", "HEAD:main")
    address = {
        "github": "https://x-access-token:rahasia@github.example/desa/sadar",
        "gitlab": "https://oauth2:rahasia@gitlab.example/desa/sadar.git",
    }
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        # A machine without network: main stands in a folder, under the host's address.
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"url.{main.as_uri()}.insteadOf",
        "GIT_CONFIG_VALUE_0": address[side],
        "TOKEN": "rahasia",
        "GITHUB_SERVER_URL": "https://github.example",
        "GITHUB_REPOSITORY": "desa/sadar",
        "NOTE_TOKEN": "rahasia",
        "CI_SERVER_HOST": "gitlab.example",
        "CI_PROJECT_PATH": "desa/sadar",
        "CI_DEFAULT_BRANCH": "main",
    }
    command = ["bash", "-eo", "pipefail", "-c", note(side)]
    for addresses in ("/\n", "/\n/desa/\n"):
        (here / "content" / "addresses.txt").write_text(addresses, encoding="utf-8")
        done = subprocess.run(command, cwd=here, capture_output=True, text=True, check=False, env=environment)
        assert done.returncode == 0, done.stderr
    subjects = git(main, "log", "--format=%s", "main").splitlines()
    assert subjects == ["Addresses that were published today are noted", "UJI: kedua", "UJI: pertama"]
    assert git(main, "show", "main:content/addresses.txt") == "/\n/desa/\n"


@pytest.mark.parametrize("arrived", ["cp laporan.md perubahan/changes.md", "exit 1"])
def test_the_comment_is_written_also_where_the_report_did_not_arrive(
    host: Host,  # noqa: F811 (the fixture)
    on_github: dict[str, str],
    tmp_path: Path,
    arrived: str,
) -> None:
    pull = host.add("/repos/desa/sadar/pulls", "", number=5)
    pull["head"] = {"label": "orang:uji", "sha": "bbb"}
    origin = {"owner": {"login": "orang"}}
    event = {"head_repository": origin, "head_branch": "uji", "head_sha": "bbb", "html_url": "https://github.example/1"}
    (tmp_path / "event.json").write_text(json.dumps({"workflow_run": event}), encoding="utf-8")
    (tmp_path / "laporan.md").write_text("Semua fakta tetap sama.", encoding="utf-8")
    gh = tmp_path / "gh"  # a machine without network has no GitHub to fetch from
    gh.write_text(f"#!/bin/sh\nmkdir perubahan\n{arrived}\n", encoding="utf-8")
    gh.chmod(0o755)
    environment = on_github | {"GITHUB_EVENT_PATH": str(tmp_path / "event.json"), "RUN": "1"}
    done = run(script("comment.yml", "comment"), tmp_path, environment)
    assert (done.returncode, done.stderr) == (0, "")
    (comment,) = host.lists["/repos/desa/sadar/issues/5/comments"]
    assert ("Semua fakta tetap sama." in comment["body"]) == (arrived != "exit 1")


@pytest.fixture(scope="module")
def toy_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copied(tmp_path_factory.mktemp("toy") / "country")
    return built(root, root / "site")


def test_the_zip_holds_the_whole_site_and_the_same_site_gives_the_same_bytes(toy_site: Path, tmp_path: Path) -> None:
    count = pack(toy_site, tmp_path / "one.zip")
    again = Path(shutil.copytree(toy_site, tmp_path / "again", copy_function=shutil.copyfile))
    pack(again, tmp_path / "two.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as packed:
        assert packed.testzip() is None
        assert len(packed.namelist()) == count > 50
        assert packed.namelist() == sorted(packed.namelist())
        packed.extractall(tmp_path / "host")
    assert files(tmp_path / "host") == files(toy_site)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_in_the_preview_every_link_leads_to_a_file_and_nothing_else_differs(toy_site: Path, tmp_path: Path) -> None:
    seen = tmp_path / "preview"
    assert preview(toy_site, seen) > 20
    before, after = files(toy_site), files(seen)
    assert after.keys() - before.keys() == {"BACA DAHULU.txt"}
    assert {name for name in before if before[name] != after[name]} <= {
        name for name in before if name.endswith(".html")
    }
    for page in (each for each in seen.rglob("*.html") if each.name != "404.html"):  # a server shows it anywhere
        for link in re.findall(r' href="([^"#?:]+)[#?"]', page.read_text(encoding="utf-8")):
            assert (page.parent / unquote(link)).is_file(), f"{page}: {link}"


def test_the_preview_opens_from_the_disk_and_its_links_can_be_followed(
    toy_site: Path, tmp_path: Path, browser: Browser
) -> None:
    preview(toy_site, tmp_path / "pratinjau saya")
    page = browser.new_page()
    page.goto((tmp_path / "pratinjau saya" / "index.html").as_uri())
    for target in ("desa/provinsi-contoh/index.html", "kabupaten-contoh/index.html", "rekaan-satu/index.html"):
        page.locator(f'main a[href$="{target}"]').first.click()
    page.wait_for_load_state()
    assert "Rekaan Satu" in page.title()
    assert page.evaluate("getComputedStyle(document.body).fontFamily") != "serif"
    page.close()


def test_where_no_site_was_built_one_sentence_says_what_to_do(tmp_path: Path) -> None:
    for name in ("environment.py", "pack.py", "preview.py"):
        (tmp_path / "scripts").mkdir(exist_ok=True)
        shutil.copy(PROJECT / "scripts" / name, tmp_path / "scripts" / name)
    for name in ("pack.py", "preview.py"):
        command = [sys.executable, tmp_path / "scripts" / name]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 2
        assert "make site" in done.stderr


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A small campaign with this project's code under version control; its set-up is this environment."""
    root = tmp_path / "repository"
    shutil.copytree(PROJECT / "scripts", root / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    written = (f"content/{language}/{name}" for language in ("id", "en") for name in ("", "manfaat/", "ikut-serta/"))
    texts = {f"{folder}/index.md": PAGE for folder in written} | {VILLAGE: RECORD, "mkdocs.yml": MKDOCS}
    for path, text in texts.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    for name in ("Makefile", "pyproject.toml", "requirements.lock"):
        shutil.copy(PROJECT / name, root / name)
    python = root / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    line = f'PYTHONPATH="$(dirname "$0")/../../scripts" exec {shlex.quote(sys.executable)} "$@"'
    python.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
    python.chmod(0o755)
    (root / "build" / "before").mkdir(parents=True)
    shutil.copy(root / "pyproject.toml", root / "build" / "before")
    for place in ("build/before", "."):
        stamp = f"import environment as e; e.PROJECT = e.Path({str(root / place)!r}); "
        stamp += "e._STAMP.open('a').write(e._fingerprint(e.SITE_LOCK) + chr(10))"
        subprocess.run([sys.executable, "-c", stamp], cwd=root / "scripts", check=True)
    shutil.rmtree(root / "build")
    for command in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message", "UJI"]):
        who = ["-c", "user.name=UJI", "-c", "user.email=uji@uji.example"]
        subprocess.run(["git", *who, *command], cwd=root, check=True)
    return root


def test_changes_since_a_commit_are_told_with_the_sizes_of_both_sites(repository: Path) -> None:
    (repository / VILLAGE).write_text(RECORD.replace("date: '2026-01'", "date: 2026-03"), encoding="utf-8")
    done = make("changes", "BASE=HEAD", at=repository, PYTHON=sys.executable, SOURCE_DATE_EPOCH="1795392000")
    assert done.returncode == 0, done.stderr
    said = (repository / "build" / "changes.md").read_text(encoding="utf-8")
    assert "direncanakan, Januari 2026 → direncanakan, Maret 2026" in said
    assert "Semua halaman, dimampatkan" in said
    assert said in done.stdout + "\n"


def test_changes_that_cannot_be_built_are_told_without_sizes_and_an_unknown_commit_is_refused(repository: Path) -> None:
    (repository / VILLAGE).write_text(RECORD.replace("kind: desa", "kind: dessa"), encoding="utf-8")
    done = make("changes", "BASE=HEAD", at=repository, PYTHON=sys.executable, SOURCE_DATE_EPOCH="1795392000")
    assert done.returncode == 0, done.stderr
    said = (repository / "build" / "changes.md").read_text(encoding="utf-8")
    assert "**Belum dapat terbit.**" in said
    assert "dimampatkan" not in said
    done = make("changes", "BASE=bukan-commit", at=repository, PYTHON=sys.executable)
    assert done.returncode == 2
    assert "bukan-commit is no commit here" in done.stderr
