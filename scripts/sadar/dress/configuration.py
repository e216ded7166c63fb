"""What `mkdocs.yml` says to our own rooms, and what these say to MkDocs for each language."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from sadar.language import LANGUAGES, Language
from sadar.pages import Settings
from sadar.policy import POLICY
from sadar.records import PartialDate
from sadar.source import as_yaml
from sadar.wording import wording

# Material prints its end of life on every import; the plan in design is known and pinned.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

THEME = Path(__file__).parent.parent / "theme"


class DressError(Exception):
    """MkDocs could not make the site; the text says why, for an engineer."""


def settings(root: Path, docs: Path) -> Settings:
    """What `mkdocs.yml` says to our own rooms; `docs` is any Markdown tree that exists.

    DressError where `mkdocs.yml` is broken.
    """
    # Loaded here: after most edits of a large campaign, `mkdocs.yml` says what it said before.
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    try:
        configuration = load_config(str(root / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(docs.parent / "html"))
    except MkDocsException as error:
        raise DressError(str(error)) from error
    url = f"{configuration.site_url.rstrip('/')}/" if configuration.site_url else ""
    contact = configuration.extra.get("security") or configuration.extra.get("corrections") or ""
    if contact and not str(contact).startswith(("https://", "mailto:")):
        raise DressError(f"mkdocs.yml: extra.security (or corrections) must be https://… or mailto:…, not {contact}.")
    searched, cards = (_number(configuration.extra, name) for name in ("searched_villages", "cards"))
    nav = tuple(_paths(configuration.nav or []))
    publisher, languages = str(configuration.extra.get("publisher") or ""), _languages(configuration.extra)
    return Settings(url, publisher, str(contact), nav, searched, cards, languages)


def configurations(
    languages: tuple[Language, ...], below: Mapping[Language, str], site_url: str, today: PartialDate, *, large: bool
) -> Iterator[tuple[PurePosixPath, str]]:
    """MkDocs' configuration for each language as (path in `build/settings/`, text); all else stands in `mkdocs.yml`."""
    for language in languages:
        words = wording(language)
        settings: dict[str, object] = {
            "INHERIT": "../../mkdocs.yml",
            "site_name": words.say("site.full_name"),
            "docs_dir": f"../docs/{language}",
            "theme": {"custom_dir": str(THEME), "language": language},
            "extra": {
                "words": dict(words.messages["site"]),
                "built": words.date(today),
                "language": language,
                "below": below[language],
                "policy": POLICY,
                "large": large,
                "others": {other: below[other] for other in languages if other != language},
            },
        }
        if site_url:
            settings["site_url"] = site_url + below[language]
        yield PurePosixPath(f"mkdocs.{language}.yml"), as_yaml(settings | {"site_dir": f"../html/{language}"})
        # Only what is not taken over from the last build.
        yield PurePosixPath(f"made.{language}.yml"), as_yaml(settings | {"docs_dir": f"../made/{language}"})
        # Only samples of the pages of a large campaign.
        yield PurePosixPath(f"frames.{language}.yml"), as_yaml(settings | {"docs_dir": f"../frames/{language}"})


def _paths(nav: object) -> Iterator[str]:
    """The documents of a navigation, however it is nested."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, list | dict):
        for each in nav.values() if isinstance(nav, dict) else nav:
            yield from _paths(each)


def _number(extra: Mapping[str, object], name: str) -> int:
    given = extra.get(name, getattr(Settings(), name))
    if not isinstance(given, int):
        raise DressError(f"mkdocs.yml: extra.{name} must be a whole number, not {given!r}.")
    return given


def _languages(extra: Mapping[str, object]) -> tuple[Language, ...]:
    """Of the languages that the house knows those of the site, in the order given."""
    given = extra.get("languages", list(LANGUAGES))
    known = tuple(each for name in (given if isinstance(given, list) else ()) for each in LANGUAGES if each == name)
    if known[:1] != LANGUAGES[:1] or given != list(dict.fromkeys(known)):
        first, every = LANGUAGES[0], ", ".join(LANGUAGES)
        rule = f"must be a list of {every} that begins with {first}, such as [{first}] or [{every}]"
        raise DressError(f"mkdocs.yml: extra.languages {rule}, not {given!r}.")
    return known
