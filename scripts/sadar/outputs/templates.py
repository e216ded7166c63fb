"""The templates, read once: everything that they place is escaped, and a missing name is an error."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from sadar.language import Language
from sadar.outputs import straight
from sadar.policy import POLICY
from sadar.wording import wording

_TEMPLATES = Path(__file__).parent.parent / "templates"


# The macros that every template may use, by the name that they have there; later ones use earlier ones.
_SHARED = {"parts": "parts.html", "photos": "photos.html", "drawn": "maps.html", "figure_parts": "figure_parts.html"}

_SAID = re.compile(r"\{\{ (?:w\.)?say\('([a-z_]+\.[a-z_]+)'\) \}\}")
_DRAWN = re.compile(r"\{\{ icon\('([a-z]+)'\) \}\}")


@cache
def template(name: str, language: Language) -> Template:
    """A template by the name of its file, with the sentences of a language that have no gaps in it already."""
    found = _environment(language).get_template(name)
    # One dictionary in the place of two in a chain, which is looked up name by name in every rendering.
    found.globals = dict(found.globals)
    return found


class _Spoken(FileSystemLoader):
    """Sets sentences and icons in when a template is compiled: asked for on every page, they took a tenth of it."""

    def __init__(self, language: Language) -> None:
        super().__init__(_TEMPLATES)
        self.words = wording(language)

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The source as the language has it."""
        source, file, current = super().get_source(environment, template)
        source = _SAID.sub(lambda said: str(escape(self.words.say(said[1]))), source)
        return _DRAWN.sub(lambda drawn: str(_icon(drawn[1])), source), file, current


@cache
def _environment(language: Language) -> Environment:
    environment = straight.Straight(
        auto_reload=False,  # no build outlives a change of its templates
        loader=_Spoken(language),
        # Templates are compiled once, not in every build.
        bytecode_cache=FileSystemBytecodeCache(pattern=f"__sadar_{straight.VERSION}_{language}_%s.cache"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["icon"] = _icon
    environment.globals["policy"] = POLICY
    for name, file in _SHARED.items():
        environment.globals[name] = environment.get_template(file).module
    return environment


@cache
def _icon(name: str) -> Markup:
    """An icon, drawn by the style sheet: an empty element, of which screen readers say nothing beside its word."""
    if not (_TEMPLATES / "icons" / f"{name}.svg").is_file():
        raise FileNotFoundError(name)
    return Markup('<i class="icon icon--{}"></i>').format(name)
