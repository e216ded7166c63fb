"""Villages, provinces and ceremonies as rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sadar.campaign import Launch, Village
from sadar.outputs.data.rows import (
    LaunchRow,
    LaunchVillageRow,
    NoteRow,
    ProvinceRow,
    SourceRow,
    StepRow,
    VillageFigureRow,
    VillageRow,
)
from sadar.pages import Site, addresses
from sadar.pages.facts import ProvinceTally
from sadar.records import Note, PartialDate, Source


def province_row(site: Site, counted: ProvinceTally) -> ProvinceRow:
    province = counted.province
    page = addresses.of_province(province)
    return ProvinceRow(
        address=province.slug,
        code=province.code,
        province=province.name,
        members=counted.tally.members,
        planned=counted.tally.planned,
        page_id=addresses.public(site.url, "id", page),
        page_en=_in_english(site, page),
    )


def village_row(site: Site, village: Village) -> VillageRow:
    record, step, joined = village.record, village.standing, village.joined
    where = record.coordinates
    page = addresses.of_village(village)
    return VillageRow(
        address=village.address,
        code=record.code,
        name=record.name,
        kind=record.kind,
        also_known_as=record.also_known_as,
        district=village.district.name if village.district else None,
        regency_code=village.regency.code or None,
        regency=village.regency.name if village.regency.code else None,
        province_code=village.province.code,
        province=village.province.name,
        status=step.status,
        status_date=known(step.date),
        doubtful=step.doubt is not None,
        member=joined is not None,
        member_since=known(joined.date) if joined else None,
        parties=record.parties,
        latitude=where.latitude if where else None,
        longitude=where.longitude if where else None,
        coordinates_source=where.source if where else None,
        checked=record.checked.date,
        page_id=addresses.public(site.url, "id", page),
        page_en=_in_english(site, page),
    )


def step_rows(village: Village) -> Iterator[StepRow]:
    for number, step in enumerate(village.record.standing, start=1):
        yield StepRow(
            village=village.address,
            number=number,
            status=step.status,
            date=known(step.date),
            launch=step.launch,
            award_id=step.award.id if step.award else None,
            award_en=step.award.en if step.award else None,
            doubt_id=step.doubt.id if step.doubt else None,
            doubt_en=step.doubt.en if step.doubt else None,
            sources=step.sources,
        )


def village_figure_rows(village: Village) -> Iterator[VillageFigureRow]:
    for number, figure in enumerate(village.record.figures, start=1):
        yield VillageFigureRow(
            village=village.address,
            number=number,
            measure_id=figure.measure.id,
            measure_en=figure.measure.en,
            qualifier=figure.qualifier,
            value=figure.value,
            value_to=figure.value_to,
            unit=figure.unit,
            scope=figure.scope,
            as_of=known(figure.as_of),
            source=figure.source,
        )


def launch_row(site: Site, launch: Launch) -> LaunchRow:
    record, page = launch.record, addresses.of_launch(launch)
    return LaunchRow(
        address=launch.address,
        date=known(record.date),
        kind=record.kind,
        status=record.status,
        venue=record.venue,
        time_zone=record.time_zone,
        parties=record.parties,
        checked=record.checked.date,
        page_id=addresses.public(site.url, "id", page),
        page_en=_in_english(site, page),
    )


def launch_village_rows(launch: Launch) -> Iterator[LaunchVillageRow]:
    for village in dict.fromkeys(launch.record.villages):
        yield LaunchVillageRow(launch=launch.address, village=village)


def note_rows(of: Village | Launch) -> Iterator[NoteRow]:
    notes: tuple[Note, ...] = of.record.notes
    for number, note in enumerate(notes, start=1):
        yield NoteRow(of.address, number, note.kind, note.id, note.en, note.sources)


def source_rows(of: Village | Launch) -> Iterator[SourceRow]:
    sources: Mapping[str, Source] = of.record.sources
    for key, source in sources.items():
        yield SourceRow(of.address, key, source.publisher, source.title, source.url, known(source.published))


def _in_english(site: Site, page: str) -> str | None:
    return addresses.public(site.url, "en", page) if "en" in site.languages else None


def known(date: PartialDate | None) -> PartialDate | None:
    """A date that says something; None for `unknown`."""
    return date if date and date.known else None
