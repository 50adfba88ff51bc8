"""Claims about pictures that were saved with a page."""

from pathlib import Path

import pytest

from sitegen.config import Config
from sitegen.intake import pictures, take_in

from .shared import TODAY, article, seed

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 40
TEXT = "".join(
    f"<p>The ferry from Cape Ellory was late on day {day}, and nobody who stood on the quay was surprised by it.</p>"
    for day in range(1, 9)
)


def saved(src: str, caption: str = "The ferry at the quay. Photo: A. Dunmore") -> str:
    """Return a page as a browser saves it."""
    figure = f'<figure><img src="{src}"><figcaption>{caption}</figcaption></figure>'
    return f"<!doctype html><html><body><article><h1>Ferry late again</h1>{figure}{TEXT}</article></body></html>"


def images(root: Path, src: str) -> list[dict[str, str]]:
    """Take a page in, and return the pictures of its article."""
    seed(root, "ferry.html", saved(src))
    (path,) = take_in(root, [root / "seeds/ferry.html"], Config(), TODAY).added
    return list(article(root, path).values["images"])


def test_a_picture_in_the_folder_that_was_saved_with_the_page_is_kept_with_its_caption(tmp_path: Path) -> None:
    seed(tmp_path, "ferry_files/At the quay.png", PNG)
    (one,) = images(tmp_path, "./ferry_files/At%20the%20quay.png")
    assert one["src"].startswith("at-the-quay-")
    assert (tmp_path / "content/media" / one["src"]).read_bytes() == PNG
    assert one["caption"].startswith("The ferry at the quay.")
    (again,) = take_in(tmp_path, [tmp_path / "seeds/ferry.html"], Config(), TODAY, again=True).left
    assert again[1] == "would be the same again"


@pytest.mark.parametrize(
    "src",
    [
        "ferry_files/none.png",
        "ferry_files/page.png",
        "ferry_files/link.png",
        "ferry_files/away/quay.png",
        "ferry_files/../../quay.png",
        "https://courier.example/quay.png",
        "data:image/png;base64,AAAA",
    ],
)
def test_the_caption_stands_alone_where_no_picture_lies_beside_the_page(tmp_path: Path, src: str) -> None:
    page = seed(tmp_path, "ferry.html", saved(src))
    seed(tmp_path, "ferry_files/page.png", b"<html>")
    (tmp_path / "quay.png").write_bytes(PNG)
    (tmp_path / "seeds/ferry_files/link.png").symlink_to(tmp_path / "quay.png")
    (tmp_path / "seeds/ferry_files/away").symlink_to(tmp_path)
    assert pictures.kept(tmp_path, page, {"src": src, "caption": "The ferry."}) == {"caption": "The ferry."}
    assert not (tmp_path / "content").exists()


def test_of_other_folders_nothing_is_kept(tmp_path: Path) -> None:
    seed(tmp_path, "others/quay.png", PNG)
    (one,) = images(tmp_path, "others/quay.png")
    assert "src" not in one


def test_two_pages_with_one_picture_keep_it_once(tmp_path: Path) -> None:
    for name in ("a", "b"):
        seed(tmp_path, f"{name}_files/quay.png", PNG)
        entry = {"src": f"{name}_files/quay.png"}
        assert pictures.kept(tmp_path, tmp_path / f"seeds/{name}.html", entry)["src"].startswith("quay-")
    assert len(list((tmp_path / "content/media").iterdir())) == 1
    assert pictures.kept(tmp_path, None, {"src": "a_files/quay.png", "alt": "A"}) == {"alt": "A"}
