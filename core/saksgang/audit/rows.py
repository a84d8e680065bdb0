"""A file of rules, and of how a log is to be read: rows of data instead of one-line rules."""

from __future__ import annotations

from pathlib import Path

from attrs import field, fields, frozen

from saksgang.audit.rules import AtMost, AuditRule, Before, Follows, How, Names, time_rule
from saksgang.configuration import Problem, read_toml
from saksgang.configuration.structuring import read
from saksgang.errors import ConfigurationRefused, InputRefused

__all__ = ["KINDS", "LogTable", "read_rules"]

Texts = str | tuple[str, ...]
# Which keys make a rule together, and which may be there beside them.
KINDS = (
    ({"after", "comes", "within"}, {"unless"}),
    ({"after", "comes", "exactly"}, {"unless"}),
    ({"after", "comes", "by"}, {"unless"}),
    ({"never", "before"}, set[str]()),
    ({"at_most", "of"}, set[str]()),
)


@frozen
class LogTable:
    """How a log is to be read; what is ``None`` is said on the command line or goes without saying."""

    case: str | None = None
    activity: str | None = None
    time: str | None = None
    calendar: str | None = None
    zone: str | None = None
    date_format: tuple[str, ...] = ()
    encoding: str | None = None


@frozen
class _Row:
    """A rule as a row; which keys go together stands in ``KINDS``."""

    name: str = ""
    source: str = ""
    after: Texts | None = None
    comes: Texts | None = None
    within: str | None = None
    exactly: str | None = None
    by: str | None = None
    unless: Texts | None = None
    never: Texts | None = None
    before: Texts | None = None
    at_most: int | None = None
    of: Texts | None = None


@frozen
class _File:
    log: LogTable = field(factory=LogTable)
    rules: tuple[_Row, ...] = ()


def read_rules(path: Path) -> tuple[LogTable, tuple[AuditRule, ...]]:
    """How to read the log, and the rules.

    Raises:
        InputRefused: the file cannot be read.
        ConfigurationRefused: every fault of it at once, each with its key.
    """
    table = read_toml(path)
    made, faults = read(table, _File, "")
    problems = [str(Problem(str(path), fault.key, fault.sentence, fault.suggestion)) for fault in faults]
    rules: list[AuditRule] = []
    for number, row in enumerate(made.rules if made else ()):
        try:
            rules.append(_rule(row))
        except InputRefused as error:
            problems.append(str(Problem(str(path), f"rules[{number}]", str(error), "")))
    if made is None or problems:
        raise ConfigurationRefused(tuple(problems))
    return made.log, tuple(rules)


def _rule(row: _Row) -> AuditRule:
    """Raises ``InputRefused`` when the keys of the row make no rule."""
    keys = _keys(row)
    if not any(needed <= keys <= needed | more for needed, more in KINDS):
        forms = "; ".join(", ".join(sorted(needed)) for needed, _ in KINDS)
        told = ", ".join(sorted(keys)) or "none"
        raise InputRefused(f"The keys {told} make no rule together: write those of one kind, which are {forms}.")
    if row.never is not None and row.before is not None:
        return Before(
            f"never {_joined(row.never)} before {_joined(row.before)}", _names(row.never), _names(row.before), row.name
        )
    if row.at_most is not None and row.of is not None:
        return AtMost(f"at most {row.at_most} {_joined(row.of)}", row.at_most, _names(row.of), row.name)
    assert row.after is not None, "the keys were looked at above"
    assert row.comes is not None, "the keys were looked at above"
    return _follows(row, row.after, row.comes)


def _follows(row: _Row, after: Texts, comes: Texts) -> Follows:
    unless = _names(row.unless) if row.unless is not None else None
    kinds: tuple[tuple[How, str | None], ...] = (("within", row.within), ("exactly", row.exactly), ("by", row.by))
    how, said = next((how, said) for how, said in kinds if said is not None)
    first, then = _names(after), _names(comes)
    text = f"{first} -> {then} {how} {said}" + (f" unless {unless}" if unless else "")
    if how == "by":
        return Follows(text, first, then, how, column=said, unless=unless, name=row.name)
    return Follows(text, first, then, how, time_rule(said), unless=unless, name=row.name)


def _keys(row: _Row) -> set[str]:
    """The keys that are there, but for those that every rule may have."""
    return {each.name for each in fields(_Row) if getattr(row, each.name) is not None} - {"name", "source"}


def _joined(texts: Texts) -> str:
    return str(_names(texts))


def _names(texts: Texts) -> Names:
    names = (texts,) if isinstance(texts, str) else texts
    if not names or not all(name.strip() for name in names):
        raise InputRefused("An activity has no name: write it as it stands in the log.")
    return Names(names)
