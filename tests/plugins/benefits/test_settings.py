"""The settings, and that each of them has been tried."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

from attrs import fields_dict

from saksgang_benefits.settings import Settings


def as_written(default: Any) -> Any:
    """A default as a municipality's file has it."""
    if isinstance(default, bool | str):
        return default
    return list(default) if isinstance(default, tuple) else str(default)


def test_plg_02_a_story_has_every_setting_otherwise_than_its_default() -> None:
    """A setting that only its default tries could do nothing, and nobody would see it."""
    text = files("saksgang_benefits").joinpath("stories/settings_of_ones_own.toml").read_text(encoding="utf-8")
    own = tomllib.loads(text)["settings"]["benefits"]
    fields = fields_dict(Settings)

    assert set(own) == set(fields)
    assert [name for name in own if own[name] == as_written(fields[name].default)] == []
