"""Claims about what reading one document may take."""

import time

import pytest

from sitegen.intake.bounds import Bounds, TooSlowError, with_memory, within


def test_a_large_document_may_take_longer() -> None:
    assert Bounds().seconds_of(0) == 60
    assert Bounds().seconds_of(3_000_000) == 120


def test_what_takes_too_long_is_left_and_the_alarm_with_it() -> None:
    with pytest.raises(TooSlowError), within(0.05):
        time.sleep(5)
    with pytest.raises(TooSlowError), within(0.05):
        busy(5)
    with within(0.05):
        pass
    time.sleep(0.2)
    busy(0.1)


def busy(seconds: float) -> None:
    """Keep the processor at work for so many seconds of it."""
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


def test_outside_of_a_worker_memory_is_nobodys_to_bound() -> None:
    with with_memory(1):
        assert len(bytearray(50_000_000)) == 50_000_000
