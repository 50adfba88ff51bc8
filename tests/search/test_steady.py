"""Equal shards have equal bytes, whatever order Pagefind wrote them in."""

import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.search import pagefind, steady


def _run(root: Path) -> pagefind.Bundle:
    (root / "in").mkdir(parents=True)
    for page in range(30):
        marks = "".join(
            f'<i data-pagefind-filter="f{n}:v{page * n % 7}"></i><i data-pagefind-sort="s{n}:{page}"></i>'
            for n in range(9)
        )
        html = (
            f'<html lang="en"><meta charset="utf-8"><body><p data-pagefind-body>{marks}Word {page}.</p></body></html>'
        )
        (root / "in" / f"{page}.html").write_text(html)
    return steady.steady(pagefind.run(root / "in", root / "out", 30, "shard en all"))


def _tables(bundle: pagefind.Bundle) -> dict[str, bytes]:
    found = [*bundle.folder.glob("*.pf_meta"), *bundle.folder.glob("*/*")]
    return {str(one.relative_to(bundle.folder)): one.read_bytes() for one in found}


def test_two_runs_give_the_same_files_and_bytes(tmp_path: Path) -> None:
    one, two = _run(tmp_path / "one"), _run(tmp_path / "two")
    assert _tables(one) == _tables(two)
    assert one.hash == two.hash
    assert (one.folder / f"pagefind.{one.hash}.pf_meta").is_file()


def test_the_meta_file_names_the_filters_that_are_there(tmp_path: Path) -> None:
    bundle = _run(tmp_path)
    text = gzip.decompress((bundle.folder / f"pagefind.{bundle.hash}.pf_meta").read_bytes())
    names = [one.name.removesuffix(".pf_filter") for one in (bundle.folder / "filter").iterdir()]
    assert len(names) == 9
    assert all(name.encode() in text for name in names)


@pytest.mark.parametrize("data", [b"pagefind_dcd\xa0", b"pagefind_dcd\x80", b"pagefind_dcd\x01\x01", b"other"])
def test_a_form_that_is_not_known_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "pagefind.en_1.pf_meta").write_bytes(gzip.compress(data))
    with pytest.raises(ValueError, match=r"form|CBOR|signature|end"):
        steady.steady(pagefind.Bundle(tmp_path, "en_1", "en", ()))


VALUES = st.recursive(
    st.integers(-(2**40), 2**40) | st.text(), lambda inner: st.lists(inner, max_size=300), max_leaves=40
)


@given(VALUES)
def test_a_value_survives_writing_and_reading(value: steady.Value) -> None:
    data = steady._encode(value)
    assert steady._decode(data, 0) == (value, len(data))
