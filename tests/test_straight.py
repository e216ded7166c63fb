"""Templates compiled without detours: they escape as the library does, and what is missing is an error."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from jinja2 import StrictUndefined, UndefinedError
from markupsafe import Markup, escape
from sadar.outputs.straight import Straight

ENVIRONMENT = Straight(autoescape=True, undefined=StrictUndefined)


class Drawing:
    """Knows what it is in HTML."""

    def __html__(self) -> str:
        return "<b>&amp;</b>"


@pytest.mark.parametrize(
    "value", ["", "Desa", """<a href="x" title='y'>&amp; & é</a>""", Markup("<b>&amp;</b>"), 3, None, Drawing()]
)
def test_everything_placed_is_escaped_as_the_library_does_it(value: object) -> None:
    assert ENVIRONMENT.from_string("{{ value }}").render(value=value) == str(escape(value))


def test_macros_and_calls_arrive_with_their_arguments() -> None:
    source = (
        "{% macro named(name, sign='!') %}<i>{{ name }}</i>{{ sign }}{% endmacro %}"
        "{{ named('<Desa>') }}{{ named(page.name, sign='?') }}{{ page.told(1, more=2) }}"
    )
    page = SimpleNamespace(name="A & B", told=lambda number, more: f"<{number + more}>")
    assert ENVIRONMENT.from_string(source).render(page=page) == "<i>&lt;Desa&gt;</i>!<i>A &amp; B</i>?&lt;3&gt;"


def test_what_is_joined_is_escaped_where_it_is_placed() -> None:
    source = "{{ 'sure.' ~ name ~ 2 }}|{{ said('status.' ~ name) }}"
    assert ENVIRONMENT.from_string(source).render(name="<held>", said=str.upper) == (
        "sure.&lt;held&gt;2|STATUS.&lt;HELD&gt;"
    )
    assert ENVIRONMENT.from_string("{{ mark ~ name }}").render(mark=Markup("<b>"), name="&") == "&lt;b&gt;&amp;"


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ("{{ nothing }}", UndefinedError),
        ("{{ 'status.' ~ nothing }}", UndefinedError),
        ("{{ page.nothing }}", AttributeError),
    ],
)
def test_what_is_missing_is_an_error(source: str, error: type[Exception]) -> None:
    with pytest.raises(error, match="nothing"):
        ENVIRONMENT.from_string(source).render(page=SimpleNamespace())
