import copy
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from sitegen import frontmatter
from sitegen.schema import FORMATS, schema

ROOT = Path(__file__).parents[1]
CONTENT = ROOT / "content"


class EditorLoader(yaml.SafeLoader):
    """Reads YAML 1.2 nearly as editors do: days are text, `yes` and `no` are words, 1952 is a number."""


EditorLoader.yaml_implicit_resolvers = {
    first: [
        (tag, re.compile("true|false") if tag.endswith(":bool") else pattern)
        for tag, pattern in resolvers
        if not tag.endswith(":timestamp")
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(path: Path) -> Any:
    text = path.read_text("utf-8")
    front = frontmatter.split(text, path.name)[0] if path.suffix == ".md" else text
    return yaml.load(front, EditorLoader)


def mistakes(which: str, value: Any) -> list[str]:
    return [error.message for error in Draft202012Validator(schema(which)).iter_errors(value)]


def demonstration() -> list[tuple[str, Path]]:
    found = [
        ("site", ROOT / "site.yaml"),
        ("sources", CONTENT / "sources.yaml"),
        ("takedowns", CONTENT / "takedowns.yaml"),
    ]
    found += [("authority", path) for path in CONTENT.glob("authority/*.yaml")]
    found += [
        ("theme", path) for folder in ("themes", "sitegen/themes") for path in ROOT.glob(f"{folder}/*/theme.yaml")
    ]
    for path in CONTENT.rglob("*.md"):
        folder, *rest = path.relative_to(CONTENT).parts
        kind = "page" if not rest else "collection" if folder == "collections" else "article"
        found.append(("section" if path.name == "_index.md" else kind, path))
    return [(which, path) for which, path in found if path.exists()]


@pytest.mark.parametrize("which", FORMATS)
def test_each_is_a_schema_of_the_dialect_it_names(which: str) -> None:
    made = schema(which)
    Draft202012Validator.check_schema(made)
    assert made["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    assert "$id" not in made
    assert json.loads(json.dumps(made)) == made


def test_the_demonstration_archive_is_right_by_its_schemas() -> None:
    wrong = {str(path): found for which, path in demonstration() if (found := mistakes(which, read(path)))}
    assert wrong == {}
    assert {which for which, _ in demonstration()} >= {"site", "article", "section", "page", "collection", "authority"}


def test_the_starter_is_right_by_its_schemas() -> None:
    starter = ROOT / "sitegen/starter/content"
    assert mistakes("article", read(starter / "news/2024/a-first-article.md")) == []
    assert mistakes("section", read(starter / "news/_index.md")) == []
    assert mistakes("page", read(starter / "about.md")) == []


@pytest.mark.parametrize(
    ("which", "value"),
    [
        ("site", {"titel": "x"}),
        ("site", {"rights": {"defualt": "full"}}),
        ("article", {"title": "x", "publised": "2024"}),
        ("article", {"title": "x", "images": [{"source": "a.png"}]}),
        ("section", {"title": "x", "order": "1"}),
        ("page", {"title": "x", "date": "2024"}),
        ("theme", {"name": "x", "extend": "y"}),
        ("authority", {"port-ansel": {"nmae": "x"}}),
        ("sources", {"courier": {"nmae": "x"}}),
        ("takedowns", [{"id": "x", "note": "y"}]),
    ],
)
def test_an_unknown_key_is_refused(which: str, value: Any) -> None:
    assert any("Additional properties are not allowed" in one for one in mistakes(which, value))


@pytest.mark.parametrize(
    ("which", "value"),
    [
        ("article", {"title": "x", "status": "publised"}),
        ("article", {"title": {"en": "x"}}),
        ("article", {"title": "x", "corrections": [{"date": "2024-01-01"}]}),
        ("site", {"search": {"shard_size": 0}}),
        ("page", {}),
        ("takedowns", [{"date": "2024-01-01"}]),
        ("takedowns", {"id": "x"}),
    ],
)
def test_a_wrong_value_is_refused(which: str, value: Any) -> None:
    assert mistakes(which, value)


def test_text_may_be_any_scalar_as_our_reader_takes_it() -> None:
    front = {"title": 1984, "date": 1952, "byline": "One Writer", "images": [{"file": True, "date": 1952}]}
    assert mistakes("article", front) == []


def test_an_article_may_be_named_by_the_sites_own_taxonomies() -> None:
    front = {"title": "x", "ships": ["anna", "perseverance"]}
    assert mistakes("article", front)
    assert list(Draft202012Validator(schema("article", ("ships",))).iter_errors(front)) == []


def described(found: Any, at: str = "") -> list[str]:
    """Return the paths of properties without a word about them."""
    missing = []
    for name, one in found.get("properties", {}).items():
        missing += [] if one.get("description") else [f"{at}.{name}"]
    for name, one in found.get("$defs", {}).items():
        missing += described(one, name)
    for inner in (found.get("items"), found.get("additionalProperties")):
        missing += described(inner, f"{at}[]") if isinstance(inner, dict) else []
    return missing


@pytest.mark.parametrize("which", FORMATS)
def test_every_key_says_what_it_means(which: str) -> None:
    assert described(schema(which)) == []


def test_a_schema_is_the_same_each_time() -> None:
    first = copy.deepcopy(schema("article"))
    assert schema("article") == first
