"""What may be seen: a word planted in every field of an article, looked for in every byte of a built site."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from sitegen import config, gate, theme
from sitegen.build import Request, build
from sitegen.config import RightsConfig
from sitegen.load import load
from sitegen.model import (
    Archive,
    Article,
    Body,
    Card,
    File,
    Picture,
    Publish,
    Rights,
    Site,
    Source,
    Takedown,
    Tombstone,
)
from sitegen.plan import plan
from sitegen.problems import BuildError
from sitegen.progress import Silent

CLOCK = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)

# what an article's rights and status withhold, part by part
TEXT = ("opening", "second", "link")
PICTURES = ("caption", "alt", "credit", "photographer", "via", "wire", "pixels", "src", "evidence", "extra")
# what remains of an article of which only metadata may be shown
NAMES = ("topics", "people", "places", "organisations", "authority")
FACTS = ("title", "kicker", "deck", "agency", "byline", "dateline", "edition", "holder", "terms", "correction", "note")
ADDRESSES = ("address", "alias", "canonical")
EVERY = (*TEXT, *PICTURES, *NAMES, *FACTS, *ADDRESSES, "summary", "series")

# state -> the lines of front matter that bring it about
STATES = {
    "full": "",
    "review": "status: review",
    "shelved": "status: withheld",
    "withdrawn": "status: withdrawn\nupdated: 2025-03-04",
    "embargoed": "embargo: 2026-01-01T00:00:01Z",
    "down": "",
    "excerpt": "rights: {publish: excerpt, holder: {holder}, terms: {terms}}",
    "brief": "rights: {publish: excerpt, holder: {holder}, terms: {terms}}",
    "metadata": "rights: {publish: metadata, holder: {holder}, terms: {terms}}",
    "withheld": "rights: {publish: withheld}",
    "bysource": "source: closed",
    "bysourcename": "source: The Closed Post",
    "bystrictest": "source: closed\nrights: {publish: full}",
    "bydefault": "",
    "holderonly": "rights: {holder: Somebody}",
}
UNSEEN = ("review", "shelved", "embargoed", "withheld", "bysource", "bysourcename", "bystrictest")
CLOSED_BY_DEFAULT = ("bydefault", "holderonly")


def word(state: str, field: str) -> str:
    """Return a word that stands nowhere else."""
    return f"zq{state}{field}qz"


def article(state: str, told: str) -> str:
    """Return an article of which each field holds a word of its own."""
    says = {field: word(state, field) for field in EVERY}
    rights = "" if "rights" in told else "rights: {{publish: full, holder: {holder}, terms: {terms}}}\n"
    if state in CLOSED_BY_DEFAULT or told.startswith("source"):
        rights = ""
    summary = "summary: {summary}\n" if state in {"full", "brief", "down", "withdrawn", *UNSEEN} else ""
    front = (
        "id: {title}\ntitle: {title}\nkicker: {kicker}\ndeck: {deck}\nseries: {series}\nagency: {agency}\n"
        "date: 2024-01-21\nadded: 2024-02-01\ndate_basis: derived\ndate_evidence: [{evidence}]\nbyline: [{byline}]\n"
        "dateline: {dateline}\nprinted: {{edition: {edition}}}\ntopics: [{topics}]\npeople: [{people}, {authority}]\n"
        "places: [{places}]\norganisations: [{organisations}]\ncanonical_url: https://example.org/{canonical}\n"
        "aliases: [/old/{alias}/]\neditor_note: {note}\ncorrections: [{{date: 2024-02-02, note: {correction}}}]\n"
        "extra: {{more: {extra}}}\ncollections: [dossier]\nimages:\n- {{src: {src}.svg, alt: {alt}, "
        "caption: {caption}, "
        "credit: {credit}, photographer: {photographer}, agency: {wire}, via: {via}}}\n"
    )
    for field in ("holder", "terms"):
        told = told.replace(f"{{{field}}}", says[field])
    body = "{opening} was first.\n\n{second} was second, with [words]({link}.svg).\n"
    return f"---\n{(front + summary + rights).format(**says)}{told}\n---\n\n{body.format(**says)}"


def written(root: Path, states: tuple[str, ...], default: Publish) -> Path:
    """Write a site with an article of each state, and a collection and authority files that name them all."""

    def put(path: str, text: str) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")

    put("site.yaml", f"title: Archive\nbase_url: https://archive.example\nrights: {{default: {default}}}\n")
    put("content/sources.yaml", "closed:\n  name: The Closed Post\n  rights: {publish: withheld}\n")
    entries = [f"- {{id: {word(state, 'title')}, note: {word(state, 'placed')}}}\n" for state in states]
    put("content/collections/dossier.md", f"---\ntitle: A dossier\nitems:\n{''.join(entries)}---\n\nAn essay.\n")
    people = [f"{word(state, 'authority')}: {{description: {word(state, 'about')}}}\n" for state in states]
    put("content/authority/people.yaml", "".join(people))
    for state in states:
        put(f"content/news/2024/{word(state, 'address')}.md", article(state, STATES[state]))
        for field in ("src", "link"):
            put(f"content/media/{word(state, field)}.svg", f"<svg>{word(state, 'pixels')}</svg>")
    if "down" in states:
        said = f"reason: {word('down', 'reason')}, by: {word('down', 'by')}, public_note: {word('down', 'public')}"
        put("content/takedowns.yaml", f"- {{id: {word('down', 'title')}, date: 2025-05-06, {said}}}\n")
    return root


def published(root: Path, *, drafts: bool = False) -> bytes:
    """Build a site and return every byte of it, names of files included."""
    out = root / ".sitegen/preview" if drafts else root / "public"
    build(Request(root, out, CLOCK, search=False, jobs=1, drafts=drafts), Silent())
    found = sorted(path for path in out.rglob("*") if path.is_file())
    return b"\n".join(str(path.relative_to(root)).encode() + b"\n" + path.read_bytes() for path in found)


OPEN = tuple(state for state in STATES if state not in CLOSED_BY_DEFAULT)


@pytest.fixture(scope="module")
def site_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return published(written(tmp_path_factory.mktemp("open"), OPEN, "full"))


@pytest.fixture(scope="module")
def closed_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return published(written(tmp_path_factory.mktemp("closed"), ("full", *CLOSED_BY_DEFAULT), "withheld"))


def seen(state: str, data: bytes) -> set[str]:
    """Return the fields of an article whose words stand in the site."""
    fields = (*EVERY, "placed", "about", "reason", "by", "public")
    return {field for field in fields if word(state, field).encode() in data}


def test_what_is_open_is_shown_whole(site_bytes: bytes) -> None:
    # a theme need not show the series, and `extra` is for themes of one's own
    assert {*EVERY, "placed", "about"} - seen("full", site_bytes) <= {"series", "extra"}


@pytest.mark.parametrize("state", UNSEEN)
def test_what_may_not_be_seen_leaves_no_word_in_any_output(state: str, site_bytes: bytes) -> None:
    assert seen(state, site_bytes) == set()


def test_a_takedown_leaves_its_address_the_day_and_the_public_note(site_bytes: bytes) -> None:
    assert seen("down", site_bytes) == {"address", "alias", "public"}
    assert b"6 May 2025" in site_bytes


def test_a_withdrawn_article_leaves_its_addresses_and_the_day(site_bytes: bytes) -> None:
    assert seen("withdrawn", site_bytes) == {"address", "alias"}
    assert b"4 March 2025" in site_bytes


def test_an_excerpt_shows_its_first_paragraph_and_no_further_word_or_picture(site_bytes: bytes) -> None:
    found = seen("excerpt", site_bytes)
    assert found & {*TEXT, *PICTURES} == {"opening"}
    assert {*FACTS, *NAMES, *ADDRESSES} <= found


def test_an_excerpt_with_a_summary_shows_that_and_nothing_of_the_text(site_bytes: bytes) -> None:
    found = seen("brief", site_bytes)
    assert found & {*TEXT, *PICTURES} == set()
    assert "summary" in found


def test_metadata_shows_facts_and_names_but_derives_no_summary(site_bytes: bytes) -> None:
    found = seen("metadata", site_bytes)
    assert found & {*TEXT, *PICTURES} == set()
    assert {*FACTS, *NAMES, *ADDRESSES} <= found


@pytest.mark.parametrize("state", CLOSED_BY_DEFAULT)
def test_where_nobody_says_what_may_be_shown_the_sites_default_holds(state: str, closed_bytes: bytes) -> None:
    assert seen(state, closed_bytes) == set()
    assert "second" in seen("full", closed_bytes)


def test_drafts_show_what_waits_for_review_and_nothing_else_that_is_hidden(tmp_path: Path) -> None:
    data = published(written(tmp_path, OPEN, "full"), drafts=True)
    assert "second" in seen("review", data)
    assert all(seen(state, data) == set() for state in UNSEEN if state != "review")


def test_the_search_index_is_given_no_word_that_the_pages_withhold(tmp_path: Path) -> None:
    settings, _ = config.load(written(tmp_path, OPEN, "full"))
    archive, _ = load(tmp_path, settings)
    site, _ = gate.judge(archive, settings.rights, CLOCK)
    planned = plan(site, theme.load(tmp_path, "standard", {}), settings, "1")
    stubs = {stub.title: stub for shard in planned.shards for stub in shard.stubs}
    assert stubs.keys() == {word(state, "title") for state in ("full", "excerpt", "brief", "metadata")}
    assert [title for title, stub in stubs.items() if stub.body] == [word("full", "title")]
    assert [title for title, stub in stubs.items() if "opening" in stub.summary] == [word("excerpt", "title")]


# --- one judgement at a time ----------------------------------------------------------------------


def one(name: str = "a", *, rights: Rights | None = None, source: str = "", aliases: tuple[str, ...] = ()) -> Article:
    path = f"content/news/2024/{name}.md"
    card = Card(name, f"/news/2024/{name}/", name, "en", "news")
    return Article(card, Body(path, ""), rights=rights, source=source, aliases=aliases)


def archive_of(
    *articles: Article,
    sources: tuple[Source, ...] = (),
    takedowns: tuple[Takedown, ...] = (),
    addresses: Mapping[str, tuple[str, ...]] | None = None,
) -> Archive:
    return Archive(articles, (), (), (), (), sources, takedowns, (), addresses or {})


def judged(archive: Archive, default: Publish = "full") -> Site:
    return gate.judge(archive, RightsConfig(default=default), CLOCK)[0]


LEVELS: tuple[Publish, ...] = ("full", "excerpt", "metadata", "withheld")


@pytest.mark.parametrize("own", LEVELS)
@pytest.mark.parametrize("of_source", LEVELS)
def test_of_what_article_and_source_say_the_strictest_holds(own: Publish, of_source: Publish) -> None:
    sources = (Source("s", "S", rights=Rights(publish=of_source)),)
    site = judged(archive_of(one(rights=Rights(publish=own), source="s"), sources=sources))
    strictest = max(own, of_source, key=LEVELS.index)
    assert [found.card.publish for found in site.articles] == ([] if strictest == "withheld" else [strictest])


@pytest.mark.parametrize("named", ["s", "S", "The Post", "the post", "ポスト"])
def test_a_source_binds_by_whatever_name_an_article_calls_it(named: str) -> None:
    sources = (Source("s", "The Post", {"ja": "ポスト"}, rights=Rights(publish="withheld")),)
    assert judged(archive_of(one(source=named), sources=sources)).articles == ()


def test_a_holder_named_by_the_article_does_not_open_what_the_site_keeps_closed() -> None:
    assert judged(archive_of(one(rights=Rights(holder="Ann"))), "withheld").articles == ()


def test_holder_and_terms_come_from_whoever_names_them_first() -> None:
    sources = (Source("s", "S", rights=Rights("Press", "No reuse.", "full")),)
    site = judged(archive_of(one(rights=Rights(holder="Ann", publish="full"), source="s"), sources=sources))
    assert site.articles[0].rights == Rights("Ann", "No reuse.", "full")


def test_an_embargo_ends_at_its_moment_whatever_the_zone() -> None:
    archive = archive_of(
        *(
            Article(
                Card(name, f"/n/{name}/", name, "en", "n"),
                Body(f"content/n/{name}.md", ""),
                embargo=moment,
            )
            for name, moment in {"now": "2026-01-01T01:00:00+01:00", "soon": "2025-12-31T23:00:01-01:00"}.items()
        )
    )
    assert [found.card.id for found in judged(archive).articles] == ["now"]


def test_a_takedown_of_an_id_that_nobody_has_stops_the_build() -> None:
    with pytest.raises(BuildError) as caught:
        judged(archive_of(one("ferry001"), takedowns=(Takedown("ferry01", ""),)))
    assert [(found.rule, found.hint) for found in caught.value.problems] == [
        ("takedown-unknown", 'Did you mean "ferry001"?')
    ]


def test_a_takedown_outlives_the_file_by_the_addresses_that_the_ledger_remembers() -> None:
    takedowns = (Takedown("gone", "2025-01-01", "secret", "Withdrawn."),)
    site = judged(archive_of(takedowns=takedowns, addresses={"gone": ("/news/2023/x/", "/news/2024/x/")}))
    assert site.tombstones == tuple(
        Tombstone(url, "", "2025-01-01", "Withdrawn.") for url in ("/news/2023/x/", "/news/2024/x/")
    )


def test_old_addresses_lead_to_the_article_unless_it_is_hidden() -> None:
    shown, hidden = one("a", aliases=("/old/a/",)), one("b", aliases=("/old/b/",), rights=Rights(publish="withheld"))
    addresses = {"a": ("/news/2023/a/", "/news/2024/a/"), "b": ("/news/2023/b/",)}
    assert judged(archive_of(shown, hidden, addresses=addresses)).redirects == (
        ("/news/2023/a/", "a"),
        ("/old/a/", "a"),
    )


def test_a_remembered_address_gives_way_to_the_article_that_stands_there_now() -> None:
    addresses = {"a": ("/news/2024/b/", "/news/2024/a/")}
    assert judged(archive_of(one("a"), one("b"), addresses=addresses)).redirects == ()


def test_one_old_address_in_several_forms_is_one_and_the_articles_own_is_none() -> None:
    found = judged(archive_of(one("a", aliases=("/old", "/old/", "/NEWS/2024/A/"))))
    assert found.redirects == (("/old/", "a"),)


@pytest.mark.parametrize("alias", ["/news/2024/b/", "/NEWS/2024/B/"])
def test_an_alias_that_is_another_articles_address_is_refused_with_both_files(alias: str) -> None:
    with pytest.raises(BuildError) as caught:
        judged(archive_of(one("a", aliases=(alias,)), one("b")))
    found = caught.value.problems[0]
    assert (found.rule, str(found.place)) == ("address-collision", "content/news/2024/a.md")
    assert "content/news/2024/b.md" in found.text


def test_an_article_without_a_word_on_its_rights_is_a_note() -> None:
    sources = (Source("s", "S", rights=Rights("Press")), Source("t", "T", rights=Rights(publish="full")))
    archive = archive_of(one("a"), one("b", source="s"), one("c", source="t"), sources=sources)
    _, found = gate.judge(archive, RightsConfig(), CLOCK)
    assert [(about.rule, str(about.place)) for about in found] == [
        ("rights-unknown", "content/news/2024/a.md"),
        ("rights-unknown", "content/news/2024/b.md"),
    ]


@pytest.mark.parametrize(
    ("publish", "summary", "opening"),
    [
        ("full", "", "First."),
        ("full", "S", "First."),
        ("excerpt", "", "First."),
        ("excerpt", "S", ""),
        ("metadata", "", ""),
    ],
)
def test_the_first_paragraph_passes_only_where_it_may_be_shown(publish: Publish, summary: str, opening: str) -> None:
    found = one(rights=Rights(publish=publish))
    found = replace(found, opening="First.", card=replace(found.card, summary=summary))
    assert [passed.opening for passed in judged(archive_of(found)).articles] == [opening]


@pytest.mark.parametrize(
    ("publish", "found"),
    [
        (None, [("quay.png", "C", "D")]),
        ("full", [("quay.png", "C", "D")]),
        ("excerpt", [("", "C", "D")]),
        ("metadata", [("", "C", "D")]),
        ("withheld", []),
    ],
)
def test_a_pictures_own_rights_hold_it_back(publish: Publish | None, found: list[tuple[str, str, str]]) -> None:
    picture = Picture("quay.png", "A", "C", "D", rights=Rights(publish=publish))
    file = File("/media/quay.png", "content/media/quay.png", "")
    site = judged(
        replace(archive_of(replace(one("a", rights=Rights(publish="full")), images=(picture,))), files=(file,))
    )
    assert [(each.src, each.caption, each.credit) for each in site.articles[0].images] == found
    assert bool(site.pictures) is any(src for src, *_ in found)


def test_a_picture_of_an_entry_is_none_of_the_files_that_are_copied_unless_a_text_links_to_it() -> None:
    file, more = (File(f"/media/{name}", f"content/media/{name}", "") for name in ("quay.png", "unused.png"))
    shown = replace(one("a"), images=(Picture("quay.png"),))
    site = judged(replace(archive_of(shown), files=(file, more)))
    assert (site.files, site.pictures) == ((), (file,))
    site = judged(replace(archive_of(shown, replace(one("b"), links=("quay.png",))), files=(file, more)))
    assert (site.files, site.pictures) == ((file,), (file,))
