"""Looking at files with help: the same is seen, and nobody is left behind."""

from __future__ import annotations

from pathlib import Path

from sadar.glance.readahead import Readahead
from sadar.parts.survey import survey

SLOW = -1.0  # seconds waited for a file: every disk is slower
QUICK = 60.0


def made_up(root: Path) -> Path:
    """A tree of 2,100 files, of no real village."""
    (root / "content").mkdir(parents=True)
    for number in range(2_100):
        folder = root / f"villages/provinsi-{number % 4}/kabupaten-{number % 20}/desa-{number}"
        folder.mkdir(parents=True)
        (folder / "village.yml").write_text(f"name: Sintetis {number}\n", encoding="utf-8")
    return root


def test_the_same_is_seen_with_help_and_without(tmp_path: Path) -> None:
    root = made_up(tmp_path)
    alone = survey(root, pace=QUICK)
    assert len(alone.files) == 2_100
    assert survey(root, pace=SLOW).files == alone.files


def test_help_comes_to_a_slow_disk_alone_and_ends_with_the_survey(tmp_path: Path) -> None:
    root = made_up(tmp_path)
    with Readahead(root, QUICK) as ahead:
        ahead.watch(2_100, ["villages"])
        assert not ahead.processes
    with Readahead(root, SLOW) as ahead:
        ahead.watch(1_999, ["villages"])
        assert not ahead.processes
        ahead.watch(2_000, ["villages"])
        ahead.watch(2_001, ["villages"])
        helpers = list(ahead.processes)
    assert helpers
    assert all(helper.returncode is not None for helper in helpers)


def test_a_folder_that_has_gone_meanwhile_stops_nothing(tmp_path: Path) -> None:
    with Readahead(made_up(tmp_path), SLOW) as ahead:
        ahead.watch(2_100, ["villages", "villages/pergi"])
        assert ahead.processes[0].wait(60) == 1  # it stops; the survey goes on without it
