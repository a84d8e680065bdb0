"""What the office asks of one routine, and how its trouble is worded."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from saksgang.commands import Answer, Command, WriteNote
from saksgang.errors import Refused
from saksgang.events import CaseAmended, NoteWritten
from saksgang.journal import Recorded
from saksgang.office import PluginCrashed, RoutineDesk
from saksgang.view import View
from tests.core.casework.ground import CASE
from tests.core.office.bench import bench

COMMAND = WriteNote(CASE, "x")


def raising(**_: object) -> None:
    raise ValueError("huff")


def test_plg_03_a_routine_may_lack_either_hook() -> None:
    """It then answers nothing and refuses nothing."""
    desk, office = RoutineDesk("bygg"), bench()
    (recorded,) = office.do(COMMAND)

    assert desk.answers("respond", recorded, office.office.view) == ()
    assert desk.answers_again("respond", recorded, office.office.view) == ()
    desk.check(COMMAND, "staff:kari", office.office.view, CASE)


def test_plg_03_the_hooks_are_given_their_arguments_by_name() -> None:
    """Event and view to respond; command, actor and view to vet."""
    office = bench()
    (recorded,) = office.do(COMMAND)
    asked: list[object] = []

    def respond(event: Recorded, view: View) -> Sequence[Answer]:
        asked.extend((event, view))
        return [Answer(COMMAND, "B-1")]

    def vet(command: Command, actor: str, view: View) -> None:
        asked.extend((command, actor, view))

    view, desk = office.office.view, RoutineDesk("bygg", respond, vet)
    assert desk.answers("respond", recorded, view) == [Answer(COMMAND, "B-1")]
    assert desk.answers_again("respond", recorded, view) == (Answer(COMMAND, "B-1"),)
    desk.check(COMMAND, "staff:ola", view, CASE)
    assert asked == [recorded, view, recorded, view, COMMAND, "staff:ola", view]


def test_a_refusal_of_a_routine_bears_its_rule() -> None:
    """What stands before the first colon is the rule, the rest the sentence, colons and all."""
    desk = RoutineDesk("bygg", vet=lambda **_: "BYG-03: Nei: ikke nå.")

    with pytest.raises(Refused, match=r"^Nei: ikke nå\. \[BYG-03\]$") as refused:
        desk.check(COMMAND, "x", bench().office.view, CASE)
    assert refused.value.rule == "BYG-03"


@pytest.mark.parametrize(("case", "words"), [(CASE, CASE), ("", "none")])
def test_plg_05_a_vet_that_raises_is_named_with_plugin_hook_case_and_command(case: str, words: str) -> None:
    """In one sentence, with the error itself."""
    with pytest.raises(PluginCrashed) as crashed:
        RoutineDesk("bygg", vet=raising).check(COMMAND, "x", bench().office.view, case)

    assert str(crashed.value) == f"Plugin bygg, hook vet, case {words}, command WriteNote: ValueError: huff"


def test_plg_05_a_routine_that_raises_again_is_named_with_plugin_hook_case_and_event() -> None:
    """While asking for the first time lets the error through to the office, which keeps it."""
    office = bench()
    (recorded,) = office.do(COMMAND)
    desk = RoutineDesk("bygg", respond=raising)  # type: ignore[arg-type]

    with pytest.raises(ValueError, match="huff"):
        desk.answers("respond", recorded, office.office.view)
    with pytest.raises(PluginCrashed) as crashed:
        desk.answers_again("respond", recorded, office.office.view)
    assert str(crashed.value) == f"Plugin bygg, hook respond, case {CASE}, event bygg:2: ValueError: huff"


def test_plg_03_a_routine_that_names_types_is_asked_about_no_others() -> None:
    """Of its own stream by ``respond``, of others by ``observe``; one that names none is asked about all."""

    def answer(**_: object) -> list[Answer]:
        return []

    naming = RoutineDesk("bygg", answer, None, answer, responds=(NoteWritten,), observes=(CaseAmended,))
    silent = RoutineDesk("vei", answer)

    asked = [naming.hears(kind, stream) for stream in ("bygg", "vei") for kind in (NoteWritten, CaseAmended)]
    assert asked == ["respond", "", "", "observe"]
    assert [silent.hears(kind, stream) for stream in ("vei", "bygg") for kind in (NoteWritten, CaseAmended)] == [
        "respond",
        "respond",
        "",
        "",
    ]
