import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from sitegen.frontmatter import read_yaml

ROOT = Path(__file__).parents[1]
STARTER = ROOT / "sitegen/starter"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
# whose file -> (its netlify.toml, its pages.yml, how it installs sitegen)
HOSTS = {
    "ours": (ROOT / "netlify.toml", ROOT / ".github/workflows/pages.yml", "pip install ."),
    "starter": (STARTER / "netlify.toml", STARTER / "workflows/pages.yml", "pip install -r requirements.txt"),
}
WORKFLOWS = [ROOT / ".github/workflows/pages.yml", ROOT / ".github/workflows/test.yml", STARTER / "workflows/pages.yml"]


def workflow(path: Path) -> dict[str, Any]:
    return read_yaml(path.read_text("utf-8"), path.name)[0]


def uses(job: dict[str, Any], action: str) -> dict[str, Any]:
    (step,) = [step for step in job["steps"] if step.get("uses", "").startswith(f"actions/{action}@")]
    return step  # type: ignore[no-any-return]


@pytest.mark.parametrize("whose", HOSTS)
def test_netlify_builds_and_publishes(whose: str) -> None:
    path, _, install = HOSTS[whose]
    stated = tomllib.loads(path.read_text("utf-8"))["build"]
    assert stated["command"] == f"{install} && sitegen build"
    assert stated["publish"] == "public"
    supported = {one.rpartition(".")[2] for one in ("3.11", "3.12", "3.13")}
    assert stated["environment"]["PYTHON_VERSION"].rpartition(".")[2] in supported


@pytest.mark.parametrize("whose", HOSTS)
def test_pages_are_built_under_the_address_that_github_tells(whose: str) -> None:
    job = workflow(HOSTS[whose][1])["jobs"]["build"]
    (building,) = [step for step in job["steps"] if "sitegen build" in step.get("run", "")]
    assert building["run"] == 'sitegen build --base-url "$BASE_URL"'
    assert building["env"] == {"BASE_URL": "${{ steps.pages.outputs.base_url }}"}
    assert uses(job, "configure-pages")["id"] == "pages"
    assert HOSTS[whose][2] in [step.get("run") for step in job["steps"]]


@pytest.mark.parametrize("whose", HOSTS)
def test_hidden_files_travel_with_the_site(whose: str) -> None:
    upload = uses(workflow(HOSTS[whose][1])["jobs"]["build"], "upload-pages-artifact")
    assert upload["with"] == {"path": "public", "include-hidden-files": "true"}


@pytest.mark.parametrize("whose", HOSTS)
def test_only_the_deploy_may_write_and_only_pages(whose: str) -> None:
    read = workflow(HOSTS[whose][1])
    assert read["permissions"] == {"contents": "read"}
    assert read["jobs"]["build"]["permissions"] == {"contents": "read", "pages": "read"}
    assert read["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert read["jobs"]["deploy"]["needs"] == "build"
    assert read["jobs"]["deploy"]["environment"]["name"] == "github-pages"
    assert [step["uses"].partition("@")[0] for step in read["jobs"]["deploy"]["steps"]] == ["actions/deploy-pages"]


@pytest.mark.parametrize("whose", HOSTS)
def test_two_deploys_never_overtake_each_other(whose: str) -> None:
    assert workflow(HOSTS[whose][1])["concurrency"] == {"group": "pages", "cancel-in-progress": "false"}


def test_the_tests_run_on_every_python_that_is_supported() -> None:
    read = workflow(ROOT / ".github/workflows/test.yml")
    assert read["permissions"] == {"contents": "read"}
    job = read["jobs"]["test"]
    assert job["strategy"]["matrix"]["python"] == ["3.11", "3.12", "3.13"]
    assert PROJECT["requires-python"] == ">=3.11"
    assert uses(job, "setup-python")["with"] == {"python-version": "${{ matrix.python }}"}
    assert "make test" in [step.get("run") for step in job["steps"]]


@pytest.mark.parametrize("path", WORKFLOWS, ids=str)
def test_every_action_is_pinned_by_its_whole_commit_with_its_version(path: Path) -> None:
    lines = [line.strip() for line in path.read_text("utf-8").splitlines() if "uses:" in line]
    pinned = re.compile(r"(- )?uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
    assert lines
    assert [line for line in lines if not pinned.fullmatch(line)] == []


def test_one_action_is_one_commit_everywhere() -> None:
    found = {line for path in WORKFLOWS for line in re.findall(r"actions/[a-z-]+@\w+ # \S+", path.read_text("utf-8"))}
    assert len(found) == len({line.partition("@")[0] for line in found})


@pytest.mark.parametrize("path", WORKFLOWS, ids=str)
def test_nothing_of_a_push_is_pasted_into_a_shell(path: Path) -> None:
    for job in workflow(path)["jobs"].values():
        assert int(job["timeout-minutes"]) <= 30
        assert [step["run"] for step in job["steps"] if "${{" in step.get("run", "")] == []
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] == "false"
