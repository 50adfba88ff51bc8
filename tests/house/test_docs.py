"""The papers say what the code does: tables, verbs, flags, rules, rooms, values, links and paths."""

import dataclasses
import importlib
import re
import subprocess
from collections.abc import Iterator, Mapping
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import click
import msgspec
import pytest
import yaml
from msgspec import NODEFAULT, Meta, Struct

from sitegen.formats import Strict
from sitegen.problems import RULES
from sitegen.render.templates import FILTERS
from sitegen.theme import PACKAGED
from sitegen.theme.kinds import CARRIES
from sitegen.verbs import cli

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAPERS = sorted(
    [
        *ROOT.glob("*.md"),
        *DOCS.rglob("*.md"),
        *(ROOT / "themes").glob("*/*.md"),
        *(ROOT / "sitegen" / "themes").glob("*/*.md"),
    ]
)
# rooms that define the keys of a file or mapping
for _room in ("config", "formats", "theme", "intake.sidecar"):
    importlib.import_module(f"sitegen.{_room}")


def paper(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def section(text: str, heading: str) -> str:
    """Return what stands under a heading, up to the next of its level or above; "" if there is none."""
    match = re.search(rf"^(#+) {re.escape(heading)}$", text, re.MULTILINE)
    if match is None:
        return ""
    rest = text[match.end() :]
    end = re.search(rf"^#{{1,{len(match[1])}}} ", rest, re.MULTILINE)
    return rest[: end.start()] if end else rest


def rows(text: str) -> list[str]:
    """Return the lines of tables that begin with a name in backticks."""
    return [line for line in text.splitlines() if line.startswith("| `")]


def named(row: str) -> str:
    return row.split("`")[1]


def told(missing: list[str], where: str) -> str:
    return f"{where} lacks, or has in another form:\n" + "\n".join(missing)


# --- the keys of the formats ----------------------------------------------------------------------


PLAIN = {str: "text", int: "number", bool: "true or false"}


def models(base: type[Struct] = Strict) -> Iterator[type[Struct]]:
    for one in base.__subclasses__():
        yield one
        yield from models(one)


def of_words(hint: Any) -> str:
    """Return the type of a key as the tables name it."""
    origin, parts = get_origin(hint), get_args(hint)
    if hasattr(hint, "__metadata__"):
        words = of_words(parts[0])
    elif origin is Literal:
        words = ", ".join(f"`{one}`" for one in parts)
    elif origin is tuple:
        words = f"list of {of_words(parts[0])}"
    elif origin is dict:
        words = f"{of_words(parts[0])} → {of_words(parts[1])}"
    elif origin in {Union, UnionType}:
        words = of_words(next(one for one in parts if one is not type(None)))
    else:
        words = PLAIN.get(hint, "keys")
    return words


def default_words(value: Any) -> str:
    if value is NODEFAULT:
        return "required"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, tuple) and value:
        return f"`[{', '.join(value)}]`"
    return f"`{value}`" if isinstance(value, str | int) and value != "" else "–"


def key_rows(model: type[Struct]) -> list[str]:
    """Return the table rows of the keys that a model has and its parent has not."""
    parents = [base for base in model.__mro__[1:] if issubclass(base, Strict)]
    inherited = {field for base in parents for field in base.__struct_fields__}
    hints = get_type_hints(model, include_extras=True)
    found = []
    for field in msgspec.structs.fields(model):
        if field.name in inherited:
            continue
        hint = hints[field.name]
        meta = next(one for one in hint.__metadata__ if isinstance(one, Meta) and one.description)
        default: Any = field.default if field.default_factory is NODEFAULT else field.default_factory()
        found.append(f"| `{field.name}` | {of_words(hint)} | {default_words(default)} | {meta.description} |")
    return found


MODELS = {one.__name__: one for one in models()}


@pytest.mark.parametrize("model", sorted(MODELS))
def test_every_key_of_every_format_stands_in_the_papers_with_type_default_and_meaning(model: str) -> None:
    text = paper("docs/themes.md" if model == "ThemeKeys" else "docs/formats.md")
    missing = [row for row in key_rows(MODELS[model]) if row not in text]
    assert not missing, told(missing, f"The table of {model}")


def test_no_key_is_described_that_no_format_has() -> None:
    known = {field for model in MODELS.values() for field in model.__struct_fields__}
    free = {"earliest", "latest", "articles", *_ledger_keys()}
    assert not {named(row) for row in rows(paper("docs/formats.md"))} - known - free - _forms()


def _ledger_keys() -> set[str]:
    return {named(row) for row in rows(section(paper("docs/formats.md"), "The ledger"))}


def _forms() -> set[str]:
    return {named(row) for row in rows(section(paper("docs/formats.md"), "Dates"))}


# --- verbs and flags ------------------------------------------------------------------------------

VERBS = sorted(cli.commands)


def flags_of(command: click.Command) -> list[str]:
    options = [one for one in command.params if isinstance(one, click.Option)]
    return [next(name for name in one.opts if name.startswith("--")) for one in options]


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_and_flag_stands_in_the_papers_and_no_other(verb: str) -> None:
    text = section(paper("docs/cli.md"), f"`sitegen {verb}`")
    assert text, f"docs/cli.md has no section `sitegen {verb}`"
    written = set(re.findall(r"`(?:-\w`, `)?(--[a-z][a-z-]*)`", text))
    assert written == set(flags_of(cli.commands[verb])), f"`sitegen {verb}`: write `--flag` for exactly its flags"


def test_every_flag_is_explained_in_the_words_of_its_help() -> None:
    table = {named(row).partition(" ")[0]: row.split(" | ") for row in rows(section(paper("docs/cli.md"), "Flags"))}
    helps: dict[str, set[str | None]] = {}
    for verb in VERBS:
        for one in cli.commands[verb].params:
            if isinstance(one, click.Option):
                flag = next(name for name in one.opts if name.startswith("--"))
                helps.setdefault(flag, set()).add(one.help)
                verbs = table[flag][1]
                assert verbs == "all" or verb in verbs.split(", "), f"{flag}: {verb} has it too"
    assert not [flag for flag, words in helps.items() if table[flag][2].removesuffix(" |") not in words]


_READS = re.compile(r"environ(?:ment)?\.get\(\s*\"(\w+)\"|\"([A-Z_]+)\" not in os\.environ")


def test_every_variable_that_is_read_stands_in_the_papers() -> None:
    pairs = [pair for room in ("cli", "config") for pair in _READS.findall(paper(f"sitegen/{room}.py"))]
    names = {name for pair in pairs for name in pair if name}
    assert "SITEGEN_BASE_URL" in names
    assert not [name for name in names if name not in section(paper("docs/cli.md"), "Environment")]


def test_no_verb_is_described_that_does_not_work() -> None:
    written = re.findall(r"^## `sitegen ([a-z]+)`$", paper("docs/cli.md"), re.MULTILINE)
    assert sorted(written) == VERBS


def commands(text: str) -> Iterator[list[str]]:
    """Yield the words of each command line in the fenced blocks of a paper."""
    for block in re.findall(r"^```sh\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        for line in block.splitlines():
            for command in line.partition(" #")[0].split("&&"):
                yield command.removeprefix("$ ").split()


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_commands_that_papers_show_are_there(path: Path) -> None:
    targets = set(re.findall(r"^([a-z][a-z-]*):", paper("Makefile"), re.MULTILINE))
    for words in commands(path.read_text("utf-8")):
        if words[:1] == ["make"]:
            assert {word for word in words[1:] if "=" not in word} <= targets, " ".join(words)
        if words[:1] == ["sitegen"] and words[1:] and not words[1].startswith("-"):
            assert words[1] in cli.commands, " ".join(words)
            known = {name for one in cli.commands[words[1]].params for name in (*one.opts, *one.secondary_opts)}
            given = {word.partition("=")[0] for word in words[2:] if re.match(r"--?[A-Za-z]", word)}
            assert given <= known | {"-h", "--help"}, " ".join(words)


# --- rules ----------------------------------------------------------------------------------------


def test_every_rule_is_explained_with_its_weight_and_a_way_out() -> None:
    missing = [row for rule in RULES if (row := rule_row(rule)) not in paper("docs/rules.md")]
    assert not missing, told(missing, "docs/rules.md")
    unhelpful = [row for row in rows(paper("docs/rules.md")) if not row.split(" | ")[-1].strip(" |")]
    assert not unhelpful, f"What to do? {unhelpful}"


def rule_row(rule: str) -> str:
    """Return how the row of a rule begins; what to do about it follows."""
    severity, meaning = RULES[rule]
    return f"| `{rule}` | {severity} | {meaning} |"


def test_no_rule_is_explained_that_is_not_there() -> None:
    written = [named(row) for row in rows(paper("docs/rules.md"))]
    assert len(written) == len(set(written))
    assert set(written) <= set(RULES)


# --- themes ---------------------------------------------------------------------------------------


def type_words(hint: Any) -> str:
    """Return the type of a template's value as the tables name it."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Literal:
        words = ", ".join(f"`{one}`" for one in parts)
    elif origin is tuple and parts[-1] is not Ellipsis:
        words = f"({', '.join(type_words(one) for one in parts)})"
    elif origin is tuple:
        words = f"list of {type_words(parts[0])}"
    elif origin in {Union, UnionType}:
        words = " or ".join("none" if one is type(None) else type_words(one) for one in parts)
    elif isinstance(origin, type) and issubclass(origin, Mapping):
        words = f"{type_words(parts[0])} → {type_words(parts[1])}"
    else:
        words = PLAIN.get(hint, str(getattr(hint, "__name__", hint)))
    return words


def value_rows(kind: type) -> list[str]:
    """Return how the rows of a type's values begin; their meaning follows."""
    return [f"| `{name}` | {type_words(hint)} |" for name, hint in get_type_hints(kind).items()]


def values_of(hint: Any, found: dict[type, None]) -> dict[type, None]:
    """Gather the types of the model that can be reached from a type."""
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        if hint not in found:
            found[hint] = None
            for inner in get_type_hints(hint).values():
                values_of(inner, found)
    else:
        for part in get_args(hint):
            values_of(part, found)
    return found


@pytest.mark.parametrize("template", CARRIES)
def test_every_template_stands_in_the_papers_with_what_it_gets(template: str) -> None:
    text = section(paper("docs/themes.md"), f"`{template}`")
    wanted = value_rows(CARRIES[template])
    if "body" in get_type_hints(CARRIES[template]):
        wanted.append("| `content` | text |")
    missing = [row for row in wanted if row not in text]
    assert not missing, told(missing, f"The section on {template}")
    assert {named(row) for row in rows(text)} == {named(row) for row in wanted}


@pytest.mark.parametrize("template", CARRIES)
def test_every_value_that_a_template_can_reach_stands_in_the_papers(template: str) -> None:
    text = paper("docs/themes.md")
    for kind in values_of(CARRIES[template], {}).keys() - set(CARRIES.values()):
        inner = section(text, kind.__name__)
        missing = [row for row in value_rows(kind) if row not in inner]
        assert not missing, told(missing, f"The section on {kind.__name__}")


def test_no_value_is_described_that_no_template_can_reach() -> None:
    kinds = {kind.__name__: kind for carried in CARRIES.values() for kind in values_of(carried, {})}
    text = section(paper("docs/themes.md"), "The values")
    assert {*re.findall(r"^### (\w+)$", text, re.MULTILINE)} == kinds.keys() - {
        one.__name__ for one in CARRIES.values()
    }
    for name in re.findall(r"^### (\w+)$", text, re.MULTILINE):
        assert {named(row) for row in rows(section(text, name))} == {*get_type_hints(kinds[name])}, name


def test_every_filter_stands_in_the_papers_and_no_other() -> None:
    assert {named(row) for row in rows(section(paper("docs/themes.md"), "Filters"))} == {*FILTERS, "href", "srcset"}


def test_every_option_and_block_of_the_standard_theme_stands_in_the_papers() -> None:
    text = paper("docs/themes.md")
    folder = PACKAGED / "standard"
    options = yaml.safe_load((folder / "theme.yaml").read_text("utf-8"))["options"]
    assert not [name for name in options if f"`{name}`" not in section(text, "Options")]
    blocks = {
        (path.name, name)
        for path in (folder / "templates").glob("*.html")
        for name in re.findall(r"{% block (\w+) %}", path.read_text("utf-8"))
    }
    table = {named(row): row for row in rows(section(text, "Blocks"))}
    assert not [(path, name) for path, name in blocks if f"`{name}`" not in table.get(path, "")]


# --- the house and its words ----------------------------------------------------------------------


def floors() -> dict[str, int]:
    spec = spec_from_file_location("floors_of_the_house", ROOT / "tests" / "house" / "test_house.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return dict(module.FLOORS)


def test_every_room_stands_on_its_floor_in_the_papers() -> None:
    written = {named(row): int(row.split("|")[2]) for row in rows(section(paper("docs/house.md"), "The rooms"))}
    assert written == floors()


def test_the_glossary_has_each_word_once_and_in_order() -> None:
    words = re.findall(r"^\*\*(.+?)\*\* ", paper("docs/words.md"), re.MULTILINE)
    assert words
    assert [word.casefold() for word in words] == sorted({word.casefold() for word in words})


def test_the_tour_follows_functions_that_are_there() -> None:
    sources = {path: path.read_text("utf-8") for path in (ROOT / "sitegen").rglob("*.py")}
    named_there = re.findall(r"`((?:\w+\.)+)(\w+)`", paper("docs/tour.md"))
    assert named_there
    for owners, name in named_there:
        owner = owners.rstrip(".").rpartition(".")[2]
        if name in {"py", "md", "yaml", "txt"}:
            continue
        homes = [
            text for path, text in sources.items() if owner in {path.stem, path.parent.name} or f"class {owner}" in text
        ]
        assert any(f"def {name}(" in text for text in homes), f"{owner}.{name}"


# --- links, tests and paths -----------------------------------------------------------------------


def anchors(path: Path) -> set[str]:
    """Return the ids that headings get on the usual hosts."""
    found = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in found}


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_of_a_paper_leads_somewhere(path: Path) -> None:
    text = re.sub(r"^```.*?^```$", "", path.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]*`", "", text)):
        if re.match(r"[a-z]+:", target):
            continue
        file, _, anchor = target.partition("#")
        there = (path.parent / file).resolve() if file else path
        assert there.exists(), f"{target} leads nowhere"
        assert not anchor or anchor in anchors(there), f"{target}: there is no such heading"


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_test_that_a_paper_names_is_there(path: Path) -> None:
    for file, name in re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", path.read_text("utf-8")):
        assert (ROOT / file).exists(), file
        assert not name or f"def {name}(" in paper(file), f"{file} has no {name}"


def tracked() -> list[Path]:
    done = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=False,
    )  # fmt: skip
    if done.returncode:
        pytest.skip("not a checkout: what is tracked is not known")
    return [ROOT / name for name in done.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


# written in pieces, or this file would be the first to hold one
_AT_THE_TOP = r"(?<![\w.$}/])/"
MACHINE_PATHS = re.compile(
    rf"{_AT_THE_TOP}(?:{'ro'}ot|{'wo'}rk)/|{_AT_THE_TOP}(?:{'ho'}me|{'Us'}ers)/\w+/|/{'tm'}p/(?:venv|brief)"
)


def test_no_file_names_the_machine_that_it_was_written_on() -> None:
    for path in tracked():
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(text.splitlines(), 1):
            assert not MACHINE_PATHS.search(line), f"{path.relative_to(ROOT)}:{number}: {line.strip()[:120]}"
