"""Tests of the room for pictures."""
