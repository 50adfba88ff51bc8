"""Which values a template asks for, held against what its page carries: nothing unknown reaches a build."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, get_args, get_origin, get_type_hints

from jinja2 import nodes

from sitegen.model import Frame, Place, Problem
from sitegen.problems import did_you_mean, problem
from sitegen.theme.closures import Templates, parse, resolve
from sitegen.theme.kinds import CARRIES, PLANNED_WORDS, Keys, Own, alternatives, element, fields, is_mapping

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


def refused_values(templates: Templates, shown: Mapping[str, str], own: Own) -> list[Problem]:
    """Return a problem for each value that a template asks for and its page does not carry, at its line.

    `own` are the theme's words, options and assets, which every page carries.
    """
    problems: list[Problem] = _missing_words(own["words"], shown)
    check = _Check(templates, shown, own)
    for name, carried in CARRIES.items():
        top = resolve(name, templates)
        if top is None:
            at = Place(next(iter(shown.values()), "theme"))
            problems.append(
                problem("template-missing", f'The theme has no template "{name}".', at, "Add it, or extend `standard`.")
            )
            continue
        names: dict[str, Any] = dict(get_type_hints(carried))
        if "body" in names:
            names["content"] = str
        problems += check.template(*top, names)
    return list(dict.fromkeys(problems))


def _missing_words(words: Keys, shown: Mapping[str, str]) -> list[Problem]:
    at = Place(next(iter(shown.values()), "theme").removesuffix("templates") + "locales")
    hint = "Add it in every language, or extend `standard`."
    missing = sorted(PLANNED_WORDS - words.known)
    return [problem("word-missing", f'The theme has no word "{word}".', at, hint) for word in missing]


class _Check:
    """Follows the values of one page kind through a template and all it pulls in."""

    def __init__(self, templates: Templates, shown: Mapping[str, str], own: Own) -> None:
        self.templates = templates
        self.shown = shown
        self.own = own
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
        macros = dict(scope.macros)
        scope = replace(scope, macros=macros)
        macros.update({macro.name: (scope, macro) for macro in tree.find_all(nodes.Macro)})  # they may call each other
        return self._body(tree.body, scope)

    # --- other templates ---

    def _pull(self, node: Any, scope: _Scope) -> _Scope:  # noqa: ANN401 - one of four node types
        """Follow a tag that pulls in another template; return what is known after it."""
        named = getattr(node.template, "value", None)
        found = resolve(named, self.templates) if isinstance(named, str) else None
        names = scope.names if getattr(node, "with_context", True) else {}
        pulled = _Scope(*found, names, depth=scope.depth + 1) if found else None
        match node:
            case nodes.Import():
                module = self._module(pulled) if pulled else Any
                return replace(scope, names={**scope.names, node.target: module})
            case nodes.FromImport():
                macros = self._module(pulled) if pulled else {}
                pairs = [one if isinstance(one, tuple) else (one, one) for one in node.names]
                return replace(
                    scope, macros={**scope.macros, **{new: macros[old] for old, new in pairs if old in macros}}
                )
        after = self._template(pulled) if pulled else scope
        if isinstance(node, nodes.Include):
            return scope
        # what the parent sets or imports outside its blocks is known in the child's blocks, as in Jinja
        return replace(scope, names={**after.names, **scope.names}, macros={**after.macros, **scope.macros})

    def _module(self, scope: _Scope) -> Mapping[str, tuple[_Scope, nodes.Macro]]:
        tree = self._tree(scope)
        if tree is None or scope.depth > _DEPTH:
            return {}
        tops: list[nodes.Node] = [
            one for one in tree.body if isinstance(one, nodes.Import | nodes.FromImport | nodes.Assign)
        ]
        inner = self._body(tops, scope)
        macros = dict(inner.macros)
        inner = replace(inner, macros=macros)
        macros.update({macro.name: (inner, macro) for macro in tree.find_all(nodes.Macro)})
        return macros

    # --- statements ---

    def _body(self, body: list[nodes.Node], scope: _Scope) -> _Scope:
        for node in body:
            scope = self._statement(node, scope)
        return scope

    def _statement(self, node: nodes.Node, scope: _Scope) -> _Scope:
        match node:
            case nodes.Extends() | nodes.Include() | nodes.Import() | nodes.FromImport():
                return self._pull(node, scope)
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
            case nodes.CallBlock():
                self._type(node.call, scope)
                self._body(node.body, replace(scope, names={**scope.names, **{one.name: Any for one in node.args}}))
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
        after = [
            self._body(node.body, scope),
            *(self._if(one, scope) for one in node.elif_),
            self._body(node.else_, scope),
        ]
        return replace(
            scope, names={name: kind for one in after for name, kind in one.names.items()} | dict(scope.names)
        )

    def _children(self, node: nodes.Node, scope: _Scope) -> None:
        for child in node.iter_child_nodes():
            if isinstance(child, nodes.Expr):
                self._type(child, scope)
            else:
                scope = self._statement(child, scope)

    def _for(self, node: nodes.For, scope: _Scope) -> None:
        inner = self._bind(node.target, element(self._type(node.iter, scope)), scope)
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
        kinds = [one for one in alternatives(owner) if one is not type(None)]
        if isinstance(owner, Keys):
            return self._key(owner, name, node, scope) if name in owner.known or not hasattr(dict, name) else Any
        if Frame in kinds and name in self.own:
            return self.own[name]
        methods = any(hasattr(one, name) for one in kinds if not dataclasses.is_dataclass(one))
        if owner is Any or Any in kinds or isinstance(owner, dict) or methods:
            return Any
        found = [fields(one)[name] for one in kinds if name in fields(one)]
        mappings = [get_args(one)[1] for one in kinds if is_mapping(one)]
        if found or mappings:
            return (found + mappings)[0]
        known = {key for one in kinds for key in fields(one)}
        what = " or ".join(getattr(one, "__name__", str(one)) for one in kinds)
        self._refuse(f'"{name}" of {what}', did_you_mean(name, known), node, scope)
        return Any

    def _member(self, node: nodes.Getitem, scope: _Scope) -> Any:  # noqa: ANN401
        owner = self._type(node.node, scope)
        self._type(node.arg, scope)
        kinds = alternatives(owner)
        if isinstance(node.arg, nodes.Slice):
            return owner
        if isinstance(owner, Keys):
            return self._key(owner, node.arg.value, node, scope) if isinstance(node.arg, nodes.Const) else str
        mapping = next((one for one in kinds if is_mapping(one)), None)
        return get_args(mapping)[1] if mapping else element(owner)

    def _filter(self, node: nodes.Filter, scope: _Scope) -> Any:  # noqa: ANN401
        kinds = [self._type(one, scope) for one in (*node.args, *(pair.value for pair in node.kwargs))]
        if node.name == "plural" and kinds[:1] == [self.own["words"]] and isinstance(node.args[1], nodes.Const):
            self._plural(str(node.args[1].value), node, scope)
        given = self._type(node.node, scope) if node.node else Any
        if node.name in _SAME:
            return given
        return element(given) if node.name in _ONE_OF else Any

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

    def _key(self, owner: Keys, name: str, node: nodes.Node, scope: _Scope) -> Any:  # noqa: ANN401
        if name not in owner.known:
            plural = f'It has plural forms: {{{{ n | plural(site.words, "{name}", site.lang) }}}}.'
            has_forms = any(one.startswith(f"{name}.") for one in owner.known)
            self._refuse_own(owner, name, plural if has_forms else did_you_mean(name, owner.known), node, scope)
        return str

    def _plural(self, name: str, node: nodes.Node, scope: _Scope) -> None:
        words = self.own["words"]
        forms = {one.partition(".")[0] for one in words.known if "." in one}
        if name not in forms:
            self._refuse_own(words, f"{name} in its plural forms", did_you_mean(name, forms), node, scope)

    def _refuse_own(self, owner: Keys, name: str, hint: str, node: nodes.Node, scope: _Scope) -> None:
        said = f'The template asks for the {owner.what} "{name}", which the theme does not have.'
        self.problems.append(problem("template-value", said, self._place(node, scope), hint))

    def _place(self, node: nodes.Node, scope: _Scope) -> Place:
        return Place(f"{self.shown[scope.theme]}/{scope.name}", node.lineno)

    def _refuse(self, what: str, hint: str, node: nodes.Node, scope: _Scope) -> None:
        said = f"The template asks for {what}, which its page does not carry."
        self.problems.append(problem("template-value", said, self._place(node, scope), hint))
