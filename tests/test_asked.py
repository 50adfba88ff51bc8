"""Claims about what the flags of a verb ask of a build."""

import datetime as dt
from pathlib import Path

import click
import pytest

from sitegen.asked import request_of

NOW = dt.datetime(2024, 11, 24, tzinfo=dt.UTC)
PLAIN = {"drafts": False, "clock": "", "base_url": "", "jobs": None}


def test_without_flags_the_public_folder_is_built_whole(tmp_path: Path) -> None:
    asked = request_of(tmp_path, None, NOW, {}, **PLAIN)
    assert (asked.out, asked.jobs, asked.search, asked.take_in) == (tmp_path / "public", 0, True, True)
    assert (asked.clock, asked.cache) == (NOW, None)


@pytest.mark.parametrize("private", [{"drafts": True}, {"clock": "2026-12-01T06:00:00Z"}])
def test_what_may_not_be_deployed_goes_where_nothing_is_deployed_from(
    tmp_path: Path, private: dict[str, object]
) -> None:
    assert request_of(tmp_path, None, NOW, {}, **PLAIN | private).out == tmp_path / ".sitegen/preview"


def test_drafts_into_the_public_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(click.UsageError, match="may not be deployed"):
        request_of(tmp_path, tmp_path / "public", NOW, {}, **PLAIN | {"drafts": True})


def test_the_cache_is_where_the_environment_has_it(tmp_path: Path) -> None:
    assert request_of(tmp_path, None, NOW, {"HOME": "/h"}, **PLAIN).cache == Path("/h/.cache/sitegen")
    both = {"HOME": "/h", "XDG_CACHE_HOME": "/x"}
    assert request_of(tmp_path, None, NOW, both, **PLAIN).cache == Path("/x/sitegen")
