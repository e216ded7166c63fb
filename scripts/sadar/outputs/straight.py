"""Jinja without its detours: `a.b` and `a(b)` in a template are compiled to just that.

Jinja looks at every call and attribute for what our templates never do (functions that want its context, dictionaries
that look like objects), and wraps every piece of text to mark it as safe: that was a quarter of a page's time. What is
missing is an error all the same, and everything is escaped as `markupsafe` does it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import Macro
from markupsafe import Markup, escape

# Jinja's cache of compiled templates looks at their sources alone, not at what compiles them.
VERSION = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:8]


class _Generator(CodeGenerator):
    """Names and arguments are Jinja's own: it calls these by the kind of what it compiles."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Write `a.b`."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802, FBT001, FBT002
        """Write `a(b, c=d)`."""
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Write what a macro's name stands for."""
        if macro_ref.accesses_kwargs or macro_ref.accesses_varargs or macro_ref.accesses_caller:
            super().macro_def(macro_ref, frame)
            return
        self.write(f"environment.macro(macro, {len(macro_ref.node.args)}, ")
        super().macro_def(macro_ref, frame)
        self.write(")")

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802
        """Write `a ~ b` as text, which is escaped where it is placed, even if a part of it was marked as safe."""
        self.write('"".join((')
        for part in node.nodes:
            self.write("str(")
            self.visit(part, frame)
            self.write("), ")
        self.write("))")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: object) -> None:  # noqa: ARG002
        self.write("environment.placed(")


class Straight(Environment):
    """An environment whose templates escape everything."""

    code_generator_class = _Generator

    @staticmethod
    def macro(function: Callable[..., str], count: int, whole: Macro) -> Callable[..., str]:
        """A macro that goes straight to its function where it is called with all of its arguments, by position."""

        def called(*given: object, **named: object) -> str:
            if named or len(given) != count:
                return whole(*given, **named)
            return str.__new__(Markup, function(*given))

        return called

    @staticmethod
    def placed(value: object) -> str:
        """What stands in the page: the value's text, escaped unless it is marked as safe."""
        if type(value) is Markup:
            return value
        text = value if type(value) is str else escape(value)
        if type(text) is Markup:
            return text
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return text.replace('"', "&#34;").replace("'", "&#39;")
