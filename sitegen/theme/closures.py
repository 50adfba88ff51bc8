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
    """Return (theme, template) that a name means: `standard/list.html` in that theme, `list.html` first in the chain."""
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
    problems: list[Problem] = []
    for theme, texts in templates.items():
        for name, text in texts.items():
            place = f"{shown[theme]}/{name}"
            tree, wrong = parse(text, place)
            problems += wrong
            found = list(_pulled(tree, place, templates)) if tree else []
            problems += [one for one in found if isinstance(one, Problem)]
            pulls[theme, name] = tuple(one for one in found if not isinstance(one, Problem))
    names = {name for texts in templates.values() for name in texts}
    tops = {name: found for name in sorted(names) if (found := resolve(name, templates))}
    return {name: _digest(top, pulls, templates) for name, top in tops.items()}, problems


def _pulled(tree: nodes.Template, place: str, templates: Templates) -> Iterator[tuple[str, str] | Problem]:
    for pull in tree.find_all(_PULLS):
        at = Place(place, pull.lineno)
        named = pull.template
        if not isinstance(named, nodes.Const) or not isinstance(named.value, str):
            said = "The name of the template is computed, so nobody can tell what the page is made of."
            yield problem("template-computed", said, at, "Write the name out in quotes.")
        elif (found := resolve(named.value, templates)) is None:
            known = {name for texts in templates.values() for name in texts}
            yield problem("template-missing", f'There is no template "{named.value}".', at, did_you_mean(named.value, known))
        else:
            yield found


def _digest(top: tuple[str, str], pulls: Mapping[tuple[str, str], tuple[tuple[str, str], ...]], templates: Templates) -> str:
    seen: set[tuple[str, str]] = set()
    pending = [top]
    while pending:
        one = pending.pop()
        if one not in seen:
            seen.add(one)
            pending.extend(pulls.get(one, ()))
    return digest.of_value(sorted((theme, name, templates[theme][name]) for theme, name in seen))
