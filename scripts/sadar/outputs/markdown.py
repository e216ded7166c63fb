"""Pages as Markdown: front matter by an emitter, the body by a template, every string of a record escaped.

A generated body is one block of HTML without an empty line, which every Markdown engine passes through untouched.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path, PurePosixPath

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from sadar.outputs import amounts, browse, calculator, charts, examples, maps, phrases
from sadar.outputs.calculator_data import script_data
from sadar.outputs.figure_rows import as_csv, as_json
from sadar.outputs.heads import head
from sadar.pages import addresses
from sadar.pages.figure_kinds import FiguresPage
from sadar.pages.kinds import HomePage, Page, RulePage, RulesPage, SearchPage, TextPage, VillagePage
from sadar.pages.list_kinds import ListPage
from sadar.records import Language
from sadar.records.filed import LANGUAGES, WrittenPage
from sadar.source import as_yaml
from sadar.wording import Wording, wording

_TEMPLATES = Path(__file__).parent.parent / "templates"


def documents(
    pages: tuple[Page, ...], language: Language, searched_villages: int
) -> Iterator[tuple[PurePosixPath, str]]:
    """Each page as (path in the language's Markdown tree, text).

    The text search holds the pages on villages only where there are at most `searched_villages`.
    """
    words = wording(language)
    many = sum(isinstance(page, VillagePage) for page in pages) > searched_villages
    # Lists only repeat the names of villages.
    never = (ListPage, RulesPage, RulePage, SearchPage)
    unsearched = (*never, VillagePage) if many else never
    for page in pages:
        front = {} if isinstance(page, unsearched) else {"searched": "yes"}
        yield _path(page), markdown(words, page, front)
        if isinstance(page, VillagePage):
            yield PurePosixPath(page.address) / "village.yml", published_record(page)
        if isinstance(page, FiguresPage):
            yield PurePosixPath(page.address) / "angka.csv", as_csv(page.every)
            yield PurePosixPath(page.address) / "angka.json", as_json(page.every)


def _path(page: Page) -> PurePosixPath:
    """A hand-written page stays where it was written, so that its links to its neighbours lead there."""
    if isinstance(page, TextPage):
        return PurePosixPath(f"{next(iter(page.written.values())).slug}.md")
    return PurePosixPath(page.address) / "index.md"


def markdown(words: Wording, page: Page, more: Mapping[str, str]) -> str:
    """One page: its head, with what else stands in its front matter, then its body."""
    top = head(words, page)
    front = {"title": top.title, "description": top.description, "kind": top.kind, **more}
    if top.label:
        front["label"] = top.label
    if top.script:
        front["script"] = top.script
    body = template(top.kind).render(
        page=page, top=top, w=words, say=words.say, link=_linker(page), at_root=_root_linker(words, page),
        addresses=addresses, phrases=phrases, amounts=amounts, browse=browse, calculator=calculator,
        script_data=script_data, charts=charts, examples=examples, maps=maps,
    )  # fmt: skip
    body = _block(body)
    if isinstance(page, HomePage | TextPage):
        version = page.written.get(words.language)
        if version is None:
            version = next(iter(page.written.values()))
            front["text_language"] = version.language
        body += f"\n{_body(words, page, version)}"
    return f"---\n{as_yaml(front)}---\n\n{body}"


def _body(words: Wording, page: HomePage | TextPage, version: WrittenPage) -> str:
    """The hand-written text, with its photo below its opening."""
    text = version.body if isinstance(page, HomePage) or not page.figures else _with_figures(words, page, version)
    photo = page.photos.get(version.head.photo or "")
    if photo is None:
        return text
    shown = template("text_photo").render(photo=photo, w=words, at_root=_root_linker(words, page))
    opening, heading, rest = f"\n{text}".partition("\n## ")
    return f"{opening}\n\n{_block(shown)}\n{heading}{rest}"


def _with_figures(words: Wording, page: TextPage, version: WrittenPage) -> str:
    """The hand-written text with its figures told, and below it what they rest on."""
    link = _linker(page)
    text = amounts.with_amounts(version.body, words, page.figures, template("amount"), link)
    basis = template("text_figures").render(
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
    return lambda target: addresses.relative(f"{addresses.BELOW[words.language]}{page.address}", target)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        bytecode_cache=FileSystemBytecodeCache(),  # templates are compiled once, not in every build
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["icon"] = _icon
    environment.globals["languages"] = LANGUAGES
    return environment


@cache
def template(kind: str) -> Template:
    """The template of a kind of page."""
    return _environment().get_template(f"{kind}.html")


@cache
def _icon(name: str) -> Markup:
    """An icon as inline SVG, hidden from screen readers: the word beside it says the same."""
    return Markup((_TEMPLATES / "icons" / f"{name}.svg").read_text(encoding="utf-8").strip())  # noqa: S704 (our own file)
