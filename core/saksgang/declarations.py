"""What a plugin declares of itself, as data that is checked before anything runs (PLG-02)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, NoReturn, Protocol

from attrs import field, frozen

from saksgang.errors import Refused
from saksgang.events import Event

__all__ = [
    "CaseType",
    "Catalogue",
    "DeadlineKind",
    "LetterTemplate",
    "Role",
    "Routine",
    "ServiceKind",
    "Status",
    "TaskKind",
    "listed",
]


@frozen
class Status:
    """A status of a case.

    Attributes:
        name: the word that the journal keeps, as the source document has it.
        label: its English meaning.
        leads_to: the statuses that may follow; a status that leads nowhere is final.
    """

    name: str
    label: str
    leads_to: tuple[str, ...] = ()


@frozen
class CaseType:
    """A type of case with its statuses; the first one listed is where it begins.

    Attributes:
        prefix: what its case numbers begin with, such as ``PPT``.
    """

    name: str
    prefix: str
    label: str
    statuses: tuple[Status, ...]

    def status(self, name: str) -> Status | None:
        """The status of that name, if the case type has it."""
        for status in self.statuses:
            if status.name == name:
                return status
        return None


@frozen
class TaskKind:
    """A kind of task.

    Attributes:
        label: in the routine's own language, as the work list shows it.
        role: whose queue it goes to where no owner is named.
        outcomes: what it can end with.
    """

    name: str
    label: str
    meaning: str
    role: str
    outcomes: tuple[str, ...] = ("done",)


@frozen
class DeadlineKind:
    """A kind of deadline.

    Attributes:
        waits_for: ``office`` where the office must act in time, ``recipient`` where it waits for somebody else,
            ``time`` where it waits for nobody and sets something off when its time comes, such as a review.
        source: the law, agreement or setting behind it, in English.
        source_label: the same in the routine's own language; the ``source`` stands in where there is none.
    """

    name: str
    label: str
    meaning: str
    waits_for: str
    source: str
    source_label: str = ""


@frozen
class LetterTemplate:
    """A letter template, read from a file (COR-04).

    Attributes:
        fields: the names that its text may and must use.
        needs_approval: whether a leader approves it before it is sent.
    """

    name: str
    title: str
    fields: tuple[str, ...]
    body: str
    needs_approval: bool = False


@frozen
class ServiceKind:
    """A service outside that a routine asks or tells something, such as ``finance`` or ``eIndkomst``."""

    name: str
    meaning: str


@frozen
class Role:
    """A role that staff can have; the name is the source's word."""

    name: str
    meaning: str


@frozen
class Routine:
    """A routine's manifest.

    Attributes:
        name: how the municipality's file names it.
        label: its title in its own language, for reports and pages; the ``title`` stands in where there is none.
        api: the range of plugin API versions it supports, such as ``>=1,<2``.
        language: of its labels and letters.
        settings: an attrs class; every field has a type, a default or not, and ``help`` in its metadata.
        package: the import name of the package that holds ``letters/`` and ``stories/``.
        requirements: requirement id to the dotted name of what builds it.
        checks: ``saksgang.checks.Check`` classes that judge it from the journal.
        responds: the types of events that its hook ``respond`` is asked about; none named: about every one.
        observes: as ``responds``, for the hook ``observe``.
        outcomes: what its tasks can end with to its label in the routine's own language; an outcome that has none is
            told by its id.
        sentences: what its checks judge, check id to rule, in the routine's own language, for reports; a check that has
            none is told by its English ``sentence``.
    """

    name: str
    version: str
    api: str
    title: str
    language: str
    countries: tuple[str, ...]
    case_types: tuple[CaseType, ...]
    task_kinds: tuple[TaskKind, ...]
    deadline_kinds: tuple[DeadlineKind, ...]
    roles: tuple[Role, ...]
    settings: type[Any]
    package: str = ""
    letters: tuple[LetterTemplate, ...] = ()
    services: tuple[ServiceKind, ...] = ()
    requirements: Mapping[str, str] = field(factory=dict)
    checks: tuple[type[Any], ...] = ()
    label: str = ""
    responds: tuple[type[Event], ...] = ()
    observes: tuple[type[Event], ...] = ()
    outcomes: Mapping[str, str] = field(factory=dict)
    sentences: Mapping[str, str] = field(factory=dict)


@frozen
class Catalogue:
    """The declarations of all routines that are on, by name; what is unknown is refused in words.

    Attributes:
        beside: the packages of plugins that are no routine, such as a simulation, whose ``reasons.toml`` counts too.
    """

    routines: Mapping[str, Routine]
    beside: tuple[str, ...] = ()

    def routine(self, name: str) -> Routine:
        """The routine of that name; raises ``Refused`` when it is not on."""
        routine = self.routines.get(name)
        if routine is None:
            raise Refused("PLG-01", f"Routine {name!r} is not on here; these are: {listed(self.routines)}.")
        return routine

    def case_type(self, routine: str, name: str) -> CaseType:
        """A declared case type; raises ``Refused`` with the ones that are declared."""
        return self._case_types.get((routine, name)) or _none(
            self.routine(routine).case_types, name, routine, "COR-02", "Case type"
        )

    def task_kind(self, routine: str, name: str) -> TaskKind:
        """A declared task kind; raises ``Refused`` with the ones that are declared."""
        return self._task_kinds.get((routine, name)) or _none(
            self.routine(routine).task_kinds, name, routine, "COR-03", "Task kind"
        )

    def letter(self, routine: str, name: str) -> LetterTemplate:
        """A letter template; raises ``Refused`` with the ones there are."""
        return self._letters.get((routine, name)) or _none(
            self.routine(routine).letters, name, routine, "COR-04", "Letter template"
        )

    def service(self, routine: str, name: str) -> ServiceKind:
        """A declared service; raises ``Refused`` with the ones that are declared."""
        return self._services.get((routine, name)) or _none(
            self.routine(routine).services, name, routine, "COR-01", "Service"
        )

    def deadline_kind(self, routine: str, name: str) -> DeadlineKind:
        """A declared kind of deadline; raises ``Refused`` with the ones that are declared."""
        return self._deadline_kinds.get((routine, name)) or _none(
            self.routine(routine).deadline_kinds, name, routine, "COR-12", "Deadline kind"
        )

    @cached_property
    def _case_types(self) -> Mapping[tuple[str, str], CaseType]:
        return {(name, kind.name): kind for name, routine in self.routines.items() for kind in routine.case_types}

    @cached_property
    def _task_kinds(self) -> Mapping[tuple[str, str], TaskKind]:
        return {(name, kind.name): kind for name, routine in self.routines.items() for kind in routine.task_kinds}

    @cached_property
    def _letters(self) -> Mapping[tuple[str, str], LetterTemplate]:
        return {(name, kind.name): kind for name, routine in self.routines.items() for kind in routine.letters}

    @cached_property
    def _services(self) -> Mapping[tuple[str, str], ServiceKind]:
        return {(name, kind.name): kind for name, routine in self.routines.items() for kind in routine.services}

    @cached_property
    def _deadline_kinds(self) -> Mapping[tuple[str, str], DeadlineKind]:
        return {(name, kind.name): kind for name, routine in self.routines.items() for kind in routine.deadline_kinds}


def listed(names: Iterable[str]) -> str:
    """Names as a sentence has them, or ``none``."""
    return ", ".join(names) or "none"


class _Named(Protocol):
    @property
    def name(self) -> str: ...


def _none(kinds: Iterable[_Named], name: str, routine: str, rule: str, what: str) -> NoReturn:
    declared = listed(kind.name for kind in kinds)
    raise Refused(rule, f"{what} {name!r} is not one of {routine}; declared are: {declared}.")
