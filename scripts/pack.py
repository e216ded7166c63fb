"""`python3 scripts/pack.py` puts the finished site into `site.zip`: the same site gives the same bytes."""

import sys
import zipfile
from pathlib import Path

from environment import PROJECT

SITE = PROJECT / "site"
_READABLE = 0o100644 << 16


def pack(site: Path, target: Path) -> int:
    """Write every file of `site` into the zip `target`; how many there were."""
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    with zipfile.ZipFile(target, "w") as packed:
        for name in sorted(files):
            # Of 1980, as every entry that is told no time: the same site gives the same bytes.
            entry = zipfile.ZipInfo(name)
            entry.create_system, entry.external_attr = 3, _READABLE
            packed.writestr(entry, files[name].read_bytes(), zipfile.ZIP_DEFLATED, 9)
    return len(files)


if __name__ == "__main__":
    if not (SITE / "index.html").is_file():
        print("There is no site yet. Build it first: make site, or python3 scripts/build.py", file=sys.stderr)
        raise SystemExit(2)
    print(f"site.zip: {pack(SITE, PROJECT / 'site.zip')} files")
