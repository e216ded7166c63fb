"""Feeds to subscribe to, as Atom 1.0 (RFC 4287): all ceremonies, and those of each province.

Where no public address is configured, links are relative to the feed's own place, which the format allows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from sadar.outputs.lasting import lasting_name, midnight, revised
from sadar.outputs.told import event_headline, event_lines, subscription_name
from sadar.pages import Site, addresses
from sadar.pages.addresses import BELOW
from sadar.pages.facts import Event
from sadar.pages.subscriptions import Subscription, subscription
from sadar.wording import Wording, wording

_Linker = Callable[[str], str]


def feeds(site: Site) -> Iterator[tuple[PurePosixPath, str]]:
    """Each feed as (path from the site's root, XML)."""
    for offered in filter(None, map(subscription, site.pages)):
        for language in site.languages:
            path = PurePosixPath(f"{BELOW[language]}{offered.address}{addresses.FEED}")
            yield path, _feed(site, wording(language), offered)


def _feed(site: Site, words: Wording, offered: Subscription) -> str:
    entries = offered.latest
    # A province without a ceremony is as new as the last look at any.
    looked_at = [event.launch for event in entries] or site.campaign.launches
    newest = max(map(revised, looked_at), default=midnight(site.today))
    link = _linker(site, words, offered)
    feed = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": words.language})
    _add(feed, "id", lasting_name(f"{words.language}/{offered.address}{addresses.FEED}").urn)
    _add(feed, "title", subscription_name(words, offered))
    _add(feed, "subtitle", words.say("subscribe.about"))
    _add(feed, "updated", newest.isoformat())
    _add(SubElement(feed, "author"), "name", site.publisher or words.say("site.full_name"))
    SubElement(feed, "link", rel="self", type="application/atom+xml", href=link(offered.address + addresses.FEED))
    SubElement(feed, "link", rel="alternate", type="text/html", href=link(offered.address))
    for event in entries:
        feed.append(_entry(words, link, event))
    indent(feed)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(feed, encoding="unicode")}\n'


def _entry(words: Wording, link: _Linker, event: Event) -> Element:
    launch, record, entry = event.launch, event.launch.record, Element("entry")
    # Each language has another text, and so another entry.
    _add(entry, "id", lasting_name(f"{words.language}/{launch.first_address}").urn)
    _add(entry, "title", event_headline(words, event))
    _add(entry, "updated", revised(launch).isoformat())
    SubElement(entry, "link", rel="alternate", type="text/html", href=link(addresses.of_launch(launch)))
    for source in record.sources.values():
        SubElement(entry, "link", rel="via", href=source.url, title=source.publisher)
    SubElement(entry, "category", term=record.kind, label=words.say(f"launch_kind.{record.kind}"))
    SubElement(entry, "category", term=record.status, label=words.say(f"launch_status.{record.status}"))
    _add(entry, "summary", " · ".join(event_lines(words, event)))
    return entry


def _linker(site: Site, words: Wording, offered: Subscription) -> _Linker:
    if site.url:
        return lambda target: f"{site.url}{BELOW[words.language]}{target}"
    return lambda target: addresses.relative(offered.address, target)


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text
