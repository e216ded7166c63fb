"""What hosts and machines read of the whole site: headers, and who to turn to.

`_headers` and `.well-known/` count at a domain's root only. On a host that reads no `_headers`, the policy in each page
still holds, without the protection against foreign frames.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from sadar.pages import Site
from sadar.pages.addresses import REPORT, VILLAGES
from sadar.policy import POLICY

File = tuple[PurePosixPath, str]

_EVERYWHERE = (
    "X-Content-Type-Options: nosniff",
    "Referrer-Policy: strict-origin-when-cross-origin",
    "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=()",
    "Strict-Transport-Security: max-age=31536000",
    "Cross-Origin-Opener-Policy: same-origin",
    # Everything is public and nothing depends on who asks: data, badges and cards may be used from anywhere.
    "Cross-Origin-Resource-Policy: cross-origin",
    "Access-Control-Allow-Origin: *",
)
_PAGE = (f"Content-Security-Policy: {POLICY}; frame-ancestors 'self'",)
_CARD = (f"Content-Security-Policy: {POLICY}; frame-ancestors *",)
_NAMED_BY_CONTENT = ("Cache-Control: public, max-age=31536000, immutable",)
_OURS = ("Cache-Control: public, max-age=600",)
_VILLAGE = f"{VILLAGES}:province/:regency/:village/"


def headers(site: Site) -> Iterator[File]:
    """`_headers` as Netlify and Cloudflare Pages read it.

    No header stands in two rules for one address: Cloudflare would join its values, and Netlify take the last.
    """
    root = urlsplit(site.url).path or "/"
    rules = [("*", _EVERYWHERE), *((f"{below}{path}", own) for below in site.below for path, own in _rules(site))]
    blocks = ("".join((f"{root}{path}\n", *(f"  {line}\n" for line in lines))) for path, lines in rules)
    yield PurePosixPath("_headers"), "\n".join(blocks)


def _rules(site: Site) -> Iterator[tuple[str, tuple[str, ...]]]:
    parts = sorted({f"{page.address.split('/')[0]}/" for page in site.pages if page.address} - {VILLAGES})
    yield "", _PAGE
    yield from ((f"{part}*", _PAGE) for part in parts)
    # One by one: the card below a village's page is for the frames of other sites.
    for path in (VILLAGES, f"{VILLAGES}:province/", f"{VILLAGES}:province/:regency/", _VILLAGE):
        yield path, _PAGE
    yield f"{_VILLAGE}kartu/", _CARD
    yield "assets/stylesheets/*", _NAMED_BY_CONTENT
    yield "assets/:file", _OURS


def well_known(site: Site) -> Iterator[File]:
    """Whom to tell of a weakness (RFC 9116) and of a mistake (trust.txt), as far as it is known; and `.nojekyll`.

    No well-known address for corrections is registered; trust.txt has `contact` for those who publish.
    """
    page = next((f"{site.url}{each.address}" for each in site.pages if site.url and each.address == REPORT), "")
    if contact := site.contact or page:
        # Less than a year, as the RFC wants it; every build renews it.
        day = site.today.as_day
        expires = f"Expires: {day + timedelta(days=364)}T00:00:00Z\n" if day else ""
        canonical = f"Canonical: {site.url}.well-known/security.txt\n" if site.url else ""
        text = f"Contact: {contact}\n{expires}Preferred-Languages: {', '.join(site.languages)}\n{canonical}"
        yield PurePosixPath(".well-known/security.txt"), text
    if page:
        yield PurePosixPath(".well-known/trust.txt"), f"contact={page}\n"
    # GitHub Pages otherwise leaves out what begins with a point or an underscore.
    yield PurePosixPath(".nojekyll"), ""
