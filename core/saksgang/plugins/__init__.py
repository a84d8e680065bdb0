"""Plugins: found, checked, put in order and asked (PLG-01 to PLG-06)."""

from __future__ import annotations

from saksgang.plugins.records import Broken, HookInfo, Implementation, Loaded
from saksgang.plugins.registry import Registry
from saksgang.plugins.sentences import sentences_in
from saksgang.plugins.settings_table import SettingInfo, settings_table
from saksgang.plugins.templates import letters_in
from saksgang.plugins.versions import PLUGIN_API

__all__ = [
    "PLUGIN_API",
    "Broken",
    "HookInfo",
    "Implementation",
    "Loaded",
    "Registry",
    "SettingInfo",
    "letters_in",
    "sentences_in",
    "settings_table",
]
