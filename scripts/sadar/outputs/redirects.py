"""Old addresses that still arrive: a page at each leads on without a script; rules for hosts that read them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from sadar.outputs.templates import template
from sadar.pages import Site
from sadar.pages.addresses import BELOW, LAUNCHES, VILLAGES, relative
from sadar.pages.published import emptied, served
from sadar.wording import wording

File = tuple[PurePosixPath, str | bytes]
Moved = Mapping[str, list[str]]


def stubs(site: Site) -> Iterator[File]:
    """A page at each old address, in each language."""
    for gone, to in _all(site).items():
        for below in site.below:
            yield _stub(site, f"{below}{gone[1:]}", f"{below}{to[1:]}")


def rules(site: Site) -> Iterator[File]:
    """`_redirects` as Netlify and Cloudflare Pages read it at a domain's root: a real 301 before a page is looked for.

    Netlify serves a file that is there first, so readers get the page that leads on; Cloudflare reads 2,000 lines.
    """
    root = urlsplit(site.url).path or "/"
    starts = tuple(f"{root}{below}" for below in site.below)
    if redirects := _all(site):
        lines = (f"{start}{gone[1:]} {start}{to[1:]} 301\n" for gone, to in redirects.items() for start in starts)
        yield PurePosixPath("_redirects"), "".join(lines)


def moved_records(site: Site) -> Moved:
    """The villages and ceremonies that moved, each with its old addresses."""
    moved: dict[str, list[str]] = defaultdict(list)
    for redirect in site.campaign.redirects.redirects:
        gone, page = redirect.gone[1:], redirect.page[1:]
        if all(len(each.split("/")) == _depth(each) for each in (gone, page)) and gone[:4] == page[:4]:
            moved[page].append(gone)
    return moved


def at_old_addresses(site: Site, file: File, moved: Moved) -> Iterator[File]:
    """A file beside a record that moved (a badge, a card) for those who embedded it at the old address."""
    path, content = file
    below = "en/" if path.parts[0] == "en" else ""
    steps = path.parts[1:] if below else path.parts
    end = _depth(steps[0] + "/") - 1
    for gone in moved.get("".join(f"{step}/" for step in steps[:end]), ()):
        rest = "/".join(steps[end:])
        if path.name == "index.html":
            folder = rest.removesuffix("index.html")
            yield _stub(site, f"{below}{gone}{folder}", f"{path.parent}/")
        else:
            yield PurePosixPath(f"{below}{gone}{rest}"), content


def _all(site: Site) -> Mapping[str, str]:
    """Every redirect (from: to): those that are written, and from lists that hold nothing any more to what is above."""
    written = {each.gone: each.to for each in site.campaign.redirects.redirects}
    return {**written, **emptied(site.campaign, served(site.pages))}


def _stub(site: Site, gone: str, to: str) -> File:
    language = next(each for each in reversed(site.languages) if gone.startswith(BELOW[each]))
    page, sign, anchor = to.partition("#")
    text = template("redirect.html", language).render(
        language=language,
        say=wording(language).say,
        to=f"{relative(gone, page)}{sign}{anchor}",
        canonical=f"{site.url}{page}" if site.url else "",
        style=relative(gone, "assets/site.css"),
    )
    return PurePosixPath(gone, "index.html"), text


def _depth(address: str) -> int:
    """How many parts the address of a village or a ceremony has, the empty one after its last slash too."""
    return {VILLAGES: 5, LAUNCHES: 4}.get(f"{address.split('/')[0]}/", 0)
