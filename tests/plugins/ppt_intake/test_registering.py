"""From the post inbox onto a case (PPT-01, PPT-02, PPT-05, PPT-11)."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve, fields

from saksgang.commands import (
    CompleteTask,
    CreateTask,
    OpenCase,
    RegisterDocument,
    StartDeadline,
    SubmitDocument,
    TakeTask,
    WaitWithTask,
)
from saksgang.errors import Refused
from saksgang.events import DocumentReceived, DocumentRegistered
from saksgang.legaltime import Duration
from saksgang_ppt_intake import registering
from tests.plugins.ppt_intake.bench import MONDAY, SETTINGS, Bench, a_case, a_document, a_task, bench, record, view_of

DOCUMENT, CASE = "ppt_intake/document-1", "PPT-2026-00001"
RECEIVED = DocumentReceived("ppt_intake", "", DOCUMENT, "s", "p", "letter", "Henvisning", MONDAY.date(), MONDAY.date())
OPENED = DocumentRegistered("ppt_intake", CASE, DOCUMENT, "Henvisning", "post", opened=True)
ADDED = evolve(OPENED, opened=False)
LAST_MINUTE = dt.timedelta(hours=22, minutes=59)  # 23:59 in Oslo in winter


def day(month: int, number: int, year: int = 2026) -> dt.datetime:
    """The last minute of a local day in winter."""
    return dt.datetime(year, month, number, tzinfo=dt.UTC) + LAST_MINUTE


def test_ppt_01_a_document_that_comes_is_to_be_registered() -> None:
    """The decision: a task for the consultants, about the document."""
    (answer,) = registering.put_in_inbox(RECEIVED, record(RECEIVED), view_of())

    assert answer.command == CreateTask("register_document", routine="ppt_intake", about=DOCUMENT)
    assert answer.rule == "PPT-01"


def test_ppt_01_every_document_lies_in_the_inbox_until_it_is_registered(office: Bench) -> None:
    """Days pass and other documents are registered: what nobody registered is still there, with its task."""
    first, second = office.submit(), office.submit("Opplysninger")
    office.wait_until(MONDAY + dt.timedelta(days=40))
    assert [document.id for document in office.view.inbox("ppt_intake")] == [first, second]

    office.register(second, "Opplysninger")

    assert [document.id for document in office.view.inbox("ppt_intake")] == [first]
    assert [task.about for task in office.view.queued_tasks("konsulent")] == [first]
    assert office.task(second, "register_document").state == "done"


@pytest.mark.parametrize(("event", "outcome"), [(OPENED, "new case"), (ADDED, "existing case")])
def test_ppt_01_registration_ends_the_task(event: DocumentRegistered, outcome: str) -> None:
    """The decision: the task about that document is done by whoever registered it."""
    other = a_task("register_document", "other", id="2", case="")
    view = view_of(a_task("register_document", DOCUMENT, case=""), other)
    (answer,) = registering.end_registration(event, record(event), view)

    assert answer.command == CompleteTask("PPT-2026-00001/register_document", outcome, by="post")


def test_ppt_01_a_document_is_registered_as_a_new_case_or_on_an_existing_one(office: Bench) -> None:
    """The task says which, and who did it; the document lies on the case."""
    case, first = office.new_case()
    second = office.submit("Opplysninger")
    office.register(second, "Opplysninger", case=case)

    tasks = [office.task(document, "register_document") for document in (first, second)]
    assert [(task.outcome, task.done_by) for task in tasks] == [("new case", "post"), ("existing case", "post")]
    assert office.view.document(second).case == case
    assert len(office.view.cases()) == 1


def test_ppt_01_a_document_is_registered_once(office: Bench) -> None:
    """What left the inbox cannot be put on a second case."""
    _, document = office.new_case()

    with pytest.raises(Refused, match="registered on case"):
        office.register(document)


def test_ppt_01_a_task_that_somebody_took_or_left_waiting_is_found(office: Bench) -> None:
    """Wherever the task lies, registering the document ends it."""
    taken, waiting = office.submit(), office.submit()
    for document in (taken, waiting):
        office.do(TakeTask(office.task(document, "register_document").id))
    office.do(WaitWithTask(office.task(waiting, "register_document").id, "ringer avsender"))
    office.register(taken)
    office.register(waiting)

    assert {office.task(document, "register_document").state for document in (taken, waiting)} == {"done"}


def test_ppt_02_nobody_can_type_the_received_date(office: Bench) -> None:
    """Neither command has a field for it; the office's own local day is the date of receipt."""
    names = {row.name for command in (SubmitDocument, RegisterDocument) for row in fields(command)}
    assert not {"received", "arrived"} & names

    office.clock.time = dt.datetime(2026, 11, 16, 23, 30, tzinfo=dt.UTC)  # half past midnight on the 17th in Oslo
    document = office.submit()

    assert office.view.document(document).received == dt.date(2026, 11, 17)


def test_ppt_02_the_document_date_can_be_corrected_at_registration(office: Bench) -> None:
    """The consultant reads the date on the document; the received date stays."""
    document = office.submit()
    office.do(RegisterDocument(document, "Henvisning", case_type="PPT-sak", dated=dt.date(2026, 11, 10)))

    found = office.view.document(document)
    assert (found.dated, found.received) == (dt.date(2026, 11, 10), dt.date(2026, 11, 16))


def test_ppt_11_an_individual_decision_has_a_norm_and_the_legal_limit() -> None:
    """The decision: both are counted from receipt, not from registration."""
    arrived = dt.datetime(2026, 11, 2, 9, tzinfo=dt.UTC)
    view = view_of(a_case(), a_document(arrived=arrived, received=arrived.date()))
    (answer,) = registering.start_answer_deadline(OPENED, record(OPENED), view)

    targets = {"norm": "15 working days, end of day", "limit": "1 month, end of day"}
    assert answer.command == StartDeadline("answer", CASE, targets, about=DOCUMENT, start=arrived)
    assert answer.rule == "PPT-11"


@pytest.mark.parametrize(
    ("category", "targets"),
    [
        ("Fornyet henvisning", {"norm", "limit"}),
        ("Henvendelse", {"norm"}),
        ("Drøfting", {"norm"}),
    ],
)
def test_ppt_11_which_targets_an_answer_has(category: str, targets: set[str]) -> None:
    """Only an individual decision stands under the legal limit."""
    row = SETTINGS.category(category)

    assert set(registering.answer_targets(row, a_document(), SETTINGS)) == targets


def test_ppt_11_both_targets_run_from_the_day_of_receipt(office: Bench) -> None:
    """Received Monday 16 November, registered on Thursday: 15 working days are 7 December, a month is 16 December."""
    document = office.submit()
    office.clock.time = MONDAY + dt.timedelta(days=3)
    case = office.register(document)

    targets = {target.name: target.due for target in office.deadline(case, "answer").targets}
    assert targets == {"norm": day(12, 7), "limit": day(12, 16)}


def test_ppt_11_the_limit_is_not_moved_off_a_weekend(office: Bench) -> None:
    """Received 19 November 2026: the month ends on 19 December, a Saturday, and stays there."""
    office.clock.time = MONDAY + dt.timedelta(days=3)
    case, _ = office.new_case()
    limit = office.deadline(case, "answer").target("limit")

    assert limit is not None
    assert limit.due == day(12, 19)


def test_ppt_11_a_month_from_the_31st_ends_with_the_month(office: Bench) -> None:
    """Received 31 January 2027: the limit is 28 February, a Sunday."""
    office.clock.time = dt.datetime(2027, 1, 31, 9, tzinfo=dt.UTC)
    case, _ = office.new_case()
    limit = office.deadline(case, "answer").target("limit")

    assert limit is not None
    assert limit.due == day(2, 28, 2027)


def test_ppt_11_a_norm_is_never_later_than_the_limit() -> None:
    """A municipality that allows itself 40 working days is held to the month all the same."""
    office = bench(evolve(SETTINGS, reply_norm=Duration.parse("40 working days")))
    case, _ = office.new_case()

    assert {target.due for target in office.deadline(case, "answer").targets} == {day(12, 16)}


def test_ppt_11_information_that_needs_no_answer_has_no_deadline(office: Bench) -> None:
    """The registered subject counts, also where the sender called it a referral."""
    document = office.submit("Henvisning")
    case = office.register(document, "Opplysninger")

    assert office.view.deadlines(case) == []


def test_ppt_05_a_new_referral_is_to_be_confirmed() -> None:
    """The decision: a task for the consultant who registered, due two working days after receipt."""
    (answer,) = registering.confirm_new_referral(OPENED, record(OPENED), view_of(a_case(), a_document()))

    assert answer.command == CreateTask("confirm_receipt", CASE, about=DOCUMENT, owner="post", due=day(11, 18))


@pytest.mark.parametrize("category", ["Fornyet henvisning", "Henvendelse", "Drøfting", "Opplysninger"])
def test_ppt_05_nothing_else_is_confirmed(office: Bench, category: str) -> None:
    """No other category gives the consultant a confirmation to send."""
    case, _ = office.new_case(category)

    assert office.tasks(case, "confirm_receipt") == []


def test_ppt_05_a_new_referral_on_an_existing_case_is_confirmed_too(office: Bench) -> None:
    """It is the referral that is new, not the case."""
    case, _ = office.new_case("Henvendelse")
    document = office.submit()
    office.register(document, case=case)

    assert office.task(case, "confirm_receipt").about == document
    assert office.task(case, "confirm_receipt").owner == "post"


def test_ppt_07_what_comes_to_a_case_goes_to_its_caseworker(office: Bench) -> None:
    """More information on a case that somebody has: that caseworker reviews it."""
    case, _ = office.assigned_case(to="nord2")
    document = office.submit("Opplysninger")
    office.register(document, "Opplysninger", case=case)

    (task,) = [each for each in office.tasks(case, "review_case") if each.about == document]
    assert task.owner == "nord2"


def test_ppt_07_what_comes_to_a_case_of_nobody_lies_in_the_queue(office: Bench) -> None:
    """Before the case is distributed, a specialist can find it in the queue."""
    case, _ = office.new_case()
    document = office.submit("Opplysninger")
    office.register(document, "Opplysninger", case=case)

    task = office.task(case, "review_case")
    assert (task.about, task.owner, task.role) == (document, "", "fagansatt")


def test_ppt_01_a_case_without_a_document_is_refused(office: Bench) -> None:
    """Otherwise a case could begin that nobody distributes."""
    with pytest.raises(Refused, match="PPT-01"):
        office.do(OpenCase("ppt_intake", "PPT-sak", "party-1"))
