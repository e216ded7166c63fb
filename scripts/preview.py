"""`python3 scripts/preview.py` copies the finished site to `build/preview/`, to be opened without a server.

A link to a folder shows a list of files where no server answers, so that links name the page in the folder here.
"""

import re
import shutil
import sys
from pathlib import Path
from urllib.parse import unquote

from environment import PROJECT

SITE = PROJECT / "site"
PREVIEW = PROJECT / "build" / "preview"
NOTE = PROJECT / "scripts" / "preview.txt"
_LINK = re.compile(r'(\shref="|;\s?url=)([^":?#]*)(?=[?#"])')


def preview(site: Path, target: Path) -> int:
    """Copy `site` to the folder `target`, which is replaced; how many pages there are."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(site, target)
    shutil.copy(NOTE, target / "BACA DAHULU.txt")
    pages = sorted(target.rglob("*.html"))
    for page in pages:
        text = page.read_bytes().decode()
        page.write_bytes(_LINK.sub(lambda link, page=page: link[1] + _opened(page, link[2]), text).encode())
    return len(pages)


def _opened(page: Path, link: str) -> str:
    """A link as it works on a disk: to the page in a folder instead of the folder."""
    if link and (page.parent / unquote(link) / "index.html").is_file():
        return f"{link.rstrip('/')}/index.html"
    return link


if __name__ == "__main__":
    if not (SITE / "index.html").is_file():
        print("There is no site yet. Build it first: make site, or python3 scripts/build.py", file=sys.stderr)
        raise SystemExit(2)
    print(f"{PREVIEW.relative_to(PROJECT)}: {preview(SITE, PREVIEW)} pages")
