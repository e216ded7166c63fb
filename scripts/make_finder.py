"""`python scripts/make_finder.py` shortens the finder's script for readers who pay for every byte.

Writes `finder.min.js` beside `finder.js`, with terser from npm (needs node); run it after every change of `finder.js`.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

TERSER = "terser@5.51.2"
FOLDER = Path(__file__).resolve().parent / "sadar" / "outputs" / "finder"


def main() -> None:
    """Write the short script; its first line is the digest of what it was made from."""
    npx = shutil.which("npx")
    if npx is None:
        sys.exit("npx is missing. It comes with Node.js: https://nodejs.org")
    source = FOLDER / "finder.js"
    command = [npx, "--yes", TERSER, str(source), "--compress", "--mangle", "--module"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(done.stderr)
    text = f"//{digest()}\n{done.stdout.strip()}\n"
    (FOLDER / "finder.min.js").write_text(text, encoding="utf-8", newline="\n")


def digest() -> str:
    """What tells that the short script is that of today's `finder.js`."""
    return hashlib.sha256((FOLDER / "finder.js").read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
