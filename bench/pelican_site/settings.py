"""Settings of Pelican for the bench: nothing is read, rendered or linked that no page shows."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent))  # the plugin is here, and imports its neighbour

SITENAME = "Bench"
SITEURL = "https://example.org"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
LOCALE = ("C",)

PATH = "content"
OUTPUT_PATH = "output"
STATIC_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
THEME = "."
THEME_STATIC_DIR = "assets"
PLUGINS = ["lists"]

ARTICLE_URL = "{category}/{date:%Y}/{slug}/"
ARTICLE_SAVE_AS = "{category}/{date:%Y}/{slug}/index.html"

# CommonMark with tables, as near as Python-Markdown comes; a summary is plain text, not Markdown
MARKDOWN = {"extensions": ["markdown.extensions.tables"], "output_format": "html"}
FORMATTED_FIELDS: list[str] = []
READERS = {"htm": None, "html": None, "rst": None}
JINJA_ENVIRONMENT = {"trim_blocks": True, "lstrip_blocks": True, "autoescape": True}

# `lists.py` makes what these would make, at the addresses and in the form of the other two
DIRECT_TEMPLATES: list[str] = []
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
