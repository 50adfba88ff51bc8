"""Claims about old addresses."""

import pytest

from sitegen.intake.importers.sites import addresses, permalinks
from sitegen.intake.importers.sites.page import Stated
from sitegen.intake.importers.sites.settings import Settings

DAY = Stated(title="Lamp goes out", date="2024-05-01T23:30:00-05:00", slug="")


@pytest.mark.parametrize(
    ("kind", "path", "stated", "address"),
    [
        ("jekyll", "_posts/2024-05-01-lamp.md", Stated(), "/2024/05/01/lamp.html"),
        ("jekyll", "_posts/2024-5-1-lamp.md", Stated(categories=("Sea",)), "/sea/2024/05/01/lamp.html"),
        ("jekyll", "_posts/2024-05-01-lamp.md", Stated(date="2024-06-02", slug="x"), "/2024/06/02/x.html"),
        ("jekyll", "_posts/2024-05-01-lamp.md", Stated(url="/own/place/"), "/own/place/"),
        ("jekyll", "_posts/2024-05-01-lamp.md", Stated(url="pretty"), "/2024/05/01/lamp/"),
        ("jekyll", "_posts/2024-05-01-lamp.md", Stated(url="/:year/:title"), "/2024/lamp"),
        ("jekyll", "_posts/2024-05-01-lamp.md", Stated(url="/:unheard/:title"), ""),
        ("jekyll", "_drafts/lamp.md", Stated(), ""),
        ("jekyll", "_docs/lamp.md", Stated(), ""),
        ("jekyll", "about.md", Stated(), "/about.html"),
        ("jekyll", "sea/index.md", Stated(), "/sea/"),
        ("hugo", "content/news/lamp/index.md", Stated(), "/news/lamp/"),
        ("hugo", "content/news/lamp/index.md", Stated(slug="x"), "/news/x/"),
        ("hugo", "content/news/_index.md", Stated(), "/news/"),
        ("hugo", "content/News/The Lamp, out.md", Stated(), "/news/the-lamp-out/"),
        ("hugo", "content/news/lamp.md", Stated(url="lamp.html"), "/lamp.html"),
        ("hugo", "content/news/lamp.es.md", Stated(), "/es/news/lamp/"),
        ("zola", "content/2024-05-01-lamp.md", Stated(), "/lamp/"),
        ("zola", "content/Sea/The Lamp/index.md", Stated(), "/sea/the-lamp/"),
        ("zola", "content/sea/lamp.md", Stated(url="old/lamp"), "/old/lamp"),
        ("eleventy", "src/posts/2024-05-01-lamp.md", Stated(), "/posts/2024-05-01-lamp/"),
        ("eleventy", "src/posts/lamp/lamp.md", Stated(), "/posts/lamp/"),
        ("eleventy", "src/posts/2024-05-01-lamp.md", Stated(url="/{{ page.fileSlug }}/"), "/lamp/"),
        ("eleventy", "src/lamp.md", Stated(url="{{ title | slugify }}/index.html", title="The lamp"), "/the-lamp/"),
        (
            "eleventy",
            "src/lamp.md",
            Stated(url="/{{ page.date | date: '%Y/%m' }}/x/", date="2024-05-01"),
            "/2024/05/x/",
        ),
        ("eleventy", "src/lamp.md", Stated(url="/{{ collections.all | size }}/"), ""),
        ("eleventy", "src/lamp.md", Stated(url="false"), ""),
        ("mkdocs", "docs/guide/README.md", Stated(), "/guide/"),
        ("pelican", "content/lamp.md", Stated(title="Lamp goes out"), "/lamp-goes-out.html"),
        ("pelican", "content/pages/about.md", Stated(slug="about"), "/pages/about.html"),
        ("pelican", "content/lamp.md", Stated(slug="lamp", lang="fr"), "/lamp-fr.html"),
        ("nikola", "posts/2024/lamp.md", Stated(), "/posts/2024/lamp/"),
        ("nikola", "pages/about.md", Stated(slug="who"), "/who/"),
        ("", "lamp.md", Stated(), ""),
        ("hugo", "content/../../etc/passwd.md", Stated(), ""),
    ],
)
def test_each_generators_rule(kind: str, path: str, stated: Stated, address: str) -> None:
    assert permalinks.old_address(addresses.place(path, kind), stated) == address


@pytest.mark.parametrize(
    ("kind", "path", "said", "stated", "address"),
    [
        ("jekyll", "_posts/2024-05-01-lamp.md", {"": "/:year/:i_month/:slug"}, Stated(), "/2024/5/lamp"),
        ("jekyll", "_posts/2024-05-01-lamp.md", {"": "ordinal"}, Stated(), "/2024/122/lamp.html"),
        ("jekyll", "_posts/2024-05-01-lamp.md", {"": "weekdate"}, Stated(), "/2024/W18/Wed/lamp.html"),
        ("jekyll", "_posts/2024-05-01-lamp.md", {"": "none"}, Stated(), "/lamp.html"),
        ("jekyll", "about.md", {"": "pretty"}, Stated(), "/about/"),
        ("jekyll", "about.md", {"": "/:title/"}, Stated(), "/about/"),
        ("jekyll", "_docs/oil/lamp.md", {"docs": "/:collection/:path"}, Stated(), "/docs/oil/lamp.html"),
        ("jekyll", "_docs/lamp.md", {"docs": "/:collection/:path", "": "pretty"}, Stated(), "/docs/lamp/"),
        ("jekyll", "_docs/lamp.md", {"docs": "/d/:name/"}, Stated(), "/d/lamp/"),
        ("hugo", "content/news/lamp.md", {"news": "/:year/:month/:slug/"}, DAY, "/2024/05/lamp-goes-out/"),
        ("hugo", "content/news/lamp.md", {"news": "/:year/:slug/"}, Stated(), ""),
        ("hugo", "content/news/lamp.md", {"sea": "/:slug/"}, DAY, "/news/lamp/"),
        ("hugo", "content/news/a/b/lamp.md", {"news": "/:sections[1:]/:contentbasename/"}, DAY, "/a/b/lamp/"),
        ("hugo", "content/news/a/lamp/index.md", {"news": "/:section/:sections[last]/:filename"}, DAY, "/news/a/lamp"),
        ("hugo", "content/news/lamp.fr.md", {"news": "/:monthname/:slug/"}, DAY, "/fr/May/lamp-goes-out/"),
        (
            "pelican",
            "content/sea/lamp.md",
            {"": "{date:%Y}/{date:%b}/{category}/{slug}/"},
            DAY,
            "/2024/May/sea/lamp-goes-out/",
        ),
        ("pelican", "content/sea/lamp.md", {"": "{date:%Q}/{slug}/"}, DAY, ""),
        ("pelican", "content/sea/lamp.md", {"": "{date.__class__}/{slug}/"}, DAY, ""),
        ("nikola", "essays/lamp.md", {"essays": "long/reads"}, Stated(), "/long/reads/lamp/"),
    ],
)
def test_a_sites_own_patterns(kind: str, path: str, said: dict[str, str], stated: Stated, address: str) -> None:
    assert permalinks.old_address(addresses.place(path, kind, Settings(said)), stated) == address


@pytest.mark.parametrize(
    ("kind", "path", "said", "address"),
    [
        ("mkdocs", "docs/guide/lamp.md", Settings(ugly=True), "/guide/lamp.html"),
        ("mkdocs", "docs/guide/index.md", Settings(ugly=True), "/guide/"),
        ("hugo", "content/News/Lamp.md", Settings(keeps_case=True), "/News/Lamp/"),
        ("hugo", "content/news/lamp.md", Settings(ugly=True), "/news/lamp.html"),
        ("hugo", "content/news/lamp.en.md", Settings(lang="en"), "/news/lamp/"),
        ("hugo", "content/news/lamp.md", Settings(lang="en", lang_in_path=True), "/en/news/lamp/"),
        ("hugo", "content/french/news/lamp.md", Settings(lang="en", langs={"french": "fr"}), "/fr/news/lamp/"),
        ("zola", "content/2024-05-01-lamp.md", Settings(keeps_dates=True), "/2024-05-01-lamp/"),
        ("zola", "content/sea/lamp.fr.md", Settings(lang="en"), "/fr/sea/lamp/"),
    ],
)
def test_what_else_settings_say_of_addresses(kind: str, path: str, said: Settings, address: str) -> None:
    assert permalinks.address_of(addresses.place(path, kind, said)) == address
