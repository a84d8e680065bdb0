"""Checks of what lies with a section leader, or with nobody."""

from __future__ import annotations

from saksgang.events import StaffGone, StatusChanged, TaskReassigned
from saksgang_ppt_intake.checks_leaders import LeadersAreAskedToAssess, LeadersHandCasesOn, OnlyLeadersHandOn
from tests.plugins.ppt_intake.checks_pages import CASE, R, assigned, done, pages, task

ENDED = StatusChanged(R, CASE, "ny", "avsluttet", "", final=True)


def test_ppt_06_a_leader_hands_on_a_leaders_case() -> None:
    """By hand, by a rule that carries out the assessment, or because the leader left."""
    by_hand = pages().add(assigned("lena"), task("assess_case")).add(assigned("fred", "lena"), actor="staff:lars")
    by_rule = pages().add(assigned("lena"), task("assess_case"), done("assess_case", "assigned", "lena"))
    left = pages().add(assigned("lena"), StaffGone("office", "", "lena"), assigned("lars", "lena"))

    assert by_hand.held(OnlyLeadersHandOn)
    assert by_rule.follow(assigned("fred", "lena")).held(OnlyLeadersHandOn)
    assert left.held(OnlyLeadersHandOn)


def test_ppt_06_nobody_else_hands_it_on() -> None:
    """A consultant and a rule that nobody asked are found."""
    for actor in ("staff:kari", "rule:PPT-06"):
        said = pages().add(assigned("lena")).add(assigned("fred", "lena"), actor=actor).wrong(OnlyLeadersHandOn)
        assert said == f"PPT-06 {CASE}: Case {CASE} of lena went to fred by {actor}, no leder."


def test_ppt_06_a_case_that_went_straight_to_a_caseworker_is_not_assessed() -> None:
    """An assessment of a specialist's case is found, and a second one of a leader's."""
    straight = pages().add(assigned("fred"), task("assess_case"))
    twice = pages().add(assigned("lena"), task("assess_case"), task("assess_case", number=2))

    assert straight.wrong(OnlyLeadersHandOn).endswith("although it lies with a specialist.")
    assert twice.wrong(OnlyLeadersHandOn).endswith("was put up for assessment again.")


def test_ppt_06_a_leaders_case_is_redistributed_in_the_end() -> None:
    """40 working days after 2 March end on 30 April; another leader is not the end of it."""
    lying = pages().add(assigned("lena")).at("03-16 09:00").add(assigned("lars", "lena"))

    assert lying.verdict(LeadersHandCasesOn, "04-30 08:00").count == 0
    assert f"PPT-06 {CASE}: Case {CASE} went to a section leader" in lying.wrong(LeadersHandCasesOn, "04-30 08:01")
    assert lying.add(assigned("fred", "lars")).held(LeadersHandCasesOn)
    assert pages().add(assigned("lena"), ENDED).held(LeadersHandCasesOn)


def test_ppt_06_a_case_of_nobody_is_a_leaders_to_give() -> None:
    """Where the one named is away without a deputy, a leader assesses it; a consultant may not hand it on."""
    nobodys = pages().add(assigned(""), task("assess_case", role="leder"))
    by_kari = pages().add(assigned("")).add(assigned("fred"), actor="staff:kari")

    assert f"Case {CASE} of nobody went to fred by staff:kari" in by_kari.wrong(OnlyLeadersHandOn)
    assert nobodys.add(assigned("fred"), actor="staff:lena").held(OnlyLeadersHandOn)
    assert "or to nobody and lies there" in pages().add(assigned("")).wrong(LeadersHandCasesOn)


def test_ppt_06_a_leader_is_asked_to_assess() -> None:
    """At once, for a leader's case and for nobody's; a specialist's needs no assessment."""
    taken_over = TaskReassigned(R, CASE, f"{CASE}/task-1", "lars", "leder", "", "lena left")
    handed_over = pages().add(assigned("lena"), task("assess_case", "lena")).at("03-03 09:00")
    late = pages().add(assigned("lena")).at("03-02 09:01").add(task("assess_case"))

    assert handed_over.add(assigned("lars", "lena"), taken_over).held(LeadersAreAskedToAssess)
    assert pages().add(assigned(""), task("assess_case")).held(LeadersAreAskedToAssess)
    assert pages().add(assigned("fred")).verdict(LeadersAreAskedToAssess).count == 0
    assert late.wrong(LeadersAreAskedToAssess) == (
        f"PPT-06 {CASE}: Case {CASE} went to lena, and no leader was asked to assess it."
    )
    assert "went to nobody" in pages().add(assigned("")).wrong(LeadersAreAskedToAssess)
