"""What answers an inquiry and what does not (PPT-05, PPT-07, PPT-11)."""

from __future__ import annotations

import datetime as dt

from saksgang.commands import (
    ApproveLetter,
    CancelTask,
    CompleteTask,
    CreateTask,
    MeetDeadline,
    ReportAbsence,
    WriteNote,
)
from saksgang.events import DeadlineMissed, TaskCompleted
from saksgang.records import Deadline, Target
from saksgang_ppt_intake import plugin, replying
from tests.plugins.ppt_intake.bench import MONDAY, Bench, a_case, a_document, a_letter, a_task, record, view_of

DOCUMENT, CASE = "ppt_intake/document-1", "PPT-2026-00001"
LIMIT = dt.datetime(2026, 12, 16, 22, 59, tzinfo=dt.UTC)
NORM = dt.datetime(2026, 12, 7, 22, 59, tzinfo=dt.UTC)


def running(norm: str = "running", limit: str = "running") -> Deadline:
    targets = (Target("norm", "15 working days", NORM, norm), Target("limit", "1 month", LIMIT, limit))
    return Deadline("d", "ppt_intake", CASE, "answer", DOCUMENT, MONDAY, targets)


def missed(target: str) -> DeadlineMissed:
    return DeadlineMissed("ppt_intake", CASE, "d", "answer", DOCUMENT, target, NORM)


def states(office: Bench, case: str) -> dict[str, str]:
    return {target.name: target.state for target in office.deadline(case, "answer").targets}


def test_ppt_05_a_confirmation_ends_only_the_task_to_confirm() -> None:
    """The decision: the task is done by the author, and no deadline is touched."""
    view = view_of(a_case(), a_document(), a_task("confirm_receipt", DOCUMENT), running())
    (answer,) = replying.confirmed(a_letter("mottaksbekreftelse", author="post"), view)

    assert answer.command == CompleteTask("PPT-2026-00001/confirm_receipt", "confirmed", by="post")


def test_ppt_05_a_confirmation_goes_out_at_once_and_clears_nothing(office: Bench) -> None:
    """Sent without approval; the targets run on, the case is as new as before, the review is open."""
    case, document = office.assigned_case()
    letter = office.complete(case, "mottaksbekreftelse", document, "staff:post")

    assert [order.letter for order in office.mailbox.orders] == [letter]
    task = office.task(case, "confirm_receipt")
    assert (task.state, task.outcome, task.done_by) == ("done", "confirmed", "post")
    assert states(office, case) == {"norm": "running", "limit": "running"}
    assert office.view.case(case).status == "ny"
    assert office.task(case, "review_case").state == "open"
    assert office.tasks(case, "approve_letter") == []


def test_ppt_07_a_reply_ends_the_review_and_meets_every_target() -> None:
    """The decision: review done by the author, deadline met, the reminder no longer needed."""
    view = view_of(
        a_case(),
        a_document(),
        a_task("review_case", DOCUMENT),
        a_task("review_case", "other", id="o"),
        a_task("preliminary_reply", DOCUMENT),
        running(norm="missed"),
    )
    answers = replying.answered_by_reply(a_letter(), view)

    assert [answer.command for answer in answers] == [
        CompleteTask("PPT-2026-00001/review_case", "reply letter", by="nord1"),
        MeetDeadline("d", "reply letter"),
        CancelTask("PPT-2026-00001/preliminary_reply", "answered: reply letter"),
    ]


def test_ppt_07_a_reply_answers_when_it_is_sent_not_before(office: Bench) -> None:
    """Written and completed it still waits for the leader; approved it is sent, and the inquiry is answered."""
    case, document = office.assigned_case()
    letter = office.complete(case, "svarbrev", document, "staff:nord1")
    assert states(office, case) == {"norm": "running", "limit": "running"}
    assert office.task(case, "review_case").state == "open"

    office.do(ApproveLetter(letter), "staff:sjef_nord")

    assert states(office, case) == {"norm": "met", "limit": "met"}
    task = office.task(case, "review_case")
    assert (task.state, task.outcome, task.done_by) == ("done", "reply letter", "nord1")
    assert office.failures() == []


def test_ppt_11_a_preliminary_reply_meets_the_limit_only() -> None:
    """The decision: the reminder is done, the limit is met, the norm runs on."""
    view = view_of(a_case(), a_document(), a_task("preliminary_reply", DOCUMENT), running())
    answers = replying.preliminary_reply_sent(a_letter("forelopig_svar"), view)

    assert [answer.command for answer in answers] == [
        CompleteTask("PPT-2026-00001/preliminary_reply", "sent", by="nord1"),
        MeetDeadline("d", "preliminary reply", target="limit"),
    ]


def test_ppt_11_the_norm_is_over_so_a_preliminary_reply_is_due_before_the_limit() -> None:
    """The decision: a task for the caseworker, due at the legal limit."""
    view = view_of(a_case(responsible="nord1"), a_document(), running(norm="missed"))
    (answer,) = replying.remind_of_preliminary_reply(missed("norm"), record(missed("norm")), view)

    assert answer.command == CreateTask("preliminary_reply", CASE, about=DOCUMENT, owner="nord1", due=LIMIT)
    assert answer.rule == "PPT-11"


def test_ppt_11_nobody_is_reminded_of_what_is_no_longer_due() -> None:
    """A limit that is met, and one that is missed itself, ask for no preliminary reply."""
    for target, deadline in (("norm", running("missed", "met")), ("limit", running("missed", "missed"))):
        view = view_of(a_case(), a_document(), deadline)
        assert replying.remind_of_preliminary_reply(missed(target), record(missed(target)), view) == []


def test_ppt_11_an_inquiry_without_a_legal_limit_asks_for_no_preliminary_reply(office: Bench) -> None:
    """A general inquiry misses its norm, and that is all."""
    case, _ = office.assigned_case("Henvendelse")
    office.wait_until(LIMIT + dt.timedelta(days=1))

    assert states(office, case) == {"norm": "missed"}
    assert office.tasks(case, "preliminary_reply") == []
    assert office.failures() == []


def test_every_letter_template_has_its_worth() -> None:
    """A template that is added has to say what sending it means."""
    assert set(replying.SENT) == {letter.name for letter in plugin.declare_routine().letters}


def test_ppt_11_a_preliminary_reply_in_time(office: Bench) -> None:
    """The norm goes by, the reminder comes, the preliminary reply keeps the limit, and the answer is still owed."""
    case, document = office.assigned_case()
    office.wait_until(NORM)
    assert office.tasks(case, "preliminary_reply") == []
    office.wait_until(NORM + dt.timedelta(minutes=1))
    task = office.task(case, "preliminary_reply")
    assert (task.owner, task.due, task.about) == ("nord1", LIMIT, document)

    office.complete(case, "forelopig_svar", document, "staff:nord1")
    office.wait_until(LIMIT + dt.timedelta(days=1))

    assert states(office, case) == {"norm": "missed", "limit": "met"}
    assert office.task(case, "preliminary_reply").outcome == "sent"
    assert office.task(case, "review_case").state == "open"


def test_ppt_11_a_limit_that_goes_by_is_missed(office: Bench) -> None:
    """Nobody wrote: both targets are missed, and the reminder stays on the list."""
    case, _ = office.assigned_case()
    office.wait_until(LIMIT + dt.timedelta(minutes=1))

    assert states(office, case) == {"norm": "missed", "limit": "missed"}
    assert [event.target for event in office.told(DeadlineMissed)] == ["norm", "limit"]
    assert office.task(case, "preliminary_reply").state == "open"


def test_ppt_11_the_reminder_of_a_case_of_nobody_lies_in_the_queue(office: Bench) -> None:
    """A case that was never distributed is not forgotten either."""
    case, _ = office.new_case()
    office.wait_until(NORM + dt.timedelta(minutes=1))

    task = office.task(case, "preliminary_reply")
    assert (task.owner, task.role) == ("", "fagansatt")


def test_ppt_11_an_answer_after_the_norm_makes_the_preliminary_reply_needless(office: Bench) -> None:
    """The reminder is cancelled with the reason, and the limit is met by the answer itself."""
    case, document = office.assigned_case()
    office.wait_until(NORM + dt.timedelta(days=1))
    office.sent_reply(case, document)

    task = office.task(case, "preliminary_reply")
    assert (task.state, task.reason) == ("cancelled", "answered: reply letter")
    assert states(office, case) == {"norm": "missed", "limit": "met"}


def test_ppt_11_an_inquiry_answered_by_telephone() -> None:
    """The decision: the review that ends with a journal note meets the deadline, other outcomes do not."""
    view = view_of(a_case(), a_document("Henvendelse"), running())
    noted = TaskCompleted("ppt_intake", CASE, "t", "review_case", DOCUMENT, "journal note", "nord1", "nord1")
    other = TaskCompleted("ppt_intake", CASE, "t", "review_case", DOCUMENT, "no answer needed", "nord1", "nord1")
    (answer,) = replying.answered_by_note(noted, record(noted), view)

    assert answer.command == MeetDeadline("d", "journal note")
    assert replying.answered_by_note(other, record(other), view) == []


def test_ppt_11_a_general_inquiry_is_answered_with_a_journal_note(office: Bench) -> None:
    """Called back, noted, review ended: the norm is met."""
    case, _ = office.assigned_case("Henvendelse")
    office.do(WriteNote(case, "Ringte tilbake og svarte på spørsmålene."), "staff:nord1")
    office.do(CompleteTask(office.task(case, "review_case").id, "journal note"), "staff:nord1")

    assert states(office, case) == {"norm": "met"}
    assert office.failures() == []


def test_ppt_07_each_document_is_answered_by_itself(office: Bench) -> None:
    """A reply to the first of two inquiries on a case leaves the second one open."""
    case, first = office.assigned_case("Henvendelse")
    second = office.submit("Henvendelse")
    office.register(second, "Henvendelse", case=case)
    office.sent_reply(case, first)

    state = {deadline.about: deadline.targets[0].state for deadline in office.view.deadlines(case)}
    assert state == {first: "met", second: "running"}
    assert {task.about: task.state for task in office.tasks(case, "review_case")} == {first: "done", second: "open"}


def test_ppt_11_the_reminder_of_somebody_absent_goes_to_the_queue_and_says_so(office: Bench) -> None:
    """The core's rule for absent people holds here, too."""
    case, _ = office.assigned_case()
    office.do(ReportAbsence("nord1", dt.date(2026, 12, 1), dt.date(2026, 12, 31), "permisjon"), "staff:nord1")
    office.wait_until(NORM + dt.timedelta(minutes=1))

    task = office.task(case, "preliminary_reply")
    assert task.owner == ""
    assert "nord1 is absent until 2026-12-31" in task.reason
