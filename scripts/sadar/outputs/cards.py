"""What the pictures for sharing say, and which of them shows a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from sadar.outputs.phrases import event_title, regency_name, region_names, village_name
from sadar.pages import addresses
from sadar.pages.addresses import BELOW
from sadar.pages.facts import Event
from sadar.pages.kinds import LaunchPage, Page, ProvincePage, RegencyPage, VillagePage
from sadar.pictures.lettering import Card
from sadar.records import Language
from sadar.regions import Province
from sadar.wording import Wording, wording

_PROVINCES_NAMED = 3


def cards(pages: tuple[Page, ...], most: int, languages: tuple[Language, ...]) -> Iterator[tuple[PurePosixPath, Card]]:
    """Every picture as (path from the site's root, what it says); `most` as in `cards_of`."""
    for language in languages:
        for address, card in cards_of(wording(language), pages, most).items():
            yield PurePosixPath(BELOW[language]) / address / addresses.CARD, card


def cards_of(wording: Wording, pages: tuple[Page, ...], most: int) -> dict[str, Card]:
    """The pictures of a language, each by the address of the page beside which it stands.

    Of more villages than `most` none has its own, and no ceremony: they share their province's.
    """
    one_each = sum(isinstance(page, VillagePage) for page in pages) <= most
    drawn = {addresses.HOME: _home(wording)}
    for page in pages:
        match page:
            case ProvincePage():
                drawn[page.address] = _province(wording, page)
            case VillagePage() if one_each:
                drawn[page.address] = _village(wording, page)
            case LaunchPage(event=event) if one_each:
                drawn[page.address] = _launch(wording, event)
    return drawn


def shown_by(page: Page, drawn: Mapping[str, Card]) -> dict[str, str]:
    """A page's picture for its front matter: its own, else its province's, else that of the home page."""
    wanted = [page.address, *(addresses.of_province(province) for province in _provinces(page)), addresses.HOME]
    address = next(address for address in wanted if address in drawn)
    return {"image": f"{address}{addresses.CARD}", "image_alt": drawn[address].told}


def _provinces(page: Page) -> list[Province]:
    """The province that a page belongs to; none where it belongs to several."""
    match page:
        case VillagePage(village=village):
            return [village.province]
        case RegencyPage(regency=regency):
            return [regency.province]
        case LaunchPage(event=event) if len({village.province for village in event.villages}) == 1:
            return [event.villages[0].province]
    return []


def _home(wording: Wording) -> Card:
    return Card(wording.say("site.name"), wording.say("site.full_name"), (wording.say("card.home"),))


def _province(wording: Wording, page: ProvincePage) -> Card:
    say = wording.say
    counts = [say("count.villages", count=page.tally.members)] if page.tally.members else []
    counts += [say("villages.planned", count=page.tally.planned)] if page.tally.planned else []
    name = say("villages.province_title", province=page.province.name)
    return Card(say("site.full_name"), name, tuple(counts))


def _village(wording: Wording, page: VillagePage) -> Card:
    village, step = page.village, page.village.standing
    when = wording.date(step.date)
    return Card(
        wording.say("site.full_name"),
        village_name(wording, village),
        region_names(wording, village),
        step.status,
        wording.say(f"status.{step.status}"),
        wording.say("card.doubt", when=when) if step.doubt else when,
    )


def _launch(wording: Wording, event: Event) -> Card:
    record, site, title = event.launch.record, wording.say("site.full_name"), event_title(wording, event)
    when, place = wording.date(record.date), _place(wording, event)
    if record.status == "held":
        return Card(site, title, place, "held", when)
    badge = wording.say("status.planned" if record.status == "planned" else f"launch_status.{record.status}")
    return Card(site, title, place, record.status, badge, when)


def _place(wording: Wording, event: Event) -> tuple[str, ...]:
    regencies = list(dict.fromkeys(village.regency for village in event.villages))
    provinces = list(dict.fromkeys(regency.province.name for regency in regencies))
    if len(regencies) == 1:
        return regency_name(wording, regencies[0]), *provinces
    return tuple(provinces) if len(provinces) <= _PROVINCES_NAMED else ()
