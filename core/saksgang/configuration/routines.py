"""What must fit together about routines, their roles and their plugins (PLG-01, COR-07, COR-20)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from saksgang.configuration.draft import Draft
from saksgang.configuration.problems import advice, joined, quoted
from saksgang.declarations import listed
from saksgang.plugins.enabling import same_prefix
from saksgang.settings import Finding

__all__ = ["ROUTINE_CHECKS"]


def _roles(draft: Draft) -> Iterator[Finding]:
    if any(name not in draft.known for name in draft.enabled):
        return  # the role may be one of a routine that is told about already
    known = sorted(
        {role.name for routine in (*draft.known.values(), *draft.resting.values()) for role in routine.roles}
    )
    for key, person in draft.people():
        if not person.roles and not draft.unread(joined(key, "roles")):
            yield Finding(joined(key, "roles"), "The person has no role.", advice("", known))
        for index, role in enumerate(person.roles):
            if known and role not in known:
                wrong = f"No routine of this file knows the role {quoted(role)}."
                yield Finding(joined(joined(key, "roles"), index), wrong, advice(role, known))


def _nobody(draft: Draft) -> Iterator[Finding]:
    if not draft.staff_known:
        return  # somebody may have the role in a table that could not be read
    there = {role for person in draft.staff for role in person.roles}
    for name, routine in draft.known.items():
        needed = {kind.role for kind in routine.task_kinds if kind.role}
        for role in sorted(needed - there):
            kinds = listed(quoted(kind.name) for kind in routine.task_kinds if kind.role == role)
            wrong = f"Nobody on the staff has the role {quoted(role)}, so nobody could do the tasks {kinds}."
            yield Finding(joined("routines", name), wrong, f"Add {quoted(role)} to the roles of somebody.")


def _routines(draft: Draft) -> Iterator[Finding]:
    if not draft.enabled and not draft.unread("routines"):
        yield Finding("routines", "No routine is on.", _table_for(draft.installed), refuses=False)
    for name in draft.enabled:
        key = joined("routines", name)
        if name in draft.broken:
            wrong = f"The plugin {quoted(name)} cannot be used: {draft.broken[name]}"
            yield Finding(key, wrong, "Mend or update the plugin, or write enabled = false.")
        elif name not in draft.known:
            yield Finding(key, f"There is no routine {quoted(name)}.", advice(name, draft.installed))


def _prefixes(draft: Draft) -> Iterator[Finding]:
    for sentence in same_prefix(draft.known):
        yield Finding("routines", sentence, "Write enabled = false in one of the two.")


def _countries(draft: Draft) -> Iterator[Finding]:
    country = draft.municipality.country
    if draft.told("municipality.country") or draft.municipality.mixed_countries:
        return
    for name, routine in draft.known.items():
        if country not in routine.countries:
            wrong = f"The routine is made for {listed(routine.countries)}, and the municipality's country is {country}."
            told = "Write enabled = false, correct the country, or write mixed_countries = true to try them together."
            yield Finding(joined("routines", name), wrong, told)


def _plugin_files(draft: Draft) -> Iterator[Finding]:
    for index, plugin in enumerate(draft.municipality.plugins):
        place = joined("municipality.plugins", index)
        path = draft.folder / plugin.replace("\0", "")
        if path.suffix != ".py" or not path.is_file():
            wrong = f"There is no Python file {quoted(plugin)} beside the municipality's file."
            yield Finding(place, wrong, 'Write its path from there, such as "routines/local.py".')
        elif path.stem in draft.broken and path.stem not in draft.enabled:
            wrong = f"The plugin cannot be used: {draft.broken[path.stem]}"
            yield Finding(place, wrong, "Mend it or take it off the list.")


def _table_for(installed: Sequence[str]) -> str:
    return f"Write [routines.{installed[0]}] to turn it on." if installed else "Install a routine's plugin."


ROUTINE_CHECKS: tuple[Callable[[Draft], Iterator[Finding]], ...] = (
    _roles,
    _nobody,
    _routines,
    _prefixes,
    _countries,
    _plugin_files,
)
