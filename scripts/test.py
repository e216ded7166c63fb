"""`python3 scripts/test.py` sets itself up and runs every check of the project: lint, format, types, tests."""

import os
import sys

from environment import PROJECT, TEST_LOCK, prepare, run

CHECKS = (
    ("-m", "ruff", "check", "scripts", "tests"),
    ("-m", "ruff", "format", "--check", "scripts", "tests"),
    ("-m", "mypy"),
    ("-m", "pytest"),
)

if __name__ == "__main__":
    os.chdir(PROJECT)
    prepare(TEST_LOCK)
    if sys.argv[1:]:
        raise SystemExit(run("-m", "pytest", *sys.argv[1:]))
    # All checks run even when one fails: whoever mends them wants to see everything at once.
    raise SystemExit(max([run(*check) for check in CHECKS]))
