"""Whether a routine's checks can judge at all: one that never counts would tell nobody so (PLG-02, SIM-06)."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any, get_args

from saksgang.checks.check import Kind
from saksgang.checks.laws import CORE_LAWS
from saksgang.declarations import Routine, listed
from saksgang.plugins.records import Fault

__all__ = ["check_faults"]

KINDS = get_args(Kind)
LAWS = frozenset(law.id for law in CORE_LAWS)


def check_faults(routine: Routine) -> Iterator[Fault]:
    """What is wrong with each check, and with all of them together."""
    for n, check in enumerate(routine.checks):
        missing = [name for name in ("id", "requirements", "kind", "sentence") if not hasattr(check, name)]
        if missing:
            wrong = f"{check.__name__} has no {listed(missing)}"
            yield Fault(f"checks[{n}]", wrong, "derive it from saksgang.checks.Check and set them")
        else:
            yield from _of_one(check, str(check.id) or f"[{n}]")
    ids = [getattr(check, "id", "") for check in routine.checks]
    for name in sorted({str(name) for name in ids if name and ids.count(name) > 1}):
        yield Fault(f"checks.{name}", "two checks bear this id", "give each an id of its own")


def _of_one(check: type[Any], name: str) -> Iterator[Fault]:
    key = f"checks.{name}"
    if not isinstance(check.id, str) or not check.id.strip():
        yield Fault(f"{key}.id", "it is empty", "name the check in words joined by hyphens")
    elif check.id in LAWS:
        yield Fault(key, "a law of the core bears this id", "give it an id of its own")
    if not isinstance(check.sentence, str) or not check.sentence.strip():
        yield Fault(f"{key}.sentence", "it is empty", "say the rule as a sentence")
    if check.kind not in KINDS:
        yield Fault(f"{key}.kind", f"{check.kind!r} is no kind of check", f"write one of: {listed(KINDS)}")
    if not isinstance(check.requirements, tuple) or not check.requirements:
        yield Fault(f"{key}.requirements", "they are no row of requirements", 'write for example ("PPT-01",)')
    if not _made_of_nothing(check):
        yield Fault(key, f"{check.__name__} asks for arguments when it is made", "let it be made without any")


def _made_of_nothing(check: type[Any]) -> bool:
    try:
        inspect.signature(check).bind()
    except TypeError:
        return False
    return True
