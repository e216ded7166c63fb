"""A campaign's records as a comparison sees them: what they are called, how they are recognised, what they say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import PurePosixPath
from typing import Literal

from sadar.campaign import Campaign
from sadar.compare.telling import told
from sadar.outputs import amounts, phrases
from sadar.pages import addresses
from sadar.pages.benefits import figure_on
from sadar.pages.kinds import LaunchPage
from sadar.pipeline import Checked
from sadar.records import PartialDate
from sadar.records.benefits import FigureSourcesRecord, LawsRecord
from sadar.records.fields import Record
from sadar.records.filed import COUNTS, FIGURE_SOURCES, GLOSSARY, INCOME, LAWS, PHOTOS
from sadar.records.photos import PhotosRecord
from sadar.records.redirects import REDIRECTS
from sadar.regions import folded
from sadar.wording import Wording

Subject = Literal["village", "launch", "figure", "text", "list"]


@dataclass(frozen=True, slots=True)
class Known:
    """A record by its `name` among its kind; `likeness` recognises it under another name.

    `now` is what a reader would ask first, `summary` what is told of a new one, `page` its address on the site if it
    has a page of its own, `lines` the text of a hand-written page, `pictures` the digests of those beside it.
    """

    subject: Subject
    name: str
    likeness: Hashable
    file: PurePosixPath
    title: str
    now: str
    summary: str
    record: Record
    page: str | None = None
    lines: tuple[str, ...] = ()
    pictures: Mapping[str, str] = field(default_factory=dict)


def known(words: Wording, checked: Checked, today: PartialDate) -> Iterator[Known]:
    """Everything that editors write, in the order in which it is told."""
    campaign = checked.campaign
    beside: dict[PurePosixPath, dict[str, str]] = defaultdict(dict)
    for picture in campaign.pictures:
        beside[picture.file.parent.parent][picture.file.name] = picture.digest
    records = chain(
        _villages(words, campaign),
        _launches(words, checked),
        _figures(words, campaign, today),
        _texts(words, campaign),
        _lists(words, campaign),
    )
    for each in records:
        told_here = each.subject in ("village", "launch") or each.file == PHOTOS
        yield replace(each, pictures=beside[each.file.parent]) if told_here else each


def _villages(words: Wording, campaign: Campaign) -> Iterator[Known]:
    for village in campaign.villages:
        yield Known(
            "village",
            village.address,
            village.record.code or folded(village.name),
            village.file,
            f"{phrases.village_name(words, village)}, {phrases.region_line(words, village)}",
            told(words, village.standing),
            phrases.story(words, village),
            village.record,
            addresses.of_village(village),
        )


def _launches(words: Wording, checked: Checked) -> Iterator[Known]:
    for page in checked.pages:
        if isinstance(page, LaunchPage):
            launch = page.event.launch
            record = launch.record
            status = words.say(f"launch_status.{record.status}")
            yield Known(
                "launch",
                launch.address,
                (record.kind, frozenset(source.url for source in record.sources.values())),
                launch.file,
                phrases.event_title(words, page.event),
                "",
                "; ".join(part for part in (words.date_with_weekday(record.date), record.venue, status) if part),
                record,
                page.address,
            )


def _figures(words: Wording, campaign: Campaign, today: PartialDate) -> Iterator[Known]:
    for filed in campaign.figure_files:
        for figure in filed.record.figures:
            now = amounts.told(words, figure_on(campaign.benefits, figure, today))
            title = words.words(figure.name)
            yield Known("figure", figure.id, figure.id, filed.file, title, now, now, figure)


def _texts(words: Wording, campaign: Campaign) -> Iterator[Known]:
    for page in campaign.pages:
        lines = tuple(line.strip() for line in page.body.splitlines() if line.strip())
        title = words.say(f"compare.text_{page.language}", title=page.head.title)
        name = f"{page.slug} {page.language}"
        likeness = (page.language, page.body)
        yield Known("text", name, likeness, page.file, title, "", page.head.description, page.head, lines=lines)


def _lists(words: Wording, campaign: Campaign) -> Iterator[Known]:
    held: dict[PurePosixPath, Record | None] = {
        COUNTS: campaign.counts,
        GLOSSARY: campaign.glossary,
        LAWS: LawsRecord.model_construct(laws=dict(campaign.benefits.laws)),
        FIGURE_SOURCES: FigureSourcesRecord.model_construct(sources=dict(campaign.benefits.sources)),
        INCOME: campaign.benefits.income,
        PHOTOS: PhotosRecord(photos=campaign.album(PHOTOS).records),
        REDIRECTS: campaign.redirects,
    }
    for file, record in held.items():
        if record is not None:
            yield Known("list", str(file), str(file), file, words.say(f"compare_list.{file.stem}"), "", "", record)
