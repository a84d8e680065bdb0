"""What is refused about documents and cases (PPT-01 to PPT-06)."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from saksgang.commands import AssignCase, ChangeStatus, RegisterDocument, SubmitDocument
from saksgang.errors import Refused
from saksgang_ppt_intake import refusing_cases
from tests.plugins.ppt_intake.bench import MONDAY, SETTINGS, STAFF, Bench, a_case, a_document, a_task, view_of

DOCUMENT, CASE = "ppt_intake/document-1", "PPT-2026-00001"
DAY = dt.date(2026, 11, 16)


@pytest.mark.parametrize(("dated", "refused"), [(DAY, False), (dt.date(2026, 11, 17), True), (None, False)])
def test_ppt_02_a_document_is_not_dated_after_its_receipt(dated: dt.date | None, *, refused: bool) -> None:
    """The look itself: the same day is allowed, the next is not, and the refusal names both dates."""
    wrong = refusing_cases.dated_too_late(dated, DAY)

    assert (wrong is not None) is refused
    assert wrong is None or (wrong.startswith("PPT-02: ") and "2026-11-17" in wrong and "2026-11-16" in wrong)


def test_ppt_02_a_later_document_date_is_refused_on_both_ways_in(office: Bench) -> None:
    """When it comes and when it is registered: the inbox and the document are as before."""
    late = dt.date(2026, 11, 17)
    with pytest.raises(Refused, match="PPT-02"):
        office.do(SubmitDocument("ppt_intake", "s", "p", "Henvisning", dated=late), "citizen:1")
    document = office.submit()
    office.clock.time = MONDAY + dt.timedelta(days=5)  # the 17th is past by now, but not the day of receipt
    with pytest.raises(Refused, match="PPT-02"):
        office.do(RegisterDocument(document, "Henvisning", case_type="PPT-sak", dated=late))

    assert [each.id for each in office.view.inbox("ppt_intake")] == [document]


@pytest.mark.parametrize("subject", ["henvisning", "Henvisning ", "", "Gjelder Ola"])
def test_ppt_03_the_subject_equals_a_category(office: Bench, subject: str) -> None:
    """Anything else is refused, and the refusal names the allowed categories."""
    wrong = refusing_cases.wrong_subject(subject, SETTINGS.categories)
    allowed = "Henvisning, Fornyet henvisning, Henvendelse, Drøfting, Opplysninger"
    assert wrong == f"PPT-03: The subject (emne) {subject!r} is no category (kategori); write one of: {allowed}."

    document = office.submit()
    with pytest.raises(Refused, match=r"write one of: Henvisning, .* \[PPT-03\]"):
        office.register(document, subject)
    assert [each.id for each in office.view.inbox("ppt_intake")] == [document]


def test_ppt_03_each_category_is_a_subject() -> None:
    """What is configured is allowed."""
    assert all(refusing_cases.wrong_subject(row.name, SETTINGS.categories) is None for row in SETTINGS.categories)


@pytest.mark.parametrize("actor", ["staff:nord1", "staff:sjef_nord", "citizen:1", "system:scanner", "staff:ukjent"])
def test_ppt_01_only_a_consultant_registers(office: Bench, actor: str) -> None:
    """Nobody else takes a document out of the inbox, and the refusal says who may."""
    document = office.submit()

    with pytest.raises(Refused, match=r"Only konsulent may register a document.*\[PPT-01\]"):
        office.do(RegisterDocument(document, "Henvisning", case_type="PPT-sak"), actor)
    assert [each.id for each in office.view.inbox("ppt_intake")] == [document]


def test_ppt_01_a_document_that_does_not_exist_is_one_sentence(office: Bench) -> None:
    """The routine leaves it to the core, which says so in words."""
    with pytest.raises(Refused, match="There is no document 'nei'"):
        office.do(RegisterDocument("nei", "Henvisning", case=office.new_case()[0]))


def assign(to: str, actor: str, *tasks: str) -> str | None:
    records = [a_task(kind, DOCUMENT, id=kind) for kind in tasks]
    view = view_of(a_case(), a_document(), *records)
    return refusing_cases.assign_case(AssignCase(CASE, to), actor, view)


def test_ppt_04_the_consultant_follows_the_directory() -> None:
    """The look itself: the proposal is allowed; any other name is refused with the proposal and its row."""
    assert assign("nord1", "staff:post", "distribute_case") is None
    wrong = assign("nord2", "staff:post", "distribute_case") or ""
    assert wrong.startswith("PPT-04: ")
    assert "'nord1' (directory[0])" in wrong


@pytest.mark.parametrize("to", ["post", "ukjent", ""])
def test_ppt_04_a_consultant_who_names_no_caseworker_is_told_whom_the_directory_names(to: str) -> None:
    """The look itself: there is but one name to write, so the list of all who work on cases would mislead."""
    assert "assign it to 'nord1'" in (assign(to, "staff:post", "distribute_case") or "")


def test_ppt_04_a_leader_chooses_freely() -> None:
    """The look itself: any specialist or leader, at any time."""
    assert assign("sor1", "staff:sjef_nord", "distribute_case") is None
    assert assign("sjef_sor", "staff:sjef_nord") is None


def test_ppt_06_after_distribution_only_a_leader_changes_saksbehandler() -> None:
    """The look itself: a consultant cannot take back what a leader decided."""
    assert (assign("nord1", "staff:post") or "").startswith("PPT-06: ")


@pytest.mark.parametrize("to", ["post", "ukjent", ""])
def test_ppt_04_a_case_goes_to_somebody_who_works_on_cases(to: str) -> None:
    """The look itself: a consultant, a stranger and nobody are refused, with those who can."""
    wrong = assign(to, "staff:sjef_nord") or ""

    assert wrong.startswith("PPT-04: ")
    assert wrong.endswith("a fagansatt or leder can: nord1, nord2, sor1, sjef_nord, sjef_sor.")


def test_ppt_04_the_consultant_follows_the_directory_also_to_somebody_who_has_left() -> None:
    """The look itself: else nobody could distribute such a case; the core hands it to the deputy or to the queue."""
    view = view_of(a_case(), a_document(), a_task("distribute_case", DOCUMENT), evolve(STAFF[1], gone=True))

    assert refusing_cases.assign_case(AssignCase(CASE, "nord1"), "staff:post", view) is None
    wrong = refusing_cases.assign_case(AssignCase(CASE, "nord2"), "staff:post", view) or ""
    assert "assign it to 'nord1'" in wrong


def test_ppt_04_a_case_goes_to_nobody_who_has_left() -> None:
    """The look itself: a leader chooses another, also where the directory still names them."""
    view = view_of(a_case(), a_document(), a_task("distribute_case", DOCUMENT), evolve(STAFF[1], gone=True))
    wrong = refusing_cases.assign_case(AssignCase(CASE, "nord1"), "staff:sjef_nord", view) or ""

    assert wrong.startswith("PPT-04: 'nord1' cannot be Saksbehandler")
    assert wrong.endswith("can: nord2, sor1, sjef_nord, sjef_sor.")


def test_who_may_not_is_told_what_they_are() -> None:
    """The look itself: a person by id and roles, anybody else as the actor that they are."""
    view = view_of()

    def lacks(actor: str) -> str | None:
        return refusing_cases.lacks_role(actor, ("leder",), view, "PPT-09", "approve")

    assert lacks("staff:post") == "PPT-09: Only leder may approve; post has: konsulent."
    assert lacks("citizen:1") == "PPT-09: Only leder may approve; citizen:1 has: no role here."


@pytest.mark.parametrize("actor", ["staff:nord1", "citizen:1"])
def test_ppt_04_specialists_do_not_distribute(actor: str) -> None:
    """The look itself: the consultant and the leader do."""
    assert (assign("nord1", actor, "distribute_case") or "").startswith("PPT-04: Only konsulent or leder")


def test_ppt_04_a_wrong_name_leaves_the_case_to_be_distributed(office: Bench) -> None:
    """Refused in the office, too: nobody has the case, and the task is open."""
    case, _ = office.new_case()

    with pytest.raises(Refused, match=r"'nord1' \(directory\[0\]\).*PPT-04"):
        office.do(AssignCase(case, "nord2"))
    assert office.view.case(case).responsible == ""
    assert office.task(case, "distribute_case").state == "open"


def test_ppt_05_a_case_with_an_open_inquiry_is_not_closed(office: Bench) -> None:
    """The confirmation is no answer: closing waits for the reply, and the refusal says for what."""
    case, document = office.assigned_case()
    office.complete(case, "mottaksbekreftelse", document, "staff:post")
    office.do(ChangeStatus(case, "under arbeid"), "staff:nord1")
    with pytest.raises(Refused, match=r"Gå gjennom henvendelse.*PPT-05"):
        office.do(ChangeStatus(case, "avsluttet"), "staff:nord1")

    office.sent_reply(case, document)
    office.do(ChangeStatus(case, "avsluttet"), "staff:nord1")

    assert office.view.case(case).ended


@pytest.mark.parametrize(
    "kind",
    [
        *("distribute_case", "assess_case", "confirm_receipt", "review_case", "approve_letter", "revise_letter"),
        *("undelivered_letter", "undelivered_confirmation"),
    ],
)
def test_ppt_05_what_keeps_a_case_open(kind: str) -> None:
    """The look itself: each kind of open work does, a question and finished work do not."""
    close = ChangeStatus(CASE, "avsluttet")

    assert refusing_cases.change_status(close, "staff:nord1", view_of(a_case(), a_task(kind))) is not None
    assert refusing_cases.change_status(close, "staff:nord1", view_of(a_case(), a_task(kind, state="done"))) is None
    assert refusing_cases.change_status(close, "staff:nord1", view_of(a_case(), a_task("ask_under_work"))) is None
