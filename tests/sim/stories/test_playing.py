"""Playing stories: each step at its time, in a real office, judged by what can be seen (SIM-07)."""

from __future__ import annotations

from pathlib import Path

import pytest

from saksgang_sim.stories import Result, failure_lines
from tests.sim.stories.tiny import played

ANSWER = """
[[step]]
at = "2026-03-27 11:00"
who = "kari"
does = "draft letter"
case = "the case"
template = "answer"
to = "{to}"
fields = {{ text = "the case" }}
called = "the answer"

[[step]]
at = "2026-03-27 11:30"
who = "kari"
does = "complete letter"
letter = "the answer"

"""


def look(at: str, *wishes: str, key: str = "sees") -> str:
    """A step that only looks."""
    return f'[[step]]\nat = "{at}"\n{key} = [{", ".join(wishes)}]\n\n'


def problems(result: Result) -> list[tuple[int, str, str]]:
    """Number of the step, what was expected, what was there."""
    return [(f.step.number if f.step else 0, f.expected, f.there) for f in result.failures]


def test_sim_07_a_story_that_is_as_it_says_holds(tmp_path: Path) -> None:
    """Every step is done and everything is seen."""
    seen = look("2026-03-27 12:00", '{ case = "the case", status = "new" }')

    assert played(tmp_path, seen).failures == ()


def test_sim_07_what_is_not_seen_fails_with_what_was_there(tmp_path: Path) -> None:
    """The failure names step, expectation and what was there instead."""
    result = played(tmp_path, look("2026-03-27 12:00", '{ case = "the case", status = "closed" }'))

    assert problems(result) == [(3, 'case "the case", status "closed"', 'status "new"')]
    assert not result.held


def test_sim_07_after_a_failing_step_nothing_more_is_played(tmp_path: Path) -> None:
    """What comes after a failure would only repeat it."""
    wrong = look("2026-03-27 12:00", '{ case = "the case", status = "closed" }')

    result = played(tmp_path, wrong + look("2026-03-27 13:00", '{ case = "the case", new = false }'))

    assert [number for number, _, _ in problems(result)] == [3]


def test_sim_07_all_that_is_wrong_at_one_step_is_told(tmp_path: Path) -> None:
    """Two expectations that fail at once are two failures."""
    wishes = ('{ case = "the case", status = "closed" }', '{ case = "the case", ended = true }')

    assert len(played(tmp_path, look("2026-03-27 12:00", *wishes)).failures) == 2


def test_sim_07_what_must_never_be_seen_at_a_step_fails_it(tmp_path: Path) -> None:
    """``never`` at a step is about that minute."""
    result = played(tmp_path, look("2026-03-27 12:00", '{ case = "the case", status = "new" }', key="never"))

    assert problems(result) == [(3, 'never case "the case", status "new"', "it is so")]


def test_sim_07_what_must_never_be_seen_at_any_time_is_looked_for_after_each_event(tmp_path: Path) -> None:
    """``never`` of the whole story finds a state that lasted for no step."""
    steps = ANSWER.format(to="sender") + look("2026-04-30 12:00", '{ letter = "the answer", state = "posted" }')

    result = played(tmp_path, steps, 'never = [{ letter = "the answer", state = "printed" }]')

    (failure,) = result.failures
    assert failure.step is None
    assert failure.there == "it was so at 2026-03-29 12:31"


def test_sim_07_a_step_that_must_be_refused_is_and_changes_nothing(tmp_path: Path) -> None:
    """The refusal has the words asked for."""
    steps = """
[[step]]
at = "2026-03-27 11:00"
who = "sender"
does = "submit document"
category = "notice"
called = "the second"

[[step]]
at = "2026-03-27 11:01"
who = "kari"
does = "register document"
document = "the second"
subject = "nonsense"
refused = ["TNY-01", "no subject"]
sees = [{ document = "the second", registered = false }]
"""
    assert played(tmp_path, steps).failures == ()


@pytest.mark.parametrize(
    ("subject", "refused", "expected", "there"),
    [
        ("notice", '"TNY-01"', "refused with TNY-01", "it was done"),
        ("nonsense", '"TNY-09"', "refused with TNY-09", "refused: This is no subject, write one that is. [TNY-01]"),
        ("nonsense", "[]", "the step is done", "refused: This is no subject, write one that is. [TNY-01]"),
    ],
)
def test_sim_07_a_refusal_that_is_not_as_said_fails(
    tmp_path: Path, subject: str, refused: str, expected: str, there: str
) -> None:
    """Done where it should be refused, refused otherwise, refused where it should be done."""
    steps = f"""
[[step]]
at = "2026-03-27 11:00"
who = "sender"
does = "submit document"
category = "notice"
called = "the second"

[[step]]
at = "2026-03-27 11:01"
who = "kari"
does = "register document"
document = "the second"
subject = "{subject}"
refused = {refused}
"""
    assert problems(played(tmp_path, steps)) == [(4, expected, there)]


def test_sim_07_a_step_about_what_is_not_there_fails(tmp_path: Path) -> None:
    """A kind is looked up beside a thing, and may not be found."""
    steps = """
[[step]]
at = "2026-03-27 11:00"
who = "kari"
does = "complete task"
task = "look"
of = "the case"
outcome = "done"
"""
    assert problems(played(tmp_path, steps)) == [(3, "the step can be done", 'There is no task "look" of "the case".')]


def test_sim_07_the_mailbox_is_prompt_and_nobody_opens_by_themselves(tmp_path: Path) -> None:
    """A letter can be opened in the minute it is sent; unopened it is printed after two days and posted."""
    steps = ANSWER.format(to="sender") + look(
        "2026-04-30 12:00",
        '{ letter = "the answer", sent = "2026-03-27 11:30", available = "2026-03-27 11:30" }',
        '{ letter = "the answer", print_ordered = "2026-03-29 11:31", printed = "2026-03-29 12:31" }',
        '{ letter = "the answer", posted = "2026-03-29 15:31", state = "posted" }',
    )

    assert played(tmp_path, steps).failures == ()


def test_sim_07_the_story_can_make_services_slower(tmp_path: Path) -> None:
    """Each service takes as long as ``surroundings`` says."""
    head = '[surroundings]\nmailbox = "10 minutes"\nprint = "1 day"\npost = "2 hours"\n'
    steps = ANSWER.format(to="sender") + look(
        "2026-04-30 12:00",
        '{ letter = "the answer", available = "2026-03-27 11:40", print_ordered = "2026-03-29 11:41" }',
        '{ letter = "the answer", printed = "2026-03-30 11:41", posted = "2026-03-30 13:41" }',
    )

    assert played(tmp_path, steps, head).failures == ()


def test_sim_07_somebody_without_a_mailbox_gets_paper(tmp_path: Path) -> None:
    """``mailbox = false`` is told by the mailbox itself."""
    wish = '{ letter = "the answer", state = "due for print", print_ordered = "2026-03-27 11:30" }'

    assert played(tmp_path, ANSWER.format(to="hermit") + look("2026-03-27 11:30", wish)).failures == ()


def test_sim_07_what_is_seen_in_a_minute_is_what_there_is_when_it_is_over(tmp_path: Path) -> None:
    """Steps of one minute happen at its beginning, before what falls due with the next one."""
    due = ANSWER.format(to="sender")
    opened = """
[[step]]
at = "2026-03-29 11:30"
who = "sender"
does = "open letter"
letter = "the answer"
sees = [{ letter = "the answer", state = "opened" }]
"""
    late = opened.replace("11:30", "11:31").replace('state = "opened"', 'state = "due for print"')

    assert played(tmp_path, due + opened).failures == ()
    assert played(tmp_path, due + late).failures == ()


def test_sim_07_settings_of_the_story_lie_over_those_of_the_municipality(tmp_path: Path) -> None:
    """Changing the setting alone changes when the letter is printed; 48 hours pass over the change of the clock."""
    head = '[settings.tiny]\nopened_within = "48 hours"\n'
    wish = '{ letter = "the answer", print_ordered = "2026-03-29 12:31" }'

    assert played(tmp_path, ANSWER.format(to="sender") + look("2026-03-30 08:00", wish), head).failures == ()


def test_sim_06_a_violated_check_fails_the_story_whatever_it_looks_at(tmp_path: Path) -> None:
    """The routine's checks and the core's laws judge the journal of every story."""
    steps = """
[[step]]
at = "2026-03-27 11:00"
who = "kari"
does = "write note"
case = "the case"
text = "HELP!"
"""
    result = played(tmp_path, steps)

    assert problems(result) == [
        (0, "No journal note shouts. [TNY-02, check tiny-nobody-shouts]", "Note TNY-2026-00001/note-1 shouts.")
    ]
    assert any(verdict.id == "core-letters-take-the-allowed-path" for verdict in result.verdicts)


def test_sim_07_a_failing_story_shows_step_expectation_timeline_and_command(tmp_path: Path) -> None:
    """Everything that a reader needs, and in the story's own words; the command comes last."""
    result = played(
        tmp_path, ANSWER.format(to="sender") + look("2026-03-27 12:00", '{ letter = "the answer", state = "opened" }')
    )
    path = tmp_path / "story.toml"

    assert list(failure_lines(result)) == [
        f"{path}: A test",
        "  Step 5, 2026-03-27 12:00, a look",
        '    expected   letter "the answer", state "opened"',
        '    was there  state "available"',
        "  The timeline of TNY-2026-00001:",
        (
            '    2026-03-27 09:00  sender       Document "the notice" received from "sender" by letter: notice, '
            "dated 2026-03-27"
        ),
        "    2026-03-27 09:00  rule:TNY-01  Task tiny/task-1 (look) for the queue of clerk",
        '    2026-03-27 10:00  kari         Case opened as matter about "sender", status new',
        '    2026-03-27 10:00  kari         Document "the notice" registered as notice by kari',
        '    2026-03-27 11:00  kari         Letter "the answer" (answer) to "sender" drafted by kari',
        '    2026-03-27 11:30  kari         Letter "the answer" (answer) completed by kari, round 1',
        '    2026-03-27 11:30  rule:TNY-01  Letter "the answer" (answer) sent to the electronic mailbox of "sender"',
        '    2026-03-27 11:30  mailbox      Letter "the answer" lies in the recipient\'s electronic mailbox',
        (
            "    2026-03-27 11:30  rule:TNY-01  Deadline TNY-2026-00001/deadline-1 (opened) started, "
            "counted from 2026-03-27 11:30"
        ),
        f"  To repeat: saksgang play {path}",
    ]


def test_cor_08_a_timeline_shows_no_personal_number(tmp_path: Path) -> None:
    """Numbers are masked wherever a story is told of."""
    steps = """
[[step]]
at = "2026-03-27 11:00"
who = "kari"
does = "amend case"
case = "the case"
facts = { number = "03828000163" }
sees = [{ case = "the case", status = "closed" }]
"""
    told = "\n".join(failure_lines(played(tmp_path, steps)))

    assert "Facts changed" in told
    assert "03828000163" not in told


OPENING = """
[[step]]
at = "2026-03-27 11:00"
who = "kari"
does = "{does}"
opens = "another case"
"""


def test_sim_07_a_case_that_a_step_opens_gets_a_name(tmp_path: Path) -> None:
    """A routine may open a case by itself: ``opens`` names it for the steps that follow."""
    step = OPENING.format(does="open case") + 'party = "sender"\n\n'
    seen = look("2026-03-27 12:00", '{ cases = "another case", status = "new", party = "sender", count = 1 }')

    assert played(tmp_path, step + seen).failures == ()


def test_sim_07_a_step_that_opens_no_case_fails(tmp_path: Path) -> None:
    """A name for a case that nobody opened would stand for nothing."""
    step = OPENING.format(does="write note") + 'case = "the case"\ntext = "Ringte."\n\n'

    assert problems(played(tmp_path, step)) == [(3, 'a case "another case" is opened', "no case was opened")]
