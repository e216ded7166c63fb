"""A build that is killed at any moment leaves one whole site behind, and the next build succeeds."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from nation_build import PROJECT, copied

TIMES = 20
RECORD = "villages/provinsi-contoh/kabupaten-contoh/rekaan-dua/village.yml"


def test_a_build_killed_at_twenty_random_moments_leaves_one_whole_site_each_time(tmp_path: Path) -> None:
    root = copied(tmp_path / "root")
    site = tmp_path / "public"
    record = root / RECORD
    text = record.read_text(encoding="utf-8")
    versions = (text, text.replace("date: '2026-01-01'", "date: '2025-12-30'"))
    whole = []
    for version in versions:
        record.write_text(version, encoding="utf-8")
        start = time.monotonic()
        assert _started(root, site).wait() == 0
        lasted = time.monotonic() - start
        whole.append(_files(site))
    assert whole[0] != whole[1]

    chance = random.Random(20)  # noqa: S311 (draws moments, not secrets)
    stopped = 0
    for number in range(TIMES):
        record.write_text(versions[number % 2], encoding="utf-8")
        process = _started(root, site)
        time.sleep(chance.uniform(0, lasted))
        process.send_signal(signal.SIGKILL)  # this process alone: what it set to work goes on, as in real life
        stopped += process.wait() != 0
        assert _files(site) in whole, number
    assert stopped > TIMES / 4  # else the moments came too late to tell anything

    assert _started(root, site).wait() == 0
    assert _files(site) == whole[(TIMES - 1) % 2]


def _started(root: Path, site: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, str(PROJECT / "tests" / "nation_build.py"), str(root), str(site), "2"]
    surroundings = os.environ | {"PYTHONPATH": str(PROJECT / "scripts")}
    return subprocess.Popen(command, env=surroundings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
