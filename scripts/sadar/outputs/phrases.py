"""What generated pages say about villages and ceremonies: records put into the sentences of a language."""

from __future__ import annotations

from sadar.campaign import Village
from sadar.pages.facts import Event
from sadar.records import Standing
from sadar.regions import Regency
from sadar.wording import Wording

_NAMED_IN_TITLES = 3


def village_name(wording: Wording, village: Village) -> str:
    """Desa Loa Duri Ilir."""
    return f"{wording.say(f'kind.{village.record.kind}')} {village.name}"


def regency_name(wording: Wording, regency: Regency) -> str:
    """Kabupaten Blitar, or the words for a regency that no source states."""
    return regency.name if regency.code else wording.say("village.regency_unknown")


def region_line(wording: Wording, village: Village) -> str:
    """The way from the district up to the province."""
    district = village.official.district.name if village.official else None
    return ", ".join(part for part in (district, regency_name(wording, village.regency), village.province.name) if part)


def publishers(village: Village, step: Standing) -> list[str]:
    """Who states a step, each publisher once, in the order of the record."""
    sources = village.record.sources
    return list(dict.fromkeys(sources[key].publisher for key in step.sources if key in sources))


def story(wording: Wording, village: Village) -> str:
    """One sentence on where the village stands, since when, and from whom it is known."""
    step = village.standing
    return wording.say(
        f"status_story.{step.status}",
        village=village_name(wording, village),
        kind=wording.say(f"kind.{village.record.kind}"),
        when=wording.date(step.date),
        who=wording.listed(publishers(village, step)),
    )


def sureness(wording: Wording, village: Village, step: Standing) -> str:
    """How well a step is attested."""
    if step.doubt:
        return wording.say("sure.doubt")
    count = len(publishers(village, step))
    return wording.say("sure.several", count=count) if count > 1 else wording.say("sure.one")


def event_villages(wording: Wording, event: Event) -> str:
    """The villages of a ceremony as far as a title has room for them."""
    names = [village.name for village in event.villages]
    if len(names) > _NAMED_IN_TITLES:
        return wording.say("launch.many", first=names[0], count=len(names) - 1)
    return wording.listed(names)


def event_title(wording: Wording, event: Event) -> str:
    """Peluncuran Desa Sadar: Sukosewu dan Ampelgading."""
    kind = wording.say(f"launch_kind.{event.launch.record.kind}")
    return wording.say("launch.title", kind=kind, villages=event_villages(wording, event))


def shortened(text: str, longest: int = 160) -> str:
    """Text for a search engine's result: whole words, `longest` characters at most."""
    if len(text) <= longest:
        return text
    return text[: longest - 1].rsplit(" ", 1)[0].rstrip(",;:–- ") + "…"
