"""The routine's hooks."""

from __future__ import annotations

from collections.abc import Sequence

from guest_dog_licence.checks import TheCaseEndsAsItWasAssessed
from guest_dog_licence.routine import ASSESS, REPLY, decided, received
from guest_dog_licence.settings import DogLicenceSettings
from saksgang.commands import Answer
from saksgang.declarations import CaseType, DeadlineKind, Role, Routine, Status, TaskKind
from saksgang.events import CaseOpened, TaskCompleted
from saksgang.hookspecs import hookimpl
from saksgang.journal import Recorded
from saksgang.plugins.templates import letters_in
from saksgang.view import View

__all__ = ["declare_routine", "respond"]

NAME = "dog_licence"
OFFICER = "saksbehandler"
STATUSES = (
    Status("ny", "new", leads_to=("innvilget", "avslått")),
    Status("innvilget", "granted"),
    Status("avslått", "refused"),
)


@hookimpl
def declare_routine() -> Routine:
    """The manifest."""
    return Routine(
        name=NAME,
        version="1.2",
        api=">=1,<2",
        title="Dispensation from the leash rule",
        language="nb",
        countries=("NO",),
        case_types=(CaseType("Dispensasjon fra båndtvang", "HUND", "dispensation from the leash rule", STATUSES),),
        task_kinds=(TaskKind(ASSESS, ASSESS, "assess the application", OFFICER, ("innvilget", "avslått")),),
        deadline_kinds=(
            DeadlineKind(REPLY, "Foreløpig svar", "preliminary reply", "office", "forvaltningsloven § 11 a"),
        ),
        roles=(Role(OFFICER, "case officer"),),
        settings=DogLicenceSettings,
        package="guest_dog_licence",
        letters=letters_in("guest_dog_licence"),
        requirements={
            "DOG-01": "guest_dog_licence.routine.received",
            "DOG-02": "guest_dog_licence.routine.decided",
        },
        checks=(TheCaseEndsAsItWasAssessed,),
    )


@hookimpl
def respond(event: Recorded, view: View) -> Sequence[Answer]:
    """Commands that answer an event."""
    match event.event:
        case CaseOpened() as opened:
            return received(opened, view.settings(NAME).contact)
        case TaskCompleted(kind=kind) as completed if kind == ASSESS:
            return decided(completed, view.deadlines(completed.case))
        case _:
            return ()
