"""One corpus laid out for each generator, with the same pages: articles, sections, years, months, terms, feed, sitemap."""

import json
from collections.abc import Iterable
from pathlib import Path

from corpus import Story


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _list(names: Iterable[str]) -> str:
    return json.dumps(list(names), ensure_ascii=False)


def for_sitegen(folder: Path, stories: Iterable[Story]) -> None:
    """Lay the stories out as a site of ours, with the standard theme."""
    _write(folder / "site.yaml", "title: Bench\nbase_url: https://example.org\ntaxonomies: [topics, people, places]\n")
    for one in stories:
        front = (
            f"id: s{one.number:07}\ntitle: {json.dumps(one.title)}\nsummary: {json.dumps(one.summary)}\ndate: {one.day}\n"
            f"added: {one.day}\ntopics: {_list(one.topics)}\npeople: {_list(one.people)}\nplaces: {_list(one.places)}\n"
            "rights: {holder: Bench, publish: full}\n"
        )
        body = "\n\n".join(one.paragraphs)
        _write(folder / "content" / one.section / str(one.day.year) / f"{one.slug}.md", f"---\n{front}---\n\n{body}\n")


HUGO_CONFIG = """baseURL = "https://example.org/"
title = "Bench"
languageCode = "en"
disableKinds = ["RSS"]
enableRobotsTXT = true
[taxonomies]
topic = "topics"
person = "people"
place = "places"
[outputs]
home = ["HTML", "RSS"]
[markup.goldmark.renderer]
unsafe = false
"""
_HUGO_BASE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{ .Title }} · {{ site.Title }}</title><meta name="description" content="{{ .Summary | plainify | truncate 200 }}">
<link rel="canonical" href="{{ .Permalink }}"></head><body>
<header><a href="/">{{ site.Title }}</a><nav><a href="/archive/">Years</a><a href="/topics/">Topics</a><a href="/people/">People</a><a href="/places/">Places</a></nav></header>
<main>{{ block "main" . }}{{ end }}</main><footer>{{ site.Title }}</footer></body></html>
"""
_HUGO_ROWS = """{{ range . }}<li><p>{{ .Date.Format "2 Jan 2006" }}</p><h3><a href="{{ .RelPermalink }}">{{ .Title }}</a></h3><p>{{ .Params.summary }}</p></li>{{ end }}"""
_HUGO_TERMS = """{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Data.Terms.Alphabetical }}<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> {{ .Count }}</li>{{ end }}</ul>{{ end }}
"""
_HUGO_SINGLE = """{{ define "main" }}<article><p><a href="/{{ .Section }}/">{{ .Section }}</a></p><h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p>
<p><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2 January 2006" }}</time></p><div>{{ .Content }}</div>
<aside>{{ range $kind := slice "topics" "people" "places" }}<h2>{{ $kind }}</h2><ul>{{ range ($.GetTerms $kind) }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}</aside>
<nav>{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav></article>{{ end }}
"""


def for_hugo(folder: Path, stories: Iterable[Story]) -> None:
    """Lay the stories out for Hugo: plain templates without a picture or a partial more than the pages need.

    Months are a taxonomy, which is Hugo's own quick way to lists by a value; years likewise.
    """
    config = HUGO_CONFIG.replace('place = "places"', 'place = "places"\nyear = "years"\nmonth = "months"')
    _write(folder / "hugo.toml", config)
    layouts = folder / "layouts"
    _write(layouts / "_default" / "baseof.html", _HUGO_BASE)
    _write(layouts / "partials" / "rows.html", _HUGO_ROWS)
    simple = '{{ define "main" }}<h1>{{ .Title }}</h1><ol>{{ partial "rows.html" (first 50 .Pages.ByDate.Reverse) }}</ol>{{ end }}\n'
    for name in ("list", "term", "section"):
        _write(layouts / "_default" / f"{name}.html", simple)
    _write(layouts / "_default" / "taxonomy.html", _HUGO_TERMS)
    _write(layouts / "_default" / "single.html", _HUGO_SINGLE)
    home = '{{ define "main" }}<h1>{{ site.Title }}</h1><ol>{{ partial "rows.html" (first 8 site.RegularPages.ByDate.Reverse) }}</ol>{{ end }}\n'
    _write(layouts / "index.html", home)
    for one in stories:
        front = {
            "title": one.title,
            "summary": one.summary,
            "date": f"{one.day}T00:00:00Z",
            "topics": one.topics,
            "people": one.people,
            "places": one.places,
            "years": [str(one.day.year)],
            "months": [f"{one.day:%Y-%m}"],
        }
        body = "\n\n".join(one.paragraphs)
        path = folder / "content" / one.section / str(one.day.year) / f"{one.slug}.md"
        _write(path, f"{json.dumps(front, ensure_ascii=False, indent=1)}\n\n{body}\n")
