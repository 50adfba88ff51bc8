"""Which values a template asks for, held against what its page carries: nothing unknown reaches a build."""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from jinja2 import nodes

from sitegen.model import (
    ArticlePage,
    CollectionPage,
    CollectionsPage,
    HomePage,
    ListPage,
    NamesPage,
    NotFoundPage,
    Place,
    PlainTextPage,
    Problem,
    RedirectPage,
    SearchPage,
    TombstonePage,
)
from sitegen.problems import did_you_mean, problem
from sitegen.theme.closures import Templates, parse, resolve

# each template that plan may name, and the type of what its pages carry
CARRIES: dict[str, type] = {
    "home.html": HomePage,
    "list.html": ListPage,
    "names.html": NamesPage,
    "collections.html": CollectionsPage,
    "collection.html": CollectionPage,
    "article.html": ArticlePage,
    "tombstone.html": TombstonePage,
    "page.html": PlainTextPage,
    "search.html": SearchPage,
    "not_found.html": NotFoundPage,
    "redirect.html": RedirectPage,
}
# filters that give back what they were given, or one of it
_SAME = frozenset({"list", "sort", "reverse", "selectattr", "rejectattr", "unique", "default", "d"})
_ONE_OF = frozenset({"first", "last"})
_DEPTH = 24


@dataclass(frozen=True, slots=True)
class _Scope:
    """What is known inside a template: names and their types (Any: not known), its macros, its place."""

    theme: str
    name: str
    names: Mapping[str, Any]
    macros: Mapping[str, tuple["_Scope", nodes.Macro]] = field(default_factory=dict)
    depth: int = 0


def refused_values(templates: Templates, shown: Mapping[str, str]) -> list[Problem]:
    """Return a problem for each value that a template asks for and its page does not carry, at its line."""
    problems: list[Problem] = []
    check = _Check(templates, shown)
    for name, carried in CARRIES.items():
        top = resolve(name, templates)
        if top is None:
            at = Place(next(iter(shown.values()), "theme"))
            problems.append(problem("template-missing", f'The theme has no template "{name}".', at, "Add it, or extend `standard`."))
            continue
        names: dict[str, Any] = dict(get_type_hints(carried))
        if "body" in names:
            names["content"] = str
        problems += check.template(*top, names)
    return list(dict.fromkeys(problems))


class _Check:
    """Follows the values of one page kind through a template and all it pulls in."""

    def __init__(self, templates: Templates, shown: Mapping[str, str]) -> None:
        self.templates = templates
        self.shown = shown
        self.trees: dict[tuple[str, str], nodes.Template | None] = {}
        self.problems: list[Problem] = []

    def template(self, theme: str, name: str, names: Mapping[str, Any]) -> list[Problem]:
        """Check one template with the names it is given."""
        self.problems = []
        self._template(_Scope(theme, name, names))
        return self.problems

    def _tree(self, scope: _Scope) -> nodes.Template | None:
        key = scope.theme, scope.name
        if key not in self.trees:
            self.trees[key] = parse(self.templates[scope.theme][scope.name], scope.name)[0]
        return self.trees[key]

    def _template(self, scope: _Scope) -> _Scope:
        tree = self._tree(scope)
        if tree is None or scope.depth > _DEPTH:
            return scope
        macros = {macro.name: (scope, macro) for macro in tree.find_all(nodes.Macro)}
        return self._body(tree.body, replace(scope, macros={**scope.macros, **macros}))

    def _pull(self, node: Any, scope: _Scope) -> _Scope | None:  # noqa: ANN401 - one of four node types
        named = getattr(node.template, "value", None)
        found = resolve(named, self.templates) if isinstance(named, str) else None
        return _Scope(*found, scope.names, depth=scope.depth + 1) if found else None

    # --- statements ---

    def _body(self, body: list[nodes.Node], scope: _Scope) -> _Scope:
        for node in body:
            scope = self._statement(node, scope)
        return scope

    def _statement(self, node: nodes.Node, scope: _Scope) -> _Scope:
        match node:
            case nodes.Extends() | nodes.Include():
                pulled = self._pull(node, scope)
                if pulled:
                    self._template(pulled)
            case nodes.Import():
                pulled = self._pull(node, scope)
                module = self._module(replace(pulled, names={})) if pulled else Any
                return replace(scope, names={**scope.names, node.target: module})
            case nodes.FromImport():
                pulled = self._pull(node, scope)
                module = self._module(replace(pulled, names={})) if pulled else {}
                pairs = [one if isinstance(one, tuple) else (one, one) for one in node.names]
                return replace(scope, macros={**scope.macros, **{new: module[old] for old, new in pairs if old in module}})
            case nodes.For():
                self._for(node, scope)
            case nodes.Assign():
                return self._bind(node.target, self._type(node.node, scope), scope)
            case nodes.AssignBlock():
                self._body(node.body, scope)
                return self._bind(node.target, str, scope)
            case nodes.With():
                inner = scope
                for target, value in zip(node.targets, node.values, strict=True):
                    inner = self._bind(target, self._type(value, scope), inner)
                self._body(node.body, inner)
            case nodes.Macro():
                pass
            case nodes.If():
                return self._if(node, scope)
            case _:
                self._children(node, scope)
        return scope

    def _if(self, node: nodes.If, scope: _Scope) -> _Scope:
        """Check every branch; what one of them sets is known afterwards, as in Jinja."""
        self._type(node.test, scope)
        after = [self._body(node.body, scope), *(self._if(one, scope) for one in node.elif_), self._body(node.else_, scope)]
        return replace(scope, names={name: kind for one in after for name, kind in one.names.items()} | dict(scope.names))

    def _children(self, node: nodes.Node, scope: _Scope) -> None:
        for child in node.iter_child_nodes():
            if isinstance(child, nodes.Expr):
                self._type(child, scope)
            else:
                scope = self._statement(child, scope)

    def _module(self, scope: _Scope) -> Mapping[str, tuple[_Scope, nodes.Macro]]:
        tree = self._tree(scope)
        if tree is None:
            return {}
        inner = self._body([one for one in tree.body if isinstance(one, nodes.Import | nodes.FromImport | nodes.Assign)], scope)
        macros: dict[str, tuple[_Scope, nodes.Macro]] = {}
        inner = replace(inner, macros=macros)
        macros.update({macro.name: (inner, macro) for macro in tree.find_all(nodes.Macro)})
        return macros

    def _for(self, node: nodes.For, scope: _Scope) -> None:
        inner = self._bind(node.target, _element(self._type(node.iter, scope)), scope)
        inner = replace(inner, names={**inner.names, "loop": Any})
        if node.test:
            self._type(node.test, inner)
        self._body(node.body, inner)
        self._body(node.else_, scope)

    def _bind(self, target: nodes.Node, value: Any, scope: _Scope) -> _Scope:  # noqa: ANN401 - types are values here
        if isinstance(target, nodes.Name):
            return replace(scope, names={**scope.names, target.name: value})
        if isinstance(target, nodes.Tuple):
            parts = [one for one in get_args(value) if one is not Ellipsis] if get_origin(value) is tuple else []
            for number, one in enumerate(target.items):
                scope = self._bind(one, parts[number] if number < len(parts) else Any, scope)
        return scope

    # --- expressions ---

    def _type(self, node: nodes.Node | None, scope: _Scope) -> Any:  # noqa: ANN401, PLR0911 - a type for each kind of expression
        match node:
            case None:
                return Any
            case nodes.Name():
                return self._name(node, scope)
            case nodes.Getattr():
                return self._attribute(self._type(node.node, scope), node.attr, node, scope)
            case nodes.Getitem():
                return self._member(node, scope)
            case nodes.Filter():
                return self._filter(node, scope)
            case nodes.Call():
                return self._call(node, scope)
            case nodes.Const():
                return type(node.value)
            case nodes.CondExpr():
                self._type(node.test, scope)
                one, other = self._type(node.expr1, scope), self._type(node.expr2, scope)
                return one if one == other else Any
            case nodes.Or() | nodes.And():
                one, other = self._type(node.left, scope), self._type(node.right, scope)
                return one if one == other else Any
            case _:
                self._children(node, scope)
                return Any

    def _name(self, node: nodes.Name, scope: _Scope) -> Any:  # noqa: ANN401
        if node.name in scope.names:
            return scope.names[node.name]
        if node.name not in scope.macros and node.name not in {"caller", "self", "super", "varargs", "kwargs"}:
            self._refuse(f'"{node.name}"', did_you_mean(node.name, scope.names), node, scope)
        return Any

    def _attribute(self, owner: Any, name: str, node: nodes.Node, scope: _Scope) -> Any:  # noqa: ANN401
        kinds = [one for one in _alternatives(owner) if one is not type(None)]
        if owner is Any or Any in kinds or isinstance(owner, dict):
            return Any
        if any(hasattr(one, name) for one in kinds if not dataclasses.is_dataclass(one)):
            return Any  # a method of a text, a tuple, a mapping
        found = [_fields(one)[name] for one in kinds if name in _fields(one)]
        mappings = [get_args(one)[1] for one in kinds if _is_mapping(one)]
        if found or mappings:
            return (found + mappings)[0]
        known = {key for one in kinds for key in _fields(one)}
        what = " or ".join(getattr(one, "__name__", str(one)) for one in kinds)
        self._refuse(f'"{name}" of {what}', did_you_mean(name, known), node, scope)
        return Any

    def _member(self, node: nodes.Getitem, scope: _Scope) -> Any:  # noqa: ANN401
        owner = self._type(node.node, scope)
        self._type(node.arg, scope)
        kinds = _alternatives(owner)
        if isinstance(node.arg, nodes.Slice):
            return owner
        mapping = next((one for one in kinds if _is_mapping(one)), None)
        return get_args(mapping)[1] if mapping else _element(owner)

    def _filter(self, node: nodes.Filter, scope: _Scope) -> Any:  # noqa: ANN401
        for argument in (*node.args, *(pair.value for pair in node.kwargs)):
            self._type(argument, scope)
        given = self._type(node.node, scope) if node.node else Any
        if node.name in _SAME:
            return given
        return _element(given) if node.name in _ONE_OF else Any

    def _call(self, node: nodes.Call, scope: _Scope) -> Any:  # noqa: ANN401
        given = [self._type(one, scope) for one in node.args]
        named = {pair.key: self._type(pair.value, scope) for pair in node.kwargs}
        macro = self._macro(node.node, scope)
        if macro and scope.depth < _DEPTH:
            home, definition = macro
            pairs = dict(zip([one.name for one in definition.args], given, strict=False)) | named
            names = {one.name: pairs.get(one.name, Any) for one in definition.args}
            inner = replace(home, names={**home.names, **names}, depth=scope.depth + 1)
            self._body(definition.body, inner)
        elif macro is None:
            self._type(node.node, scope)
        return Any

    def _macro(self, node: nodes.Node, scope: _Scope) -> tuple[_Scope, nodes.Macro] | None:
        if isinstance(node, nodes.Name):
            return scope.macros.get(node.name)
        if isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name):
            module = scope.names.get(node.node.name)
            return module.get(node.attr) if isinstance(module, dict) else None
        return None

    def _refuse(self, what: str, hint: str, node: nodes.Node, scope: _Scope) -> None:
        place = Place(f"{self.shown[scope.theme]}/{scope.name}", node.lineno)
        self.problems.append(problem("template-value", f"The template asks for {what}, which its page does not carry.", place, hint))


@cache
def _fields(kind: Any) -> dict[str, Any]:  # noqa: ANN401
    if not dataclasses.is_dataclass(kind) or not isinstance(kind, type):
        return {}
    own = dict(get_type_hints(kind))
    for name in dir(kind):
        getter = getattr(getattr(kind, name), "fget", None)
        if getter and not name.startswith("_"):
            own[name] = get_type_hints(getter).get("return", Any)
    return own


def _alternatives(kind: Any) -> list[Any]:  # noqa: ANN401
    return list(get_args(kind)) if get_origin(kind) in {Union, UnionType} else [kind]


def _is_mapping(kind: Any) -> bool:  # noqa: ANN401
    origin = get_origin(kind)
    return isinstance(origin, type) and issubclass(origin, Mapping)


def _element(kind: Any) -> Any:  # noqa: ANN401
    """Return the type of a member of a tuple or mapping's keys; Any where nothing is known."""
    for one in _alternatives(kind):
        if get_origin(one) is tuple:
            return get_args(one)[0]
        if _is_mapping(one):
            return get_args(one)[0]
    return Any


def walk_values(names: Mapping[str, Any]) -> Iterator[str]:
    """Yield every dotted value that a page with these names carries, for the documentation."""
    pending = list(names.items())
    seen: set[tuple[str, str]] = set()
    while pending:
        name, kind = pending.pop()
        yield name
        for one in _alternatives(kind):
            inner = _element(one) if get_origin(one) is tuple else one
            for key, value in _fields(inner).items():
                if (str(inner), key) not in seen:
                    seen.add((str(inner), key))
                    pending.append((f"{name}.{key}", value))
