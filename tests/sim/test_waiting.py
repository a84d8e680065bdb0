"""What people of a routine wait for is found person by person, and other people's waiting is none of it (SIM-03)."""

from __future__ import annotations

from saksgang.commands import CreateTask, WaitWithTask
from saksgang.records import StaffMember
from saksgang_sim.waiting import left_waiting
from tests.sim.desk import KARI, desk

OLA = StaffMember("ola", "Ola", ("saksbehandler",))
TOVE = StaffMember("tove", "Tove", ("tekniker",))


def test_sim_03_who_waits_for_that_is_found_person_by_person() -> None:
    """Ola's first, as he stands first; who waits for something else, or is of no role of the routine, is left out."""
    office = desk(OLA, TOVE, KARI).office
    for owner, reason in (("kari", "svar"), ("ola", "svar"), ("kari", "ferie"), ("tove", "svar"), ("ola", "svar")):
        created = office.do(CreateTask("reply", routine="small", owner=owner), "system:test")[0].event
        office.do(WaitWithTask(created.task, reason), f"staff:{owner}")  # type: ignore[attr-defined]

    assert [task.id[-1] for task in left_waiting(office.view, "small", "svar")] == ["2", "5", "1"]
