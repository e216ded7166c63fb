"""Contributions, benefits and the programme's own counts as rows."""

from __future__ import annotations

from collections.abc import Iterator

from sadar.outputs.data.rows import CountRow, FigureRow, SourceRow
from sadar.outputs.data.villages import known
from sadar.pages import Site
from sadar.pages.benefits import figure_on
from sadar.pages.figure_kinds import FigureOnDay, ValueTold

RECORD = "figures"  # stands in the sources' table where others have the address of a village or a ceremony


def figure_rows(site: Site) -> Iterator[FigureRow]:
    """A row for each value that each figure had, has or will have."""
    benefits = site.campaign.benefits
    for figure in benefits.figures.values():
        on_day = figure_on(benefits, figure, site.today)
        for number, told in enumerate(on_day.timeline, start=1):
            yield _figure_row(on_day, number, told)


def figure_source_rows(site: Site) -> Iterator[SourceRow]:
    """The sources that a figure names."""
    benefits = site.campaign.benefits
    named = {key for figure in benefits.figures.values() for key in figure.sources}
    for key, source in benefits.sources.items():
        if key in named:
            yield SourceRow(RECORD, key, source.publisher, None, source.url, known(source.published))


def count_rows(site: Site) -> Iterator[CountRow]:
    for number, count in enumerate(site.campaign.counts.counts, start=1):
        yield CountRow(
            number=number,
            year=count.year,
            kind=count.kind,
            area=count.area,
            villages=count.villages,
            publisher=count.publisher,
            source=count.source,
            note_id=count.note.id if count.note else None,
            note_en=count.note.en if count.note else None,
        )


def _figure_row(on_day: FigureOnDay, number: int, told: ValueTold) -> FigureRow:
    figure, value = on_day.figure, told.value
    return FigureRow(
        id=figure.id,
        number=number,
        programmes=figure.programmes,
        segment=figure.segment,
        name_id=figure.name.id,
        name_en=figure.name.en,
        payer=figure.payer,
        qualifier=figure.qualifier,
        value=value.value,
        value_to=value.value_to,
        unit=figure.unit,
        words_id=value.words.id if value.words else None,
        words_en=value.words.en if value.words else None,
        condition_id=figure.condition.id if figure.condition else None,
        condition_en=figure.condition.en if figure.condition else None,
        valid_from=known(value.valid_from),
        valid_until=value.valid_until,
        laws=tuple(f"{law.law.name} {law.article or ''}".strip() for law in told.laws),
        certainty=figure.certainty,
        conflict_id=figure.conflict.id if figure.conflict else None,
        conflict_en=figure.conflict.en if figure.conflict else None,
        unchecked=on_day.unchecked,
        sources=figure.sources,
    )
