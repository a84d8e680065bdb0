"""Another record that differs in some fields is what ``attrs.evolve`` would make of it."""

from __future__ import annotations

import pytest
from attrs import evolve, frozen

from saksgang.changing import changed


@frozen
class Point:
    """Three fields, one of them with a default."""

    x: int
    y: int
    name: str = "here"


def test_a_changed_record_differs_in_the_fields_named() -> None:
    """In one, several, all or none of them; the record itself stays as it is."""
    point = Point(1, 2)

    for changes in ({}, {"y": 5}, {"x": 3, "name": "there"}, {"x": 7, "y": 8, "name": "z"}):
        assert changed(point, **changes) == evolve(point, **changes)
    assert changed(point, y=5, name="n") == Point(1, 5, "n")
    assert point == Point(1, 2, "here")


def test_the_kind_of_record_is_kept() -> None:
    """Also of one that shares its fields with another kind."""

    @frozen
    class Other(Point):
        """The same fields under another name."""

    assert type(changed(Other(1, 2), x=3)) is Other
    assert type(changed(Point(1, 2), x=3)) is Point


def test_a_field_that_is_not_there_cannot_be_changed() -> None:
    """A slip of the pen does not pass."""
    with pytest.raises(KeyError, match="z"):
        changed(Point(1, 2), z=3)
