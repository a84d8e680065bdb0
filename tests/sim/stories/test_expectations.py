"""What a story can look for: every form, true where it is so and false where it is not (SIM-07)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sim.stories.tiny import played

STEPS = """
[[step]]
at = "2026-03-27 11:00"
who = "kari"
does = "assign case"
case = "the case"
to = "per"

[[step]]
at = "2026-03-27 11:01"
who = "kari"
does = "create task"
kind = "look"
case = "the case"
about = "the notice"
owner = "per"
due = "2026-03-27 11:59"
called = "the task"

[[step]]
at = "2026-03-27 11:02"
who = "per"
does = "wait with task"
task = "the task"
reason = "Venter på foresatte"

[[step]]
at = "2026-03-27 11:03"
who = "per"
does = "write note"
case = "the case"
text = "Ringte barnehagen."

[[step]]
at = "2026-03-27 11:04"
who = "per"
does = "record contact"
party = "sender"
direction = "in"
channel = "telephone"
about = "spørsmål om saken"
case = "the case"

[[step]]
at = "2026-03-27 11:05"
who = "per"
does = "draft letter"
case = "the case"
template = "answer"
to = "sender"
answers = "the notice"
fields = { text = "the case" }
called = "the letter"

[[step]]
at = "2026-03-27 11:06"
who = "per"
does = "complete letter"
letter = "the letter"

[[step]]
at = "2026-03-27 12:00"
"""

TRUE = (
    '{ case = "the case", responsible = "per", new = true, ended = false, party = "sender" }',
    '{ cases = "matter", count = 1 }',
    '{ document = "the notice", on = "the case", registered = true, received = 2026-03-27, dated = "2026-03-27" }',
    '{ document = "the notice", subject = "notice", category = "notice", sender = "sender", channel = "letter" }',
    '{ letter = "the letter", state = "available", to = "sender", author = "per", title = "Svar", rounds = 1 }',
    '{ letter = "the letter", answers = "the notice", says = "tny-2026-00001" }',
    '{ letter = "answer", of = "the notice", drafted = "2026-03-27 11:05", completed = "2026-03-27 11:06" }',
    '{ letters = "answer", count = 1 }',
    '{ task = "the task", state = "waiting", reason = "foresatte", about = "the notice" }',
    '{ task = "look", of = "the case", owner = "per", role = "clerk", due = "2026-03-27 11:59" }',
    '{ tasks = "look", of = "the notice", count = 2 }',
    '{ tasks = "look", of = "the notice", owner = "", state = "open", count = 1 }',
    '{ deadline = "opened", of = "the letter", target = "due", due = "2026-03-29 11:06", state = "running" }',
    '{ deadline = "opened", of = "the case", start = "2026-03-27 11:06", rule = "2 days", paused = false }',
    '{ note = "BARNEHAGEN", of = "the case", author = "per", written = "2026-03-27 11:03" }',
    '{ contact = "telephone", of = "the case", direction = "in", party = "sender", about = "saken" }',
    '{ contacts = "telephone", count = 1 }',
    '{ list = "case list", of = "per", shows = "the case", marked = "new" }',
    '{ list = "task list", of = "per", shows = "the task", marked = "waiting", kind = "look" }',
    '{ list = "inbox", of = "kari", count = 0 }',
    '{ event = "LetterSent", about = "the letter", to = "sender", at = "2026-03-27 11:06" }',
    '{ event = "CaseAssigned", about = "the case", who = "kari", to = "per" }',
    '{ events = "LetterPrintOrdered", count = 0 }',
)
FALSE = (
    '{ case = "the case", responsible = "kari" }',
    '{ case = "the case", facts = { school = "x" } }',
    '{ cases = "matter", count = 2 }',
    '{ document = "the notice", registered = false }',
    '{ document = "the notice", received = 2026-03-28 }',
    '{ letter = "the letter", says = "noe annet" }',
    '{ letter = "the letter", opened = "2026-03-27 11:06" }',
    '{ letter = "answer", of = "the notice", state = "posted" }',
    '{ task = "the task", state = "open" }',
    '{ task = "look", of = "the letter" }',
    '{ deadline = "opened", of = "the letter", due = "2026-03-29 11:07" }',
    '{ note = "skolen", of = "the case" }',
    '{ contact = "e-mail" }',
    '{ list = "case list", of = "kari", shows = "the case" }',
    '{ list = "case list", of = "per", shows = "the case", marked = "overdue" }',
    '{ event = "LetterSent", about = "the notice" }',
    '{ event = "CaseAssigned", who = "per" }',
)


@pytest.mark.parametrize("wish", TRUE)
def test_sim_07_what_is_so_is_seen(tmp_path: Path, wish: str) -> None:
    """Each form finds what is there, whichever of its keys are given."""
    assert played(tmp_path, f"{STEPS}sees = [{wish}]\n").failures == ()


@pytest.mark.parametrize("wish", FALSE)
def test_sim_07_what_is_not_so_is_not_seen(tmp_path: Path, wish: str) -> None:
    """Each form can fail, and its opposite then holds."""
    assert len(played(tmp_path, f"{STEPS}sees = [{wish}]\n").failures) == 1
    assert played(tmp_path, f"{STEPS}never = [{wish}]\n").failures == ()


@pytest.mark.parametrize(
    ("wish", "there"),
    [
        ('{ case = "the case", responsible = "kari", new = false }', 'responsible "per", new true'),
        ('{ letters = "answer", count = 2 }', "count 1"),
        ('{ letter = "the letter", opened = "2026-03-27 11:06" }', 'opened "nothing"'),
        ('{ letter = "the letter", to = "hermit" }', 'to "sender"'),
        ('{ task = "look", of = "the letter" }', "nothing of the kind"),
        ('{ task = "look", of = "the notice", owner = "kari" }', 'owner "nobody" or owner "per"'),
        ('{ deadline = "opened", of = "the letter", due = "2026-03-30 11:06" }', 'due "2026-03-29 11:06"'),
    ],
)
def test_sim_07_what_was_there_instead_is_told_by_the_keys_asked_for(tmp_path: Path, wish: str, there: str) -> None:
    """A reader sees the difference at once."""
    (failure,) = played(tmp_path, f"{STEPS}sees = [{wish}]\n").failures

    assert failure.there == there
