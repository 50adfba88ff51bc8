"""Records: what was written comes back; what is not exactly that is as if it had never been."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from sitegen import records
from sitegen.problems import FileError


@dataclass(frozen=True)
class Sample:
    name: str
    numbers: tuple[int, ...]


SAMPLE = {"a": Sample("x", (1, 2)), "b": Sample("y", ())}
KIND = dict[str, Sample]


def test_a_value_comes_back_equal_and_of_its_type(tmp_path: Path) -> None:
    records.write(tmp_path / "r", SAMPLE)
    assert records.read(tmp_path / "r", KIND) == SAMPLE


def test_nothing_there_is_nothing(tmp_path: Path) -> None:
    assert records.read(tmp_path / "r", KIND) is None


@pytest.mark.parametrize("at", [0, 20, -1])
def test_a_record_with_one_wrong_byte_holds_nothing(tmp_path: Path, at: int) -> None:
    records.write(tmp_path / "r", SAMPLE)
    data = bytearray((tmp_path / "r").read_bytes())
    data[at] ^= 1
    (tmp_path / "r").write_bytes(data)
    assert records.read(tmp_path / "r", KIND) is None


def test_a_record_that_is_cut_short_holds_nothing(tmp_path: Path) -> None:
    records.write(tmp_path / "r", SAMPLE)
    (tmp_path / "r").write_bytes((tmp_path / "r").read_bytes()[:-3])
    assert records.read(tmp_path / "r", KIND) is None


def test_a_record_under_another_mark_or_of_another_sitegen_holds_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records.write(tmp_path / "r", SAMPLE, "one")
    assert records.read(tmp_path / "r", KIND, "two") is None
    assert records.read(tmp_path / "r", KIND, "one") == SAMPLE
    monkeypatch.setattr(records, "code", lambda: "another")
    assert records.read(tmp_path / "r", KIND, "one") is None


def test_a_record_of_another_type_holds_nothing(tmp_path: Path) -> None:
    records.write(tmp_path / "r", [1, 2])
    assert records.read(tmp_path / "r", KIND) is None


def test_a_record_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FileError):
        records.write(tmp_path / "file" / "r", SAMPLE)
