"""Services outside: what was asked of them, and what they answered (COR-01)."""

from __future__ import annotations

from saksgang.commands import AskService, ReportServiceAnswer
from saksgang.events import ServiceAnswered, ServiceAsked
from tests.core.casework.ground import CASE, TUESDAY, ground

REGISTER = "system:matrikkel"


def test_cor_01_what_is_asked_is_numbered_on_its_case() -> None:
    """It is known by that number when the answer comes."""
    office = ground()

    assert office.do(AskService("matrikkel", CASE, about="gnr 12", facts={"gnr": 12})) == [
        ServiceAsked("bygg", CASE, f"{CASE}/request-1", "matrikkel", "gnr 12", {"gnr": 12})
    ]
    (request,) = office.state.requests.of(CASE)
    assert (request.asked, request.answered) == (TUESDAY, None)


def test_plg_04_what_concerns_no_case_is_numbered_in_its_routine() -> None:
    """How often others ask does not change it."""
    office = ground()
    asked = [
        *office.do(AskService("vegkart", routine="vei")),
        *office.do(AskService("matrikkel", routine="bygg")),
        *office.do(AskService("matrikkel", routine="bygg")),
    ]

    assert [event.request for event in asked if isinstance(event, ServiceAsked)] == [
        "vei/request-1",
        "bygg/request-1",
        "bygg/request-2",
    ]


def test_cor_01_the_first_answer_counts() -> None:
    """A second one changes nothing; both question and answer are kept."""
    office = ground(AskService("matrikkel", CASE, about="gnr 12"))
    request = f"{CASE}/request-1"

    assert office.do(ReportServiceAnswer(request, {"eier": "Ida"}), REGISTER) == [
        ServiceAnswered("bygg", CASE, request, "matrikkel", "gnr 12", {"eier": "Ida"})
    ]
    assert office.do(ReportServiceAnswer(request, {"eier": "Per"}), REGISTER) == []
    assert office.state.requests[request].answer == {"eier": "Ida"}


def test_cor_22_a_service_of_another_routine_is_not_there() -> None:
    """Each asks what it declares."""
    assert office_refuses(AskService("vegkart", CASE)) == (
        "Service 'vegkart' is not one of bygg; declared are: matrikkel. [COR-01]"
    )
    assert "There is no request" in office_refuses(ReportServiceAnswer(f"{CASE}/request-7", {}))


def office_refuses(command: AskService | ReportServiceAnswer) -> str:
    """The words of the refusal."""
    return ground().refused(command, REGISTER if isinstance(command, ReportServiceAnswer) else "")
