"""Pages as Markdown: front matter by an emitter, the body by a template, every string of a record escaped.

A generated body is one block of HTML without an empty line, which every Markdown engine passes through untouched.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath

from sadar.outputs import amounts, browse, calculator, charts, data, embeds, examples, maps, phrases
from sadar.outputs.calculator_data import script_data
from sadar.outputs.heads import head
from sadar.outputs.templates import template
from sadar.outputs.told import subscription_name
from sadar.pages import addresses
from sadar.pages.kinds import HomePage, Page, VillagePage
from sadar.pages.list_kinds import ListPage
from sadar.pages.subscriptions import subscription
from sadar.pages.text_kinds import DataPage, RulePage, RulesPage, SearchPage, TextPage
from sadar.records import Language
from sadar.records.filed import WrittenPage
from sadar.source import as_yaml
from sadar.wording import Wording, wording


def documents(
    pages: tuple[Page, ...], language: Language, searched_villages: int, url: str = ""
) -> Iterator[tuple[PurePosixPath, str]]:
    """Each page as (path in the language's Markdown tree, text); `url` is the site's, where it is known.

    The text search holds the pages on villages only where there are at most `searched_villages`. `url` is the site's
    public address, or empty where none is configured.
    """
    words = wording(language)
    many = sum(isinstance(page, VillagePage) for page in pages) > searched_villages
    # Lists only repeat the names of villages.
    never = (ListPage, RulesPage, RulePage, SearchPage)
    unsearched = (*never, VillagePage) if many else never
    for page in pages:
        front = {} if isinstance(page, unsearched) else {"searched": "yes"}
        yield _path(page), markdown(words, page, front, url)
        if isinstance(page, VillagePage) and page.own_files:
            yield PurePosixPath(page.address) / "village.yml", published_record(page)


def _path(page: Page) -> PurePosixPath:
    """A hand-written page stays where it was written, so that its links to its neighbours lead there."""
    if isinstance(page, TextPage | DataPage):
        return PurePosixPath(f"{next(iter(page.written.values())).slug}.md")
    return PurePosixPath(page.address) / "index.md"


def markdown(words: Wording, page: Page, more: Mapping[str, str], url: str = "") -> str:
    """One page: its head, with what else stands in its front matter, then its body."""
    top, offered = head(words, page), subscription(page)
    front: dict[str, object] = {"title": top.title, "description": top.description, "kind": top.kind, **more}
    if top.label:
        front["label"] = top.label
    if top.script:
        front["script"] = top.script
    if offered:
        name = subscription_name(words, offered)
        front["subscribe"] = {"name": name, "feed": addresses.FEED, "calendar": addresses.CALENDAR}
    body = template(f"{top.kind}.html").render(
        page=page, top=top, w=words, say=words.say, link=_linker(page), at_root=_root_linker(words, page), url=url,
        addresses=addresses, phrases=phrases, amounts=amounts, browse=browse, calculator=calculator,
        script_data=script_data, charts=charts, data=data, embeds=embeds, examples=examples, maps=maps,
        offered=offered,
    )  # fmt: skip
    body = _block(body)
    if isinstance(page, HomePage | TextPage | DataPage):
        version = page.written.get(words.language)
        if version is None:
            version = next(iter(page.written.values()))
            front["text_language"] = version.language
        body += f"\n{_body(words, page, version)}"
    return f"---\n{as_yaml(front)}---\n\n{body}"


def _body(words: Wording, page: HomePage | TextPage | DataPage, version: WrittenPage) -> str:
    """The hand-written text, with its photo below its opening."""
    text = version.body if isinstance(page, HomePage) or not page.figures else _with_figures(words, page, version)
    photo = page.photos.get(version.head.photo or "")
    if photo is None:
        return text
    shown = template("text_photo.html").render(photo=photo, w=words, at_root=_root_linker(words, page))
    opening, heading, rest = f"\n{text}".partition("\n## ")
    return f"{opening}\n\n{_block(shown)}\n{heading}{rest}"


def _with_figures(words: Wording, page: TextPage | DataPage, version: WrittenPage) -> str:
    """The hand-written text with its figures told, and below it what they rest on."""
    link = _linker(page)
    text = amounts.with_amounts(version.body, words, page.figures, template("amount.html"), link)
    basis = template("text_figures.html").render(
        page=page, w=words, say=words.say, link=link, addresses=addresses, amounts=amounts
    )
    return f"{text}\n\n{_block(basis)}"


def _block(html: str) -> str:
    """HTML without an empty line, which Markdown would take for its end."""
    return re.sub(r"\n\s*\n+", "\n", html).strip() + "\n"


def published_record(page: VillagePage) -> str:
    """A village's record as the public sees it: the fields that the record's type names, and nothing else."""
    return as_yaml(page.village.record.model_dump(mode="json", exclude_defaults=True))


def _linker(page: Page) -> Callable[[str], str]:
    return lambda target: addresses.relative(page.address, target)


def _root_linker(words: Wording, page: Page) -> Callable[[str], str]:
    """The way to what stands once for all languages."""
    return lambda target: addresses.relative(addresses.public("", words.language, page.address), target)
