"""Claims about old addresses."""

import pytest

from sitegen.intake.importers.sites import addresses
from sitegen.intake.importers.sites.page import Stated


@pytest.mark.parametrize(
    ("kind", "path", "stated", "address"),
    [
        ("jekyll", "_posts/2024-05-01-lamp.md", Stated(), "/2024/05/01/lamp.html"),
        ("jekyll", "_posts/2024-5-1-lamp.md", Stated(categories=("Sea",)), "/sea/2024/05/01/lamp.html"),
        ("jekyll", "_posts/2024-05-01-lamp.md", Stated(date="2024-06-02", slug="x"), "/2024/06/02/x.html"),
        ("jekyll", "_posts/2024-05-01-lamp.md", Stated(url="/own/place/"), "/own/place/"),
        ("jekyll", "about.md", Stated(), "/about.html"),
        ("hugo", "content/news/lamp/index.md", Stated(), "/news/lamp/"),
        ("hugo", "content/news/lamp/index.md", Stated(slug="x"), "/news/x/"),
        ("hugo", "content/news/lamp.md", Stated(url="lamp.html"), "/lamp.html"),
        ("zola", "content/2024-05-01-lamp.md", Stated(), "/lamp/"),
        ("eleventy", "src/posts/2024-05-01-lamp.md", Stated(), "/posts/lamp/"),
        ("mkdocs", "docs/guide/README.md", Stated(), "/guide/"),
        ("pelican", "content/lamp.md", Stated(title="Lamp goes out"), "/lamp-goes-out.html"),
        ("", "lamp.md", Stated(), ""),
        ("hugo", "content/../../etc/passwd.md", Stated(), ""),
    ],
)
def test_each_generators_rule(kind: str, path: str, stated: Stated, address: str) -> None:
    assert addresses.old_address(addresses.place(path, kind), stated) == address


def test_a_pattern_of_jekylls_own_settings() -> None:
    where = addresses.place("_posts/2024-05-01-lamp.md", "jekyll", "/:year/:i_month/:slug")
    assert addresses.old_address(where, Stated()) == "/2024/5/lamp"


@pytest.mark.parametrize(("name", "lang"), [("ja", "ja"), ("zh_cn", "zh-CN"), ("js", ""), ("news", ""), ("_posts", "")])
def test_folders_that_name_a_language(name: str, lang: str) -> None:
    assert addresses.language_of_folder(name) == lang
