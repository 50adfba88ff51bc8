"""Which templates a template pulls in, and one digest for all of them together."""

from collections.abc import Iterator, Mapping

from jinja2 import Environment, TemplateSyntaxError, nodes

from sitegen import digest
from sitegen.model import Place, Problem
from sitegen.problems import did_you_mean, problem

# theme name -> template name -> its text; the site's own theme comes first
Templates = Mapping[str, Mapping[str, str]]

_PULLS = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)


def resolve(name: str, templates: Templates) -> tuple[str, str] | None:
    """Return the (theme, template) that a name means: `standard/list.html` there, `list.html` first in the chain."""
    theme, _, rest = name.partition("/")
    if theme in templates and rest in templates[theme]:
        return theme, rest
    return next(((one, name) for one, texts in templates.items() if name in texts), None)


def parse(text: str, place: str) -> tuple[nodes.Template | None, list[Problem]]:
    """Parse a template; a syntax error is a problem at its line."""
    try:
        return Environment(autoescape=True).parse(text), []
    except TemplateSyntaxError as error:
        said = f"The template cannot be read: {error.message}."
        return None, [problem("template-syntax", said, Place(place, error.lineno), "Mend the tag or bracket there.")]


def closures(templates: Templates, shown: Mapping[str, str]) -> tuple[dict[str, str], list[Problem]]:
    """Return for each template name the digest of its text and of all it pulls in, and what is wrong with them.

    `shown` says how a theme's folder is named to people.
    """
    pulls: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}
    above: dict[tuple[str, str], tuple[int, tuple[str, str] | None]] = {}
    problems: list[Problem] = []
    for theme, texts in templates.items():
        for name, text in texts.items():
            place = f"{shown[theme]}/{name}"
            tree, wrong = parse(text, place)
            problems += wrong
            found = list(_pulled(tree, place, templates)) if tree else []
            problems += [one for one in found if isinstance(one, Problem)]
            pulls[theme, name] = tuple(one for one in found if not isinstance(one, Problem))
            above[theme, name] = _parent(tree, templates)
    names = {name for texts in templates.values() for name in texts}
    problems += _circles(above, shown)
    tops = {name: top for name in sorted(names) if (top := resolve(name, templates))}
    return {name: _digest(top, pulls, templates) for name, top in tops.items()}, problems


def _pulled(tree: nodes.Template, place: str, templates: Templates) -> Iterator[tuple[str, str] | Problem]:
    for pull in tree.find_all(_PULLS):
        at = Place(place, pull.lineno)
        named = getattr(pull, "template", None)
        if not isinstance(named, nodes.Const) or not isinstance(named.value, str):
            said = "The name of the template is computed, so nobody can tell what the page is made of."
            yield problem("template-computed", said, at, "Write the name out in quotes.")
        elif (found := resolve(named.value, templates)) is None:
            known = {name for texts in templates.values() for name in texts}
            yield problem(
                "template-missing", f'There is no template "{named.value}".', at, did_you_mean(named.value, known)
            )
        else:
            yield found


def _circles(
    above: Mapping[tuple[str, str], tuple[int, tuple[str, str] | None]], shown: Mapping[str, str]
) -> Iterator[Problem]:
    """Yield a problem for each template that comes back to itself by `extends`; `above` tells what each one extends."""
    for one, (line, parent) in above.items():
        seen, up = {one}, parent
        while up and up not in seen:
            seen.add(up)
            up = above[up][1]
        if up == one:
            theme, name = one
            other = next((other for other, same in above if same == name and other != theme), "")
            hint = f'Write {{% extends "{other}/{name}" %}} for the one of that theme.' if other else ""
            place = Place(f"{shown[theme]}/{name}", line)
            yield problem("template-circle", "The template extends itself.", place, hint or "Take the tag out.")


def _parent(tree: nodes.Template | None, templates: Templates) -> tuple[int, tuple[str, str] | None]:
    """Return the line of a template's `extends` and what it means; 0 and None if it has none."""
    found = tree.find(nodes.Extends) if tree else None
    named = getattr(found.template, "value", None) if found else None
    return (found.lineno if found else 0), (resolve(named, templates) if isinstance(named, str) else None)


def _digest(
    top: tuple[str, str], pulls: Mapping[tuple[str, str], tuple[tuple[str, str], ...]], templates: Templates
) -> str:
    seen: set[tuple[str, str]] = set()
    pending = [top]
    while pending:
        one = pending.pop()
        if one not in seen:
            seen.add(one)
            pending.extend(pulls.get(one, ()))
    return digest.of_value(sorted((theme, name, templates[theme][name]) for theme, name in seen))
