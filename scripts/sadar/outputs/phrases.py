"""What generated pages say about villages and ceremonies: records put into the sentences of a language."""

from __future__ import annotations

from sadar.campaign import AnyVillage, Village
from sadar.pages import addresses
from sadar.pages.facts import Event
from sadar.pages.list_kinds import Area, Choice, ListPage
from sadar.records import Standing
from sadar.regions import Regency
from sadar.wording import Wording

_NAMED_IN_TITLES = 3


def village_name(wording: Wording, village: AnyVillage) -> str:
    """Desa Loa Duri Ilir."""
    return f"{wording.say(f'kind.{village.kind}')} {village.name}"


def regency_name(wording: Wording, regency: Regency) -> str:
    """Kabupaten Blitar, or the words for a regency that no source states."""
    return regency.name if regency.code else wording.say("village.regency_unknown")


def region_names(wording: Wording, village: AnyVillage) -> tuple[str, ...]:
    """The way from the district, where it is known, up to the province."""
    district = (village.district.name,) if village.district else ()
    return *district, regency_name(wording, village.regency), village.province.name


def region_line(wording: Wording, village: AnyVillage) -> str:
    """Loa Janan, Kabupaten Kutai Kartanegara, Kalimantan Timur."""
    return ", ".join(region_names(wording, village))


def place_line(wording: Wording, village: AnyVillage) -> str:
    """The district, if it is known, and the regency."""
    district = f"{village.district.name}, " if village.district else ""
    return district + regency_name(wording, village.regency)


def choice_name(wording: Wording, choice: Choice) -> str:
    """2018, Kampung, Ditetapkan."""
    if choice.facet == "year":
        return choice.value or wording.say("date.year_unknown")
    return wording.say(f"{choice.facet}.{choice.value}")


def area_name(wording: Wording, area: Area) -> str:
    """Its name, or the words for one that no source states."""
    if area.name:
        return area.name
    return wording.say("village.regency_unknown" if area.level == "regency" else "lists.district_unknown")


def list_title(wording: Wording, page: ListPage) -> str:
    """Desa Sadar yang bergabung pada 2018: Kabupaten Blitar, Jawa Timur."""
    name = choice_name(wording, page.choice)
    if page.choice.facet == "status":
        name = name.lower()
    unknown = "" if page.choice.value else "_unknown"
    title = wording.say(f"lists.title_{page.choice.facet}{unknown}", choice=name)
    areas = ", ".join(area_name(wording, area) for area in reversed(page.trail))
    return f"{title}: {areas}" if areas else title


def list_trail(wording: Wording, page: ListPage) -> list[tuple[str, str]]:
    """The lists that this one is a part of, as (name, address)."""
    names = [choice_name(wording, page.choice), *(area_name(wording, area) for area in page.trail)]
    return [(name, addresses.of_list(page.choice, page.trail[:depth])) for depth, name in enumerate(names)]


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
        kind=wording.say(f"kind.{village.kind}"),
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


def event_when(wording: Wording, event: Event) -> str:
    """Selasa, 18 September 2018, pukul 09.30 WITA, as precise as the record."""
    record = event.launch.record
    date = wording.date_with_weekday(record.date)
    if record.time is None:
        return date
    return wording.say("event.at", date=date, time=record.time, zone=wording.say(f"zone.{record.time_zone}"))


def shortened(text: str, longest: int = 160) -> str:
    """Text for a search engine's result: whole words, `longest` characters at most."""
    if len(text) <= longest:
        return text
    return text[: longest - 1].rsplit(" ", 1)[0].rstrip(",;:–- ") + "…"
