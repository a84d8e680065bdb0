"""What people of a routine wait for: the tasks that go on when somebody has told them what they wanted to know."""

from __future__ import annotations

from saksgang.records import Task
from saksgang.view import View

__all__ = ["left_waiting"]


def left_waiting(view: View, routine: str, reason: str) -> list[Task]:
    """The tasks that people of a routine left waiting for that reason, person by person.

    Those of other routines are not gone through: of a whole city's people they are most, and leave much waiting.
    """
    roles = {role.name for role in view.catalogue.routine(routine).roles}
    people = [person.id for person in view.staff() if not roles.isdisjoint(person.roles)]
    return [task for person in people for task in view.waiting_tasks(person) if task.reason == reason]
