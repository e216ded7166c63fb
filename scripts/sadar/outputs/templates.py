"""The templates, read once: everything that they place is escaped, and a missing name is an error."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from sadar.policy import POLICY

_TEMPLATES = Path(__file__).parent.parent / "templates"


@cache
def template(name: str) -> Template:
    """A template by the name of its file."""
    return _environment().get_template(name)


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
    environment.globals["policy"] = POLICY
    return environment


@cache
def _icon(name: str) -> Markup:
    """An icon, drawn by the style sheet and hidden from screen readers: the word beside it says the same."""
    if not (_TEMPLATES / "icons" / f"{name}.svg").is_file():
        raise FileNotFoundError(name)
    return Markup('<i class="icon icon--{}" aria-hidden="true"></i>').format(name)
