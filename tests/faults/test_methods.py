"""Each way of publishing by what the system refuses: a build ends by the next best, and the tree is a clean one's."""

import errno
from pathlib import Path

import pytest

from sitegen import build

from .calls import Calls, counted
from .made import archive, beside, built, clean, edits, request, tree, write

ARTICLES = 8


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that was built, and edited since."""
    root = tmp_path / "site"
    write(root, archive(ARTICLES))
    built(root)
    for edit in edits(archive(ARTICLES))[:3]:
        write(root, edit)
    return root


@pytest.mark.parametrize("refusal", [errno.EINVAL, errno.ENOSYS, errno.EXDEV, errno.EPERM, errno.EBUSY, errno.EACCES])
def test_where_an_exchange_is_refused_two_renames_publish_the_same(site: Path, refusal: int) -> None:
    wanted, usual = clean(site), beside(site)
    with counted(Calls(never={"renameat2": refusal})):
        assert built(site).method == "rename-pair"
    assert tree(site / "public") == wanted
    assert beside(site) == usual


def test_where_the_system_has_no_exchange_two_renames_publish_the_same(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = clean(site)
    monkeypatch.setattr("ctypes.CDLL", lambda *_values, **_named: object())
    assert built(site).method == "rename-pair"
    assert tree(site / "public") == wanted


def test_where_no_folder_can_be_renamed_files_are_published_one_by_one(site: Path) -> None:
    wanted, usual = clean(site), beside(site)
    # what a mount point answers, or a folder in another layer of an image
    with counted(Calls(never={"renameat2": errno.EBUSY, "rename": errno.EBUSY})):
        found = built(site)
    assert found.method == "file-by-file"
    assert "publish-not-atomic" in {one.rule for one in found.problems}
    assert tree(site / "public") == wanted
    assert beside(site) == usual


@pytest.mark.parametrize("refusal", [errno.EXDEV, errno.EMLINK, errno.EPERM, errno.EOPNOTSUPP])
def test_where_links_are_refused_the_twin_has_copies(site: Path, refusal: int) -> None:
    wanted = clean(site)
    with counted(Calls(never={"link": refusal})):
        assert built(site).method == "exchange"
    assert tree(site / "public") == wanted
    twin = build.state_of(request(site)) / "twin"
    shared = [path for path in wanted if path in tree(twin) and (twin / path).samefile(site / "public" / path)]
    assert [path for path in shared if wanted[path] != "folder"] == []
