"""`python scripts/bench/country.py FOLDER N [--seed S] [--language id]` writes a campaign of N villages to measure.

Names, codes and addresses are those of the official list, hand-written pages those of the project; everything else is
made up, and every text says so ("sintetis"). The same N and seed give the same bytes.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from made_up import STATUSES, launch, village
from sadar.regions import Village, official

PROJECT = Path(__file__).resolve().parent.parent.parent
NOT_OURS = shutil.ignore_patterns("addresses.txt", "redirects.yml")  # they tell of the real site's pages
SHARES = (10, 55, 25, 10)  # percent of the villages, by status
AT_ONCE = 12  # villages of one regency at a ceremony, at most
ACROSS = 100  # of so many ceremonies one spans two regencies, and one two provinces
SETTINGS = (
    (r"^  custom_dir: .*\n", ""),
    (r"^site_name: .*$", 'site_name: "Sintetis: negeri buatan untuk mengukur"'),
    (r"^site_url: .*$", "site_url: https://sintetis.example/"),
    (r"^  publisher: .*$", '  publisher: "Sintetis: penerbit buatan"'),
)


def main() -> None:
    """Write the campaign."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("villages", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--language", nargs="+", default=["id"])
    chosen = parser.parse_args()
    write(chosen.folder, chosen.villages, chosen.seed, chosen.language)


def write(root: Path, count: int, seed: int = 1, languages: Sequence[str] = ("id",)) -> None:
    """A campaign of `count` villages, whole regencies at a time, in the folder `root`, which must not exist yet."""
    shutil.copytree(PROJECT / "content", root / "content", ignore=NOT_OURS)
    (root / "mkdocs.yml").write_text(_settings(languages), encoding="utf-8")
    chance = random.Random(seed)  # noqa: S311 (makes up records, not secrets)
    ceremonies = list(_ceremonies(count, chance))
    for number, villages in enumerate(_across(ceremonies, chance)):
        _ceremony(root / "villages", villages, number, chance)


def _settings(languages: Sequence[str]) -> str:
    """The project's own settings, for a site that says it is made up."""
    text = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    for pattern, right in SETTINGS:
        text, found = re.subn(pattern, right, text, count=1, flags=re.MULTILINE)
        if not found:
            raise SystemExit(f"mkdocs.yml has no line {pattern}; country.py must learn its new form.")
    text = re.sub(r"^  languages: .*\n", "", text, flags=re.MULTILINE)
    return text.replace("\nextra:\n", f"\nextra:\n  languages: [{', '.join(languages)}]\n", 1)


def _ceremonies(count: int, chance: random.Random) -> Iterator[Sequence[Village]]:
    """The villages as they share ceremonies, each of one regency."""
    regencies = list(official().regencies())
    chance.shuffle(regencies)
    for regency in regencies:
        villages = official().villages(regency)[:count]
        count -= len(villages)
        at = 0
        while at < len(villages):
            size = chance.randint(1, AT_ONCE)
            yield villages[at : at + size]
            at += size


def _across(ceremonies: list[Sequence[Village]], chance: random.Random) -> list[Sequence[Village]]:
    """The ceremonies, a few of them joined to one of another regency of the province, a few of another province."""
    for _ in range(max(1, len(ceremonies) // ACROSS)):
        for fits in (_same_province, _other_province):
            drawn = chance.sample(ceremonies, len(ceremonies))
            pairs = ((one, other) for one in drawn for other in drawn if fits(one[0], other[0]))
            if pair := next(pairs, None):
                ceremonies = [each for each in ceremonies if all(each is not joined for joined in pair)]
                ceremonies.append((*pair[0], *pair[1]))
    return ceremonies


def _same_province(one: Village, other: Village) -> bool:
    return one.code[:2] == other.code[:2] and one.code[:5] != other.code[:5]


def _other_province(one: Village, other: Village) -> bool:
    return one.code[:2] != other.code[:2]


def _ceremony(root: Path, villages: Sequence[Village], number: int, chance: random.Random) -> None:
    """The record of one ceremony and those of its villages."""
    date = f"{chance.randint(2017, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    address = f"{date[:4]}/{date}-{villages[0].regency.slug}-{number}"
    [status] = chance.choices(STATUSES, SHARES)
    _put(root / "launches" / address / "launch.yml", launch(villages, status, date, address, chance))
    for each in villages:
        _put(root / each.address / "village.yml", village(each, status, date, address, chance))


def _put(path: Path, lines: Iterator[str]) -> None:
    path.parent.mkdir(parents=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
