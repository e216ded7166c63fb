"""`python3 scripts/build.py` is `sadar build`: sets itself up, then builds the site into `site/`."""

import sys

from environment import sadar

if __name__ == "__main__":
    raise SystemExit(sadar(["build", *sys.argv[1:]]))
