"""`site.yaml`: what holds where nothing is said, who overrules whom, and every mistake at its line."""

import pickle
from datetime import UTC
from pathlib import Path
from zoneinfo import ZoneInfoNotFoundError

import pytest

from sitegen import config
from sitegen.config import Config
from sitegen.model import Link
from sitegen.problems import UsageError, sentence


def site(root: Path, text: str) -> Path:
    (root / "site.yaml").write_text(text, "utf-8")
    return root


def refused(root: Path, base_url: str = "") -> list[str]:
    with pytest.raises(UsageError) as caught:
        config.load(root, {}, base_url)
    return [sentence(one) for one in caught.value.problems]


def test_a_folder_without_a_file_has_the_defaults_and_is_told_how_to_keep_them(tmp_path: Path) -> None:
    settings, found = config.load(tmp_path)
    assert settings == Config()
    assert [one.rule for one in found] == ["site-file-missing"]
    assert found[0].severity != "error"
    assert "`sitegen init`" in found[0].hint


def test_an_empty_file_has_the_defaults_and_nothing_is_said(tmp_path: Path) -> None:
    assert config.load(site(tmp_path, "")) == (Config(), ())
    assert config.load(site(tmp_path, "# nothing yet\n")) == (Config(), ())


def test_what_the_file_says_is_what_the_site_says(tmp_path: Path) -> None:
    settings, _ = config.load(
        site(
            tmp_path,
            "\ufefftitle: Courier\nlanguage: ar\nlanguages: [en, ar]\nsections: [news, sea]\ntaxonomies: topics\n"
            "rights: {default: excerpt, holder: Trust}\nlimits: {feed: 7}\nslugs: ascii\nfeeds: {site: false}\n"
            "nav:\n- {title: About, url: /about/}\noptions: {accent: sea}\nextra: {motto: Onward}\n",
        )
    )
    assert (settings.title, settings.language, settings.languages) == ("Courier", "ar", ("ar", "en"))
    assert (settings.sections, settings.taxonomies, settings.slugs) == (("news", "sea"), ("topics",), "ascii")
    assert (settings.rights.default, settings.rights.holder, settings.rights.terms) == ("excerpt", "Trust", "")
    assert (settings.limits.feed, settings.limits.list_newest, settings.feeds.site) == (7, 50, False)
    assert (settings.nav, settings.options, settings.extra) == (
        (Link("/about/", "About"),),
        {"accent": "sea"},
        {"motto": "Onward"},
    )
    assert pickle.loads(pickle.dumps(settings)) == settings


NETLIFY = {
    "NETLIFY": "true",
    "CONTEXT": "production",
    "URL": "https://host.app",
    "DEPLOY_PRIME_URL": "https://preview--host.app",
}


@pytest.mark.parametrize(
    ("flag", "environment", "address"),
    [
        ("https://flag.org/", {"SITEGEN_BASE_URL": "https://env.org", **NETLIFY}, "https://flag.org"),
        ("", {"SITEGEN_BASE_URL": "https://env.org/x/", **NETLIFY}, "https://env.org/x"),
        ("", NETLIFY, "https://host.app"),
        ("", NETLIFY | {"CONTEXT": "deploy-preview"}, "https://preview--host.app"),
        ("", NETLIFY | {"NETLIFY": ""}, "https://file.org/archive"),
        ("", {}, "https://file.org/archive"),
    ],
)
def test_the_flag_overrules_the_environment_the_host_and_the_file(
    tmp_path: Path, flag: str, environment: dict[str, str], address: str
) -> None:
    root = site(tmp_path, "base_url: https://file.org/archive/\n")
    assert config.load(root, environment, flag)[0].base_url == address


@pytest.mark.parametrize(
    "address",
    ["example.org", "ftp://example.org", "https://", "https://example.org/?x=1", "https://example.org/#x", "/archive"],
)
def test_a_base_url_that_is_none_is_refused_with_the_way_to_write_it(tmp_path: Path, address: str) -> None:
    assert refused(tmp_path, address) == [
        f'site.yaml: "{address}" is not a base URL. Write it in full, such as https://example.org/archive.'
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title: A\nbase-url: x\n", 'site.yaml:2: "base-url" is not a key of this file. Did you mean "base_url"?'),
        ("search:\n  shardsize: 4\n", 'site.yaml:2: "shardsize" is not a key of this file. Did you mean "shard_size"?'),
        (
            "rights: {default: open}\n",
            'site.yaml:1: "rights.default" cannot be "open". Allowed are full, excerpt, metadata, withheld.',
        ),
        ("language: English\n", 'site.yaml:1: "language" is not a language code. Write it as en, ar or zh-Hant.'),
        (
            "languages: [en, Klingonish]\n",
            'site.yaml:1: "languages[1]" is not a language code. Write it as en, ar or zh-Hant.',
        ),
        ("limits: {list_newest: 0}\n", 'site.yaml:1: "limits.list_newest" must be 1 or more.'),
        ("title: A\ntitle: B\n", 'site.yaml:2: "title" stands twice, first in line 1. Keep one of them.'),
        ("- title\n", "site.yaml:1: A mapping is wanted here. Write keys and values: `key: value`."),
        (
            "title: A\nsections: [news, ../x]\n",
            'site.yaml:2: "../x" cannot be part of an address. Use letters, digits and hyphens.',
        ),
        (
            "taxonomies: [a/b]\n",
            'site.yaml:1: "a/b" cannot be part of an address. Use letters, digits and hyphens.',
        ),
        ("nav: [{title: A}]\n", 'site.yaml:1: "url" is missing. Add `url: …`.'),
    ],
)
def test_a_mistake_is_one_of_usage_and_told_at_its_line(tmp_path: Path, text: str, said: str) -> None:
    assert refused(site(tmp_path, text)) == [said]


def test_utc_is_known_where_the_machine_has_no_table_of_zones(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_table(name: str) -> None:
        raise ZoneInfoNotFoundError(name)

    monkeypatch.setattr(config, "ZoneInfo", no_table)
    assert config.zone("UTC") is UTC
    with pytest.raises(ZoneInfoNotFoundError):
        config.zone("Europe/Lisbon")


def test_a_file_that_is_not_utf8_is_told_by_line(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_bytes(b"title: A\ndescription: Caf\xe9\n")
    assert refused(tmp_path) == ["site.yaml:2: This is not UTF-8. Save the file as UTF-8."]
