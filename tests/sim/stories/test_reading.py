"""A story file that is wrong is refused with every problem, before anything runs (SIM-07, COR-22)."""

from __future__ import annotations

from pathlib import Path

import pytest

from saksgang.errors import ConfigurationRefused
from saksgang.identity import is_synthetic
from saksgang_sim.stories import Staged, Story, staged
from tests.sim.stories.tiny import MUNICIPALITY, registries, story

STEP = '[[step]]\nat = "2026-03-27 11:00"\n'


def problems(path: Path) -> tuple[str, ...]:
    """Each problem without the path before it."""
    with pytest.raises(ConfigurationRefused) as refused:
        staged([path], registries)
    return tuple(problem.removeprefix(f"{path}: ") for problem in refused.value.problems)


def read(path: Path) -> Staged:
    """The story of a sound file."""
    (found,) = staged([path], registries)
    return found


@pytest.mark.parametrize(
    ("step", "problem"),
    [
        (
            'who = "kari"\ndoes = "regster document"\n',
            (
                'step[2].does (line 29): Here stands the text "regster document", expected what is done. '
                'Did you mean "register document"?'
            ),
        ),
        (
            'who = "kati"\ndoes = "see case"\ncase = "the case"\n',
            'step[2].who (line 28): Here stands the text "kati", expected who does it. Did you mean "kari"?',
        ),
        (
            'who = "kari"\ndoes = "see case"\ncase = "the cas"\n',
            (
                'step[2].case (line 30): No step before this one has made a case called "the cas". '
                'Did you mean "the case"?'
            ),
        ),
        (
            'who = "kari"\ndoes = "see case"\ncase = "the notice"\n',
            (
                'step[2].case (line 30): No step before this one has made a case called "the notice". '
                'Did you mean "the case"?'
            ),
        ),
        (
            'who = "kari"\ndoes = "see case"\nkase = "the case"\ncase = "the case"\n',
            'step[2].kase (line 30): There is no such key here. Did you mean "case"?',
        ),
        (
            'who = "kari"\ndoes = "see case"\n',
            "step[2].case (line 26): The key is missing. Add case = …: the step needs it.",
        ),
        (
            'who = "kari"\ndoes = "assign case"\ncase = "the case"\nto = "pel"\n',
            'step[2].to (line 31): "pel" is not on the staff of this municipality. Did you mean "per"?',
        ),
        (
            'who = "kari"\ndoes = "draft letter"\ncase = "the case"\ntemplate = "answer"\nto = "sendr"\n',
            'step[2].to (line 32): "sendr" is not among the people of this story. Did you mean "sender"?',
        ),
        (
            'who = "kari"\ndoes = "see case"\ncase = "the case"\ncalled = "it"\n',
            (
                "step[2].called (line 31): This step makes nothing that could be called something. "
                "Leave it out, or write another name."
            ),
        ),
        (
            'who = "sender"\ndoes = "submit document"\ncategory = "x"\ncalled = "the notice"\n',
            'step[2].called (line 31): Something is called "the notice" already. Leave it out, or write another name.',
        ),
        (
            'who = "kari"\ndoes = "see case"\ncase = "the case"\nrefused = 3\n',
            (
                "step[2].refused (line 31): Here stands the number 3, expected words that the refusal has. "
                'Write for example refused = "PPT-03".'
            ),
        ),
        (
            'who = "sender"\n',
            "step[2].does (line 26): The step says not what is done. ",
        ),
        (
            'who = "kari"\nsees = [{ case = "the case" }]\n',
            "step[2].who (line 28): There is no such key here. ",
        ),
        (
            'sees = [{ kase = "the case" }]\n',
            'step[2].sees[0] (line 28): An expectation cannot begin with "kase". Did you mean "case"?',
        ),
        (
            'sees = [{ case = "the case", stauts = "new" }]\n',
            'step[2].sees[0] (line 28): A case has no key "stauts". Did you mean "status"?',
        ),
        (
            'sees = [{ case = "the case", status = "nwe" }]\n',
            (
                'step[2].sees[0] (line 28): status: Here stands the text "nwe", which is not one of those there are. '
                'Did you mean "new"?'
            ),
        ),
        (
            'never = [{ letter = "anwser" }]\n',
            (
                'step[2].never[0] (line 28): No step before this one has made a letter called "anwser". '
                'Did you mean "answer"?'
            ),
        ),
        (
            'sees = [{ list = "case list", shows = "the case" }]\n',
            'step[2].sees[0] (line 28): The key "of" is missing. Add of = "…": whose list, or which case it is.',
        ),
        (
            'sees = [{ event = "CaseOpend" }]\n',
            (
                'step[2].sees[0] (line 28): Here stands the text "CaseOpend", which is not one of those there are. '
                'Did you mean "CaseOpened"?'
            ),
        ),
        (
            'sees = [{ letter = "answer", count = -1 }]\n',
            (
                "step[2].sees[0] (line 28): Here stands the number -1 for count, expected a whole number from 0. "
                "Write count = 1."
            ),
        ),
        (
            'sees = [{ task = "look", due = "tomorrow" }]\n',
            (
                'step[2].sees[0] (line 28): due: Here stands the text "tomorrow", expected a date and a local time to '
                'the minute. Write for example "2026-05-13 09:15".'
            ),
        ),
    ],
)
def test_sim_07_what_is_wrong_in_a_step_is_told_with_its_place_and_a_remedy(
    tmp_path: Path, step: str, problem: str
) -> None:
    """Unknown words, names and keys, missing ones, and values of another kind."""
    (told,) = problems(story(tmp_path, STEP + step))

    assert told.startswith(problem)


@pytest.mark.parametrize(
    ("at", "problem"),
    [
        ('"2026-13-01 10:00"', "Here stands the text"),
        ('"2026-04-01"', "Here stands the text"),
        ('"2026-04-01 10:00:30"', "Here stands the text"),
        ('"2026-04-01 10:00+02:00"', "Here stands the text"),
        ("2026-04-01", "Here stands a date"),
        ("12", "Here stands the number 12"),
        ('"2026-03-29 02:30"', "2026-03-29 02:30 does not exist: summer time begins."),
        ('"2026-03-27 09:59"', "2026-03-27 09:59 is before the step above it."),
    ],
)
def test_sim_07_a_time_that_cannot_be_is_refused(tmp_path: Path, at: str, problem: str) -> None:
    """No date, no minute, a minute that the clock leaves out, and steps out of order."""
    (told,) = problems(story(tmp_path, f'[[step]]\nat = {at}\nsees = [{{ case = "the case" }}]\n'))

    assert told.startswith(f"step[2].at (line 27): {problem}")


def test_sim_07_nothing_is_done_in_a_minute_that_has_been_looked_back_at(tmp_path: Path) -> None:
    """A look sees the whole minute, so a later step cannot act in it."""
    look = STEP + 'sees = [{ case = "the case" }]\n\n'
    (told,) = problems(story(tmp_path, look + STEP + 'who = "kari"\ndoes = "see case"\ncase = "the case"\n'))

    assert told.startswith("step[3].at (line 31): The step above looks at what is there when 2026-03-27 11:00 is over")


def test_sim_07_all_problems_of_all_stories_are_told_at_once(tmp_path: Path) -> None:
    """Nothing is played when one of the stories is wrong."""
    first = story(tmp_path, STEP + 'who = "kari"\ndoes = "sea case"\n', "titel = 1", "first.toml")
    second = story(tmp_path, "", "people_ = 1", "second.toml")

    with pytest.raises(ConfigurationRefused) as refused:
        staged([first, second], registries)

    assert [problem.partition(" (")[0] for problem in refused.value.problems] == [
        f"{first}: titel",
        f"{first}: step[2].does",
        f"{second}: people_",
    ]


@pytest.mark.parametrize(
    ("head", "problem"),
    [
        ('[settings.tiny]\nopened_within = "2 fortnights"', "settings.tiny.opened_within: "),
        ('[settings.tiny]\nopend_within = "2 days"', "settings.tiny.opend_within: There is no such key here."),
        ("[settings.other]\nx = 1", "settings.other: This routine is not on here."),
        ('[surroundings]\nmailbocks = "1 hour"', "surroundings.mailbocks (line 6): There is no such service."),
        ('[surroundings]\nmailbox = "1 fortnight"', "surroundings.mailbox (line 6): Here stands"),
        ("[people.sister]\nmailbocks = true", 'people.sister (line 5): There is no key "mailbocks" for a person.'),
        ('[people.sister]\nid = "Kari"', 'people.sister (line 5): Here stands the text "Kari" for id'),
        ('never = [{ letter = "the letter" }]', "never[0] (line 5): No step before this one has made a letter"),
    ],
)
def test_sim_07_what_is_wrong_at_the_head_is_told(tmp_path: Path, head: str, problem: str) -> None:
    """Settings, services and people."""
    (told,) = problems(story(tmp_path, "", head))

    assert told.startswith(problem)


@pytest.mark.parametrize("missing", ["title", "requirements"])
def test_sim_07_a_story_has_a_title_and_names_its_requirements(tmp_path: Path, missing: str) -> None:
    """Without them nobody knows what it is evidence for."""
    path = story(tmp_path, "")
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(line for line in lines if not line.startswith(missing)), encoding="utf-8")

    (told,) = problems(path)

    assert told.startswith(f"{missing}: Here stands nothing, expected")


def test_sim_07_a_story_without_steps_is_refused(tmp_path: Path) -> None:
    """There would be nothing to play."""
    (tmp_path / "municipality.toml").write_text(MUNICIPALITY, encoding="utf-8")
    path = tmp_path / "empty.toml"
    path.write_text('title = "Empty"\nrequirements = ["TNY-01"]\n', encoding="utf-8")

    assert problems(path) == ("step: Here stands nothing, expected at least one step. Write [[step]].",)


def test_sim_07_the_municipality_may_stand_in_the_story_or_in_a_file_that_it_names(tmp_path: Path) -> None:
    """Beside it, named by it, or within it: the same office."""
    beside = story(tmp_path, "")
    (tmp_path / "other").mkdir()
    named = story(tmp_path / "other", "", 'municipality = "../municipality.toml"')
    (tmp_path / "other" / "municipality.toml").unlink()
    (tmp_path / "within").mkdir()
    within = story(tmp_path / "within", "", MUNICIPALITY)
    (tmp_path / "within" / "municipality.toml").unlink()

    stories = [read(path).story for path in (beside, named, within)]
    offices = [each.municipality for each in stories if isinstance(each, Story)]

    assert [office.name for office in offices] == ["Lilleby"] * 3
    assert offices[0].routines == offices[1].routines == offices[2].routines


def test_sim_07_what_is_wrong_with_the_municipality_is_told_of_its_own_file(tmp_path: Path) -> None:
    """Not of the story, unless it stands there."""
    path = story(tmp_path, "")
    municipality = tmp_path / "municipality.toml"
    municipality.write_text(MUNICIPALITY.replace('country = "NO"', 'country = "SE"'), encoding="utf-8")

    (told,) = problems(path)

    assert told.startswith(f"{municipality}: municipality.country (line 4): ")


def test_sim_07_a_missing_municipality_is_told(tmp_path: Path) -> None:
    """One sentence, no traceback."""
    path = story(tmp_path, "")
    (tmp_path / "municipality.toml").unlink()

    (told,) = problems(path)

    assert "municipality.toml: The file cannot be opened" in told


def test_cor_08_the_people_of_a_story_have_numbers_that_cannot_be_real(tmp_path: Path) -> None:
    """Each person with a birth date has a synthetic number of it; twins have different ones."""
    told = read(story(tmp_path, "", "[people.a]\nbirth = 1980-02-03\n[people.b]\n")).story
    assert isinstance(told, Story)
    people = told.people

    numbers = [people["a"].number, people["sender"].number]
    assert numbers[0] != numbers[1]
    assert all(is_synthetic(number, "NO") for number in numbers)
    assert (people["a"].id, people["b"].number) == ("citizen:a", "")


def test_cor_08_a_number_that_could_be_somebodys_is_refused_and_not_repeated(tmp_path: Path) -> None:
    """Stories name people; a number in figures has to be a synthetic one."""
    step = STEP + 'who = "sender"\ndoes = "submit document"\ncategory = "x"\npersonal_number = "01010012345"\n'
    (told,) = problems(story(tmp_path, step))

    assert told.startswith("step[2].personal_number (line 31): Here stands neither a person's name nor a synthetic")
    assert "01010012345" not in told


def test_sim_07_what_there_is_only_one_of_need_not_be_said(tmp_path: Path) -> None:
    """Routine and case type are filled in; a person who sends something is its sender and party."""
    first, second = read(story(tmp_path, "")).story.steps

    assert {name: given.said for name, given in first.fields.items()} == {
        "routine": "tiny",
        "sender": "citizen:sender",
        "party": "citizen:sender",
        "category": "notice",
    }
    assert second.fields["case_type"].said == "matter"
    assert (first.actor, second.actor) == ("citizen:sender", "staff:kari")
