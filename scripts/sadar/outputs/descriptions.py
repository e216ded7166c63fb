"""Villages and ceremonies in one line, for search results and for those with whom a link is shared."""

from __future__ import annotations

from sadar.campaign import Village
from sadar.outputs.phrases import event_villages, regency_name, region_line, village_name
from sadar.pages.facts import Event
from sadar.regions import slug
from sadar.wording import Wording


def village_title(wording: Wording, village: Village) -> str:
    """Desa Loa Duri Ilir, Kabupaten Kutai Kartanegara; with the district where the regency has villages of one name."""
    official = village.official
    between = [official.district.name] if official and official.slug != slug(official.name) else []
    return ", ".join((village_name(wording, village), *between, regency_name(wording, village.regency)))


def village_description(wording: Wording, village: Village) -> str:
    """Where the village lies and where it stands, in one sentence."""
    step = village.standing
    return wording.say(
        "village.description",
        village=village_name(wording, village),
        district=region_line(wording, village),
        status=wording.say(f"status.{step.status}").lower(),
        when=wording.date(step.date),
    )


def event_description(wording: Wording, event: Event) -> str:
    """What ceremony, when, how it went and for whom, in one sentence."""
    record = event.launch.record
    return wording.say(
        "launch.description",
        kind=wording.say(f"launch_kind.{record.kind}"),
        when=wording.date(record.date),
        status=wording.say(f"launch_status.{record.status}").lower(),
        villages=event_villages(wording, event),
    )
