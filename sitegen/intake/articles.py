"""What becomes of the articles of a document: new ones are written, known ones left alone or made anew."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from sitegen import files, frontmatter
from sitegen.intake import curate, differences, identity, mentions, pictures, provenance, record, relating, seeds
from sitegen.intake.aliases import Aliases
from sitegen.intake.curate import Curated, Find
from sitegen.intake.house import House
from sitegen.intake.ledger import Known, Origin
from sitegen.intake.shelf import WHY, Shelf, after_all, origin_of
from sitegen.intake.sidecar import Sidecar
from sitegen.model import Problem
from sitegen.problems import BuildError, problem


@dataclass(slots=True)
class Desk:
    """Where one run decides on articles: `added` are the paths written, `left` (path, why) of what was left alone.

    `today` is an ISO day; with `again`, articles whose files nobody edited are made anew, and of the others
    `differences` are (path, the patch that import would make of it now).
    """

    root: Path
    house: House
    today: str
    again: bool
    shelf: Shelf
    aliases: Aliases
    added: list[str] = field(default_factory=list)
    left: list[tuple[str, str]] = field(default_factory=list)
    differences: list[tuple[str, str]] = field(default_factory=list)

    def take(
        self, name: str, stated: Sidecar, finds: Sequence[Find], findings: list[Problem]
    ) -> tuple[list[dict[str, Any]], list[Problem]]:
        """Take in the articles of a document by its name; return the lines of its record, and what was put aside."""
        gone = self.shelf.gone_from(name, {find.digest for find in finds})
        decisions: list[dict[str, Any]] = []
        refused: list[Problem] = []
        for find in finds:
            try:
                decisions.append(self._take(find, gone, stated, findings))
            except BuildError as error:
                refused += error.problems
        return decisions, refused

    def _take(self, find: Find, gone: list[Known], stated: Sidecar, findings: list[Problem]) -> dict[str, Any]:
        known = self.shelf.recognised(find, gone)
        curated = curate.curate(find, stated, self.house)
        if known is None:
            identifier, path, decision = self._add(find, curated, findings)
        else:
            identifier = known.id
            path, decision = self._leave(find, curated, known)
            if decision == "mended":
                findings.append(_changed(find, path))
        about = {"id": identifier, "path": path, "decision": decision, "digest": find.digest, "line": find.place.line}
        return {**about, **record.of_article(find.article), "mentions": mentions.plain(curated.mentions)}

    def _add(self, find: Find, curated: Curated, findings: list[Problem]) -> tuple[str, str, str]:
        """Write a new article's file; return its id, its path, and what was decided."""
        added = curated.added or self.today
        identifier, path, there = self.shelf.place(curated, find, ascii_only=self.house.config.slugs == "ascii")
        if there:
            self.left.append((path, WHY["known"]))
        else:
            curated = self._with_pictures(self._with_free_aliases(curated, find, path), find)
            self._write(path, find, curate.file_text(curated, find, identifier, added, self.today))
            self.added.append(path)
        findings += curated.findings
        # only now: an article of which the ledger knows but whose file is not there counts as deleted
        self.shelf.wrote(find, identifier, path, added)
        return identifier, path, "known" if there else "added"

    def _with_free_aliases(self, curated: Curated, find: Find, path: str) -> Curated:
        """Leave out old addresses that another page has, each with a finding."""
        if "aliases" not in curated.values:
            return curated
        mine, others = self.aliases.free(curated.values["aliases"], path)
        values = {key: value for key, value in curated.values.items() if key != "aliases"}
        hint = "If it belongs here, take it from the other page and write it into `aliases`."
        said = (f"The old address {url} is another page's; it was left out." for url in others)
        found = [problem("alias-taken", words, find.place, hint) for words in said]
        return replace(
            curated, values=values | ({"aliases": mine} if mine else {}), findings=(*curated.findings, *found)
        )

    def _with_pictures(self, curated: Curated, find: Find) -> Curated:
        """Keep the pictures that lie beside the document; those that its curator states stand as they are."""
        own = {picture.src for picture in find.article.images if picture.src}
        if not own:
            return curated
        images = curated.values.get("images", [])
        held = [pictures.kept(self.root, find.file, one) if one.get("src") in own else one for one in images]
        return replace(curated, values={**curated.values, "images": held})

    def _write(self, path: str, find: Find, text: str) -> None:
        """Write a content file, unless no build could read it. Raises BuildError."""
        limit = self.house.config.limits.article_bytes
        data = text.encode("utf-8", "replace")
        if len(data) > limit:
            said = f"This article would be {len(data):,} bytes long; {limit:,} is the limit."
            hint = "Cut it in two, or raise limits.article_bytes in site.yaml."
            raise BuildError([problem("article-too-large", said, find.place, hint)])
        files.write_bytes(self.root / path, data)

    def _leave(self, find: Find, curated: Curated, one: Known) -> tuple[str, str]:
        """Leave a known article alone, or (again) make its file anew if nobody edited it; return path and decision."""
        path, became = self.shelf.whereabouts(one)
        one = self.shelf.known[one.id]
        origin = origin_of(find)
        if self.again and became in {"known", "moved"} and self._is_made_from(one, origin):
            became = self._remake(find, curated, one, path)
            others = tuple(other for other in one.origins if other.seed != origin.seed)
            sketch = identity.sketch(find.article)
            self.shelf.put(replace(one, digest=find.digest, origins=(origin, *others), sketch=sketch))
            if became == "again":
                return path, became
        else:
            compared = self.again and became == "edited" and self._is_made_from(one, origin)
            became = self._compared(find, curated, one, path) if compared else after_all(became, one, find)
            again = one.digest == find.digest and self.shelf.found_again(one, origin)
            if again and became in {"known", "moved"}:
                self._tell_second_place(path, find, curated)
        self.left.append((path or one.path, WHY[became]))
        return path, became

    def _compared(self, find: Find, curated: Curated, one: Known, path: str) -> str:
        """Tell what import would write now where a person edited the file; return what became of it."""
        text = self.shelf.text(path)
        values = frontmatter.read(text, path).values
        whole = self._as_it_stands(find, curated, values, path)
        alone = self._with_pictures(curated, find)
        also = provenance.also(values.get("provenance"))
        # what `review` merged by a person's word is not signed as import's
        for now, places in ((alone, ()), (whole, also)):
            fresh = curate.file_text(now, find, one.id, one.added, self.today, also=places)
            found = differences.between(path, text, fresh)
            if not found:
                return "edited"
        self.differences.append((path, found))
        return "differs"

    def _as_it_stands(self, find: Find, curated: Curated, values: Mapping[str, Any], path: str) -> Curated:
        """Add what only the content file knows: what the article is to others, and the old addresses of its places."""
        related = {key: values[key] for key in relating.STATED if key in values and key not in curated.values}
        if provenance.also(values.get("provenance")):
            # the addresses of the other places are not to be found in this one
            related |= provenance.of_both(curated.values, {"aliases": values.get("aliases")})
        whole = self._with_free_aliases(replace(curated, values={**curated.values, **related}), find, path)
        return self._with_pictures(whole, find)

    def _is_made_from(self, one: Known, origin: Origin) -> bool:
        """Whether a seed is the one that an article's file is made from: its first, or another once that is gone."""
        first = one.origins[0].seed
        gone = first.startswith(f"{seeds.FOLDER}/") and not (self.root / first.partition("!/")[0]).exists()
        return gone or origin.seed == first

    def _tell_second_place(self, path: str, find: Find, curated: Curated) -> None:
        """Write into a file that nobody edited that its article was found once more, and under which old addresses."""
        text = self.shelf.text(path)
        aliases, _ = self.aliases.free(curated.values.get("aliases", ()), path)
        second = {"provenance": curate.place_of(find), "aliases": aliases}
        changes = provenance.of_both(frontmatter.read(text, path).values, second)
        if changes:
            files.write_text(self.root / path, curate.restated(text, path, changes))

    def _remake(self, find: Find, curated: Curated, one: Known, path: str) -> str:
        """Write a content file anew, id, path and days kept; "unchanged" if it would be the same but for the day."""
        before = self.shelf.text(path)
        values = frontmatter.read(before, path).values
        said = values.get("provenance", {})
        curated = self._as_it_stands(find, curated, values, path)
        now = partial(curate.file_text, curated, find, one.id, one.added, also=provenance.also(said))
        if now(said.get("imported", self.today)) == before:
            return "unchanged"
        self._write(path, find, now(self.today))
        self.added.append(path)
        return "again"


def _changed(find: Find, path: str) -> Problem:
    said = f'"{find.article.title}" differs from what was imported before; {path or "it"} was left as it is.'
    hint = "`sitegen import --again` takes the new text if nobody edited the file."
    return problem("article-changed", said, find.place, hint)
