"""Badges as shapes: their widths are reckoned here, for no browser tells how wide a text will be."""

from __future__ import annotations

from dataclasses import dataclass

from sadar.campaign import Step
from sadar.outputs.templates import template
from sadar.records import Standing
from sadar.wording import Wording

HEIGHT = 28
_SIDE = 10  # room at both ends of a text
_MARK = 20  # room for the shield before the first text
_SIZE = 13  # of the letters
# Widths of letters in thousandths of their size, as Verdana has them: the widest of the fonts asked for.
_WIDTHS = {letter: width for letters, width in (
    ("ijl", 274), (" .,()It", 380), ("frJ", 410), ("csz", 522), ("mMW", 930), ("wDGHNOQU", 770), ("ABCKPRSVXYZ", 680),
) for letter in letters}  # fmt: skip
_USUAL = 615


@dataclass(frozen=True, slots=True)
class Label:
    """One half of a badge: its text, where that begins, and how wide text and half are."""

    text: str
    x: int
    text_width: int
    width: int


@dataclass(frozen=True, slots=True)
class Badge:
    status: str
    name: Label
    standing: Label

    @property
    def width(self) -> int:
        return self.name.width + self.standing.width


def standing(wording: Wording, step: Standing | Step) -> str:
    """Diluncurkan 2018; what is uncertain says so, and a year that no source states is left out."""
    text = wording.say(f"status.{step.status}")
    if step.date.known:
        text = wording.say("embed.year", status=text, year=str(step.date.year))
    return wording.say("embed.doubtful", standing=text) if step.doubt else text


def as_svg(wording: Wording, step: Standing | Step) -> str:
    """The badge of a standing, for `<img>`: without script, style or font of its own."""
    text = standing(wording, step)
    name = _label(wording.say("site.name"), _MARK, 0)
    badge = Badge(step.status, name, _label(text, 0, name.width))
    return template("badge.svg", wording.language).render(
        badge=badge, height=HEIGHT, size=_SIZE, text=text, w=wording, say=wording.say
    )


def _label(text: str, before: int, start: int) -> Label:
    width = round(sum(_WIDTHS.get(letter, _USUAL) for letter in text) * _SIZE / 1000)
    return Label(text, start + before + _SIDE, width, before + width + 2 * _SIDE)
