"""The Python that Jinja makes of templates, with two shorter ways: to the members of our values, and to safe text."""

from dataclasses import is_dataclass
from re import compile as compiled
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import escape

from sitegen import model

# the types whose members are reached by Python itself; a member that they do not have is refused when a theme is read
VALUES = frozenset(one for name in model.__all__ if isinstance(one := getattr(model, name), type) and is_dataclass(one))
_special = compiled(r"[&<>\"']").search


def shown(value: Any) -> str:  # noqa: ANN401 - whatever a template writes
    """Return a value as it stands in HTML: what `escape` returns, but for its type where nothing needed escaping."""
    return value if type(value) is str and not _special(value) else escape(value)


class Codes(CodeGenerator):
    """Jinja's own, but for two expressions. What it makes says the same; a test holds it to that."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's name
        """Begin with what the expressions below name."""
        self.writeline("from sitegen.render.codes import VALUES, shown")
        super().visit_Template(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - likewise
        """Ask Python for the members of our values: a third of the time that Jinja's question to anything takes."""
        self.write("(o." + node.attr + " if type(o := ")
        self.visit(node.node, frame)
        self.write(f") in VALUES else environment.getattr(o, {node.attr!r}))")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401 - Jinja's own
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("shown(")
        else:
            super()._output_child_pre(node, frame, finalize)
