"""Reading a municipality's file: every problem at once, or a municipality (COR-20, COR-22)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from attrs import evolve

from saksgang.configuration.draft import Draft, drafted
from saksgang.configuration.lines import line_of, lines_of
from saksgang.configuration.model import Municipality, Section
from saksgang.configuration.people import PEOPLE_CHECKS
from saksgang.configuration.problems import Problem, Report, joined
from saksgang.configuration.routines import ROUTINE_CHECKS
from saksgang.configuration.shapes import StaffTable
from saksgang.configuration.toml import Unreadable, exact, parse, read_text
from saksgang.declarations import Routine
from saksgang.errors import ConfigurationRefused
from saksgang.legaltime import Almanac
from saksgang.plugins import Broken
from saksgang.records import Absence, StaffMember
from saksgang.settings import Finding

__all__ = ["examine", "load", "plugin_files", "settled", "why_broken"]

_NONE_BROKEN: Mapping[str, str] = {}


def load(path: Path, routines: Mapping[str, Routine], broken: Mapping[str, str] = _NONE_BROKEN) -> Municipality:
    """The municipality that a file describes, with the settings of the routines that are on.

    Args:
        path: the file.
        routines: the routines that are installed, by name.
        broken: why other plugins cannot be used, by name.

    Raises:
        ConfigurationRefused: with every problem of the file, one line each.
    """
    report, municipality = _looked_at(path, routines, broken)
    if municipality is None or report.problems:
        raise ConfigurationRefused(tuple(map(str, report.problems)))
    return municipality


def examine(path: Path, routines: Mapping[str, Routine], broken: Mapping[str, str] = _NONE_BROKEN) -> Report:
    """Every problem and warning of a file, in the order of its lines; changes nothing (COR-20)."""
    return _looked_at(path, routines, broken)[0]


def plugin_files(path: Path) -> tuple[Path, ...]:
    """The single-file plugins that a municipality's file names, which are loaded before the rest is read.

    What is wrong with the key itself is told by ``examine``.

    Raises:
        InputRefused: the file cannot be read as TOML.
    """
    table = parse(read_text(path), path).get("municipality")
    named = table.get("plugins") if isinstance(table, dict) else None
    names = named if isinstance(named, list) else []
    return tuple(path.parent / name for name in names if isinstance(name, str) and "\0" not in name)


def why_broken(broken: Iterable[Broken]) -> dict[str, str]:
    """Why plugins cannot be used, by name, as ``load`` and ``examine`` take it from ``Registry.broken``."""
    return {plugin.name: " ".join(plugin.sentences) for plugin in broken}


def settled(draft: Draft, path: Path) -> tuple[Municipality, list[Finding]]:
    """The municipality that a draft makes, and everything that is wrong or doubtful about it."""
    municipality = _municipality(draft, path)
    return municipality, [*draft.findings, *_consequences(draft, municipality)]


def _looked_at(
    path: Path, routines: Mapping[str, Routine], broken: Mapping[str, str]
) -> tuple[Report, Municipality | None]:
    try:
        text = read_text(path)
        tables = parse(text, path, exact)
    except Unreadable as error:
        return Report((Problem(str(path), "", error.sentence, error.suggestion, error.line),)), None
    draft = drafted(tables, routines, broken, path.parent)
    municipality, findings = settled(draft, path)
    report = _report(findings, path, lines_of(text) if findings else {})
    return evolve(report, routines=len(draft.enabled), staff=len(draft.staff)), municipality


def _consequences(draft: Draft, municipality: Municipality) -> Iterator[Finding]:
    """What does not fit together, but for what only seems so because a key could not be read."""
    for check in (*PEOPLE_CHECKS, *ROUTINE_CHECKS):
        yield from (finding for finding in check(draft) if not draft.told(finding.key))
    for name, settings in draft.settings.items() if draft.staff_known else ():
        yield from _own_findings(name, settings, municipality)


def _own_findings(name: str, settings: object, municipality: Municipality) -> Iterator[Finding]:
    """What the routine's own look at its settings finds, by their place in the file."""
    look: Callable[[Municipality], Iterable[Finding]] | None = getattr(settings, "findings", None)
    if look is None:
        return
    table = joined("routines", name)
    try:
        for finding in look(municipality):
            yield evolve(finding, key=f"{table}.{finding.key}" if finding.key else table)
    except Exception as error:  # noqa: BLE001 - a plugin may raise anything
        wrong = f"The routine fails at looking at its settings ({type(error).__name__}: {error})."
        yield Finding(table, wrong, "Tell the plugin's author.")


def _report(findings: Iterable[Finding], path: Path, lines: Mapping[str, int]) -> Report:
    rows = sorted(
        (
            (Problem(str(path), row.key, row.sentence, row.suggestion, line_of(row.key, lines)), row.refuses)
            for row in findings
        ),
        key=lambda row: (row[0].line or 0, row[0].key),
    )
    return Report(
        tuple(problem for problem, refuses in rows if refuses),
        tuple(problem for problem, refuses in rows if not refuses),
    )


def _municipality(draft: Draft, path: Path) -> Municipality:
    table = draft.municipality
    return Municipality(
        name=table.name,
        country=table.country,
        zone=Almanac(table.country).zone,
        language=table.language,
        staff=tuple(map(_member, draft.staff)),
        sections=tuple(Section(row.id, row.name) for row in draft.sections),
        routines=draft.settings,
        plugin_files=tuple(draft.folder / name for name in table.plugins),
        source=path,
    )


def _member(row: StaffTable) -> StaffMember:
    absences = tuple(Absence(absence.first, absence.last, absence.reason) for absence in row.absences)
    return StaffMember(row.id, row.name, row.roles, row.section, row.hours, row.deputy, absences)
