"""What a page says once more for search engines, as JSON-LD of schema.org: nothing that readers do not see on it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from sadar.campaign import Village
from sadar.outputs.data import TABLES
from sadar.outputs.phrases import event_title, region_line, village_name
from sadar.outputs.trails import Step
from sadar.pages import Settings, addresses
from sadar.pages.addresses import BELOW
from sadar.pages.facts import Event
from sadar.pages.kinds import HomePage, LaunchPage, Page, VillagePage
from sadar.pages.text_kinds import DataPage
from sadar.records.shared import Checked
from sadar.wording import Wording

Node = dict[str, object]

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_OFFSETS = {"WIB": "+07:00", "WITA": "+08:00", "WIT": "+09:00"}
_STATUSES = {"postponed": "EventPostponed", "cancelled": "EventCancelled"}


def linked(
    wording: Wording, page: Page, settings: Settings, way: Sequence[Step], questions: Sequence[tuple[str, str]]
) -> str:
    """The page's facts as JSON that can stand in a `<script>`; empty where there is nothing to say.

    `way` is the page's trail, `questions` are those the page answers, each with its answer.
    """
    nodes = [*_facts(wording, page, settings), *_trail(wording, page, settings, way), *_questions(questions)]
    if not nodes:
        return ""
    whole = {"@context": "https://schema.org", **(nodes[0] if len(nodes) == 1 else {"@graph": nodes})}
    # Only `<` could end the script or begin a comment in it.
    return _JSON.encode(whole).replace("<", "\\u003c")


def _facts(wording: Wording, page: Page, settings: Settings) -> list[Node]:
    match page:
        # Of the country's villages this is said by the page alone: said twice it weighed 20 MB, and no search engine
        # shows it.
        case VillagePage(village=village, own_files=True):
            return [_village(wording, village) | {"mainEntityOfPage": _review(village.record.checked)}]
        case LaunchPage(event=event):
            return [_event(wording, event, lambda target: _whole(wording, page, settings, target))]
        case HomePage():
            return [_website(wording, settings)]
        case DataPage():
            return [_dataset(wording, page, settings)]
    return []


def _village(wording: Wording, village: Village) -> Node:
    record = village.record
    found: Node = {"@type": "AdministrativeArea", "name": village_name(wording, village)}
    if record.code:
        found["identifier"] = record.code
    if record.also_known_as:
        found["alternateName"] = list(record.also_known_as)
    found["address"] = region_line(wording, village)
    if record.coordinates:
        where = record.coordinates
        found["geo"] = {"@type": "GeoCoordinates", "latitude": where.latitude, "longitude": where.longitude}
    return found


def _review(checked: Checked) -> Node:
    return {"@type": "WebPage", "lastReviewed": str(checked.date)}


def _event(wording: Wording, event: Event, whole: Callable[[str], str]) -> Node:
    """A ceremony. Who organised it is not recorded; the parties are those who agreed there."""
    record = event.launch.record
    found: Node = {"@type": "Event", "name": event_title(wording, event)}
    if record.date.known:
        time = f"T{record.time:%H:%M}{_OFFSETS[record.time_zone]}" if record.time else ""
        found["startDate"] = f"{record.date}{time}"
    found["eventStatus"] = f"https://schema.org/{_STATUSES.get(record.status, 'EventScheduled')}"
    if record.venue:
        found["location"] = {"@type": "Place", "name": record.venue}
    if record.parties:
        found["contributor"] = [{"@type": "Organization", "name": name} for name in record.parties]
    found["about"] = [
        {"@type": "AdministrativeArea", "name": village_name(wording, each), "url": whole(addresses.of_village(each))}
        for each in event.villages
    ]
    return found | {"mainEntityOfPage": _review(record.checked)}


def _website(wording: Wording, settings: Settings) -> Node:
    home = settings.public(wording.language, addresses.HOME)
    found: Node = {"@type": "WebSite", "name": wording.say("site.name"), "inLanguage": wording.language}
    if home:
        search = f"{settings.public(wording.language, addresses.SEARCH)}?q={{search_term_string}}"
        found["url"] = home
        found["potentialAction"] = {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": search},
            "query-input": "required name=search_term_string",
        }
    return found | _publisher("publisher", wording, settings)


def _dataset(wording: Wording, page: DataPage, settings: Settings) -> Node:
    version = page.written.get(wording.language) or next(iter(page.written.values()))
    # The same files for every language: they stand once, at the root.
    here = "" if settings.url else BELOW[wording.language] + page.address
    return {
        "@type": "Dataset",
        "name": wording.say("site.full_name"),
        "description": version.head.description,
        "license": _LICENCE,
        "isAccessibleForFree": True,
        "distribution": [
            {
                "@type": "DataDownload",
                "name": wording.say(f"data_table.{table.name}"),
                "encodingFormat": "text/csv",
                "contentUrl": settings.url
                + addresses.relative(here, addresses.of_table(table.name, table.endings(page.campaign)[0])),
            }
            for table in TABLES
        ],
    } | _publisher("creator", wording, settings)


def _publisher(role: str, wording: Wording, settings: Settings) -> Node:
    """Who publishes the site, and where it says how mistakes are mended; nothing until a publisher is configured."""
    if not settings.publisher:
        return {}
    found: Node = {"@type": "Organization", "name": settings.publisher}
    if about := settings.public(wording.language, addresses.REPORT):
        found["correctionsPolicy"] = about
    return {role: found}


def _trail(wording: Wording, page: Page, settings: Settings, way: Sequence[Step]) -> list[Node]:
    # The home page is every site's first step, and one step alone is no way.
    steps = way[1:]
    if len(steps) < 2:
        return []
    if isinstance(page, VillagePage) and not page.own_files:
        steps = steps[-2:]  # of 84,000 villages: the regency tells enough, and the way to it is told on its page
    elements = [
        {"@type": "ListItem", "position": number, "name": step.name}
        # The last step is the page itself and needs no address.
        | ({"item": _whole(wording, page, settings, step.address)} if step is not steps[-1] else {})
        for number, step in enumerate(steps, start=1)
    ]
    return [{"@type": "BreadcrumbList", "itemListElement": elements}]


def _questions(questions: Sequence[tuple[str, str]]) -> list[Node]:
    if not questions:
        return []
    asked = [
        {"@type": "Question", "name": question, "acceptedAnswer": {"@type": "Answer", "text": answer}}
        for question, answer in questions
    ]
    return [{"@type": "FAQPage", "mainEntity": asked}]


def _whole(wording: Wording, page: Page, settings: Settings, target: str) -> str:
    """The public address of a page, or the way to it where none is configured."""
    return settings.public(wording.language, target) or addresses.relative(page.address, target)
