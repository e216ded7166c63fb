"""Prints how well the finder finds all villages of the official list, and what a question costs a reader.

`python scripts/bench/finder.py [--every N]` runs the site's own script in Chromium, on every N-th name, with its files
answered from memory. Mistakes are drawn with one seed, so that two runs ask the same.
"""

from __future__ import annotations

import argparse
import gzip
import random
import shutil
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from mistakes import delete, double, neighbour, swap
from playwright.sync_api import Page, sync_playwright
from sadar import pipeline
from sadar.outputs import finder
from sadar.pages import Site
from sadar.records import PartialDate
from sadar.regions import Regions, Village, official

PROJECT = Path(__file__).resolve().parent.parent.parent
DAY = PartialDate(2026, 11, 23)
BATCH = 2_000
SAMPLE = 500

HARNESS = Path(__file__).with_name("harness.js").read_text(encoding="utf-8")


def main() -> None:
    """Ask all questions and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--misses", action="store_true", help="Print what was not found.")
    every = parser.parse_args().every
    regions = official()
    checked = pipeline.check(PROJECT, regions, DAY)
    start = time.perf_counter()
    files = {str(path): text for path, text in finder.files(Site(checked.campaign, regions, checked.pages, DAY, ""))}
    print(f"files: {len(files)}, made in {time.perf_counter() - start:.1f} s")
    print(f"script: {_compressed(files['cari/finder.js'])} bytes compressed")
    villages = [village for regency in regions.regencies() for village in regions.villages(regency)][::every]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = _page(browser.new_page(), files)
        for name, (good, count) in _found(page, villages, regions).items():
            print(f"{name:48} {good:6} of {count:6}  {100 * good / count:7.3f} %")
            sys.stdout.flush()
        _costs(page, villages, files)
        browser.close()


def _page(page: Page, files: dict[str, str]) -> Page:
    """A page in which the script runs as on the site, at https://desa.example/cari/finder.js."""
    page.route("https://desa.example/**", lambda route: route.fulfill(body="<!doctype html><html lang=id>"))
    page.goto("https://desa.example/")
    script = files["cari/finder.js"].replace("import.meta.url", '"https://desa.example/cari/finder.js"')
    page.evaluate(HARNESS, [files, script])
    return page


def _found(page: Page, villages: Sequence[Village], regions: Regions) -> dict[str, tuple[int, int]]:
    every = (village for regency in regions.regencies() for village in regions.villages(regency))
    namesakes = Counter((village.name, village.regency.code) for village in every)
    chance = random.Random(2026)  # noqa: S311 (draws mistakes, not secrets)
    found = {
        "name and regency: the right one first": _count(
            page,
            villages,
            lambda each: (
                f"{each.name} {each.regency.name}"
                if namesakes[each.name, each.regency.code] == 1
                else f"{each.name} {each.district.name} {each.regency.name}"
            ),
            first=1,
        ),
        "name and regency without its kind: first": _count(
            page,
            [each for each in villages if namesakes[each.name, each.regency.code] == 1],
            lambda each: f"{each.name} {each.regency.name.partition(' ')[2]}",
            first=1,
        ),
        "name and district: among the first ten": _count(
            page, villages, lambda each: f"{each.name} {each.district.name}", first=10
        ),
        "name alone: among its namesakes": _count(page, villages, lambda each: each.name, first=150),
    }
    long = [village for village in villages if sum(map(str.isalpha, village.name)) >= 6]
    for name, mistake in (("left out", delete), ("doubled", double), ("swapped", swap), ("neighbour key", neighbour)):
        found[f"a letter {name}, with regency: first ten"] = _count(
            page,
            long,
            lambda each, mistake=mistake: f"{mistake(each.name, chance)} {each.regency.name}",  # type: ignore[misc]
            first=10,
        )
        found[f"a letter {name}, name alone: anywhere"] = _count(
            page,
            long[::10],
            lambda each, mistake=mistake: mistake(each.name, chance),
            first=150,  # type: ignore[misc]
        )
    return found


def _count(page: Page, villages: Sequence[Village], question: Callable[[Village], str], first: int) -> tuple[int, int]:
    good = 0
    for at in range(0, len(villages), BATCH):
        batch = villages[at : at + BATCH]
        questions = [question(each) for each in batch]
        answers: list[list[Any]] = page.evaluate("questions => ask(questions)", questions)
        for village, asked, answer in zip(batch, questions, answers, strict=True):
            wanted = [village.name, village.district.name, village.regency.name]
            right = any(each[:3] == wanted for each in answer[:first])
            good += right
            if not right and "--misses" in sys.argv:
                print("MISS", asked, "→", answer[:2], wanted)
    return good, len(villages)


def _costs(page: Page, villages: Sequence[Village], files: dict[str, str]) -> None:
    chance = random.Random(7)  # noqa: S311 (as above)
    asked = chance.sample(villages, min(SAMPLE, len(villages)))
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 6})
    for name, question in (
        ("name", lambda each: each.name),
        ("name and regency", lambda each: f"{each.name} {each.regency.name}"),
        ("mistake and regency", lambda each: f"{swap(each.name, chance)} {each.regency.name}"),
        ("mistake alone", lambda each: swap(each.name, chance)),
        ("first four letters", lambda each: each.name[:4]),
    ):
        costs = page.evaluate("questions => cost(questions)", [question(each) for each in asked])
        size = [sum(_compressed(files.get(path, "")) for path in paths) for paths, _ in costs]
        requests = [len(paths) for paths, _ in costs]
        times = sorted(took for _, took in costs)
        print(
            f"{name:24} bytes: median {statistics.median(size):6.0f}, most {max(size):6};"
            f" requests: most {max(requests)}; ms at a sixth of the speed:"
            f" median {statistics.median(times):5.1f}, most {times[-1]:6.1f}"
        )


def _compressed(text: str) -> int:
    return len(gzip.compress(text.encode(), 9))


if __name__ == "__main__":
    main()
