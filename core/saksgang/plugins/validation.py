"""What a routine declares, checked before anything runs: every fault at once (PLG-02)."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Protocol

from saksgang.declarations import Routine, listed
from saksgang.errors import PluginRefused
from saksgang.events import EVENTS, OFFICE
from saksgang.plugins.check_faults import check_faults
from saksgang.plugins.records import Fault
from saksgang.plugins.settings_table import settings_faults
from saksgang.plugins.shape import shape_faults
from saksgang.plugins.statuses import status_faults
from saksgang.plugins.templates import template_faults
from saksgang.plugins.versions import api_faults, is_version
from saksgang.ports import PORTS
from saksgang.reasons import reasons_in

__all__ = ["declaration_faults"]

WAITS_FOR = ("office", "recipient", "time")
_NAME = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
_PREFIX = re.compile(r"[A-ZÆØÅ][A-ZÆØÅ0-9]*")
_COUNTRY = re.compile(r"[A-Z]{2}", re.ASCII)
_LANGUAGE = re.compile(r"[a-z]{2,3}", re.ASCII)
_REQUIREMENT = re.compile(r"[A-Z]+-[0-9]+", re.ASCII)


class _Named(Protocol):
    @property
    def name(self) -> str: ...


def declaration_faults(routine: object, entry_point: str = "") -> list[Fault]:
    """Everything that is wrong with what ``declare_routine`` answered.

    Args:
        routine: the answer, whatever it is.
        entry_point: the name under which it was installed, which is how a municipality's file enables it.
    """
    if not isinstance(routine, Routine):
        kind = type(routine).__name__
        return [Fault("hook declare_routine", f"answers with {kind}", "return a saksgang.declarations.Routine")]
    if wrong := list(shape_faults(routine)):
        return wrong  # the checks below lean on the form
    return [*_name(routine, entry_point), *chain.from_iterable(check(routine) for check in _CHECKS)]


def _name(routine: Routine, entry_point: str) -> Iterator[Fault]:
    if not _NAME.fullmatch(routine.name):
        yield Fault("name", f"{routine.name!r} is no name", "use a to z, digits and underscores")
    elif routine.name == OFFICE:
        yield Fault("name", "'office' is what belongs to no routine", "give it another name")
    elif entry_point and routine.name != entry_point:
        wrong = f"the routine calls itself {routine.name!r} and its entry point {entry_point!r}"
        yield Fault("name", wrong, "give both the same name")


def _manifest(routine: Routine) -> Iterator[Fault]:
    if not is_version(routine.version):
        yield Fault("version", f"{routine.version!r} is no version", 'write for example "1.0"')
    if not routine.title.strip():
        yield Fault("title", "it is empty", "say in a few words what the routine is for")
    if not _LANGUAGE.fullmatch(routine.language):
        yield Fault("language", f"{routine.language!r} is no language code", 'write for example "nb" or "da"')
    if not routine.countries or not all(map(_COUNTRY.fullmatch, routine.countries)):
        wrong = f"{routine.countries!r} is no row of country codes"
        yield Fault("countries", wrong, 'write for example ("NO",)')
    yield from api_faults(routine.api)


def _doubles(routine: Routine) -> Iterator[Fault]:
    tables: dict[str, Sequence[_Named]] = {
        "case_types": routine.case_types,
        "task_kinds": routine.task_kinds,
        "deadline_kinds": routine.deadline_kinds,
        "roles": routine.roles,
        "letters": routine.letters,
        "services": routine.services,
        **{f"case_types.{kind.name}.statuses": kind.statuses for kind in routine.case_types},
    }
    for key, rows in tables.items():
        names = [row.name for row in rows]
        if not all(name.strip() for name in names):
            yield Fault(key, "one of them has an empty name", "give it a name")
        for name in sorted({name for name in names if names.count(name) > 1}):
            yield Fault(f"{key}.{name}", f"it is declared {names.count(name)} times", "declare it once")


def _case_types(routine: Routine) -> Iterator[Fault]:
    prefixes = [kind.prefix for kind in routine.case_types]
    for kind in routine.case_types:
        key = f"case_types.{kind.name}"
        if not _PREFIX.fullmatch(kind.prefix):
            yield Fault(f"{key}.prefix", f"{kind.prefix!r} is no prefix", 'write capitals such as "PPT"')
        elif prefixes.count(kind.prefix) > 1:
            wrong = f"{kind.prefix!r} begins the numbers of another case type too"
            yield Fault(f"{key}.prefix", wrong, "give each case type a prefix of its own")
        yield from status_faults(kind)


def _task_kinds(routine: Routine) -> Iterator[Fault]:
    roles = [role.name for role in routine.roles]
    for kind in routine.task_kinds:
        key = f"task_kinds.{kind.name}"
        if kind.role not in roles:
            wrong = f"its role {kind.role!r} is not declared; declared are: {listed(roles)}"
            yield Fault(f"{key}.role", wrong, "declare it in roles or correct it")
        if not kind.outcomes or len(set(kind.outcomes)) < len(kind.outcomes) or not all(kind.outcomes):
            yield Fault(f"{key}.outcomes", "they are none, empty or double", "name each outcome once")


def _outcomes(routine: Routine) -> Iterator[Fault]:
    known = list(dict.fromkeys(outcome for kind in routine.task_kinds for outcome in kind.outcomes))
    for outcome, label in routine.outcomes.items():
        key = f"outcomes.{outcome}"
        if outcome not in known:
            wrong = f"no task kind ends with {outcome!r}; they end with: {listed(known)}"
            yield Fault(key, wrong, "correct it or take it out")
        elif not label.strip():
            yield Fault(key, "its label is empty", "write it in the routine's own language")


def _deadline_kinds(routine: Routine) -> Iterator[Fault]:
    for kind in routine.deadline_kinds:
        key = f"deadline_kinds.{kind.name}"
        if kind.waits_for not in WAITS_FOR:
            wrong = f"{kind.waits_for!r} is nobody that a deadline waits for"
            yield Fault(f"{key}.waits_for", wrong, f"write one of: {listed(WAITS_FOR)}")
        if not kind.source.strip():
            yield Fault(f"{key}.source", "it is empty", "name the law, agreement or setting behind it")


def _letters(routine: Routine) -> Iterator[Fault]:
    for letter in routine.letters:
        for wrong, remedy in template_faults(letter):
            yield Fault(f"letters.{letter.name}", wrong, remedy)


def _requirements(routine: Routine) -> Iterator[Fault]:
    for requirement, builder in routine.requirements.items():
        key = f"requirements.{requirement}"
        if not _REQUIREMENT.fullmatch(requirement):
            yield Fault(key, "it is no requirement id", 'write for example "PPT-01"')
        try:
            pkgutil.resolve_name(builder)
        except (ImportError, AttributeError, ValueError):
            wrong = f"{builder!r} leads to nothing that can be imported"
            yield Fault(key, wrong, "write the dotted name of the function or class that builds it")


def _services(routine: Routine) -> Iterator[Fault]:
    for name in sorted({service.name for service in routine.services if service.name in PORTS}):
        yield Fault(f"services.{name}", "the office's letters go by a service of this name", "name it otherwise")


def _hears(routine: Routine) -> Iterator[Fault]:
    known = set(EVENTS.values())
    for key, kinds in (("responds", routine.responds), ("observes", routine.observes)):
        for kind in kinds:
            if kind not in known:
                yield Fault(key, f"{kind.__name__} is no type of events", "name types out of saksgang.events")


def _sentences(routine: Routine) -> Iterator[Fault]:
    known = [str(getattr(check, "id", "")) for check in routine.checks]
    for name, sentence in routine.sentences.items():
        key = f"sentences.{name}"
        if name not in known:
            yield Fault(key, f"no check bears the id {name!r}", "correct it or take it out")
        elif not sentence.strip():
            yield Fault(key, "it is empty", "say in the routine's own language what the check judges")


def _reasons(routine: Routine) -> Iterator[Fault]:
    """Found when the plugin is loaded, and not when somebody at the desk opens a case."""
    try:
        reasons_in(routine.package, routine.language)
    except PluginRefused as error:
        wrong, _, remedy = str(error).removesuffix(".").rpartition("; ")
        yield Fault("reasons", wrong, remedy)


def _settings(routine: Routine) -> Iterator[Fault]:
    return settings_faults(routine.settings)


_CHECKS: tuple[Callable[[Routine], Iterator[Fault]], ...] = (
    _manifest,
    _doubles,
    _case_types,
    _task_kinds,
    _outcomes,
    _deadline_kinds,
    _letters,
    _settings,
    _requirements,
    _services,
    _hears,
    check_faults,
    _sentences,
    _reasons,
)
