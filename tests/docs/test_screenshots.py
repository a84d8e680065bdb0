"""The pictures of the report in README and docs: there, small, and of the size that their maker says."""

from __future__ import annotations

import runpy
import struct

import pytest

from tests.house.sources import ROOT

PICTURES = runpy.run_path(str(ROOT / "docs" / "make_screenshots.py"), run_name="imported")["PICTURES"]


@pytest.mark.parametrize(("name", "width", "height", "dots"), [row[:4] for row in PICTURES])
def test_sim_09_a_picture_is_small_and_as_its_maker_makes_it(name: str, width: int, height: int, dots: float) -> None:
    """A PNG under 200 kB; whoever changes the page takes them anew: ``python docs/make_screenshots.py``."""
    content = (ROOT / "docs" / name).read_bytes()

    assert content.startswith(b"\x89PNG\r\n")
    assert struct.unpack(">II", content[16:24]) == (round(width * dots), round(height * dots))
    assert len(content) < 200_000


def test_sim_09_the_pictures_are_shown() -> None:
    """Each of them on the page of the report."""
    page = (ROOT / "docs" / "report.md").read_text(encoding="utf-8")

    assert [row[0] for row in PICTURES if f"]({row[0]})" not in page] == []
