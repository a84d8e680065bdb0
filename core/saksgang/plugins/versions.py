"""The version of the plugin API, and the ranges in which a plugin says what it supports (PLG-02)."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable

from saksgang.plugins.records import Fault

__all__ = ["PLUGIN_API", "api_faults", "is_version", "supports"]

PLUGIN_API = 1  # counted up when a hook, a command or an event changes in a way that a plugin must follow

_VERSION = re.compile(r"[0-9]+(\.[0-9]+)*([-.+]?[a-z0-9]+)*", re.ASCII | re.IGNORECASE)
_PART = re.compile(r"(>=|<=|==|!=|>|<) ?([0-9]{1,6})", re.ASCII)
_COMPARE: dict[str, Callable[[int, int], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    "==": operator.eq,
    "!=": operator.ne,
    ">": operator.gt,
    "<": operator.lt,
}


def is_version(text: str) -> bool:
    """Whether a text is a version such as ``1.2`` or ``0.3.0rc1``."""
    return len(text) <= 100 and _VERSION.fullmatch(text) is not None


def supports(api: str, version: int) -> bool | None:
    """Whether a range such as ``>=1,<2`` holds a version; ``None`` when the range cannot be read."""
    parts = [_PART.fullmatch(part.strip()) for part in api.split(",")]
    if not all(parts):
        return None
    return all(_COMPARE[part[1]](version, int(part[2])) for part in parts if part)


def api_faults(api: str) -> list[Fault]:
    """What is wrong with the range of plugin API versions that a routine supports."""
    match supports(api, PLUGIN_API):
        case None:
            return [Fault("api", f"{api!r} is no range of whole numbers", 'write for example ">=1,<2"')]
        case False:
            wrong = f"it supports the plugin API {api}, and this Saksgang has {PLUGIN_API}"
            return [Fault("api", wrong, "install a version of the plugin made for it")]
        case _:
            return []
