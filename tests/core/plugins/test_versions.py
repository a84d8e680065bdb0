"""Versions of plugins and the range of the plugin API that they support (PLG-02)."""

from __future__ import annotations

import pytest

from saksgang.plugins.versions import api_faults, is_version, supports


@pytest.mark.parametrize(
    ("api", "version", "held"),
    [
        (">=1,<2", 1, True),
        (">=1,<2", 2, False),
        (">= 1, < 3", 2, True),
        ("==1", 1, True),
        ("!=2", 2, False),
        (">1", 1, False),
        ("<=1", 1, True),
        ("", 1, None),
        ("1", 1, None),
        (">=1.0", 1, None),
        (">=1,", 1, None),
        ("~=1", 1, None),
        (">=1 <2", 1, None),
        (">=1234567", 1, None),
        (">=\N{ARABIC-INDIC DIGIT ONE}", 1, None),
    ],
)
def test_plg_02_a_range_holds_a_version_or_cannot_be_read(api: str, version: int, held: bool | None) -> None:
    """Comparisons of whole numbers with commas between, all of which must hold."""
    assert supports(api, version) is held


def test_plg_02_this_version_supports_plugin_api_1() -> None:
    """A range around 1 is accepted, one above it is refused with the version that there is."""
    assert api_faults(">=1,<2") == []
    assert [fault.wrong for fault in api_faults(">=2,<3")] == [
        "it supports the plugin API >=2,<3, and this Saksgang has 1"
    ]


@pytest.mark.parametrize("text", ["1", "1.0", "0.3.0rc1", "2026.1", "1.0.post1", "1.0-beta", "1.0+local"])
def test_plg_02_a_version_is_read(text: str) -> None:
    """The usual forms of a version are accepted."""
    assert is_version(text)


@pytest.mark.parametrize("text", ["", "v1", "one", "1.", "1..0", "1 0", "1.0\n", "1" * 101])
def test_plg_02_what_is_no_version_is_seen(text: str) -> None:
    """Empty, worded, torn and endless texts are none."""
    assert not is_version(text)
