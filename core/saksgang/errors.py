"""What can go wrong, one class a kind of wrong; a leaf that imports nothing of ours.

Every message names what was wrong, where, what was expected and what to do (COR-22).
"""

from __future__ import annotations

__all__ = [
    "ConfigurationRefused",
    "InputRefused",
    "JournalDamaged",
    "PluginRefused",
    "Refused",
    "SaksgangError",
]


class SaksgangError(Exception):
    """The root of all errors that are told to a user in one sentence, without a traceback."""


class Refused(SaksgangError):
    """A command that the office does not carry out; the journal is as it was before.

    Attributes:
        rule: the requirement that refuses, such as ``COR-02`` or ``PPT-03``.
    """

    def __init__(self, rule: str, sentence: str) -> None:
        super().__init__(f"{sentence} [{rule}]")
        self.rule = rule


class InputRefused(SaksgangError):
    """A file, date, number or argument that cannot be used (COR-22)."""


class ConfigurationRefused(SaksgangError):
    """A municipality, scenario or story file with at least one problem (COR-20).

    Attributes:
        problems: one worded line each, all of the file at once.
    """

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class PluginRefused(SaksgangError):
    """A plugin whose declaration or hooks cannot be accepted (PLG-02, PLG-03)."""


class JournalDamaged(SaksgangError):
    """A journal that does not read back as it was written (COR-21).

    Attributes:
        last_good: the id of the last event that is proved intact, ``""`` when none is.
    """

    def __init__(self, sentence: str, last_good: str) -> None:
        super().__init__(sentence)
        self.last_good = last_good
