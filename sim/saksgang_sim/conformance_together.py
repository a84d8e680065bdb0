"""The laws of company: alone and with all others, changing nothing and leaving nothing behind (PLG-04, PLG-07)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import zip_longest

from attrs import asdict, frozen

from saksgang.declarations import listed
from saksgang.journal import Recorded
from saksgang.records import StaffMember, Task
from saksgang_sim.conformance_lives import Lived
from saksgang_sim.conformance_trial import Trial

__all__ = ["alone", "in_company", "leaving", "others_unchanged"]


def alone(trial: Trial) -> Iterator[str]:
    """Something happens, and no check is violated that holds in the scenario as it is."""
    if not trial.alone.stream(trial.routine, trial.parting):
        yield f"Nothing happened to it in the first {trial.company.days} days: give it demand from the beginning."
    known = {each.id: each.sentence for each in trial.lived.outcome.verdicts if each.violations}
    yield from _new(trial.alone.violated(trial.registry, [trial.routine]), lambda: known, "Alone")


def in_company(trial: Trial) -> Iterator[str]:
    """No check is violated that holds without company, and it does the same unless it observes others."""
    names, together = trial.company.others, trial.together
    yield from _new(_broken(trial, together, with_it=True), lambda: _apart(trial), f"With {listed(names)}")
    if not together.reads(trial.routine, names):
        pair = _Pair(trial.alone, together, "alone", "with the others")
        yield from pair.differs(trial, trial.routine, "It does not do the same with others as alone")


def others_unchanged(trial: Trial) -> Iterator[str]:
    """What each other routine does is the same as without it, unless that one observes it."""
    pair = _Pair(trial.without, trial.together, "without it", "with it")
    for name in trial.company.others:
        if not trial.together.reads(name, [trial.routine]):
            yield from pair.differs(trial, name, f"It changes what {name} does")


def leaving(trial: Trial) -> Iterator[str]:
    """Switched off, it hangs on nobody: checks hold, and each task it left is on the list of somebody there."""
    off = trial.switched_off
    yield from _new(_broken(trial, off, with_it=False), lambda: _before(trial), "Once it is switched off")
    state = off.state()
    staff = {person.id: person for person in state.staff if not person.gone}
    for task in state.tasks:
        if task.routine == trial.routine and task.state in ("open", "waiting") and not _found(task, staff):
            whose = f"owner {task.owner!r}" if task.owner else f"role {task.role!r} and section {task.section!r}"
            yield f"Its task {task.id} is {task.state} on nobody's list: nobody has {whose}."


@frozen
class _Pair:
    """Two lives over the same days that differ by one routine, and in words by what."""

    one: Lived
    other: Lived
    first: str
    second: str

    def differs(self, trial: Trial, routine: str, wrong: str) -> Iterator[str]:
        """A sentence with the first event in which a routine's stream differs, if there is one."""
        streams = (life.stream(routine, trial.parting) for life in (self.one, self.other))
        for here, there in zip_longest(*streams):
            if here != there:
                one, other = _told(here, there)
                yield f"{wrong}: {self.first} {one}, {self.second} {other}."
                return


def _told(one: Recorded | None, other: Recorded | None) -> tuple[str, str]:
    """What is not the same about two events, said of each."""
    if one is None or other is None or one.kind != other.kind or one.id != other.id:
        return _event(one), _event(other)
    pair = [{"at": f"{each.at:%Y-%m-%d %H:%M:%S}Z", "actor": each.actor, **asdict(each.event)} for each in (one, other)]
    key = next((key for key in pair[0] if pair[0][key] != pair[1][key]), "cause")
    said = [f"{key} {each[key]!r}" if key in each else f"another {key}" for each in pair]
    return f"{_event(one)} has {said[0]}", said[1]


def _event(recorded: Recorded | None) -> str:
    return f"{recorded.kind} {recorded.id}" if recorded else "nothing more"


def _broken(trial: Trial, life: Lived, *, with_it: bool) -> dict[str, str]:
    return life.violated(trial.registry, [*trial.company.others, *([trial.routine] if with_it else [])])


def _apart(trial: Trial) -> dict[str, str]:
    """What is violated by the routine alone already, or by the others without it."""
    return {**trial.alone.violated(trial.registry, [trial.routine]), **_broken(trial, trial.without, with_it=False)}


def _before(trial: Trial) -> dict[str, str]:
    """What is violated by the others without it, or was before it was switched off."""
    return {
        **_broken(trial, trial.never_on, with_it=False),
        **_broken(trial, trial.together, with_it=False),
    }


def _new(now: Mapping[str, str], before: Callable[[], Mapping[str, str]], when: str) -> Iterator[str]:
    """What is violated now and was not before, which is asked for only if anything is."""
    known = before() if now else {}
    return (f"{when}, {check} is violated: {sentence}" for check, sentence in now.items() if check not in known)


def _found(task: Task, staff: Mapping[str, StaffMember]) -> bool:
    """Whether somebody of the staff finds the task: its owner, or anybody whose queue it is in."""
    if task.owner:
        return task.owner in staff
    return any(task.role in each.roles and task.section in ("", each.section) for each in staff.values())
