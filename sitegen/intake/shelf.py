"""What the archive already holds: known articles, taken ids and addresses, and whether a person touched a file."""

import re
from dataclasses import replace
from pathlib import Path

from sitegen import files, urls
from sitegen.content import CONTENT
from sitegen.intake import curate, identity, ledger
from sitegen.intake.curate import Curated, Find
from sitegen.intake.ledger import Known, Origin

_ID = re.compile(rb"^id:[ ]*['\"]?([^\s'\"#]+)", re.MULTILINE)
_HEAD = 4096
_UNSAVED = 300
# why an article is left alone
WHY = {
    "known": "is already in the archive",
    "edited": "was edited; it stays as it is",
    "differs": "was edited; import would write it otherwise now",
    "moved": "was moved; it stays where it is",
    "deleted": "was deleted; it stays deleted",
    "mended": "differs in the dump now; it stays as it was imported",
    "unchanged": "would be the same again",
    "merged": "is the same article",
}


class Shelf:
    """The archive as intake sees it; `content/` is searched only when something is new or missing."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.known = {one.id: one for one in ledger.read(root)}
        self.by_digest = {one.digest: one for one in self.known.values()}
        self._files: dict[str, str] | None = None
        self._slugs: set[str] = set()
        self._of_seed: dict[str, set[str]] = {}
        for one in self.known.values():
            self._note_seeds(one)
        self._unsaved = 0

    @property
    def files(self) -> dict[str, str]:
        """The content file of each id, `content/…`."""
        if self._files is None:
            self._files = {}
            for name in files.walk(self.root / CONTENT)[0]:
                if name.endswith(".md"):
                    self._slugs.add(f"{CONTENT}/{name}".casefold())
                    if found := _ID.search(self._head(name)):
                        self._files.setdefault(found[1].decode("utf-8", "replace"), f"{CONTENT}/{name}")
        return self._files

    def _head(self, name: str) -> bytes:
        with (self.root / CONTENT / name).open("rb") as file:
            return file.read(_HEAD).partition(b"\n---")[0]

    def whereabouts(self, one: Known) -> tuple[str, str]:
        """Return where a known article stands now ("" if nowhere), and what became of it: a key of `WHY`."""
        if one.merged_into:
            kept = self.known.get(one.merged_into)
            path = self.whereabouts(kept)[0] if kept else ""
            return path, "merged" if path else "deleted"
        path = one.path
        if (self.root / path).is_file():
            return path, "edited" if curate.is_edited(self.text(path)) else "known"
        path = self.files.get(one.id, "")
        if not path:
            return "", "deleted"
        self._moved(one, path)
        return path, "edited" if curate.is_edited(self.text(path)) else "moved"

    def _moved(self, one: Known, path: str) -> None:
        """Remember where an article is now; newest last, and an address to which it came back only once."""
        address = urls.of_content(path.removeprefix(f"{CONTENT}/"))
        earlier = tuple(other for other in one.addresses if other != address)
        self.put(replace(one, addresses=(*earlier, address)))

    def follow_moves(self) -> None:
        """Learn the new address of each known article whose file a person moved, whatever became of its seed.

        Only files that stand where no known article should are opened: with nothing moved, few or none.
        """
        paths = {one.path: one for one in self.known.values() if not one.merged_into}
        gone = {one.id: one for path, one in paths.items() if not (self.root / path).is_file()}
        if not gone:
            return
        for name in files.walk(self.root / CONTENT)[0]:
            path = f"{CONTENT}/{name}"
            if name.endswith(".md") and path not in paths and (found := _ID.search(self._head(name))):
                one = gone.pop(found[1].decode("utf-8", "replace"), None)
                if one:
                    self._moved(one, path)

    def recognised(self, find: Find, gone: list[Known]) -> Known | None:
        """Return the known article that this one is: the same, or one of those gone from the seed but for a change.

        That one is taken out of `gone`: where an article was parted in two, one of them is new.
        """
        if same := self.by_digest.get(find.digest):
            return same
        now = identity.sketch(find.article) if gone else ()
        found = next((one for one in gone if identity.is_mended(one.sketch, now)), None)
        if found:
            gone.remove(found)
        return found

    def place(self, curated: Curated, find: Find, *, ascii_only: bool) -> tuple[str, str, bool]:
        """Return id and path for a new article, and whether its file is there already."""
        identifier = self.mint(find.digest)
        there = identifier in self.files
        path = self.free_path(curated.section, curated.year, curated.title, identifier, ascii_only=ascii_only)
        return identifier, path, there

    def text(self, path: str) -> str:
        """Return a content file's text; bytes that are not UTF-8 become what no digest matches."""
        return files.read_bytes(self.root / path).decode("utf-8", "replace")

    def mint(self, digest: str) -> str:
        """Return an id for a new article, or the id that a file of ours already has for it."""
        fresh = identity.mint(digest, self.known)
        # a file with this id that the ledger does not know was written by a run that was stopped before its end
        return (
            fresh
            if fresh not in self.files or self._is_ours(self.files[fresh])
            else identity.mint(digest, {**self.known, **self.files})
        )

    def _is_ours(self, path: str) -> bool:
        return "\nprovenance:" in self.text(path)

    def free_path(self, section: str, year: str, title: str, identifier: str, *, ascii_only: bool) -> str:
        """Return a path that no file has: by section, year and headline; a clash gets a part of the id."""
        held = self.files.get(identifier)
        if held:
            return held
        folder = f"{CONTENT}/{section}/{year or 'undated'}"
        slug = urls.slug(title, ascii_only=ascii_only)
        taken = {slug} if f"{folder}/{slug}.md".casefold() in self._slugs or slug.startswith("_") else set()
        return f"{folder}/{urls.free_slug(slug, identifier, taken)}.md"

    def put(self, one: Known) -> None:
        """Remember an article."""
        before = self.known.get(one.id)
        if before:
            self.by_digest.pop(before.digest, None)
        self.known[one.id] = one
        self.by_digest[one.digest] = one
        self._note_seeds(one)
        self._unsaved += 1

    def wrote(self, find: Find, identifier: str, path: str, added: str) -> None:
        """Remember an article whose file was just written."""
        address = urls.of_content(path.removeprefix(f"{CONTENT}/"))
        origin, sketch = origin_of(find), identity.sketch(find.article)
        self.files[identifier] = path
        self._slugs.add(path.casefold())
        self.put(Known(identifier, find.digest, (origin,), find.importer, added, (address,), sketch))

    def found_again(self, one: Known, origin: Origin) -> bool:
        """Remember a further seed that holds a known article; False if it is known (a new version says nothing new)."""
        new = origin.seed not in {known.seed for known in one.origins}
        if new:
            self.put(replace(one, origins=(*one.origins, origin)))
        return new

    def merge(self, gone: str, kept: str) -> None:
        """Remember that an article is another twice, which is found in both places from now on; ids of both."""
        one, other = self.known.get(gone), self.known.get(kept)
        if one:
            self.put(replace(one, merged_into=kept))
        if one and other:
            new = tuple(origin for origin in one.origins if origin not in other.origins)
            self.put(replace(other, origins=(*other.origins, *new)))

    def gone_from(self, seed: str, digests: set[str]) -> list[Known]:
        """Return the articles that once came from a seed and are not in it any more as they were."""
        ids = sorted(self._of_seed.get(seed, ()))
        return [one for one in map(self.known.__getitem__, ids) if one.digest not in digests and _is_of(one, seed)]

    def _note_seeds(self, one: Known) -> None:
        for origin in one.origins:
            self._of_seed.setdefault(origin.seed, set()).add(one.id)

    def save(self) -> bool:
        """Write the ledger; False if nothing is new."""
        self._unsaved = 0
        return ledger.write(self.root, self.known.values())

    def save_now_and_then(self) -> bool:
        """Write the ledger if much is new: so often that little is read twice, so seldom that it stays linear."""
        return self._unsaved >= max(_UNSAVED, len(self.known) // 10) and self.save()


def _is_of(one: Known, seed: str) -> bool:
    return any(origin.seed == seed for origin in one.origins)


def origin_of(find: Find) -> Origin:
    """Return where an article was found, as the ledger remembers it."""
    return Origin(find.seed, find.sha256, find.article.start, find.article.end)


def after_all(became: str, one: Known, find: Find) -> str:
    """Return why a known article is left alone: also that its dump has it otherwise now."""
    return "mended" if one.digest != find.digest and became != "deleted" else became
