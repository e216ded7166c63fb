"""The processes that share the work: copies only where that is safe, and none that stays behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import PROJECT

SURROUNDINGS = os.environ | {"PYTHONPATH": str(PROJECT / "scripts")}
SCRIPT = """
import os, signal, sys, threading, time
from sadar.processes import processes

copied = False

def told():
    time.sleep(0.2)  # so that each process has one
    return copied, os.getpid()

if __name__ == "__main__":
    copied = True
    # As in a terminal: where the tests run behind others, what they start does not hear of Ctrl+C.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if "beside-a-thread" in sys.argv:
        threading.Thread(target=threading.Event().wait, daemon=True).start()
    pool = processes(2)
    print(*{found for each in [pool.submit(told) for _ in range(6)] for found in each.result()}, flush=True)
    if "wait" in sys.argv:
        try:
            time.sleep(600)
        except KeyboardInterrupt:
            pool.shutdown()
            print("stopped")
"""


@pytest.fixture
def script(tmp_path: Path) -> Path:
    """A program that asks its processes whether they are copies, and who they are."""
    (tmp_path / "asking.py").write_text(SCRIPT, encoding="utf-8")
    return tmp_path / "asking.py"


@pytest.mark.parametrize("how", ["alone", "beside-a-thread"])
def test_a_process_is_copied_only_where_it_has_no_threads(script: Path, how: str) -> None:
    told = subprocess.run([sys.executable, script, how], capture_output=True, check=True, text=True, env=SURROUNDINGS)
    assert ("True" in told.stdout) == (sys.platform == "linux" and how == "alone")
    assert ("False" in told.stdout) != ("True" in told.stdout)


@pytest.mark.skipif(os.name == "nt", reason="asks for processes as only POSIX does")
@pytest.mark.parametrize("how", ["alone", "beside-a-thread"])
def test_none_stays_behind_when_the_one_that_started_them_is_killed(script: Path, how: str) -> None:
    with subprocess.Popen([sys.executable, script, how, "wait"], stdout=subprocess.PIPE, env=SURROUNDINGS) as starter:
        assert starter.stdout
        workers = [int(word) for word in starter.stdout.readline().split() if word.isdigit()]
        assert len(workers) == 2
        assert all(_is_there(worker) for worker in workers)
        starter.send_signal(signal.SIGKILL)
    until = time.monotonic() + 60
    while any(_is_there(worker) for worker in workers) and time.monotonic() < until:
        time.sleep(0.05)
    assert [worker for worker in workers if _is_there(worker)] == []


@pytest.mark.skipif(os.name == "nt", reason="sends what only POSIX sends")
@pytest.mark.parametrize("how", ["alone", "beside-a-thread"])
def test_ctrl_c_is_told_once(script: Path, how: str) -> None:
    starter = subprocess.Popen(
        [sys.executable, script, how, "wait"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=SURROUNDINGS, start_new_session=True,
    )  # fmt: skip
    assert starter.stdout
    starter.stdout.readline()
    os.killpg(starter.pid, signal.SIGINT)
    assert starter.communicate(timeout=60) == (b"stopped\n", b"")


def _is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    # One that has ended, of which nobody has taken note yet, is no process any more.
    state = Path(f"/proc/{process}/stat")
    return not state.exists() or ") Z " not in state.read_text(encoding="utf-8", errors="replace")
