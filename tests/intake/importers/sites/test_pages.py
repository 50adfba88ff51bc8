"""Claims about links to files."""

import pytest

from sitegen.intake.importers.sites import addresses, commands, pages
from sitegen.intake.importers.sites.settings import Settings

HELD = {
    "content/news/2024/lamp.md": b"---\nslug: lamp-out\n---\nText",
    "content/news/oil/index.md": b"---\nurl: /old/oil/\n---\nText",
    "content/news/_index.md": b"---\ntitle: News\n---\n",
    "content/news/quay.es.md": b"Texto",
    "content/news/quay.md": b"Text",
    "content/sea/lamp.md": b"Text",
    "content/sea/long.md": b"---\ntitle: Long\nx: " + b"y" * pages.HEAD + b"\n---\n",
    "themes/x/content/other.txt": b"",
}
KNOWN = {
    "news/2024/lamp": "/news/2024/lamp-out/",
    "news/oil": "/old/oil/",
    "oil": "/old/oil/",
    "news/quay.es": "/es/news/quay/",
    "quay.es": "/es/news/quay/",
    "news/quay": "/news/quay/",
    "quay": "/news/quay/",
    "sea/lamp": "/sea/lamp/",
}


def test_each_page_is_known_by_its_path_and_by_its_name_where_no_other_has_it() -> None:
    assert pages.index("hugo", Settings(lang="en"), HELD, HELD.get) == KNOWN


@pytest.mark.parametrize(
    ("name", "text", "link"),
    [
        ("content/sea/a.md", '[a]({{< ref "/news/2024/lamp.md" >}})', "[a](/news/2024/lamp-out/)"),
        ("content/sea/a.md", '[a]({{< ref "lamp" >}})', "[a](/sea/lamp/)"),
        ("content/sea/a.md", '[a]({{< relref "oil.md#well" >}})', "[a](/old/oil/#well)"),
        ("content/sea/a.md", '[a]({{< ref "news/oil/index.md" >}})', "[a](/old/oil/)"),
        ("content/sea/a.md", '[a]({{< ref "content/news/quay.md" >}})', "[a](/news/quay/)"),
        ("content/news/a.es.md", '[a]({{< ref "quay.md" >}})', "[a](/es/news/quay/)"),
        ("content/sea/a.md", "[a](../news/2024/lamp.md#oil)", "[a](/news/2024/lamp-out/#oil)"),
        ("content/sea/a.md", "[a](@/sea/lamp.md)", "[a](/sea/lamp/)"),
        ("content/sea/a.md", "[a]({filename}/news/quay.md)", "[a](/news/quay/)"),
        ("content/sea/a.md", '[a](lamp.md "T")', '[a](/sea/lamp/ "T")'),
        ("content/sea/a.md", "[a][1]\n\n[1]: lamp.md", "[a][1]\n\n[1]: /sea/lamp/"),
        ("content/sea/a.md", "[a](oil.md)", "[a](oil.md)"),
        ("content/sea/a.md", "[a](https://w.example/lamp.md)", "[a](https://w.example/lamp.md)"),
    ],
)
def test_a_link_to_a_file_leads_to_its_page(name: str, text: str, link: str) -> None:
    where = addresses.place(name, "hugo", Settings(lang="en", pages=KNOWN))
    assert commands.made_plain(text, where)[0] == link


def test_hostile_links_take_no_time() -> None:
    where = addresses.place("content/a.md", "hugo", Settings(pages=KNOWN))
    for text in ("](" * 20_000, "](a" * 20_000, "[" * 20_000 + "]: a.md", "](" + "a/" * 20_000 + ".md)"):
        commands.made_plain(text, where)
