"""The description by which browsers offer the site's search, in each language (OpenSearch 1.1)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from xml.etree import ElementTree

from sadar.pages import Site, addresses
from sadar.wording import wording

_NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/"
_LONGEST_NAME = 16  # characters, by the specification


def files(site: Site) -> Iterator[tuple[PurePosixPath, str]]:
    """A file for each language; none where the site's public address is not configured, for the file must name it."""
    if not site.url:
        return
    for language in site.languages:
        words = wording(language)
        below = addresses.BELOW[language]
        root = ElementTree.Element("OpenSearchDescription", xmlns=_NAMESPACE)
        for name, text in (
            ("ShortName", words.say("site.name")[:_LONGEST_NAME]),
            ("Description", words.say("search.description")),
            ("Language", language),
            ("InputEncoding", "UTF-8"),
        ):
            ElementTree.SubElement(root, name).text = text
        template = f"{site.url}{below}{addresses.SEARCH}?q={{searchTerms}}"
        ElementTree.SubElement(root, "Url", type="text/html", template=template)
        text = ElementTree.tostring(root, encoding="unicode", xml_declaration=False)
        path = PurePosixPath(f"{below}{addresses.SEARCH}opensearch.xml")
        yield path, f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'
