"""Services outside: what was asked of them and what they answered, both kept."""

from __future__ import annotations

from saksgang.casework.context import Context
from saksgang.changing import changed
from saksgang.commands import AskService, ReportServiceAnswer
from saksgang.events import Event, ServiceAnswered, ServiceAsked
from saksgang.journal.record import Recorded
from saksgang.records import Request
from saksgang.state import State

__all__ = ["DECIDE", "FOLD"]


def ask_service(command: AskService, ctx: Context) -> list[Event]:
    """Ask a service that the routine declares."""
    routine = ctx.case(command.case).routine if command.case else command.routine
    service = ctx.catalogue.service(routine, command.service)
    home = command.case or routine
    key = ctx.state.requests.next_id(home)
    return [ServiceAsked(routine, command.case, key, service.name, command.about, command.facts)]


def report_answer(command: ReportServiceAnswer, ctx: Context) -> list[Event]:
    """The first answer counts; a second one changes nothing."""
    request = ctx.request(command.request)
    if request.answered is not None:
        return []
    return [ServiceAnswered(request.routine, request.case, request.id, request.service, request.about, command.facts)]


def service_asked(event: ServiceAsked, recorded: Recorded, state: State) -> None:
    """Fold: a request without an answer."""
    request = Request(event.request, event.routine, event.case, event.service, event.about, recorded.at, event.facts)
    state.requests.put(request.id, request)


def service_answered(event: ServiceAnswered, recorded: Recorded, state: State) -> None:
    """Fold: the answer with its time stamp."""
    request = state.requests[event.request]
    state.requests.put(request.id, changed(request, answered=recorded.at, answer=event.facts))


DECIDE = {AskService: ask_service, ReportServiceAnswer: report_answer}
FOLD = {ServiceAsked: service_asked, ServiceAnswered: service_answered}
