"""Plain data and single texts written as YAML that no program can misread."""

from __future__ import annotations

import re
from collections.abc import Mapping

import yaml

from sadar.source.library import Dumper


def as_yaml(data: Mapping[str, object]) -> str:
    """Data as YAML with every string quoted, for front matter and configuration that another program reads."""
    return str(yaml.dump(dict(data), Dumper=_Quoting, allow_unicode=True, sort_keys=False, width=10**9))


def quoted(text: str) -> str:
    """A text in quotes, as a person would type it: in double ones, in single ones where it holds double ones."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def in_brackets(text: str) -> str:
    """A list of one text, as a person would type it on one line."""
    plain = re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9 ./-]*", text)
    return f"[{text if plain else quoted(text)}]"


class _Quoting(Dumper):  # type: ignore[misc]
    """Quotes every string, so that no text of a record can be read as YAML."""


_Quoting.add_representer(
    str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style='"')
)
