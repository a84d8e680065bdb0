"""Rules of checks and faults in the language of the page (SIM-05, SIM-09)."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from saksgang.declarations import Catalogue
from saksgang.legaltime import Almanac
from saksgang_benefits.plugin import declare_routine as benefits
from saksgang_ppt_intake.plugin import declare_routine as ppt_intake
from saksgang_sim.faults.kinds import KINDS
from saksgang_sim.report.rules import Sentence, ran_faults, rule, violations
from saksgang_sim.report.summary_file import Check, Faults, Summary, Violation
from saksgang_sim.report.words import Words
from tests.sim.report.reading import Page
from tests.sim.running import said

ROUTINES = {"benefits": benefits(), "ppt_intake": ppt_intake()}
PPT, BEN = "ppt-no-document-is-left-in-the-inbox", "ben-decisions-go-out"
BROKEN = "It came in and nobody registered it."


def words(language: str) -> Words:
    """The words of a page where both routines are installed."""
    return Words(language, Catalogue(ROUTINES), Almanac("NO"), {})


def check(name: str, *violated: str) -> Check:
    """What a summary says of a check, violated on these cases."""
    said = [Violation("PPT-01", case, "2026-04-13", BROKEN) for case in violated]
    return Check(name, ["PPT-01"], "It holds.", "violated" if said else "held", 3, len(said), said)


@pytest.mark.parametrize("language", ["nb", "da"])
def test_sim_09_a_routines_rule_is_in_its_own_language(language: str) -> None:
    """Also on a page in the other Scandinavian one, which then says so to a screen reader."""
    for name, own in (("ppt_intake", PPT), ("benefits", BEN)):
        routine = ROUTINES[name]
        expected = Sentence(routine.sentences[own], "" if routine.language == language else routine.language)
        assert rule(check(own), words(language)) == expected


@pytest.mark.parametrize("name", ["core-tasks-end-once", "sim-nobody-is-at-a-loss"])
def test_sim_09_a_rule_of_ours_is_in_the_language_of_the_page(name: str) -> None:
    """Core and simulation are told in both."""
    told = {rule(check(name), words(language)) for language in ("nb", "da")}

    assert len(told) == 2
    assert {sentence.language for sentence in told} == {""}
    assert "It holds." not in {sentence.text for sentence in told}


@pytest.mark.parametrize("name", [PPT, "core-tasks-end-once"])
def test_sim_09_an_english_page_has_the_rule_as_the_run_left_it(name: str) -> None:
    """Whatever is installed here."""
    assert rule(check(name), words("en")) == Sentence("It holds.")


@pytest.mark.parametrize("language", ["nb", "da"])
def test_plg_01_a_routine_without_sentences_is_told_in_english(language: str) -> None:
    """A third party's, or one that is not installed here any more."""
    bare = evolve(words(language), catalogue=Catalogue({"ppt_intake": evolve(ROUTINES["ppt_intake"], sentences={})}))

    assert rule(check(PPT), bare) == rule(check("dog-holds"), bare) == Sentence("It holds.", "en")


def test_sim_05_faults_are_told_as_sentences() -> None:
    """In the language of the page, with how often each struck; one that is not known any more has its name only."""
    faults = Faults({"killed": 0.2, "gone_since": 0.1}, {"killed": 4})
    summary = Summary("small", 7, "", "", True, 0, "", faults=faults)
    told = {language: ran_faults(summary, words(language)) for language in ("nb", "da", "en")}

    assert [(fault.name, fault.struck) for fault in told["da"]] == [("killed", 4), ("gone_since", 0)]
    assert told["da"][0].sentence == Sentence("Systemet afbrydes og bygges op igen af journalen.")
    assert told["en"][0].sentence == Sentence(KINDS["killed"].sentence)
    assert {faults[1].sentence for faults in told.values()} == {Sentence("")}
    assert ran_faults(None, words("nb")) == []


def test_sim_09_a_case_knows_the_rules_that_were_broken_on_it() -> None:
    """The rule, and what the check said; nothing of another case, and nothing without a summary."""
    checks = [check(PPT, "A", "B"), check(BEN, "B"), check("core-tasks-end-once")]
    summary = Summary("small", 7, "", "", True, 0, "", checks=checks)

    assert list(violations(summary, "A", words("nb"))) == [(rule(checks[0], words("nb")), [BROKEN])]
    assert [said for _, said in violations(summary, "B", words("nb"))] == [[BROKEN], [BROKEN]]
    assert list(violations(None, "A", words("nb"))) == []


@pytest.fixture(scope="module")
def broken(run: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A run whose summary says that a rule was broken on a case, and one of a routine that is not here; the case."""
    folder = tmp_path_factory.mktemp("broken")
    (folder / "journal.jsonl").write_bytes((run / "journal.jsonl").read_bytes())
    (folder / "journal.head.json").write_bytes((run / "journal.head.json").read_bytes())
    summary: dict[str, Any] = json.loads((run / "summary.json").read_text("utf-8"))
    case = summary["missed"][0]["case"]
    violation = {"requirement": "PPT-01", "case": case, "at": "2026-04-13", "event": "", "sentence": BROKEN}
    for row in summary["checks"]:
        if row["id"] == PPT:
            row |= {"status": "violated", "violations": 1, "first_violations": [violation]}
    stranger = {**summary["checks"][0], "id": "dog-holds", "sentence": "A dog's owner gets an answer."}
    summary["checks"].append(stranger)
    summary["faults"] = {"rates": {"killed": 0.2}, "struck": {"killed": 4}}
    (folder / "summary.json").write_text(json.dumps(summary), "utf-8")
    return folder, case


def html(run: Path, *more: str) -> str:
    """A page of the run."""
    answer = said("report", run, "--out", "-", *more)
    assert answer.code == 0, answer.err
    return answer.out


@pytest.mark.parametrize("language", ["nb", "da"])
def test_sim_09_a_section_leader_can_read_what_was_checked(broken: tuple[Path, str], language: str) -> None:
    """No English rule stands on the page but a stranger's, and that one is marked; ids stand beside the rules."""
    folder, _ = broken
    text = html(folder, "--lang", language)
    summary = json.loads((folder / "summary.json").read_text("utf-8"))
    part = text[text.index('id="checks"') : text.index('id="run"')]

    assert [row["id"] for row in summary["checks"] if row["sentence"] in "".join(Page(text).text)] == ["dog-holds"]
    assert '<span lang="en">A dog&#39;s owner gets an answer.</span> <small>dog-holds</small>' in part
    assert all(f"<small>{row['id']}</small>" in part for row in summary["checks"])
    assert f'<span lang="en">{BROKEN}</span>' in part
    (heading,) = re.findall(r"<h3>(.*?)</h3>", part)
    assert ROUTINES["ppt_intake"].sentences[PPT] in heading


@pytest.mark.parametrize(("language", "broke"), [("nb", "Brudd på regelen:"), ("da", "Brud på reglen:")])
def test_sim_09_the_page_of_a_case_names_the_rule_that_was_broken(
    broken: tuple[Path, str], language: str, broke: str
) -> None:
    """On the report and on a page of its own, before what the check said in English."""
    folder, case = broken
    own = ROUTINES["ppt_intake"].sentences[PPT]
    alone, all_of_it = html(folder, "--lang", language, "--case", case), html(folder, "--lang", language)
    on_report = all_of_it[all_of_it.index(f'id="case-{case}"') :].partition("</article>")[0]

    for text in (alone, on_report):
        told = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))
        assert f"{broke} {own} {BROKEN}" in told


def test_sim_05_the_page_tells_which_faults_were_on(broken: tuple[Path, str]) -> None:
    """As a table under a heading, and nothing where there were none."""
    text = html(broken[0], "--lang", "da")
    part = text[text.index('id="run"') :]

    assert 'bygges op igen af journalen.</span> <small>killed</small></th><td class="number">4</td>' in part
    assert 'id="h-faults"' in part


def test_sim_09_a_report_leaves_what_the_run_left_as_it_was(run: Path) -> None:
    """Summary and journal keep their bytes, whatever the language of the page."""
    before = {path.name: path.read_bytes() for path in run.iterdir() if path.suffix in {".json", ".jsonl"}}
    for language in ("nb", "da", "en"):
        assert 'id="h-faults"' not in html(run, "--lang", language)

    assert {name: (run / name).read_bytes() for name in before} == before
