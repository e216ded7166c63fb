"""A card for sharing as a picture of 1200 × 630: flat colours and letters only, so that 64 colours are enough."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from PIL import Image, ImageDraw, ImageFont

CardKind = Literal["", "planned", "launched", "certified", "awarded", "ended", "held", "postponed", "cancelled"]

FONTS = Path(__file__).parent / "fonts"
SIZE = (1200, 630)
_INK, _QUIET, _PAPER, _GREEN, _GOLD = "#1c2621", "#55625b", "#fbfaf6", "#0b5d3b", "#f2b632"
_WHITE, _GREY, _ALERT = "#ffffff", "#e4e7e0", "#8a3b12"
# For each kind its letter in icons.ttf (scripts/make_fonts.py has their order), the badge's ground, its ink.
_BADGES: Mapping[CardKind, tuple[str, str, str]] = {
    "planned": ("\ue000", _GREY, _INK),
    "launched": ("\ue001", _GREEN, _WHITE),
    "certified": ("\ue002", _GOLD, _INK),
    "awarded": ("\ue003", _GOLD, _INK),
    "ended": ("\ue004", _GREY, _INK),
    "held": ("\ue005", _GREEN, _WHITE),
    "postponed": ("\ue005", _ALERT, _WHITE),
    "cancelled": ("\ue004", _ALERT, _WHITE),
}
_LEFT, _WIDTH = 72, 1056
_BAND, _NAME_TOP, _BADGE_TOP, _BADGE_HEIGHT, _GAP = 112, 164, 506, 76, 20
_PLACE_ROOM = 114  # two lines, or three small ones


@dataclass(frozen=True, slots=True)
class Card:
    """The words of a picture: each part of `place` stays on one line; without a `kind` there is no badge."""

    site: str
    name: str
    place: tuple[str, ...]
    kind: CardKind = ""
    badge: str = ""
    when: str = ""

    @property
    def told(self) -> str:
        """What the picture says, for those who do not see it."""
        standing = f"{self.badge} {self.when}".strip()
        return ". ".join(part.rstrip(".") for part in (self.name, ", ".join(self.place), standing) if part) + "."


@dataclass(frozen=True, slots=True)
class Lines:
    """Text broken into lines, `step` pixels from one to the next."""

    lines: tuple[str, ...]
    font: ImageFont.FreeTypeFont
    step: int

    @property
    def height(self) -> int:
        return self.step * len(self.lines)

    def draw(self, pen: ImageDraw.ImageDraw, top: int, ink: str) -> None:
        for number, line in enumerate(self.lines):
            # By the letters' feet: a line without tall letters would else hop upwards.
            pen.text((_LEFT, top + self.step * number + round(self.font.size * 0.9)), line, ink, self.font, "ls")


def picture(card: Card) -> Image.Image:
    """The card, drawn; no text leaves the picture or runs into another."""
    image = _ground(card.site).copy()
    pen = ImageDraw.Draw(image)
    name, place = arranged(card)
    name.draw(pen, _NAME_TOP, _INK)
    place.draw(pen, _NAME_TOP + name.height + _GAP, _QUIET)
    if card.kind:
        _draw_badge(image, card, *_BADGES[card.kind])
    return image.quantize(64, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)


def arranged(card: Card) -> tuple[Lines, Lines]:
    """The card's name and its place as they are drawn."""
    whole = ", ".join(part.replace(" ", "\N{NO-BREAK SPACE}") for part in card.place)
    place = _fitted(whole, "medium", (42, 38, 34, 30), _PLACE_ROOM)
    room = _BADGE_TOP - _NAME_TOP - place.height - 2 * _GAP
    return _fitted(card.name, "bold", (104, 96, 88, 80, 72, 64, 56, 48), room), place


def _draw_badge(image: Image.Image, card: Card, icon: str, ground: str, ink: str) -> None:
    """The standing as a pill with icon and word, and the date beside it."""
    for size in (40, 36, 32, 28):
        font = _font("bold", size)
        width = round(font.getlength(card.badge)) + 136
        if width + _GAP + font.getlength(card.when) <= _WIDTH:
            break
    # Drawn larger and made smaller: Pillow's own round corners are jagged.
    pill = Image.new("L", (width * 4, _BADGE_HEIGHT * 4))
    ImageDraw.Draw(pill).rounded_rectangle((0, 0, *pill.size), _BADGE_HEIGHT * 2, 255)
    image.paste(ground, (_LEFT, _BADGE_TOP), pill.reduce(4))
    pen = ImageDraw.Draw(image)
    middle = _BADGE_TOP + _BADGE_HEIGHT // 2
    foot = middle + round(size * 0.36)
    pen.text((_LEFT + 30, middle), icon, ink, _font("icons", 48), "lm")
    pen.text((_LEFT + 94, foot), card.badge, ink, font, "ls")
    pen.text((_LEFT + width + _GAP, foot), card.when, _INK, font, "ls")


def _fitted(text: str, weight: str, sizes: Iterable[int], room: int) -> Lines:
    """The text in the first size in which it fits; in the last size the rest is cut off."""
    for size in sizes:
        font, step = _font(weight, size), round(size * 1.26)
        lines = _broken(text, font)
        if step * len(lines) <= room and all(font.getlength(line) <= _WIDTH for line in lines):
            return Lines(tuple(lines), font, step)
    kept = lines[: max(room // step, 1)]
    if len(kept) < len(lines):
        kept[-1] += "…"
    return Lines(tuple(_cut(line, font) for line in kept), font, step)


def _broken(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines: list[str] = []
    for word in text.split(" "):
        if lines and font.getlength(f"{lines[-1]} {word}") <= _WIDTH:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _cut(line: str, font: ImageFont.FreeTypeFont) -> str:
    while font.getlength(line) > _WIDTH:
        line = line.rstrip("…")[:-1] + "…"
    return line


@cache
def _ground(site: str) -> Image.Image:
    """What all pictures share: the campaign's name on green, and a line of gold."""
    image = Image.new("RGB", SIZE, _PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, SIZE[0], _BAND), _GREEN)
    pen.rectangle((0, _BAND, SIZE[0], _BAND + 7), _GOLD)
    pen.text((_LEFT, 70), site, _WHITE, _font("bold", 36), "ls")
    return image


@cache
def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    # The basic layout: the other one is not on every machine and sets letters otherwise.
    return ImageFont.truetype(str(FONTS / f"{name}.ttf"), size, layout_engine=ImageFont.Layout.BASIC)
