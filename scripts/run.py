"""`python3 scripts/run.py COMMAND …` is `sadar COMMAND …` (check, serve, new …): sets itself up first."""

import sys

from environment import sadar

if __name__ == "__main__":
    raise SystemExit(sadar(sys.argv[1:]))
