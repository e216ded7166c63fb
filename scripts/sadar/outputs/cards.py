"""What the pictures for sharing say, and which of them shows a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from sadar.outputs.phrases import event_title, regency_name, region_names, village_name
from sadar.pages import Settings, addresses
from sadar.pages.addresses import BELOW
from sadar.pages.facts import Event
from sadar.pages.kinds import DistrictPage, HomePage, LaunchPage, Page, ProvincePage, RegencyPage, VillagePage
from sadar.pictures.lettering import Card
from sadar.regions import Province
from sadar.wording import Wording, wording

_PROVINCES_NAMED = 3


def cards(pages: Iterable[Page], settings: Settings, villages: int) -> Iterator[tuple[PurePosixPath, Card]]:
    """Every picture of these pages as (path from the site's root, what it says); `villages` as in `own_card`."""
    pages = tuple(pages)
    for language in settings.languages:
        words = wording(language)
        for page in pages:
            if card := own_card(words, page, settings, villages):
                yield PurePosixPath(BELOW[language]) / page.address / addresses.CARD, card


def own_card(wording: Wording, page: Page, settings: Settings, villages: int) -> Card | None:
    """The picture beside a page, if it has its own.

    Of more `villages` in the campaign than the settings say none has its own, and no ceremony: they show their
    province's.
    """
    match page:
        case HomePage():
            return _home(wording)
        case ProvincePage():
            return _province(wording, page)
        case VillagePage() if villages <= settings.cards:
            return _village(wording, page)
        case LaunchPage(event=event) if villages <= settings.cards:
            return _launch(wording, event)
    return None


def shown_by(wording: Wording, page: Page, settings: Settings, villages: int) -> dict[str, str]:
    """A page's picture for its front matter: its own, else its province's, else that of the home page.

    Of another page's picture only the name is told: its counts change with every village that joins.
    """
    if card := own_card(wording, page, settings, villages):
        return {"image": f"{page.address}{addresses.CARD}", "image_alt": card.told}
    for province in _provinces(page):
        told = f"{wording.say('villages.province_title', province=province.name)}."
        return {"image": f"{addresses.of_province(province)}{addresses.CARD}", "image_alt": told}
    return {"image": addresses.CARD, "image_alt": _home(wording).told}


def _provinces(page: Page) -> list[Province]:
    """The province that a page belongs to; none where it belongs to several."""
    match page:
        case VillagePage(village=village):
            return [village.province]
        case RegencyPage(regency=regency) | DistrictPage(regency=regency):
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
