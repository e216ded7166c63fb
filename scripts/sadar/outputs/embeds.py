"""What a village may set into its own site: a badge, a card, and the code to copy for both.

A card stands at `…/kartu/`, the only pages that other sites may frame; it needs no script.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from markupsafe import Markup

from sadar.campaign import Step
from sadar.outputs import phrases
from sadar.outputs.badges import HEIGHT, as_svg, standing
from sadar.outputs.templates import template
from sadar.pages import Site, addresses
from sadar.pages.kinds import VillagePage
from sadar.pages.text_kinds import BadgesPage
from sadar.records import Standing
from sadar.wording import Wording, wording

_CARD = (320, 360)  # the frame's width and height; a card grows no wider than its frame


def own_embeds(site: Site) -> Iterator[tuple[PurePosixPath, str]]:
    """The badge and the card of each village that has its own."""
    pages = [page for page in site.pages if isinstance(page, VillagePage) and page.own_files]
    for language in site.languages:
        words = wording(language)
        for page in pages:
            yield _file(words, page.badge), as_svg(words, page.village.standing)
            yield _file(words, f"{page.card}index.html"), card(words, page)


def shared_badges(site: Site) -> Iterator[tuple[PurePosixPath, str]]:
    """In a large campaign, a badge for each standing and year."""
    badges = {name: step for page in site.pages if isinstance(page, BadgesPage) for name, step in page.badges.items()}
    for language in site.languages:
        words = wording(language)
        for name, step in badges.items():
            yield _file(words, addresses.of_badge(name)), as_svg(words, step)


def card(words: Wording, page: VillagePage) -> str:
    """A small page for `<iframe>`; its links open in the place of the whole window."""
    return template("card.html", words.language).render(
        page=page, w=words, say=words.say, phrases=phrases, link=lambda target: addresses.relative(page.card, target)
    )


def badge_code(words: Wording, page: VillagePage, url: str) -> str:
    """HTML that shows the badge and leads to the village's page."""
    return _badge_code(words, page.address, page.badge, badge_text(words, page), url)


def shared_badge_code(words: Wording, name: str, step: Standing | Step, url: str) -> str:
    """HTML that shows a badge of many villages and leads to all of them."""
    return _badge_code(words, addresses.VILLAGES, addresses.of_badge(name), shared_badge_text(words, step), url)


def _badge_code(words: Wording, address: str, badge: str, text: str, url: str) -> str:
    to_page, to_badge = (addresses.public(url, words.language, each) for each in (address, badge))
    code = Markup('<a href="{}"><img src="{}" alt="{}" height="{}"></a>')
    return str(code.format(to_page, to_badge, text, HEIGHT))


def card_code(words: Wording, page: VillagePage, url: str) -> str:
    """HTML that shows the card."""
    to_card = addresses.public(url, words.language, page.card)
    title = words.say("embed.title", village=phrases.village_name(words, page.village))
    code = Markup('<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy" style="border:0"></iframe>')
    return str(code.format(to_card, title, *_CARD))


def badge_text(words: Wording, page: VillagePage) -> str:
    """What the badge says, for those who do not see it."""
    village = phrases.village_name(words, page.village)
    return words.say("embed.alternative", village=village, standing=standing(words, page.village.standing))


def shared_badge_text(words: Wording, step: Standing | Step) -> str:
    """The same of a badge that names no village."""
    return f"Desa Sadar: {standing(words, step)}"


def _file(words: Wording, address: str) -> PurePosixPath:
    return PurePosixPath(addresses.public("", words.language, address))
