"""Every rule by its name, what it weighs, and how a mistake is printed."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from sitegen.model import Place, Problem, Severity

MAX_PRINTED = 100

# rule -> (severity, what it means). docs/rules.md explains each; a test holds the two together.
RULES: dict[str, tuple[Severity, str]] = {
    # files
    "file-refused": ("error", "The system refused to read or write a file."),
    "not-a-regular-file": ("error", "A symbolic link or device stands where a file should."),
    "not-utf8": ("error", "A content file is not UTF-8."),
    # content
    "content-missing": ("error", "There is no folder `content/`."),
    "content-unknown": ("warning", "A file in `content/` that no part of the archive reads."),
    "content-unreadable": ("error", "A content file that the system refuses to read."),
    "file-too-large": ("error", "A content file beyond the limit."),
    "section-reserved": ("error", "A section named like an address of sitegen's own."),
    "authority-unused": ("warning", "An authority file for a taxonomy that the site does not have."),
    "id-clash": ("error", "Two articles with one id."),
    "embargo-invalid": ("error", "An embargo that is not a moment with its zone."),
    "address-invalid": ("error", "A name that cannot be an address of the site."),
    "alias-invalid": ("error", "An alias that is not an address of the site."),
    "ledger-broken": ("error", "A line of the ledger that cannot be read."),
    "content-changed": ("error", "A content file changed while the site was being built."),
    "image-missing": ("warning", "A picture that is not there."),
    "image-remote": ("warning", "A picture on another server; it is not shown from there."),
    "image-unreadable": ("warning", "A file that cannot be read as a picture."),
    "image-too-large": ("warning", "A picture of more pixels than the limit."),
    "image-without-alt": ("note", "A picture without words for those who cannot see it."),
    "not-built": ("warning", "Pages that the published folder does not have as they stand in `content/`."),
    # the theme
    "theme-missing": ("error", "A theme that is not there."),
    "theme-circle": ("error", "A theme that extends itself."),
    "theme-name": ("error", "A theme whose folder has another name than the theme."),
    "option-unknown": ("error", "An option that the theme does not have."),
    "template-syntax": ("error", "A template that cannot be read."),
    "template-computed": ("error", "A template that pulls in another by a computed name."),
    "template-missing": ("error", "A template that is not there."),
    "template-circle": ("error", "A template that extends itself."),
    "word-missing": ("error", "A theme without a word that titles are made of."),
    "template-value": ("error", "A template asks for what its page does not carry."),
    "template-failed": ("error", "A template failed while a page was rendered."),
    "worker-died": ("error", "A process that read or rendered was killed, or ran out of memory."),
    # what may be seen
    "takedown-unknown": ("error", "A takedown that names no article."),
    "rights-unknown": ("note", "An article of which nobody says what may be shown."),
    # the site
    "site-file-missing": ("warning", "There is no `site.yaml`; defaults are used."),
    "base-url-wrong": ("error", "The base URL is not a full http(s) address."),
    # front matter and YAML
    "front-matter-missing": ("error", "A content file does not begin with front matter between two lines of `---`."),
    "yaml-syntax": ("error", "The YAML cannot be read."),
    "yaml-forbidden": ("error", "Aliases, anchors, merge keys and tags are not read."),
    "yaml-too-deep": ("error", "YAML nested deeper than the limit is not read."),
    "yaml-too-large": ("error", "YAML longer than the limit is not read."),
    "key-unknown": ("error", "A key that the format does not have."),
    "key-duplicate": ("error", "A key that stands twice."),
    "key-missing": ("error", "A key that must be there is not."),
    "value-wrong": ("error", "A value of the wrong type, or not one of the allowed."),
    "date-invalid": ("error", "A date that is not in the EDTF forms that the archive uses."),
    "title-missing": ("error", "An article without a title."),
    # output
    "locked": ("error", "Another sitegen is at work on this site."),
    "output-not-ours": ("error", "The output folder holds files and was not made by sitegen; it was not touched."),
    "output-in-the-way": ("error", "The output folder is, holds or lies in a folder that the site is made from."),
    "output-spoilt": ("error", "A published file changed while the build relied on it."),
    "output-not-whole": ("error", "The new tree is not what was planned; it was not published."),
    "output-missing": ("warning", "A published file is no longer there."),
    "output-changed": ("warning", "A published file is not as it was published."),
    "output-left-over": ("warning", "A file in the output folder that the site does not hold."),
    "output-removed": ("note", "A file in the output folder that no build had made was removed."),
    "publish-not-atomic": ("note", "The output folder cannot be swapped; it was brought up to date file by file."),
    "publish-interrupted": ("note", "The last publish was stopped half way; it was finished or taken back."),
    # preview
    "page-unknown": ("error", "No page has this address, now or in the last build."),
    "port-taken": ("error", "Another program listens at the port."),
    "host-wrong": ("error", "A host or port that cannot be listened at."),
    # new articles
    "article-exists": ("error", "A new article would stand where a file is; it was not touched."),
    "section-invalid": ("error", "A section that cannot be a folder of content/."),
    # review
    "answer-refused": ("error", "An answer in review that cannot be carried out; nothing was written."),
    "article-unknown": ("error", "No article has this id, address or path."),
    # search
    "pagefind-missing": ("error", "The Pagefind command is not installed."),
    "pagefind-failed": ("error", "The Pagefind command failed, hung, or left an index that is not whole."),
    # intake
    "seed-unknown-kind": ("warning", "A file that no importer knows."),
    "seed-unreadable": ("warning", "A seed that the system refuses to read; it was put aside."),
    "seed-empty": ("warning", "A seed without a text; it was put aside."),
    "seed-binary": ("warning", "A seed that is no text; it was put aside."),
    "seed-too-large": ("warning", "A seed beyond the limit; it was put aside."),
    "seed-line-too-long": ("warning", "A seed with a line beyond the limit; it was put aside."),
    "seed-one-line": ("warning", "A seed of one line; it was put aside."),
    "seed-put-aside": ("warning", "A seed whose sidecar has mistakes; it was put aside."),
    "seed-encoding": ("note", "A seed that is not UTF-8; its encoding was judged by its letters."),
    "seed-mojibake": ("note", "Lines of a seed that were once read in a wrong encoding; they were put right."),
    "seed-damaged": ("warning", "A seed with bytes that its encoding does not know."),
    "seed-untitled": ("warning", "An article without a headline; it waits for review."),
    "seed-no-text": ("warning", "A headline under which nothing stands; it was not taken in."),
    "article-changed": ("warning", "An article that was mended in its dump after it was imported."),
    "article-twice": ("warning", "An article that the archive has already, in the same words or nearly so."),
    "article-version": ("note", "An article that is another version of one of the archive."),
    "article-same-story": ("note", "An article that tells the story of another source's."),
    "alias-taken": ("note", "An old address that another page has; it was left out."),
    "date-contradiction": ("warning", "Two dates of one article that cannot both be right; it waits for review."),
    "seed-broken": ("warning", "A container that cannot be read to its end; what came before that was taken in."),
    "seed-member-refused": ("warning", "Something in a container that is no plain file, or has no plain name."),
    "seed-too-much": ("warning", "A container that holds or unpacks to more than the limits allow."),
    "seed-digest-wrong": ("warning", "A record of a web archive whose bytes are not those of its digest."),
    "seed-revisit": ("note", "A record of a web archive that repeats one which is not in it."),
    "seed-passed-over": ("note", "Files in a container, or in a generator's folder, that no importer knows."),
    "seed-too-slow": ("warning", "A document that took longer than the limit; it was put aside."),
    "seed-too-heavy": ("warning", "A document that took more memory than the limit; it was put aside."),
    "seed-killed": ("warning", "A document at which the process that read it died; it was put aside."),
    "seed-failed": ("warning", "A document at which its importer failed; it was put aside."),
    "seed-value": ("note", "A value of a document that front matter cannot hold; it was left out."),
    "article-too-large": ("warning", "An article beyond the limit; it was not taken in."),
    "importer-unknown": ("error", "A name after `--as` that is no importer's."),
    "sidecar-kept": ("note", "A sidecar that was there before a guess; it was left as it is."),
    "sidecar-orphan": ("warning", "A sidecar without a dump."),
    "sidecar-title-unmatched": ("warning", "A sidecar speaks of an article that its dump does not hold."),
    "overrule-unmatched": ("warning", "A sidecar overrules lines that its dump does not have."),
    "page-not-article": ("warning", "A saved page that holds links or no text; nothing was made of it."),
    "page-behind-paywall": ("warning", "A saved page with only the beginning of its article; it waits for review."),
    "document-unreadable": ("warning", "A document that its importer cannot read; it was put aside."),
    "document-too-large": ("warning", "A document beyond a limit of its importer."),
    "document-no-article": ("note", "A document that is no article."),
    "library-missing": ("warning", "A document for which a library must be installed."),
    "feed-summary-only": ("note", "A feed or story that holds only a summary of an article."),
    "row-unreadable": ("warning", "A row of a table that cannot be read."),
    "row-incomplete": ("warning", "A row of a table without a title or a text; it was not taken in."),
    "columns-unknown": ("warning", "A table of which no column is known to hold a title or a text."),
    "entry-left-out": ("note", "A part of an export that is no article."),
    "shortcode-kept": ("note", "Commands of another generator stand in the text as they were."),
    "value-unread": ("note", "A value that could not be understood; it was kept as it was."),
    # the site as a whole
    "link-broken": ("warning", "A link inside the site leads nowhere."),
    "address-collision": ("error", "Two outputs have one address, or differ only in case or Unicode form."),
    "name-too-long": ("error", "A file name longer than 255 bytes."),
}


class SitegenError(Exception):
    """Stops a stage, with the problems that stopped it as one argument: so it survives the way from a worker."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(tuple(problems))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems, sorted as they are printed."""
        return tuple(in_order(self.args[0]))


class UsageError(SitegenError):
    """Wrong flags or a wrong `site.yaml`: exit code 2."""


class BuildError(SitegenError):
    """The build cannot go on; nothing was published: exit code 1."""


class FindingsError(BuildError):
    """The build was asked to be strict, and there are findings; nothing was published: exit code 3."""


class FileError(SitegenError):
    """The system refused to read or write: exit code 74."""


class LockedError(SitegenError):
    """Another sitegen is at work on this site: exit code 75."""


def problem(rule: str, text: str, place: Place | None = None, hint: str = "") -> Problem:
    """Make a problem of a known rule; its severity is the rule's."""
    return Problem(rule, RULES[rule][0], text, place, hint)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `Did you mean "…"?`, or "" if nothing known is near."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f'Did you mean "{near[0]}"?' if near else ""


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Sort problems by weight, then by place; the same problem stands once."""
    weight = {"error": 0, "warning": 1, "note": 2}
    return sorted(
        set(problems),
        key=lambda p: (
            weight[p.severity],
            p.place.path if p.place else "",
            p.place.line if p.place else 0,
            p.rule,
            p.text,
        ),
    )


def sentence(found: Problem) -> str:
    """Return a problem as one line: place, sentence, way out.

    >>> sentence(Problem("x", "error", '"publised" is not a key.', Place("a.md", 4), 'Did you mean "published"?'))
    'a.md:4: "publised" is not a key. Did you mean "published"?'
    """
    where = f"{found.place}: " if found.place else ""
    return _shown(f"{where}{found.text} {found.hint}".rstrip())


def _shown(words: str) -> str:
    """Return words with what could move a terminal's cursor spelt out: file names come from anyone."""
    if words.isprintable():
        return words
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in words)
