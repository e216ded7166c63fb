"""`python3 scripts/changes.py BASE` tells what the working tree changes for readers since the commit BASE.

Both versions are built, each by its own code; the Markdown goes to `build/changes.md`. Exit 0: told, also where the
new version has errors; 2: misuse or failure.
"""

import io
import os
import shutil
import subprocess
import sys
import tarfile
import time
from pathlib import Path

from environment import PROJECT, SITE_LOCK, prepare, python

BEFORE = PROJECT / "build" / "before"
CHANGES = PROJECT / "build" / "changes.md"


def changes(base: str) -> int:
    """Build, compare, write; the exit code."""
    tree = subprocess.run(["git", "archive", "--format=tar", base], cwd=PROJECT, capture_output=True, check=False)
    if tree.returncode:
        print(f"{base} is no commit here: {tree.stderr.decode(errors='replace').strip()}", file=sys.stderr)
        return 2
    # Both are built for the same day, also around midnight.
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(int(time.time())))
    shutil.rmtree(BEFORE, ignore_errors=True)
    with tarfile.open(fileobj=io.BytesIO(tree.stdout)) as archive:
        # Python before 3.11.4 knows no filters.
        archive.extraction_filter = getattr(tarfile, "data_filter", lambda member, _: member)
        archive.extractall(BEFORE)  # noqa: S202 (a commit of our own)
    prepare(SITE_LOCK)
    built = [_built(root) for root in (BEFORE, PROJECT)]
    sites = ["--sites", *(str(root / "site") for root in (BEFORE, PROJECT))] if all(built) else []
    command = [str(python()), "-m", "sadar", "compare", str(BEFORE), str(PROJECT), *sites, "--lang", "id"]
    told = subprocess.run(command, cwd=PROJECT, stdout=subprocess.PIPE, check=False)
    CHANGES.write_bytes(told.stdout)
    print(told.stdout.decode(errors="replace"))
    return told.returncode


def _built(root: Path) -> bool:
    """Whether the version in `root` was built, by its own code."""
    return subprocess.run([sys.executable, "scripts/build.py"], cwd=root, check=False).returncode == 0


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
        print("Give one commit: python3 scripts/changes.py main, or make changes BASE=main", file=sys.stderr)
        raise SystemExit(2)
    raise SystemExit(changes(sys.argv[1]))
