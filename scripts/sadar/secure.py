"""The finished pages held to the policy that they carry."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath

from sadar.dress import DressError
from sadar.language import Language
from sadar.pages import Page
from sadar.pages.addresses import BELOW
from sadar.pages.text_kinds import TextPage
from sadar.policy import POLICY, inline, policy


def secure(
    whole: Path,
    pages: Iterable[Page],
    languages: tuple[Language, ...],
    published: Callable[[PurePosixPath, bytes], bool] = lambda *_: False,
) -> None:
    """Let the policy of all pages name the scripts and styles that stand in them, by their hashes.

    Our theme has none, and then nothing is written. Looked at are a page of each kind and every hand-written one, since
    all others come from the same templates. A page that was `published` just so has none: it would have been written
    then. DressError where a page holds what no hash lets through.
    """
    read = ((path, (whole / path).read_bytes()) for path in sorted(set(_samples(pages, languages))))
    found = {path: inline(data.decode()) for path, data in read if not published(path, data)}
    never = [f"{path}: the policy stops {each}" for path, own in found.items() for each in own.never]
    if never:
        raise DressError("\n".join(never))
    scripts = {each for own in found.values() for each in own.scripts}
    styles = {each for own in found.values() for each in own.styles}
    if scripts or styles:
        for path in (*whole.rglob("*.html"), *whole.glob("_headers")):
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace(POLICY, policy(scripts, styles)), encoding="utf-8", newline="\n")


def _samples(pages: Iterable[Page], languages: tuple[Language, ...]) -> Iterator[PurePosixPath]:
    kinds: set[type] = set()
    yield PurePosixPath("404.html")
    for page in pages:
        if isinstance(page, TextPage) or type(page) not in kinds:
            kinds.add(type(page))
            yield from (PurePosixPath(BELOW[language], page.address, "index.html") for language in languages)
