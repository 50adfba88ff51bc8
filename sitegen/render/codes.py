"""The Python that Jinja makes of templates, with shorter ways: to our values, to safe text, to macros, to the page."""

from collections.abc import Iterable
from dataclasses import is_dataclass
from typing import Any

import markupsafe
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from markupsafe import Markup, escape

from sitegen import model

# the types whose members are reached by Python itself; a member that they do not have is refused when a theme is read
VALUES = frozenset(one for name in model.__all__ if isinstance(one := getattr(model, name), type) and is_dataclass(one))
# what `escape` wraps into markup: a quarter of the time. An older MarkupSafe has it not, and it is no promise
_escaped = getattr(markupsafe, "_escape_inner", escape)


def shown(value: Any) -> str:  # noqa: ANN401 - whatever a template writes
    """Return a value as it stands in HTML: what `escape` returns, but for the type that says so."""
    kind = type(value)
    return _escaped(value) if kind is str else value if kind is Markup else escape(value)


class Codes(CodeGenerator):
    """Jinja's own, but for what is asked most. What it makes says the same; a test holds it to that."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's name
        """Begin with what the expressions below name."""
        self.writeline("from sitegen.render.codes import VALUES, shown")
        self.writeline("from sitegen.render.kept import Kept")
        super().visit_Template(node, frame)

    def blockvisit(self, body: Iterable[nodes.Node], frame: Frame) -> None:
        """Gather what a template or block writes, and give it as one: parts would pass through all blocks."""
        if frame.buffer is not None:
            super().blockvisit(body, frame)
            return
        self.buffer(frame)
        super().blockvisit(body, frame)
        self.writeline(f"yield concat({frame.buffer})")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Let what a macro says be kept; not so of a block that is handed to one, which is made for each call."""
        if isinstance(macro_ref.node, nodes.CallBlock):
            super().macro_def(macro_ref, frame)
        else:
            self.write("Kept(")
            super().macro_def(macro_ref, frame)
            self.write(")")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802 - likewise
        """Call by Python itself what takes values only: without globals there is nothing that asks for the context."""
        if forward_caller or node.kwargs or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - likewise
        """Ask Python for the members of our values: a third of the time that Jinja's question to anything takes."""
        self.write(f"(o.{node.attr} if (k := type(o := ")
        self.visit(node.node, frame)
        name = repr(node.attr)
        self.write(f")) in VALUES else o[{name}] if k is dict and {name} in o else environment.getattr(o, {name}))")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401 - Jinja's own
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("shown(")
        else:
            super()._output_child_pre(node, frame, finalize)
