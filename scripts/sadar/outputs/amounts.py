"""References such as `[[bpu-jkm-amount]]` in hand-written pages, replaced by the figure's value on the day."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from jinja2 import Template

from sadar.pages import addresses
from sadar.pages.benefits import REFERENCE
from sadar.pages.figure_kinds import FigureOnDay
from sadar.records.benefits import BenefitFigure, TimedValue
from sadar.wording import Wording

_SIGNS = re.compile(r"[*_`\[\]\\~|!^]")
_TIMES = ("months", "years", "working-days", "hours")


def amount(wording: Wording, figure: BenefitFigure, value: TimedValue) -> str:
    """A value with its unit and qualifier: Rp6.800 sebulan, 0,24%, 48 kali upah sebulan; or its words."""
    if value.words is not None:
        return wording.words(value.words)
    text = wording.number(value.value or 0)
    if value.value_to is not None:
        text = wording.say("qualifier.range", value=text, to=wording.number(value.value_to))
    text = wording.say(f"figure_unit.{figure.unit}", value=text)
    if figure.qualifier is None:
        return text
    # Indonesian limits a time by its length ("paling lama") and a sum by its size ("paling banyak").
    name = f"{figure.qualifier}-time" if figure.unit in _TIMES and figure.qualifier == "at-most" else figure.qualifier
    return wording.say(f"qualifier.{name}", value=text)


def told(wording: Wording, on_day: FigureOnDay) -> str:
    """The value of the day and, where one is known, the change: Rp8.400 sampai 31 Desember 2026, lalu Rp16.800."""
    figure, now, coming = on_day.figure, on_day.now, on_day.coming
    if now is None:
        shown = coming or figure.values[-1]
        sentence = "figures.from" if coming else "figures.until"
        when = shown.valid_from if coming else shown.valid_until
        return wording.say(sentence, value=amount(wording, figure, shown), date=wording.date(when) if when else "")
    text = amount(wording, figure, now)
    if coming is not None and now.valid_until is not None:
        until = wording.date(now.valid_until)
        return wording.say("figures.then", value=text, until=until, coming=amount(wording, figure, coming))
    return wording.say("figures.until", value=text, date=wording.date(now.valid_until)) if now.valid_until else text


def is_coming(on_day: FigureOnDay, value: TimedValue) -> bool:
    """Whether a value of the figure's timeline begins after the day."""
    values = on_day.figure.values
    return on_day.coming is not None and values.index(value) >= values.index(on_day.coming)


def with_amounts(
    body: str, wording: Wording, figures: Mapping[str, FigureOnDay], template: Template, link: Callable[[str], str]
) -> str:
    """A page's Markdown with every reference replaced by a piece of HTML that names its figure and law."""

    def replaced(match: re.Match[str]) -> str:
        on_day = figures.get(match[1])
        if on_day is None:
            return match[0]
        short = match[2] is not None
        html = template.render(
            on_day=on_day,
            short=short,
            w=wording,
            say=wording.say,
            link=link,
            addresses=addresses,
            amount=amount,
            told=told,
        )
        return _inline(html)

    return REFERENCE.sub(replaced, body)


def _inline(html: str) -> str:
    """A piece of HTML for a line of Markdown: on one line, and no sign in its text that Markdown would read."""
    parts = re.split(r"(<[^>]*>)", re.sub(r"\s*\n\s*", "", html))
    return "".join(
        part if part.startswith("<") else _SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", part) for part in parts
    )
