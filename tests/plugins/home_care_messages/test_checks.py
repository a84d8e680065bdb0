"""The checks: each is held by a journal as it should be, and violated by one that breaks its rule (SIM-06)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from attrs import evolve

from saksgang.checks import Check
from saksgang.checks.laws import CORE_LAWS
from saksgang.events import Event, NoteWritten, TaskCancelled, TaskCompleted
from saksgang_home_care_messages import checks_leader, checks_order, checks_reach, checks_receipt, checks_replies
from saksgang_home_care_messages import checks_visits as visits
from saksgang_home_care_messages.checks import CHECKS
from tests.core.checks.pages import Pages, instant
from tests.plugins.home_care_messages.checks_pages import (
    CASE,
    DAY,
    EVERY,
    NAMES,
    R,
    amended,
    answered,
    asked,
    became,
    created,
    deadline,
    met,
    moved,
    opened,
    pages,
    received,
    registered,
    reply,
    seen,
    taken,
    under_way,
)

Write = Callable[[], Pages]
NOTE = NoteWritten(R, CASE, "n", "rule:MSG-03", "Bomtur.")


def as_(who: str, journal: Pages, *events: object) -> Pages:
    return journal.add(*events, actor=f"staff:{who}")  # type: ignore[arg-type]


def test_sim_06_every_requirement_of_the_routine_has_a_check() -> None:
    """MSG-01 to MSG-11 each stand first in at least one check that can be violated; ids are unique."""
    first = {check.requirements[0] for check in CHECKS if check.kind != "reach"}
    ids = [check.id for check in (*CORE_LAWS, *CHECKS)]

    assert first == {f"MSG-{number:02}" for number in range(1, 12)}
    assert len(set(ids)) == len(ids)
    assert all(check.id.startswith("msg-") and check.sentence.endswith(".") for check in CHECKS)
    assert all((check.kind == "reach") == check.id.startswith("msg-reach-") for check in CHECKS)


def test_sim_06_an_empty_journal_breaks_nothing_and_reaches_nothing() -> None:
    """Without an occasion a check is not put to the test, and says so."""
    verdicts = [pages().verdict(check) for check in CHECKS]

    assert {v.status for v in verdicts if v.kind == "reach"} == {"not reached"}
    assert {v.status for v in verdicts if v.kind != "reach"} == {"not put to the test"}


@pytest.mark.parametrize("check", CHECKS)
def test_plg_04_another_routines_journal_concerns_no_check(check: type[Check]) -> None:
    """The same events in another routine's stream put nothing to the test, whatever is wrong with them."""
    other = [evolve(event, routine="benefits") for event in EVERY]

    assert pages().add(*other).at("12-01 09:00").add(*other, evolve(NOTE, routine="benefits")).verdict(
        check
    ).status in ("not put to the test", "not reached")


def whole(requirement: str) -> Pages:
    """A message of that type from its receipt to its end, all as it should be."""
    by = {"MSG-03": "siri", "MSG-06": "siri", "MSG-04": "mona", "MSG-09": "mona", "MSG-07": "lena"}.get(
        requirement, "kari"
    )
    role = {"siri": "arbeidslisteansvarlig", "mona": "meldingsansvarlig", "lena": "tjenesteleder"}.get(by, "ansatt")
    journal = under_way(requirement, by, services=["A", "B"], visit="2026-03-03 10:00")
    journal.written[2] = evolve(
        journal.written[2], event=created(role=role, due=instant("03-03 09:00") if requirement == "MSG-03" else None)
    )
    by_type: dict[str, list[Event]] = {
        "MSG-01": [reply()],
        "MSG-02": [reply("temporary", forwarded_to="per"), amended(forward="per"), became("under behandling"), reply()],
        "MSG-03": [asked("worklist"), asked("handheld"), reply()],
        "MSG-06": [
            amended(check_facts="x"),
            became("under behandling"),
            amended(handle="y"),
            reply(),
            amended(decide_archive="arkivsystem"),
        ],
        "MSG-07": [amended(decide="Ikke noe.")],
        "MSG-08": [
            reply("part", service="A"),
            amended(forward="ansatt"),
            became("under behandling"),
            reply("part", service="B"),
        ],
        "MSG-09": [reply(write_to="fastlege")],
    }
    return as_(by, journal, *by_type[requirement], became())


SAFE = [check for check in CHECKS if check.kind == "safety" and check.__module__.endswith(("order", "replies"))]


@pytest.mark.parametrize("requirement", ["MSG-01", "MSG-02", "MSG-03", "MSG-06", "MSG-07", "MSG-08", "MSG-09"])
def test_msg_01_to_09_a_message_as_it_should_be_breaks_nothing(requirement: str) -> None:
    """From receipt to end, each type by its own steps."""
    verdicts = [whole(requirement).verdict(check) for check in SAFE]

    assert [(v.id, v.violations) for v in verdicts if v.count] == []
    assert any(v.judged for v in verdicts)


order, replies = checks_order, checks_replies


to_siri = amended(forward="siri")


def told_of_per() -> Pages:
    return as_("kari", under_way("MSG-02"), reply("temporary", forwarded_to="per"))


def half_answered() -> Pages:
    return as_("kari", under_way("MSG-08", services=["A", "B"]), reply("part", service="A"))


@pytest.mark.parametrize(
    ("check", "write", "wrong"),
    [
        (order.StepsComeInOrder, lambda: as_("siri", under_way("MSG-06", "siri"), reply()), "before check_facts"),
        (
            order.StepsComeInOrder,
            lambda: as_("kari", under_way("MSG-05"), amended(handle="x")),
            "before set_in_progress",
        ),
        (order.StepsComeInOrder, lambda: as_("kari", pages().add(opened()), became()), "before read, full_reply"),
        (
            order.NotForwardedUnsaid,
            lambda: as_("kari", under_way("MSG-02"), amended(forward="per")),
            "without a temporary reply",
        ),
        (order.NotForwardedUnsaid, lambda: as_("per", under_way("MSG-02"), taken("per", "kari")), "took"),
        (order.NotForwardedUnsaid, lambda: as_("kari", under_way("MSG-02"), moved("per")), "gave"),
        (order.GoesWhereItWasSaid, lambda: as_("kari", told_of_per(), amended(forward="kari")), "forwarded"),
        (order.GoesWhereItWasSaid, lambda: as_("kari", told_of_per(), amended(forward="siri")), "was told per"),
        (order.GoesWhereItWasSaid, lambda: as_("kari", told_of_per(), amended(forward="ansatt")), "was told per"),
        (order.StepsAreDoneByTheHolder, lambda: as_("per", under_way("MSG-01"), reply()), "acted on message"),
        (order.StepsAreDoneByTheHolder, lambda: under_way("MSG-01").follow(became()), "rule:PPT-00 acted"),
        (order.StepsAreDoneByTheHolder, lambda: as_("per", under_way("MSG-06"), amended(check_facts="x")), "acted on"),
        (order.StepsAreDoneByTheHolder, lambda: as_("per", under_way("MSG-03"), asked("worklist")), "acted on message"),
        (order.StepsAreDoneByTheHolder, lambda: as_("per", under_way("MSG-01"), amended(visit="")), "acted on message"),
        (order.StepsAreDoneByTheirRoles, lambda: as_("mona", under_way("MSG-01"), reply()), "mona did full_reply"),
        (order.ArchiveIsDecided, lambda: as_("siri", under_way("MSG-06", "siri"), became()), "None about the archive"),
        (
            order.ArchiveIsDecided,
            lambda: as_("siri", under_way("MSG-06", "siri"), amended(decide_archive="kanskje"), became()),
            "'kanskje' about the archive",
        ),
        (
            order.EveryPartIsAnswered,
            lambda: as_("kari", half_answered(), became()),
            "without B",
        ),
        (
            order.EveryPartIsAnswered,
            lambda: as_("kari", half_answered(), evolve(reply("part", service="B"), direction="in"), became()),
            "without B",
        ),
        (
            order.GoesWhereItWasSaid,
            lambda: as_(
                "kari", told_of_per(), evolve(reply("temporary", forwarded_to="siri"), direction="in"), to_siri
            ),
            "was told per",
        ),
        (replies.RepliesStateWhatTheTypeAsks, lambda: as_("mona", under_way("MSG-09", "mona"), reply()), "write_to"),
        (
            replies.RepliesStateWhatTheTypeAsks,
            lambda: as_("mona", under_way("MSG-04", "mona"), reply("temporary")),
            "expected_time",
        ),
        (replies.RepliesStateWhatTheTypeAsks, lambda: as_("kari", under_way("MSG-01"), reply(text="")), "text"),
        (replies.NoReplyByItself, lambda: under_way("MSG-01").follow(reply()), "rule:PPT-00 replied"),
        (replies.NoReplyByItself, lambda: as_("lena", pages().add(opened("MSG-07")), reply()), "undecided"),
        (
            replies.NoReplyByItself,
            lambda: as_("kari", pages().add(opened("MSG-07"), amended(decide="x")), reply()),
            "undecided",
        ),
        (replies.NoReplyByItself, lambda: pages().add(opened("MSG-07"), created()), "is for ansatt"),
        (replies.ContentIsNotForwarded, lambda: as_("kari", under_way("MSG-01"), reply(to="gp")), "went to gp"),
        (
            replies.ContentIsNotForwarded,
            lambda: as_("mona", under_way("MSG-02", "mona"), amended(type=NAMES["MSG-09"]), amended(forward="saks")),
            "was forwarded to saks",
        ),
        (replies.ContentIsNotForwarded, lambda: pages().add(opened("MSG-09"), created()), "went to ansatt"),
    ],
)
def test_msg_02_to_10_what_breaks_a_rule_is_found(check: type[Check], write: Write, wrong: str) -> None:
    """Each check finds what it is there for, once."""
    said = write().wrong(check)

    assert said.startswith(f"{check.requirements[0]} {CASE}: ")
    assert wrong in said


def test_msg_02_a_message_goes_to_the_person_or_the_role_that_was_said() -> None:
    """The last temporary reply counts; where none has to say to whom, it goes anywhere."""
    check = order.GoesWhereItWasSaid
    role = as_("kari", under_way("MSG-02"), reply("temporary", forwarded_to="ansatt"), amended(forward="per"))
    anew = as_("kari", told_of_per(), reply("temporary", forwarded_to="ansatt"), amended(forward="ansatt"))
    application = as_("mona", under_way("MSG-04", "mona"), reply("temporary"), amended(forward="mona"))

    assert as_("kari", told_of_per(), amended(forward="per")).held(check)
    assert role.held(check)
    assert anew.held(check)
    assert application.verdict(check).judged == 0


def test_msg_08_a_part_is_answered_by_the_role_that_its_service_names() -> None:
    """An employee of the first service does not answer for the caseworkers of another."""
    own = [{"name": "A", "responsible": "ansatt"}, {"name": "B", "responsible": "koordinator"}]
    check = order.StepsAreDoneByTheirRoles

    def answered_by(who: str) -> Pages:
        journal = pages(services=own).add(opened("MSG-08", services=["A", "B"]), created(), actor="rule:MSG-08")
        as_("kari", journal, taken(), seen(), reply("part", service="A"))
        return as_(who, journal, reply("part", service="B"))

    assert answered_by("siri").held(check)
    assert "kari did answer_other_parts" in answered_by("kari").wrong(check)


def test_msg_05_what_was_stated_as_another_type_is_no_step() -> None:
    """A complaint that is handled and turns out an invoice question is not handled as such; the work list was asked."""

    def sorted_anew(*events: Event) -> Pages:
        complaint = under_way("MSG-06", "siri").add(amended(check_facts="x"), became("under behandling", "ny"))
        return complaint.add(amended(handle="y"), amended(type=NAMES["MSG-05"]), *events, reply())

    check = order.StepsComeInOrder
    assert "full_reply on" in sorted_anew().wrong(check)
    assert "came before handle" in sorted_anew(amended(handle="")).wrong(check)
    assert sorted_anew(amended(handle="z")).held(check)
    change = under_way("MSG-03", "siri").add(asked("worklist"), amended(change_work_list="x"))
    back = change.add(amended(type=NAMES["MSG-01"]), amended(type=NAMES["MSG-03"]), asked("handheld"))
    assert back.held(check)


def test_msg_05_a_message_is_sorted_between_reading_and_answering_or_passing_on() -> None:
    """Read, it may be sorted twice; unread, answered for now or passed on, it was."""
    check, sort = order.StepsComeInOrder, amended(type=NAMES["MSG-01"])
    passed_on = TaskCompleted(R, CASE, f"{CASE}/task-1", "handle_message", "", "passed on", "kari", "kari")
    dropped = TaskCancelled(R, CASE, f"{CASE}/task-1", "handle_message", "sorted")

    assert as_("kari", under_way("MSG-02"), sort, dropped, created(n=2), amended(visit="")).held(check)
    assert "was sorted unread" in as_("kari", pages().add(opened(), created(), taken()), sort).wrong(check)
    assert "answered or passed on" in as_("kari", told_of_per(), sort).wrong(check)
    assert "answered or passed on" in as_("kari", under_way("MSG-02"), passed_on, sort).wrong(check)


def test_msg_10_a_rule_takes_back_what_was_stated_and_states_nothing() -> None:
    """Nobody of the staff is behind that; behind anything else somebody is."""
    check = order.StepsAreDoneByTheHolder

    assert under_way("MSG-06").follow(amended(handle="")).verdict(check).judged == 0
    assert "rule:PPT-00 acted" in under_way("MSG-06").follow(amended(handle="x")).wrong(check)


def test_msg_02_the_leader_hands_over_and_illness_gives_back() -> None:
    """Neither is forwarding."""
    by_leader = as_("lena", under_way("MSG-02"), moved("per"))
    given_back = under_way("MSG-02").follow(moved(""), actor="rule:MSG-10")

    assert by_leader.verdict(order.NotForwardedUnsaid).count == given_back.verdict(order.NotForwardedUnsaid).count == 0


FIRST = replies.RepliesMeetTheFirstDeadline


def test_msg_01_a_reply_meets_the_first_deadline_at_once() -> None:
    """A reply that does not, and a deadline met by nothing or by a word for now, are found."""

    def started(requirement: str = "MSG-01") -> Pages:
        return pages().add(opened(requirement), deadline())

    assert started().at("03-02 10:00").add(reply()).follow(met()).held(FIRST)
    for_now = reply("temporary")
    assert started("MSG-02").at("03-02 10:00").add(for_now).follow(met()).held(FIRST)
    assert started("MSG-05").at("03-02 10:00").add(for_now).follow(met()).held(FIRST)
    assert "was not met by it" in started("MSG-05").at("03-02 10:00").add(for_now).wrong(FIRST)
    assert "that is worth it" in started("MSG-09").at("03-02 10:00").add(for_now).follow(met()).wrong(FIRST)
    assert started().at("03-02 10:00").add(for_now).verdict(FIRST).judged == 0
    assert "was not met by it" in started().at("03-02 10:00").add(reply()).wrong(FIRST)
    assert "without a reply" in started().at("03-02 10:00").add(met()).wrong(FIRST)
    assert started().add(evolve(reply(), direction="in")).verdict(FIRST).judged == 0


THEIRS = checks_receipt.DeadlinesAreThoseOfTheType


def test_msg_01_the_deadlines_are_those_of_the_type() -> None:
    """One too few, one too many, one by another rule and one from another time are found."""
    later = "03-05 09:00"
    assert pages().add(opened(), deadline()).held(THEIRS)
    assert "has no deadline [('first_reply'" in pages().add(opened()).at(later).add(became()).wrong(THEIRS)
    assert pages().add(opened("MSG-07"), deadline()).verdict(THEIRS).count == 1
    assert pages().add(opened(), deadline(rule="2 working days, end of day")).verdict(THEIRS).count == 2
    assert pages().add(opened(), deadline(at="03-01 09:00")).verdict(THEIRS).count == 1


def test_msg_06_the_check_of_the_facts_has_its_time_also_after_sorting() -> None:
    """A message that turns out a complaint gets it then."""
    complaint = amended(type=NAMES["MSG-06"])

    def begun() -> Pages:
        return pages().add(opened(), deadline()).at("03-02 11:00").add(complaint)

    facts = deadline("step_in_time", DAY, "check_facts", n=2)

    assert begun().follow(facts).held(THEIRS)
    assert "'check_facts'" in begun().wrong(THEIRS)


def test_msg_11_a_final_deadline_that_nobody_set_is_found() -> None:
    """With the setting it is right."""
    rule = "10 days, end of day"
    final = deadline("final_reply", rule)
    own = {"final_reply": {NAMES["MSG-05"]: rule}}

    assert "was set by nobody" in pages().add(opened("MSG-05"), final).wrong(checks_receipt.FinalDeadlinesAreSet)
    assert pages(**own).add(opened("MSG-05"), final).held(checks_receipt.FinalDeadlinesAreSet)


def test_msg_11_a_type_with_a_gap_ends_with_a_stated_decision() -> None:
    """Until its steps are set."""
    check = checks_receipt.FinalDeadlinesAreSet

    assert "without a stated decision" in pages().add(opened("MSG-07"), became()).wrong(check)
    assert pages().add(opened("MSG-07"), amended(decide="x"), became()).held(check)


OPENS = checks_receipt.MessagesOpenTheirCase


@pytest.mark.parametrize(
    ("category", "subject", "new", "rule", "wrong"),
    [
        ("Feil mottaker", "Feil mottaker", True, "rule:MSG-09", ""),
        ("Noe annet", NAMES["MSG-01"], True, "rule:MSG-01", ""),
        ("Feil mottaker", NAMES["MSG-01"], True, "rule:MSG-01", "not 'Feil mottaker'"),
        ("Feil mottaker", "Feil mottaker", False, "rule:MSG-09", "of its own"),
        ("Feil mottaker", "Feil mottaker", True, "staff:kari", "by a rule"),
    ],
)
def test_msg_10_a_message_opens_its_case(category: str, subject: str, new: bool, rule: str, wrong: str) -> None:
    """At once, by a rule, as the type that its category names."""
    journal = pages().add(received(category)).follow(registered(subject, new), actor=rule)

    assert wrong in journal.wrong(OPENS) if wrong else journal.held(OPENS)


def test_msg_10_a_message_that_opens_no_case_is_found() -> None:
    """It lies in the inbox."""
    assert "opened no case" in pages().add(received()).wrong(OPENS)


def test_msg_01_a_message_that_is_never_done_is_found() -> None:
    """Forty working days are more than any of them needs."""
    check = checks_receipt.EveryMessageIsDone

    assert "is not done" in pages().add(opened()).wrong(check)
    assert pages().add(opened()).verdict(check, end="03-20 00:00").count == 0
    assert pages().add(opened(), became()).held(check)


CHANGE = visits.ChangesAreOrderedByTheVisit


def test_msg_03_a_change_is_due_at_the_start_of_its_visit() -> None:
    """Ten o'clock in Oslo in March is nine in UTC; any other time is found, and no visit judges nothing."""

    def begun() -> Pages:
        return pages().add(opened("MSG-03", visit="2026-03-03 10:00"))

    assert begun().add(created(due=instant("03-03 09:00"))).held(CHANGE)
    assert "the visit starts" in begun().add(created(due=instant("03-03 22:59"))).wrong(CHANGE)
    assert pages().add(opened("MSG-03"), created()).verdict(CHANGE).judged == 0


def test_msg_03_the_leaders_task_about_a_change_is_due_by_the_visit() -> None:
    """Not by a reply that is due later; by one that is due before, it may be."""

    def told(due: str | None) -> Pages:
        leaders = evolve(TOLD, due=instant(due) if due else None)
        return pages().add(opened("MSG-03", visit="2026-03-03 10:00"), leaders)

    assert told("03-03 09:00").held(CHANGE)
    assert told("03-02 22:59").held(CHANGE)
    assert "the visit starts" in told("03-03 22:59").wrong(CHANGE)
    assert "the visit starts" in told(None).wrong(CHANGE)


def test_msg_03_a_visit_that_nobody_can_order_by_is_found() -> None:
    """Written by whoever sorts it; what the citizen wrote is not their doing."""

    def sorted_by(visit: str) -> Pages:
        return pages().add(opened("MSG-03", visit="tirsdag"), amended(visit=visit))

    assert sorted_by("2026-03-03 10:00").held(CHANGE)
    assert "'i morgen kl. 8'" in sorted_by("i morgen kl. 8").wrong(CHANGE)
    assert sorted_by("").verdict(CHANGE).judged == 0


def test_msg_03_a_visit_in_vain_is_on_its_case_and_only_such_a_one() -> None:
    """A note missing, and a note without occasion, are found."""
    check = visits.VisitsInVainAreCounted

    assert pages().add(answered(in_vain=True)).follow(NOTE).held(check)
    assert "does not say so" in pages().add(answered(in_vain=True)).wrong(check)
    assert pages().add(answered(in_vain="?")).follow(NOTE).held(check)
    assert "does not say so" in pages().add(answered()).wrong(check)
    assert "no terminal told" in pages().add(answered(in_vain=False)).follow(NOTE).wrong(check)
    assert pages().add(answered(in_vain=False)).add(NOTE).verdict(check).judged == 0


SEES = checks_leader.TheLeaderSeesItInTime
LYING = [opened(), created()]
TOLD = created("untaken_message", "tjenesteleder", n=2, about=f"{CASE}/task-1")


def test_msg_10_the_leader_is_told_twelve_hours_before() -> None:
    """The first reply is due at 22:59 UTC on 3 March: told at 10:59 is in time, at 11:05 it is not."""

    def lying(at: str) -> Pages:
        return pages().add(opened(), deadline(), created()).at(at)

    assert lying("03-03 10:59").add(TOLD).at("03-03 14:00").add(taken()).held(SEES)
    assert "no leader was told in time" in lying("03-03 11:05").add(TOLD, taken()).wrong(SEES)
    assert "no leader was told in time" in lying("03-03 14:00").add(taken()).wrong(SEES)
    assert lying("03-03 10:00").add(taken()).held(SEES)
    assert "lies in a queue" in lying("03-03 10:00").wrong(SEES)


def test_msg_10_the_leader_is_told_before_the_visit() -> None:
    """Ten o'clock in Oslo is 9:00 UTC: two hours before is 7:00 UTC, with the setting of five it is 4:00."""

    def lying(at: str, **own: str) -> Pages:
        return pages(**own).add(opened("MSG-03", visit="2026-03-03 10:00"), deadline(), created()).at(at)

    assert lying("03-03 07:00").add(TOLD).at("03-03 08:00").add(taken()).held(SEES)
    assert "no leader was told in time" in lying("03-03 07:05").add(TOLD, taken()).wrong(SEES)
    assert lying("03-03 06:00").add(taken()).held(SEES)
    five = {"leader_notice_before_visit": "5 hours"}
    assert "no leader was told in time" in lying("03-03 06:00", **five).add(TOLD, taken()).wrong(SEES)
    assert "lies in a queue" in lying("03-02 10:00").wrong(SEES)


def test_msg_10_a_visit_counts_when_the_first_reply_is_behind_it() -> None:
    """Given back after the reply, with the work list still to be changed."""

    def back() -> Pages:
        change = pages().add(opened("MSG-03", visit="2026-03-03 10:00"), deadline(), created(), taken(), met())
        return change.at("03-02 12:00").add(moved(""))

    assert back().at("03-03 06:59").follow(TOLD).at("03-03 08:00").add(taken()).held(SEES)
    assert "no leader was told in time" in back().at("03-03 08:00").add(taken()).wrong(SEES)


def test_msg_10_what_lies_again_is_told_at_once_when_late() -> None:
    """Given back after the time for the notice; with it told, all is well."""

    def back() -> Pages:
        return pages().add(opened(), deadline(), created(), taken()).at("03-03 12:00").add(moved(""))

    assert back().follow(TOLD).held(SEES)
    assert "no leader was told" in back().at("03-03 13:00").add(taken()).wrong(SEES)


def test_msg_10_the_leader_is_told_of_nothing_that_somebody_has() -> None:
    """Or that is answered already."""
    journal = pages().add(opened(), deadline(), created(), taken(), TOLD)
    replied = pages().add(opened(), deadline(), created(), reply(), met()).at("03-05 09:00").add(taken())

    assert "which lies in no queue" in journal.wrong(SEES)
    assert replied.verdict(SEES).count == 0


def test_msg_10_the_leader_may_be_told_of_what_lies_there_after_the_first_reply() -> None:
    """A step in time can still be missed: told of it in its queue is right, told of it when taken is not."""

    def answered_already() -> Pages:
        return pages().add(opened(), deadline(), created("finish_message"), taken(), met())

    assert answered_already().add(moved(""), TOLD).held(SEES)
    assert "which lies in no queue" in answered_already().add(TOLD).wrong(SEES)


def test_sim_06_a_run_says_which_types_it_has_reached() -> None:
    """One of each type; a message that is not done reaches nothing."""
    for check, requirement in zip(checks_reach.REACHED_BY_TYPE, NAMES, strict=True):
        assert pages().add(opened(requirement), became()).verdict(check).status == "held"
        assert pages().add(opened(requirement)).verdict(check).status == "not reached"
        assert check.requirements == (requirement,)


@pytest.mark.parametrize(
    ("check", "reached", "not_reached"),
    [
        (checks_reach.ReachVisitInVain, [answered(in_vain=True)], [answered(in_vain=False)]),
        (checks_reach.ReachVisitInTime, [answered(in_vain=False)], [answered()]),
        (checks_reach.ReachSorted, [amended(type="x")], [amended(handle="x")]),
        (checks_reach.ReachLeaderTold, [*LYING, TOLD, moved("per")], [*LYING, TOLD, moved("")]),
    ],
)
def test_sim_06_a_run_says_what_it_has_reached(
    check: type[Check], reached: list[object], not_reached: list[object]
) -> None:
    """Each goal is reached by what it asks for, and not by what only looks like it."""
    assert pages().add(*reached).verdict(check).status == "held"  # type: ignore[arg-type]
    assert pages().add(*not_reached).verdict(check).status == "not reached"  # type: ignore[arg-type]


def test_sim_06_a_weekend_counts_by_the_local_clock() -> None:
    """Saturday at 00:30 in Oslo is Friday 23:30 in UTC."""
    check = checks_reach.ReachWeekend

    assert pages().at("03-06 23:30").add(opened(), reply()).verdict(check).status == "held"
    assert pages().at("03-06 22:30").add(opened(), reply()).verdict(check).status == "not reached"


def test_the_checks_know_a_task_that_is_over() -> None:
    """Who had it then acts on a message that is not theirs any more."""
    over = TaskCompleted(R, CASE, f"{CASE}/task-1", "handle_message", "", "done", "kari", "kari")
    journal = as_("kari", under_way("MSG-01").add(over), seen(), became())

    assert "acted on message" in journal.wrong(checks_order.StepsAreDoneByTheHolder)
