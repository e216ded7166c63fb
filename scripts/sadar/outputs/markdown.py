"""Pages as Markdown: front matter by an emitter, the body by a template, every string of a record escaped.

A generated body is one block of HTML without an empty line, which every Markdown engine passes through untouched.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath

from sadar.language import LANGUAGES, Language
from sadar.outputs import amounts, browse, calculator, charts, data, embeds, examples, maps, phrases
from sadar.outputs.calculator_data import script_data
from sadar.outputs.cards import shown_by
from sadar.outputs.heads import Head, head
from sadar.outputs.linked import linked
from sadar.outputs.questions import questions
from sadar.outputs.sharing import sharing
from sadar.outputs.templates import template
from sadar.outputs.told import subscription_name
from sadar.outputs.trails import trail
from sadar.pages import Settings, addresses
from sadar.pages.kinds import (
    WRITTEN,
    DistrictPage,
    HomePage,
    LaunchPage,
    LaunchYearPage,
    Page,
    ProvincePage,
    RegencyPage,
    VillagePage,
    spoken,
)
from sadar.pages.list_kinds import ListPage
from sadar.pages.subscriptions import subscription
from sadar.pages.text_kinds import BadgesPage, DataPage, RulePage, RulesPage, SearchPage, TextPage
from sadar.source import as_yaml
from sadar.wording import Wording, wording

# Lists only repeat the names of villages.
_NEVER_SEARCHED = (BadgesPage, ListPage, DistrictPage, RulesPage, RulePage, SearchPage)
# Of many villages the finder knows the names, and the index would weigh more than what else it holds.
_SEARCHED_OF_FEW = (VillagePage, LaunchPage, LaunchYearPage, RegencyPage, ProvincePage)


def documents(
    pages: Iterable[Page], language: Language, settings: Settings, villages: int
) -> Iterator[tuple[PurePosixPath, str]]:
    """Each page as (path in the language's Markdown tree, text); `villages` is how many the whole campaign has."""
    words = wording(language)
    for page in pages:
        told, text = front_and_body(words, page, settings, villages)
        yield path_of(page), f"{_fenced(told)}\n{text}\n"


def fronts(
    pages: Iterable[Page], language: Language, settings: Settings, villages: int
) -> Iterator[tuple[PurePosixPath, str]]:
    """As `documents`, without their bodies: what the navigation of other pages tells of a page."""
    words = wording(language)
    for page in pages:
        yield path_of(page), _fenced(front(words, page, head(words, page), settings, villages))


def _fenced(told: dict[str, object]) -> str:
    return f"---\n{as_yaml(told)}---\n"


def path_of(page: Page) -> PurePosixPath:
    """Where its document lies: of a hand-written page where it was written, for its links lead from there."""
    if isinstance(page, TextPage | DataPage):
        return PurePosixPath(f"{next(iter(page.written.values())).slug}.md")
    return PurePosixPath(page.address) / "index.md"


def front_and_body(words: Wording, page: Page, settings: Settings, villages: int) -> tuple[dict[str, object], str]:
    """One page: its front matter; and its body, with its facts for search engines."""
    top = head(words, page)
    return front(words, page, top, settings, villages), body(words, page, top, settings)


def front(words: Wording, page: Page, top: Head, settings: Settings, villages: int) -> dict[str, object]:
    """What MkDocs and the theme need to know of a page."""
    unsearched = (*_NEVER_SEARCHED, *(_SEARCHED_OF_FEW if villages > settings.searched_villages else ()))
    searched = {} if isinstance(page, unsearched) else {"searched": "yes"}
    told = _front(words, page, top, settings)
    return told | searched | shown_by(words, page, settings, villages)


def body(words: Wording, page: Page, top: Head, settings: Settings) -> str:
    """What stands between the site's header and its footer."""
    way = trail(words, page)
    placed = template(f"{top.kind}.html", words.language).render(
        page=page, top=top, w=words, say=words.say, link=_linker(page), at_root=_root_linker(words, page),
        addresses=addresses, phrases=phrases, amounts=amounts, browse=browse, calculator=calculator,
        script_data=script_data, charts=charts, data=data, embeds=embeds, examples=examples, maps=maps,
        offered=subscription(page), url=settings.url, trail=way,
        sharing=sharing(words, page, settings),
    )  # fmt: skip
    text, basis = _written(words, page) if isinstance(page, WRITTEN) else ("", "")
    facts = linked(words, page, settings, way, questions(text))
    script = f'<script type="application/ld+json">{facts}</script>' if facts else ""
    # Around hand-written Markdown an empty line; what is HTML throughout stays one block. The script stands close to
    # the answers that it repeats: compression sees 32 KB back.
    between = "\n\n" if text else "\n"
    return between.join(part.strip() for part in (_block(placed), text, script, basis) if part)


def _front(words: Wording, page: Page, top: Head, settings: Settings) -> dict[str, object]:
    told: dict[str, object] = {"title": top.title, "description": top.description, "kind": top.kind}
    told |= {name: text for name in ("label", "script", "robots") if (text := getattr(top, name))}
    if offered := subscription(page):
        name = subscription_name(words, offered)
        told["subscribe"] = {"name": name, "feed": addresses.FEED, "calendar": addresses.CALENDAR}
    languages = spoken(page, settings.languages)
    only = (languages or spoken(page, LANGUAGES))[0]
    return told if languages == settings.languages else told | {"only": only}


def _written(words: Wording, page: HomePage | TextPage | DataPage) -> tuple[str, str]:
    """The hand-written text, with its figures told and its photo below its opening; and what the figures rest on."""
    version = page.written.get(words.language) or next(iter(page.written.values()))
    text, basis = (version.body, "") if isinstance(page, HomePage) else _with_figures(words, page, version.body)
    photo = page.photos.get(version.head.photo or "")
    if photo is None:
        return text, basis
    shown = template("text_photo.html", words.language).render(photo=photo, w=words, at_root=_root_linker(words, page))
    opening, heading, rest = f"\n{text}".partition("\n## ")
    return f"{opening}\n\n{_block(shown)}\n\n{heading.lstrip()}{rest}", basis


def _with_figures(words: Wording, page: TextPage | DataPage, body: str) -> tuple[str, str]:
    if not page.figures:
        return body, ""
    link = _linker(page)
    basis = template("text_figures.html", words.language).render(
        page=page, w=words, say=words.say, link=link, addresses=addresses, amounts=amounts
    )
    return amounts.with_amounts(body, words, page.figures, template("amount.html", words.language), link), _block(basis)


def _block(html: str) -> str:
    """HTML without an empty line, which Markdown would take for its end."""
    return re.sub(r"\n\s*\n+", "\n", html).strip()


def _linker(page: Page) -> Callable[[str], str]:
    return lambda target: addresses.relative(page.address, target)


def _root_linker(words: Wording, page: Page) -> Callable[[str], str]:
    """The way to what stands once for all languages."""
    return lambda target: addresses.relative(addresses.public("", words.language, page.address), target)
