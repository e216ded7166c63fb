"""The pages on figures, and the figures that hand-written pages refer to as `[[bpu-jkm-amount]]`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import get_args

from sadar.benefits import Benefits, laws_of, value_after, value_on
from sadar.pages import addresses
from sadar.pages.figure_kinds import FigureListPage, FigureOnDay, FiguresPage, LawFound, ValueTold
from sadar.pages.kinds import Page
from sadar.records import PartialDate
from sadar.records.benefits import SEVERAL, BenefitFigure, FigureSource, LawCited, Programme

# [[bpu-jkm-amount]] tells a figure with its time and law, [[bpu-jkm-amount:value]] only its value.
REFERENCE = re.compile(r"\[\[([a-z0-9-]+)(?::(value))?\]\]")


def figure_pages(benefits: Benefits, today: PartialDate) -> Iterator[Page]:
    """The list of what changes, then every figure, a page for each programme and one for several at once."""
    on_day = tuple(figure_on(benefits, figure, today) for figure in benefits.figures.values())
    by_group = {
        group: own
        for group in (*get_args(Programme), SEVERAL)
        if (own := tuple(each for each in on_day if each.figure.group == group))
    }
    if on_day:
        changing = tuple(each for each in on_day if len(each.figure.values) > 1)
        yield FiguresPage(addresses.FIGURES, changing, tuple(by_group), benefits.laws, _numbered(changing))
    for group, own in by_group.items():
        yield FigureListPage(addresses.of_figures(group), group, own, _numbered(own))


def figures_referred(bodies: Iterable[str], benefits: Benefits, today: PartialDate) -> Mapping[str, FigureOnDay]:
    """The figures that these texts refer to, in the order they are first told."""
    names = dict.fromkeys(match[1] for body in bodies for match in REFERENCE.finditer(body))
    known = (benefits.figures[name] for name in names if name in benefits.figures)
    return {figure.id: figure_on(benefits, figure, today) for figure in known}


def figure_on(benefits: Benefits, figure: BenefitFigure, today: PartialDate) -> FigureOnDay:
    """A figure as it stands on a day, with its laws and sources found."""
    now, coming = value_on(figure, today), value_after(figure, today)
    shown = now or coming or figure.values[-1]
    return FigureOnDay(
        figure,
        now,
        coming,
        tuple(ValueTold(value, _found(benefits, laws_of(figure, value))) for value in figure.values),
        _found(benefits, laws_of(figure, shown)),
        tuple(benefits.sources[key] for key in figure.sources if key in benefits.sources),
    )


def _numbered(figures: Iterable[FigureOnDay]) -> Mapping[FigureSource, int]:
    """The sources of these figures, each once, numbered from 1 in the order they are first named."""
    sources = dict.fromkeys(source for each in figures for source in each.sources)
    return {source: number for number, source in enumerate(sources, start=1)}


def _found(benefits: Benefits, cited: Iterable[LawCited]) -> tuple[LawFound, ...]:
    return tuple(
        LawFound(each.law, benefits.laws[each.law], each.article) for each in cited if each.law in benefits.laws
    )
