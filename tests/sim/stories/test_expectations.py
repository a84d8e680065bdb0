"""What a story can look for: every form, true where it is so and false where it is not (SIM-07)."""

from __future__ import annotations

from pathlib import Path

import pytest

from saksgang.errors import ConfigurationRefused
from saksgang.events import EVENTS
from saksgang_sim.stories import staged
from saksgang_sim.stories.fields import field_sorts
from tests.sim.stories.tiny import played, registries, story

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


MISSPELT = [
    ('{ event = "TaskCreated", kind = "lok" }', "kind", "look"),
    ('{ event = "TaskCompleted", outcome = "don" }', "outcome", "done"),
    ('{ event = "TaskReassigned", role = "clark" }', "role", "clerk"),
    ('{ event = "StatusChanged", new = "lukka" }', "new", "closed"),
    ('{ event = "StatusChanged", old = "knew" }', "old", "new"),
    ('{ event = "CaseOpened", type = "mater" }', "type", "matter"),
    ('{ event = "NoteWritten", who = "kary" }', "who", "kari"),
    ('{ event = "NoteWritten", by = "staff:pe" }', "by", "staff:per"),
    ('{ event = "LetterSent", template = "anwser" }', "template", "answer"),
    ('{ event = "DeadlineMissed", kind = "openend" }', "kind", "opened"),
    ('{ event = "DeadlineMissed", target = "dew" }', "target", "due"),
    ('{ event = "DeadlineMissed", routine = "tinny" }', "routine", "tiny"),
    ('{ event = "DocumentReceived", channel = "leter" }', "channel", "letter"),
    ('{ event = "ContactRecorded", direction = "inn" }', "direction", "in"),
    ('{ event = "DispatchFailed", port = "prnt" }', "port", "print"),
    ('{ contact = "telefone" }', "", "telephone"),
    ('{ contact = "telephone", direction = "inn" }', "direction", "in"),
    ('{ document = "the notice", channel = "pigeon" }', "channel", ""),
    ('{ list = "inbox", of = "kari", kind = "documnt" }', "kind", "document"),
    ('{ list = "due list", of = "kari", state = "runing" }', "state", "running"),
    ('{ deadline = "opened", rule = "banana" }', "rule", ""),
]


@pytest.mark.parametrize(("wish", "key", "meant"), MISSPELT)
def test_sim_07_a_misspelt_wish_is_refused_with_the_nearest_word(
    tmp_path: Path, wish: str, key: str, meant: str
) -> None:
    """Nothing of that name could ever be seen, so that it must never be seen would hold for ever."""
    path = story(tmp_path, f"{STEPS}never = [{wish}]\n")

    with pytest.raises(ConfigurationRefused) as refused:
        staged([path], registries)
    (problem,) = refused.value.problems
    assert (f"{key}: Here stands the text" if key else "Here stands the text") in problem
    assert not meant or closed_by(problem, meant)


def closed_by(problem: str, meant: str) -> bool:
    """Whether that word is offered in place of the one that is not known."""
    return f'Did you mean "{meant}"?' in problem or f'"{meant}"' in problem.partition("Known here are:")[2]


def test_sim_07_a_rule_is_known_however_it_is_written(tmp_path: Path) -> None:
    """A story may name what the office leaves out, and in capitals."""
    wish = '{ deadline = "opened", of = "the case", rule = "2  Days, same minute" }'

    assert played(tmp_path, f"{STEPS}sees = [{wish}]\n").failures == ()


def test_sim_07_a_word_that_only_a_sender_chose_is_known_too(tmp_path: Path) -> None:
    """The office takes a document by any channel and of any category: what the story's steps send in can be seen."""
    sent = """
who = "sender"
does = "submit document"
category = "complaint"
channel = "pigeon"
called = "the bird"
sees = [
  { document = "the bird", channel = "pigeon" },
  { list = "inbox", of = "kari", kind = "complaint", state = "in the inbox" },
]
"""
    assert played(tmp_path, STEPS.rstrip() + sent).failures == ()


OPEN_WORDS = {
    *("CaseAssigned.reason", "StatusChanged.reason", "NoteWritten.note", "NoteWritten.text"),
    *("ContactRecorded.contact", "DocumentReceived.category", "DocumentRegistered.subject"),
    *("DeadlinePaused.reason", "DeadlineResumed.reason", "DeadlineExtended.reason", "DeadlineMet.reason"),
    *("DeadlineCancelled.reason", "LetterDrafted.title", "LetterDrafted.body", "LetterRevised.body"),
    *("LetterReturned.comments", "LetterSent.key", "LetterSent.sha256", "LetterPrintOrdered.reason"),
    *("LetterPrintOrdered.key", "LetterStopped.reason", "LetterFailed.reason", "DispatchFailed.key"),
    *("DispatchFailed.error", "HandlingFailed.failure", "HandlingFailed.plugin", "HandlingFailed.hook"),
    *("HandlingFailed.event", "HandlingFailed.error", "HandlingRetried.failure", "OfficeOpened.municipality"),
    *("OfficeOpened.country", "OfficeOpened.zone", "OfficeOpened.language", "ServiceAsked.request"),
    *("ServiceAnswered.request", "TaskCreated.reason", "TaskReassigned.reason", "TaskWaiting.reason"),
    *("TaskReopened.reason", "TaskCancelled.reason"),
}


def test_sim_07_every_text_of_an_event_is_from_a_closed_list_or_known_to_be_open() -> None:
    """Open is what somebody writes, an id that the office gives, and what only a plugin or the office itself names."""
    texts = {
        f"{name}.{row}" for name, kind in EVENTS.items() for row, sort in field_sorts(kind).items() if sort == "text"
    }

    assert texts == OPEN_WORDS
