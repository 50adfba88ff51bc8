"""The architecture itself: floors, walls, sizes, and who may print, write or read the clock."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HOUSE = ROOT / "sitegen"
MODULES = sorted(path.relative_to(HOUSE).as_posix() for path in HOUSE.rglob("*.py"))

# room -> floor; docs/house.md draws the same picture, and a test holds them together
FLOORS = {
    **dict.fromkeys(("model", "problems", "digest", "progress", "__init__"), 0),
    **dict.fromkeys(
        ("config", "formats", "frontmatter", "markdown", "files", "urls", "dates", "phrases", "locales"), 1
    ),
    **dict.fromkeys(
        (
            "gate",
            "cite",
            "charts",
            "swap",
            "bodies",
            "content",
            "plainyaml",
            "revising",
            "workers",
            "records",
            "lock",
            "fingerprint",
        ),
        1,
    ),
    **dict.fromkeys(
        ("load", "theme", "plan", "render", "images", "search", "manifest", "inputs", "check", "publish", "intake"), 2
    ),
    "build": 3,
    **dict.fromkeys(("live", "init", "doctor", "schema", "answers", "review"), 4),
    **dict.fromkeys(("cli", "verbs", "console", "flags", "asked", "__main__"), 5),
}
FORBIDDEN_NAMES = ("util", "helper", "manager", "handler", "processor", "core", "common", "misc", "ctx")


def room(module: str) -> str:
    return module.partition("/")[0].removesuffix(".py")


def tree(module: str) -> ast.Module:
    return ast.parse((HOUSE / module).read_text("utf-8"))


def imported(module: str) -> Iterator[tuple[str, int]]:
    """Yield the rooms of the house that a module imports, at any depth of it."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}:{node.lineno}: imports are written in full"
            if node.module == "sitegen":
                yield from (
                    (
                        alias.name
                        if (HOUSE / alias.name).exists() or (HOUSE / f"{alias.name}.py").exists()
                        else "__init__",
                        node.lineno,
                    )
                    for alias in node.names
                )
            elif node.module and node.module.startswith("sitegen."):
                yield node.module.split(".")[1], node.lineno
        elif isinstance(node, ast.Import):
            yield from (
                (alias.name.split(".")[1], node.lineno) for alias in node.names if alias.name.startswith("sitegen.")
            )


def test_every_room_has_a_floor() -> None:
    assert {room(module) for module in MODULES} == set(FLOORS)


@pytest.mark.parametrize("module", MODULES)
def test_imports_go_down_only(module: str) -> None:
    here = room(module)
    for there, line in imported(module):
        if there == here:
            continue
        above = FLOORS[there] > FLOORS[here]
        beside = FLOORS[there] == FLOORS[here] and FLOORS[here] >= 2 and here not in {"cli", "verbs", "__main__"}
        assert not above, f"{module}:{line}: {here} (floor {FLOORS[here]}) reaches up to {there}"
        assert not beside, f"{module}:{line}: {here} imports {there}, which stands on the same floor"


@pytest.mark.parametrize("module", MODULES)
def test_every_module_opens_with_a_sentence(module: str) -> None:
    words = ast.get_docstring(tree(module))
    assert words, f"{module} does not say what it is for"
    assert words.splitlines()[0].rstrip().endswith((".", ":")), f"{module}: the first line is not a sentence"


@pytest.mark.parametrize("module", MODULES)
def test_files_and_functions_stay_small(module: str) -> None:
    source = (HOUSE / module).read_text("utf-8")
    assert source.count("\n") <= 350, f"{module} has {source.count(chr(10))} lines"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            assert length <= 40, f"{module}:{node.lineno}: {node.name} has {length} lines"


def has_code(module: str) -> bool:
    """Whether a module holds more than declarations: only then can a test of its own say something."""
    functions = [node for node in ast.walk(tree(module)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    return any(not isinstance(line, ast.Expr) for function in functions for line in function.body)


@pytest.mark.parametrize("module", [module for module in MODULES if has_code(module)])
def test_every_module_has_its_tests(module: str) -> None:
    path = Path(module)
    folder, name = path.parent, path.stem
    if name == "__init__":
        name = folder.name
    candidates = (ROOT / "tests" / folder / f"test_{name}.py", ROOT / "tests" / f"test_{name}.py")
    assert any(one.exists() for one in candidates), f"{module} has no {candidates[0].relative_to(ROOT)}"


def test_no_room_is_a_drawer() -> None:
    parts = {part for module in MODULES for part in module.removesuffix(".py").replace("_", "/").split("/")}
    assert not {part for part in parts if any(part.rstrip("s") == name for name in FORBIDDEN_NAMES)}


# --- effects live at the ends ---------------------------------------------------------------------

# what is called -> the rooms that may
EFFECTS: dict[str, frozenset[str]] = {
    "print": frozenset({"console"}),
    "sys.exit": frozenset({"cli"}),
    "exit": frozenset(),
    "datetime.now": frozenset({"verbs"}),
    "dt.datetime.now": frozenset({"verbs"}),
    "datetime.today": frozenset(),
    "dt.date.today": frozenset(),
    "time.time": frozenset(),
    "secrets.token_hex": frozenset({"verbs"}),
    "random.random": frozenset(),
    "uuid.uuid4": frozenset(),
    "os.getenv": frozenset({"verbs"}),
    "os.environ.get": frozenset({"verbs"}),
}
WRITES = frozenset({"write_text", "write_bytes", "unlink", "rmdir", "mkdir", "touch", "symlink_to", "hardlink_to"})
MAY_WRITE = frozenset({"files", "swap", "render", "search", "doctor"})


def called(module: str) -> Iterator[tuple[str, str, int]]:
    """Yield (owner, name, line) of each call."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Call):
            words = ast.unparse(node.func)
            owner, _, name = words.rpartition(".")
            yield owner, name, node.lineno


@pytest.mark.parametrize("module", MODULES)
def test_effects_stay_in_their_rooms(module: str) -> None:
    for owner, name, line in called(module):
        words = f"{owner}.{name}".lstrip(".")
        allowed = EFFECTS.get(words)
        assert allowed is None or room(module) in allowed, (
            f"{module}:{line}: {words}() belongs into {sorted(allowed or ())}"
        )
        if name in WRITES and owner != "files":
            assert room(module) in MAY_WRITE, f"{module}:{line}: {words}() writes outside files.py"
        if name == "open" and owner in {"", "io"}:
            assert room(module) in MAY_WRITE, f"{module}:{line}: open() outside files.py"


@pytest.mark.parametrize("module", MODULES)
def test_nothing_is_left_unfinished_or_silenced_without_a_reason(module: str) -> None:
    for number, line in enumerate((HOUSE / module).read_text("utf-8").splitlines(), 1):
        for word in ("TODO", "FIXME", "XXX(", "NotImplementedError"):
            assert word not in line, f"{module}:{number}: {word}"
        if "# type: ignore" in line:
            assert "# type: ignore[" in line, f"{module}:{number}: an ignore without its error"
        if "# noqa" in line:
            assert "# noqa: " in line, f"{module}:{number}: a noqa without its rule"
