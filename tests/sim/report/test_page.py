"""The page: one file, whole, small, in three languages, with nothing from outside in it but text (SIM-09, COR-08)."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from attrs import evolve

from saksgang import events as e
from saksgang.declarations import Catalogue
from saksgang.identity import masked
from saksgang.legaltime import Almanac
from saksgang.records import Target
from saksgang_sim.report.grid import EVERY
from saksgang_sim.report.leaving import REPORT
from saksgang_sim.report.making import MISSED_FIRST
from saksgang_sim.report.places import QUEUE, Place
from saksgang_sim.report.views_deadlines import place_words, prevention
from saksgang_sim.report.words import Words
from tests.sim.report.journals import CASE, OPENED, folder_of, hostile_case, ledger, task
from tests.sim.report.reading import Page
from tests.sim.running import said

LANGUAGES = ("nb", "da", "en")
HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>'\"&{{ 7*7 }}"


def written(run: Path, *more: str) -> str:
    """The report of a run."""
    answer = said("report", run, "--out", "-", *more)
    assert answer.code == 0, answer.err
    return answer.out


@pytest.fixture(scope="module")
def text(run: Path) -> str:
    """The report of the run in the office's language."""
    return written(run)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sim_09_the_page_is_whole_in_every_language(run: Path, language: str) -> None:
    """Tags closed, ids once, links leading to something on the page, and no text left to be filled in."""
    text = written(run, "--lang", language)
    page = Page(text)

    assert page.wrong == []
    assert len(page.ids) == len(set(page.ids))
    assert {target for target in page.targets if target.removeprefix("#") not in page.ids} == set()
    assert text.startswith(f'<!doctype html>\n{REPORT.mark}\n<html lang="{language}">')
    assert "{" not in "".join(page.text)


def test_sim_09_the_page_loads_nothing(text: str) -> None:
    """No attribute that fetches, no address in the styles, and a policy that forbids it to the browser."""
    page = Page(text)
    styles = "".join(re.findall(r"<style>(.*?)</style>", text, re.DOTALL))

    assert page.loads == page.handlers == []
    assert "url(" not in styles
    assert "@import" not in styles
    assert "default-src 'none'" in text


def test_sim_09_the_page_is_under_two_megabytes(text: str) -> None:
    """However many cases there were, it carries as many as it has room for."""
    assert len(text.encode()) < 2_000_000


def test_sim_09_every_picture_has_its_table_and_every_bar_leads_to_cases(text: str) -> None:
    """The numbers of the chart are those of the table behind it, and a bar with cases names a list that is there."""
    page = Page(text)
    charts = json.loads(page.scripts[0])

    assert {"time", "months", "letters", "queues", "roles"} <= set(charts)
    for name, chart in charts.items():
        parts = chart["links"] if chart["type"] == "flow" else chart["series"]
        lists = (
            [part["list"] for part in parts]
            if chart["type"] == "flow"
            else [key for part in parts for key in part["lists"]]
        )
        assert {key for key in lists if key} <= set(page.ids)
        assert any(lists), name
        assert len(page.tables[name]) > 1
    months = page.tables["months"]
    assert [row[0] for row in months[1:]] == charts["months"]["categories"]
    assert [[int(cell) for cell in row[1:]] for row in months[1:]] == [
        list(row) for row in zip(*(each["values"] for each in charts["months"]["series"]), strict=True)
    ]


def test_sim_09_missed_cases_are_on_the_page_with_letters_ledgers_and_explanation(run: Path, text: str) -> None:
    """With what `explain` says of it, but for reasons, which the terminal has as the journal does; letters as sent."""
    summary = json.loads((run / "summary.json").read_text("utf-8"))
    page = Page(text)
    number = min(summary["missed"], key=lambda row: row["target"])["case"]
    article = text[text.index(f'id="case-{number}"') :].partition("</article>")[0]
    told = said("explain", run, number, "--lang", "nb").out.replace(f"{number}/", "").splitlines()

    limits_first = sorted(summary["missed"], key=lambda row: row["target"])
    assert {f"case-{row['case']}" for row in limits_first[:MISSED_FIRST]} <= set(page.ids)
    plain = Page(f"<article>{article[article.index('>') + 1 :]}</article>").text
    said_there = "".join(plain)
    assert [line for line in told if re.sub(r" \([^()]+\)\.$", "", line) not in said_there] == []
    lines = [json.loads(line) for line in (run / "journal.jsonl").read_text("utf-8").splitlines()]
    bodies = [
        line["data"]["body"] for line in lines if line["type"] == "LetterDrafted" and line["data"]["case"] == number
    ]
    assert bodies
    assert [body for body in bodies if body.strip() not in said_there] == []


@pytest.mark.parametrize(
    ("language", "told", "others"),
    [
        ("nb", r"\w+dag \d+\. \w+ 20\d\d: arbeidsdag 1\.", "day|Started|Due|Met|Missed"),
        ("da", r"\w+dag den \d+\. \w+ 20\d\d: arbejdsdag 1\.", "day|Started|Due|Met|Missed"),
        ("en", r"\w+day \d+ \w+ 20\d\d: working day 1\.", "Begynte|Forfaller|Holdt"),
    ],
)
def test_cor_13_the_page_explains_each_date_in_its_language(run: Path, language: str, told: str, others: str) -> None:
    """Days, months, rule and end in it, and no word of another language among the explanations."""
    parts = re.findall(r'<details class="why">.*?</details>', written(run, "--lang", language), re.DOTALL)

    assert any(re.search(told, part) for part in parts)
    assert [part for part in parts if re.search(rf"\b({others})\b", part)] == []


def test_cor_06_the_timeline_calls_kinds_and_targets_by_their_names(run: Path) -> None:
    """On a Norwegian page by their labels; on an English one by the names that the journal has."""
    norwegian = re.sub(r"<[^>]+>", "", written(run, "--lang", "nb"))
    english = re.sub(r"<[^>]+>", "", written(run, "--lang", "en"))

    assert re.search(r"Frist deadline-1 \(Frist for svar\): normen (holdt|ute), forfall", norwegian)
    assert re.search(r"Oppgave task-\d+ \(Fordel sak\) utført", norwegian)
    assert re.search(r"Deadline deadline-1 \(answer\): norm (met|missed), due", english)


def test_cor_06_the_page_tells_outcomes_in_the_routines_own_words(run: Path) -> None:
    """Timeline and list of tasks have them as staff see them, and on an English page as the journal has them."""
    norwegian, english = written(run, "--lang", "nb"), written(run, "--lang", "en")

    assert re.search(r"Oppgave task-\d+ \(Fordel sak\) utført av \w+, utfall Fordelt", norwegian)
    assert re.search(r'>Fordel sak</th><td>[^<]+</td><td class="nowrap">[^<]+</td><td>Fordelt, ', norwegian)
    assert re.findall(r"utfall [a-z][a-z ]+", norwegian) == []
    assert re.search(r"Task task-\d+ \(distribute_case\) done by \w+, outcome assigned", english)
    assert re.search(r"<td>assigned, ", english)


def test_cor_06_an_outcome_without_a_label_is_told_by_its_id(tmp_path: Path) -> None:
    """Where the routine is not at hand any more, the page has what the journal has; plain "done" has a word of ours."""
    ended = [
        e.TaskCompleted("garden", CASE, f"{CASE}/task-{number}", "vurder", "", outcome, "kari", "kari")
        for number, outcome in enumerate(("ja takk", "done"), start=1)
    ]
    run = folder_of(tmp_path, *hostile_case(task(number=2), *ended))
    text = "".join(Page(written(run, "--case", CASE, "--lang", "nb")).text)

    assert re.findall(r"Oppgave task-\d \(vurder\) utført av kari, utfall ([\w ]+) staff:kari", text) == [
        "ja takk",
        "utført",
    ]


def test_cor_08_no_personal_number_is_on_the_page(run: Path, text: str) -> None:
    """None of those in the journal, in no case; masked they may stand."""
    journal = (run / "journal.jsonl").read_text("utf-8")
    numbers = set(re.findall(r'"personal_number":"([0-9]{11})"', journal))

    assert len(numbers) > 50
    assert [number for number in numbers if number in text] == []


def test_cor_08_a_number_that_somebody_wrote_into_a_letter_is_masked(tmp_path: Path) -> None:
    """In a body, a title, a reason and a note."""
    number = "13810175321"
    letter = e.LetterDrafted("garden", CASE, f"{CASE}/letter-1", "svar", "c:1", "kari", number, f"Til {number}.", False)
    note = e.NoteWritten("garden", CASE, f"{CASE}/note-1", "kari", f"Ringte {number}")
    waits = e.TaskWaiting("garden", CASE, f"{CASE}/task-1", "kari", f"venter på {number}")
    text = written(folder_of(tmp_path, *hostile_case(letter, note, waits)))

    assert number not in text
    assert text.count(masked(number)) >= 4


def test_sim_09_what_stands_in_the_journal_is_text_and_nothing_else(tmp_path: Path) -> None:
    """Hostile names, kinds, reasons, titles and bodies add no tag, no script and no handler."""
    letter = e.LetterDrafted("garden", CASE, f"{CASE}/letter-1", HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, False)
    happened = hostile_case(
        letter,
        e.TaskWaiting("garden", CASE, f"{CASE}/task-1", HOSTILE, HOSTILE),
        e.StatusChanged("garden", CASE, "ny", HOSTILE, HOSTILE),
        evolve(task(number=2), kind=HOSTILE, role=HOSTILE, section=HOSTILE),
        e.NoteWritten("garden", CASE, HOSTILE, HOSTILE, HOSTILE),
        e.CaseOpened("garden", f"GAR-{HOSTILE}", HOSTILE, HOSTILE, "", HOSTILE),
        evolve(OPENED, municipality=HOSTILE),
    )
    page = Page(written(folder_of(tmp_path, *happened)))

    assert page.wrong == page.handlers == page.loads == []
    assert "img" not in page.tags
    assert page.tags.count("script") == 3
    assert "".join(page.text).count(HOSTILE) > 10
    assert "49" not in "".join(page.text)


def test_sim_09_a_case_without_any_deadline_is_told_too(tmp_path: Path) -> None:
    """Its page has no explanation and is whole."""
    run = folder_of(tmp_path, (0.0, e.CaseOpened("garden", CASE, "Parsell", "c:1", "", "ny")))
    page = Page(written(run, "--case", CASE))

    assert page.wrong == []
    assert f"Sak {CASE}" in "".join(page.text)


def test_sim_09_an_empty_office_has_a_report(tmp_path: Path) -> None:
    """Nothing happened: it says so, and draws nothing."""
    page = Page(written(folder_of(tmp_path), "--lang", "en"))

    assert page.wrong == []
    assert "No deadline ended in this run." in "".join(page.text)
    assert json.loads(page.scripts[0]) == {}


@pytest.mark.parametrize(
    ("routine", "kind", "told", "bad"),
    [
        ("home_care_messages", "untaken", "Frist for å ta meldingen 3. mai 2026 12:00 brutt", ["1"]),
        ("long_term_monitoring", "review", "Til langtidsoppfølging (påminnelse) 3. mai 2026 12:00 utløst", []),
    ],
)
def test_sim_09_a_case_calls_a_due_time_as_the_figures_do(
    tmp_path: Path, routine: str, kind: str, told: str, bad: list[str]
) -> None:
    """One that waits for the office was missed and is marked as bad; one that waits for its time came, and is not."""
    due = ledger().targets[0].due
    begun = evolve(ledger(), routine=routine, kind=kind, targets=(Target("due", "20 days", due),))
    run = folder_of(
        tmp_path,
        (0.0, e.CaseOpened(routine, CASE, "Sak", "c:1", "", "ny")),
        (0.0, begun),
        (20.0, e.DeadlineMissed(routine, CASE, begun.deadline, kind, "", "due", due)),
    )
    article = written(run, "--lang", "nb").partition(f'id="case-{CASE}"')[2].partition("</article>")[0]
    (row,) = re.findall(r'<tr><th scope="row">(.*?)</tr>', article)

    assert " ".join(re.sub(r"<[^>]+>", " ", row).split()) == told
    assert re.findall(r'<li class="bad"><time>[^<]+</time> Frist deadline-(\d)', article) == bad


def test_sim_09_a_list_says_how_many_it_shows_and_names_every_case_that_was_missed(tmp_path: Path) -> None:
    """A click leads to the cases on the page, and to the numbers of others: the page of each is a command."""
    cases = [f"GAR-2026-{n:05}" for n in range(1, 450)]
    due = ledger(norm=5).targets[0].due
    run = folder_of(
        tmp_path,
        *((0.0, e.CaseOpened("garden", case, "Parsell", "c:1", "", "ny")) for case in cases),
        *((0.0, evolve(ledger(norm=5), case=case, deadline=f"{case}/deadline-1")) for case in cases),
        *((5.0, e.DeadlineMissed("garden", case, f"{case}/deadline-1", "svar", "", "norm", due)) for case in cases),
    )
    text = written(run, "--lang", "nb")
    lists = re.findall(r'<section class="leaf list".*?</section>', text, re.DOTALL)
    part = next(each for each in lists if "svar (norm): brutt" in each)
    shown = re.search(r"<p>(\d+) av 449 vises her\.</p>", part)

    assert shown
    assert part.count("<li><a") == int(shown[1]) > 8
    assert {case for case in cases[:EVERY] if case in part} == set(cases[:EVERY])
    assert f"Bare de første {EVERY} er nevnt her" in part
    assert "--case NUMBER" in part


def test_sim_09_a_small_run_has_all_its_cases_on_the_page(tmp_path: Path) -> None:
    """Where there is room, and whether or not a number leads to them."""
    said("simulate", "small", "--days", 30, "--out", tmp_path / "run")
    text = written(tmp_path / "run", "--lang", "en")
    number = text.count('class="leaf case"')

    assert f"This page carries {number} of {number} cases" in text
    assert number > 8


def test_sim_09_the_period_is_that_of_the_days_which_were_simulated(tmp_path: Path) -> None:
    """To the last of them, though nothing happened on it; without a summary to the last event."""
    said("simulate", "small", "--days", 21, "--out", tmp_path / "run")
    whole = written(tmp_path / "run", "--lang", "nb")
    (tmp_path / "run" / "summary.json").unlink()
    bare = written(tmp_path / "run", "--lang", "nb")

    assert "13. april 2026 til 3. mai 2026" in whole
    assert re.search(r"\d+\. april 2026 til \d+\. (april|mai) 2026", bare)


@pytest.mark.parametrize(
    ("share", "told"),
    [(3 / 7521, "< 0,1\u00a0%"), (0.9999, "> 99,9\u00a0%"), (0, "0\u00a0%"), (1, "100\u00a0%"), (0.0213, "2,1\u00a0%")],
)
def test_sim_09_a_few_of_many_are_not_none(share: float, told: str) -> None:
    """3 of 7,521 are less than a tenth of a percent, not 0.0 %."""
    assert Words("nb", Catalogue({}), Almanac("NO"), {}).share(share) == told


def test_sim_09_the_first_screen_names_the_routine_and_says_who_in_one_clause(run: Path) -> None:
    """A leader of several routines knows whose deadline it is; no colon follows upon a colon."""
    text = written(run, "--lang", "nb")
    part = text[text.index('<ul class="reasons">') : text.index('<ul class="numbers">')]
    lines = re.findall(r"kunne forebygget det: ([^<]+)", part)

    assert "Mottak og fordeling av henvendelser til PPT" in part
    assert lines
    assert [line for line in lines if ":" in line] == []
    assert "frister avgjort" in text


def test_sim_09_a_queue_of_a_section_is_told_with_the_section_in_brackets() -> None:
    """A role and a section are no list of two."""
    words = Words("nb", Catalogue({}), Almanac("NO"), {})
    place = Place(QUEUE, "ansatt, bistand", "home_care_messages.handle_message")

    assert place_words(place, words, alike="brief") == "i køen til ansatt (bistand)"
    assert prevention(place, words) == "den som fordeler arbeidet til ansatt (bistand), for ingen tok oppgaven"


def test_cor_13_an_explanation_is_headed_by_what_the_deadline_is_called(run: Path) -> None:
    """And by its id, which tells two of a kind apart."""
    assert re.search(r"<summary>Frist for svar <small>deadline-1</small></summary>", written(run, "--lang", "nb"))
