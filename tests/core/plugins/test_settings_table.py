"""Settings are shown with type, default and help (PLG-02, PLG-06)."""

from __future__ import annotations

from attrs import frozen

from saksgang.legaltime import Duration
from saksgang.plugins import SettingInfo, settings_table
from saksgang.settings import setting

TWO_DAYS = Duration.parse("2 working days")


@frozen
class Row:
    school: str
    ages: tuple[int, int] = (0, 5)


@frozen
class Settings:
    office: str = setting(help="Its name.")
    after: Duration = setting(default=TWO_DAYS, help="How long.")
    rows: tuple[Row, ...] = setting(default=(Row("Åsen"),), help="Who gets what.")
    extra: dict[str, int] = setting(factory=dict, help="More.")


def test_plg_06_settings_are_told_as_the_source_has_them() -> None:
    """What has no default is required; durations are words, records are tables, factories are worked out."""
    assert settings_table(Settings) == (
        SettingInfo("office", "str", True, None, "Its name."),
        SettingInfo("after", "Duration", False, "2 working days", "How long."),
        SettingInfo("rows", "tuple[Row, ...]", False, [{"school": "Åsen", "ages": [0, 5]}], "Who gets what."),
        SettingInfo("extra", "dict[str, int]", False, {}, "More."),
    )
