"""What those are told of a ceremony who do not see its page: in a feed, in a calendar, in a search engine's list."""

from __future__ import annotations

from sadar.outputs.phrases import event_title, event_villages, event_when, regency_name
from sadar.pages.facts import Event
from sadar.pages.subscriptions import Subscription
from sadar.wording import Wording


def event_headline(wording: Wording, event: Event) -> str:
    """The title where it stands alone, with what it must not be taken without: Dibatalkan: Peluncuran Desa …"""
    status, title = event.launch.record.status, event_title(wording, event)
    if status == "held":
        return title
    return wording.say("event.headline", mark=wording.say(f"event.{status}"), title=title)


def event_lines(wording: Wording, event: Event) -> list[str]:
    """Lines of a word and a fact."""
    record = event.launch.record
    facts = {
        "launch.status": wording.say(f"launch_status.{record.status}"),
        "launch.when": event_when(wording, event),
        "launch.venue": record.venue,
        "launch.villages": f"{event_villages(wording, event)}{_area(wording, event)}",
        "village.sources": wording.listed(list(dict.fromkeys(each.publisher for each in record.sources.values()))),
    }
    return [f"{wording.say(name)}: {fact}" for name, fact in facts.items() if fact]


def _area(wording: Wording, event: Event) -> str:
    """The regency and the province, as far as all villages of a ceremony share them."""
    regencies = {village.regency: regency_name(wording, village.regency) for village in event.villages}
    provinces = {village.province: village.province.name for village in event.villages}
    shared = [next(iter(names.values())) for names in (regencies, provinces) if len(names) == 1]
    return f" ({', '.join(shared)})" if shared else ""


def subscription_name(wording: Wording, offered: Subscription) -> str:
    """What a feed or a calendar is called in the reader's program."""
    if offered.province is None:
        return wording.say("subscribe.name")
    return wording.say("subscribe.name_in", area=offered.province.name)
