"""The form, its outcomes, the note, and what a woken case lacks (MON-07 to MON-12)."""

from __future__ import annotations

from typing import Any

import pytest

from saksgang.commands import ChangeStatus, CompleteTask, OpenCase, WaitWithTask
from saksgang.errors import InputRefused, Refused
from saksgang.events import StatusChanged
from saksgang.records import Note
from saksgang_long_term_monitoring.claims import claim_faults
from saksgang_long_term_monitoring.form import review_form, to_treat
from saksgang_long_term_monitoring.names import ACTIVE, CLOSED, MONITORED, ROUTINE
from saksgang_long_term_monitoring.noting import crowns
from saksgang_long_term_monitoring.rows import OutcomeRow
from saksgang_long_term_monitoring.saving import missing_points, saved, unreadable
from saksgang_long_term_monitoring.settings import Settings
from tests.plugins.long_term_monitoring.bench import ALL, Bench, bench, claim

OWN = Settings(
    outcomes=(
        *Settings().outcomes,
        OutcomeRow("Avvent gjeldsordning", "continue", 24),
        OutcomeRow("Avslutt saken", "close"),
    )
)


def notes(office: Bench, case: str) -> list[Note]:
    return office.view.notes(case)


def test_mon_07_choosing_a_case_number_opens_the_form(office: Bench) -> None:
    """The list names the case, and the case number gives the form; before it is up the answer is when."""
    case = office.monitored()
    with pytest.raises(InputRefused, match="it comes up on 2026-09-02"):
        review_form(office.view, case)
    office.wait_until("2026-09-02 09:00")

    (number,) = to_treat(office.view, "gro")
    form = review_form(office.view, number)
    assert (form.case, form.task) == (case, office.task(case, "review").id)


def test_mon_07_a_review_that_waits_is_still_on_its_list(office: Bench) -> None:
    """The case has come up and is not treated; the oldest comes first, whether it waits or not."""
    first = office.monitored()
    office.wait_until("2026-03-03 09:00")
    second = office.monitored()
    office.wait_until("2026-09-03 09:00")
    office.do(WaitWithTask(office.task(first, "review").id, "venter på svar"))

    assert to_treat(office.view, "gro") == [first, second]


def test_mon_08_the_form_shows_claims_checklist_and_outcomes(office: Bench) -> None:
    """What it is about, how large it is, when it lapses, what to look at."""
    case = office.up(claim(), claim("F-2", what="Husleie", amount=120_050, due="2026-02-28"))
    form = review_form(office.view, case)

    assert [(row["id"], row["what"], row["amount"], row["lapses"]) for row in form.claims] == [
        ("F-1", "SFO", 50_000, "2029-01-22"),  # the 20th is a Saturday
        ("F-2", "Husleie", 120_050, "2029-02-28"),
    ]
    assert (form.total, form.latest) == (170_050, "2028-09-22")
    assert (list(form.checklist), form.outcomes) == (ALL, ("Fortsett overvåking", "Vekk til live"))
    assert office.task(case, "review").facts["total"] == 170_050


@pytest.mark.parametrize(
    ("ticked", "missing"),
    [([], "Adresse, Inntekt, Eiendeler, Betalinger, Foreldelse"), (ALL[:-1], "Foreldelse"), (ALL[1:], "Adresse")],
)
def test_mon_09_an_attempt_with_points_missing_names_them(office: Bench, ticked: list[str], missing: str) -> None:
    """Refused, nothing saved, nothing noted, still up."""
    case = office.up()

    with pytest.raises(Refused, match=rf"not ticked yet: {missing};.*MON-09"):
        office.save(case, ticked=ticked)
    assert office.task(case, "review").state == "open"
    assert notes(office, case) == []


def test_mon_09_a_point_that_is_not_on_the_list_does_not_count(office: Bench) -> None:
    """Ticking something else is no way round."""
    with pytest.raises(Refused, match=r"not on the checklist.*MON-09"):
        office.save(office.up(), ticked=[*ALL, "Alt"])


def test_mon_09_only_a_caseworker_saves(office: Bench) -> None:
    """Neither somebody else of the staff nor a system."""
    case = office.up()
    for actor in ("staff:ida", "system:finance"):
        with pytest.raises(Refused, match="Only innfordrer"):
            office.save(case, actor=actor)


@pytest.mark.parametrize(
    ("outcome", "facts", "wrong"),
    [
        ("continue", {"months": 0}, "from 1 to 120"),
        ("continue", {"months": 121}, "from 1 to 120"),
        ("continue", {"months": True}, "from 1 to 120"),
        ("continue", {"choice": "Vekk til live"}, "no outcome with the effect"),
        ("wake", {"months": 3}, "no next review"),
        ("close", {}, "no outcome with the effect"),
        ("continue", {"months": "3"}, "from 1 to 120"),
        ("continue", {"notes": 7}, "is text"),
        ("continue", {"ticked": 7}, "not on the checklist"),
    ],
)
def test_mon_10_what_the_form_cannot_mean_is_refused(outcome: str, facts: dict[str, Any], wrong: str) -> None:
    """The look itself, with every point ticked."""
    assert wrong in (unreadable(outcome, {"ticked": ALL, **facts}, ALL, Settings()) or "")


def test_mon_09_the_look_is_in_the_order_of_the_list() -> None:
    """A pure function of what was ticked."""
    assert missing_points(("a", "b", "c"), {"ticked": ["b"]}) == ["a", "c"]
    assert missing_points(("a",), {}) == ["a"]


@pytest.mark.parametrize(
    ("facts", "interval"),
    [
        ({}, "6 months"),
        ({"months": 3}, "3 months"),
        ({"choice": "Avvent gjeldsordning"}, "24 months"),
        ({"choice": "Avvent arv"}, "6 months"),
    ],
)
def test_mon_10_the_interval_is_the_caseworkers_the_outcomes_or_the_settings(
    facts: dict[str, Any], interval: str
) -> None:
    """In that order; a choice that is no longer offered when it is read again continues as its effect says."""
    assert saved("continue", facts, OWN).interval == interval


@pytest.mark.parametrize("months", [1, 120])
def test_mon_10_the_shortest_and_the_longest_interval_can_be_chosen(months: int) -> None:
    """A month, and ten years, as long as a claim with an enforcement basis lives."""
    assert unreadable("continue", {"ticked": ALL, "months": months}, ALL, Settings()) is None


def test_mon_10_a_municipality_adds_outcomes() -> None:
    """Closing is one of them, and is refused while something is owed."""
    office = bench(OWN)
    case = office.up()
    with pytest.raises(Refused, match=r"claims are open: F-1.*MON-05"):
        office.save(case, "close")

    office.claims(case, claim(state="paid"), actor="system:finance")
    office.save(case, "close", choice="Avslutt saken")
    assert office.case(case).status == CLOSED
    assert office.dates(case) == []
    assert office.dates(case, "limitation") == []
    assert [task.state for task in office.tasks(case, "close_case")] == ["done"]


def test_mon_11_the_system_writes_a_note_for_each_outcome(office: Bench) -> None:
    """Continued and woken: outcome, next review, points, sum, notes, in Norwegian and by the system."""
    case = office.up(claim(amount=1_234_567), claim("F-2", state="paid"))
    office.save(case, months=2, notes="Ingen endring.")
    office.wait_until("2026-11-02 09:00")
    office.save(case, "wake", notes="Har fått jobb.")

    first, second = notes(office, case)
    assert first.author == second.author == "rule:MON-11"
    assert first.text == (
        "Langtidsoppfølging 02.09.2026: Fortsett overvåking.\n"
        "Neste vurdering: 02.11.2026.\n"
        "Sjekket: Adresse, Inntekt, Eiendeler, Betalinger, Foreldelse.\n"
        "Åpne krav: 1, til sammen 12 345,67 kr.\n"
        "Notater: Ingen endring."
    )
    assert "Vekk til live" in second.text
    assert "Neste vurdering" not in second.text


@pytest.mark.parametrize(
    ("amount", "words"), [(0, "0,00 kr"), (5, "0,05 kr"), (123_456_700, "1 234 567,00 kr"), (99_999, "999,99 kr")]
)
def test_mon_11_amounts_are_written_as_in_norway(amount: int, words: str) -> None:
    """Øre become crowns, with a space between thousands and a comma before the øre."""
    assert crowns(amount) == words


def test_mon_12_a_woken_case_is_active_and_lacks_a_measure(office: Bench) -> None:
    """The task says so, for months, and nothing else happens."""
    case = office.up()
    office.save(case, "wake")
    office.wait_until("2027-09-02 09:00")

    assert office.case(case).status == ACTIVE
    assert office.task(case, "choose_measure").owner == "gro"
    assert len(office.tasks(case, "review")) == 1
    assert [event.new for event in office.all(StatusChanged)] == [MONITORED, ACTIVE]


def test_mon_12_a_measure_is_named(office: Bench) -> None:
    """Without a name the task stays."""
    case = office.up()
    office.save(case, "wake")
    task = office.task(case, "choose_measure").id

    for facts in ({}, {"name": " "}):
        with pytest.raises(Refused, match="MON-12"):
            office.do(CompleteTask(task, "tiltak", facts=facts))
    office.do(CompleteTask(task, "saksgang", facts={"name": "Utlegg"}))
    assert office.view.task(task).outcome == "saksgang"


def test_mon_12_monitoring_it_again_is_a_choice_too(office: Bench) -> None:
    """The task goes, and a new review date is there."""
    case = office.up()
    office.save(case, "wake")
    office.do(ChangeStatus(case, MONITORED))

    assert [task.state for task in office.tasks(case, "choose_measure")] == ["cancelled"]
    assert office.dates(case) == ["2027-03-02 06:00"]


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        (None, "no list"),
        ([], "no list"),
        ([7], "claims[0] is no table"),
        ([claim(), claim()], "'F-1' is there twice"),
        ([claim(amount=0)], "amount"),
        ([claim(amount=True)], "amount"),
        ([claim(amount="500")], "amount"),
        ("F-1", "no list"),
        ([claim(basis="gjeldsbrev")], "faktura, tvangsgrunnlag"),
        ([claim(due="1979-12-31")], "due is no date"),
        ([claim(limitation_from="snart")], "limitation_from is no date"),
        ([claim(stop="ja")], "stop"),
        ([claim(state="borte")], "state"),
        ([claim(what=" ")], "what is missing"),
        ([claim(farge="blå")], "farge is not known"),
    ],
)
def test_mon_08_a_case_comes_with_claims_that_can_be_read(office: Bench, rows: object, fault: str) -> None:
    """Anything else would only be found out when the case comes up."""
    assert any(fault in each for each in claim_faults(rows))
    facts = {} if rows is None else {"claims": rows}
    with pytest.raises(Refused, match="MON-08"):
        office.do(OpenCase(ROUTINE, "Gjeldssak", "citizen:1", facts=facts), "system:finance")


def test_mon_08_the_oldest_claim_that_can_be_is_of_1980() -> None:
    """What is older is taken for a slip."""
    assert list(claim_faults([claim(due="1980-01-01")])) == []


def test_mon_08_a_list_that_is_handed_over_again_opens_no_second_case(office: Bench) -> None:
    """The answer names the case, also where it is closed; of a list that is partly new, only what is new comes in."""

    def hand_over(*claims: dict[str, Any], party: str = "citizen:1") -> None:
        facts = {"claims": list(claims), "responsible": "gro"}
        office.do(OpenCase(ROUTINE, "Gjeldssak", party, facts=facts), "system:finance")

    hand_over(claim())
    (first,) = office.view.cases()
    office.claims(first.number, claim(state="paid"), actor="system:finance")
    office.do(ChangeStatus(first.number, CLOSED))
    for again in ([claim()], [claim(amount=1)], [claim(), claim("F-2")]):
        with pytest.raises(Refused, match=rf"no other case.*: F-1 on case {first.number};.*MON-08"):
            hand_over(*again)

    assert office.view.cases() == [office.case(first.number)]
    hand_over(claim("F-2"))
    hand_over(claim(), party="citizen:2")
    assert len(office.view.cases()) == 3
