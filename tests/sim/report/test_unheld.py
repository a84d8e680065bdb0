"""What did not hold stands on top of the page, in its language, and leads to what tells more of it (SIM-09)."""

from __future__ import annotations

from pathlib import Path

import pytest

from saksgang.declarations import Catalogue
from saksgang.exits import Exit
from saksgang.legaltime import Almanac
from saksgang_ppt_intake.plugin import declare_routine as ppt_intake
from saksgang_sim.report.answers import checks
from saksgang_sim.report.rules import Sentence
from saksgang_sim.report.summary_file import Check, Summary, Target, Violation
from saksgang_sim.report.unheld import SHOWN, Unheld, UnheldRow, unheld
from saksgang_sim.report.words import Words
from tests.sim.report.journals import counted_of
from tests.sim.report.reading import Page
from tests.sim.running import said

INBOX, REACH = "ppt-no-document-is-left-in-the-inbox", "ppt-reach-a-leader-returned-a-letter"
STATUSES = ("held", "not put to the test", "violated", "not reached")


def words(language: str) -> Words:
    """The words of a page where the routine is installed."""
    return Words(language, Catalogue({"ppt_intake": ppt_intake()}), Almanac("NO"), {})


def check(name: str, status: str) -> Check:
    """What a summary says of a check."""
    said = [Violation("PPT-01", "PPT-1", "2026-04-13", "It was left.")] if status == "violated" else []
    return Check(name, ["PPT-01"], "It holds.", status, 3, 27 * len(said), said)


def summary(*checks: Check, targets: tuple[Target, ...] = (), failures: int = 0) -> Summary:
    """A summary with these."""
    return Summary("small", 7, "", "", True, 0, "", checks=[*checks], targets=[*targets], plugin_failures=failures)


def told(of: Summary | None, language: str = "nb") -> Unheld:
    """What the page says on top."""
    return unheld(of, counted_of().deadlines, words(language))


def test_sim_09_nothing_is_said_of_a_run_that_held() -> None:
    """Nor of one whose summary is not there, nor of a check that had no occasion."""
    sound = summary(
        check(INBOX, "held"), check(REACH, "not put to the test"), targets=(Target("a.b.norm", 0.9, 1.0, 3, held=True),)
    )

    assert told(sound) == told(None) == Unheld([], 0)


def test_sim_09_a_broken_rule_and_a_goal_never_reached_are_told_with_the_rule() -> None:
    """What broke before what never came, each leading to the checks."""
    rows = told(summary(check(REACH, "not reached"), check(INBOX, "violated"))).rows
    rules = ppt_intake().sentences

    assert [row.head for row in rows] == ["Brudd på en regel, 27 i alt:", "Aldri nådd i denne kjøringen:"]
    assert [row.rule for row in rows] == [Sentence(rules[INBOX]), Sentence(rules[REACH])]
    assert {row.place for row in rows} == {"checks"}
    assert [row.case for row in rows] == ["PPT-1", ""]


@pytest.mark.parametrize(
    ("language", "missed", "untried"),
    [
        ("nb", "Frist for svar (norm) skulle holdes i minst 100\u00a0%", "Frist for svar (norm) kom aldri"),
        ("da", "Frist for svar (norm) skulle overholdes i mindst 100 %", "Frist for svar (norm) kom aldrig"),
        ("en", "the inquiry is to be answered (norm) was to be met in at least 100%", "did not end once"),
    ],
)
def test_sim_09_a_target_that_was_missed_or_never_tried_is_told(language: str, missed: str, untried: str) -> None:
    """With what was asked and what it was."""
    name = "ppt_intake.answer.norm"
    rows = told(
        summary(targets=(Target(name, 1.0, 0.988, 81, held=False), Target(name, 1.0, 1.0, 0, held=True))), language
    ).rows

    assert missed in rows[0].head
    assert "81" in rows[0].head
    assert untried in rows[1].head


def test_sim_09_a_plugin_that_failed_is_told_first_and_of_many_only_the_first() -> None:
    """The rest is counted."""
    answer = told(summary(*(check(f"ppt-{n}", "violated") for n in range(SHOWN)), failures=2))

    assert answer.rows[0] == UnheldRow(
        "En rutine stanset med en feil (2 i alt); hendelsene HandlingFailed i journalen sier hvor."
    )
    assert (len(answer.rows), answer.more) == (SHOWN, 1)


def test_sim_09_the_table_of_rules_begins_with_what_did_not_hold() -> None:
    """Broken, never reached, no occasion, held; what did not hold is shown unfolded."""
    found = checks(summary(*(check(f"ppt-{status}", status) for status in STATUSES)), words("nb"))

    assert [one.status for one, _ in found.all] == ["violated", "not reached", "not put to the test", "held"]
    assert [one.status for one, _ in found.unheld] == ["violated", "not reached"]


def test_sim_09_the_first_screen_of_a_red_run_says_so(tmp_path: Path) -> None:
    """A target that was missed stands before the answer and leads to the deadlines."""
    scenario = tmp_path / "red.toml"
    scenario.write_text(
        'base = "small"\n[[targets]]\ndeadline = "ppt_intake.answer"\ntarget = "norm"\nmet_share = 1.0\n', "utf-8"
    )
    code = said("simulate", scenario, "--out", tmp_path / "run").code
    text = said("report", tmp_path / "run", "--out", "-").out
    notice = text[text.index('id="unheld"') : text.index('<section class="answer"')]

    assert code == Exit.FAILED
    assert "Ikke alt holdt i denne kjøringen" in notice
    assert '<a href="#kinds">Se fristene</a>' in notice
    assert Page(text).wrong == []
