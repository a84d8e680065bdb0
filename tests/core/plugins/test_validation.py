"""What a routine declares is checked before anything runs: plugin, key and remedy in one sentence each (PLG-02)."""

from __future__ import annotations

import re
from typing import Any, ClassVar

import pytest
from attrs import evolve, field, frozen

from saksgang.commands import OpenCase
from saksgang.declarations import CaseType, DeadlineKind, LetterTemplate, Role, Routine, ServiceKind, Status, TaskKind
from saksgang.events import CaseOpened
from saksgang.plugins.validation import declaration_faults
from saksgang.settings import setting
from tests.core.plugins.samples import SOUND

TWO = (Status("ny", "new", ("ferdig",)), Status("ferdig", "done"))


class GoodCheck:
    id: ClassVar[str] = "sample"
    requirements: ClassVar[tuple[str, ...]] = ("SAM-01",)
    kind: ClassVar[str] = "safety"
    sentence: ClassVar[str] = "A sample holds."


class TwinCheck(GoodCheck):
    pass


class Misspelt(GoodCheck):
    kind: ClassVar[str] = "Reach"


class Silent(GoodCheck):
    sentence: ClassVar[str] = " "


class Nameless(GoodCheck):
    id: ClassVar[str] = ""


class Groundless(GoodCheck):
    requirements: ClassVar[tuple[str, ...]] = ()


class Lawlike(GoodCheck):
    id: ClassVar[str] = "core-tasks-end-once"


class Demanding(GoodCheck):
    def __init__(self, limit: int) -> None:
        self.limit = limit


class NoCheck:
    id: ClassVar[str] = "none"


@frozen
class Helpless:
    days: int = 3
    other: int = field(default=1, metadata={"help": " "})


@frozen
class Untyped:
    days = setting(default=3, help="How long.")


@frozen
class Unresolved:
    days: Missing = setting(default=3, help="How long.")  # type: ignore[name-defined]  # noqa: F821 - wrong


@frozen
class BadFactory:
    days: list[int] = setting(factory=lambda: [1 // 0], help="How long.")


class Plain:
    days: int = 3


def task(**changes: Any) -> tuple[TaskKind, ...]:
    return (evolve(SOUND.task_kinds[0], **changes),)


def deadline(**changes: Any) -> tuple[DeadlineKind, ...]:
    return (evolve(SOUND.deadline_kinds[0], **changes),)


BAD: list[tuple[dict[str, Any], str]] = [
    ({"name": "Sam ple"}, "name: 'Sam ple' is no name; use a to z, digits and underscores"),
    ({"version": "one"}, "version: 'one' is no version"),
    ({"api": ">=2"}, "api: it supports the plugin API >=2, and this Saksgang has 1; install a version"),
    ({"api": "1.x"}, "api: '1.x' is no range"),
    ({"title": " "}, "title: it is empty"),
    ({"language": "norsk"}, "language: 'norsk' is no language code"),
    ({"countries": ()}, r"countries: \(\) is no row of country codes"),
    ({"countries": ("norge",)}, r"countries: \('norge',\) is no row of country codes"),
    ({"case_types": SOUND.case_types * 2}, "case_types.søknad: it is declared 2 times; declare it once"),
    ({"case_types": (CaseType("s", "sam", "x", TWO),)}, "case_types.s.prefix: 'sam' is no prefix"),
    (
        {"case_types": (CaseType("s", "SAM", "x", TWO), CaseType("k", "SAM", "y", TWO))},
        "case_types.s.prefix: 'SAM' begins the numbers of another case type too",
    ),
    (
        {"case_types": (CaseType("s", "SAM", "x", (*TWO, TWO[1])),)},
        "case_types.s.statuses.ferdig: it is declared 2 times",
    ),
    ({"task_kinds": SOUND.task_kinds * 2}, "task_kinds.vurder: it is declared 2 times"),
    ({"task_kinds": task(name="")}, "task_kinds: one of them has an empty name"),
    (
        {"task_kinds": task(role="chief")},
        "task_kinds.vurder.role: its role 'chief' is not declared; .*: officer; dec",
    ),
    ({"task_kinds": task(outcomes=())}, "task_kinds.vurder.outcomes: they are none, empty or double"),
    ({"task_kinds": task(outcomes=("a", "a"))}, "task_kinds.vurder.outcomes: they are none, empty or double"),
    (
        {"outcomes": {"dnoe": "Ferdig"}},
        "outcomes.dnoe: no task kind ends with 'dnoe'; they end with: done; correct it or take it out",
    ),
    ({"outcomes": {"done": " "}}, "outcomes.done: its label is empty; write it in the routine's own language"),
    (
        {"checks": (GoodCheck,), "sentences": {"smaple": "Slik er det."}},
        "sentences.smaple: no check bears the id 'smaple'; correct it or take it out",
    ),
    ({"checks": (GoodCheck,), "sentences": {"sample": " "}}, "sentences.sample: it is empty; say in the routine's own"),
    ({"deadline_kinds": SOUND.deadline_kinds * 2}, "deadline_kinds.svar: it is declared 2 times"),
    (
        {"deadline_kinds": deadline(waits_for="staff")},
        "deadline_kinds.svar.waits_for: 'staff' .*: office, recip",
    ),
    ({"deadline_kinds": deadline(source="")}, "deadline_kinds.svar.source: it is empty; name the law"),
    ({"roles": (*SOUND.roles, Role("officer", "again"))}, "roles.officer: it is declared 2 times"),
    ({"letters": SOUND.letters * 2}, "letters.svar: it is declared 2 times"),
    (
        {"letters": (LetterTemplate("svar", "Svar", ("navn",), "Hei $nvan\n"),)},
        r"letters.svar: the text uses \$nvan, and the fields are: navn; add 'nvan' to fields or correct it",
    ),
    ({"settings": Plain}, "settings: Plain is no attrs class; put @attrs.frozen above it"),
    ({"settings": Helpless}, "settings.days: it has no help"),
    ({"settings": Helpless}, "settings.other: it has no help"),
    ({"settings": Untyped}, "settings.days: it has no type"),
    ({"settings": Unresolved}, "settings: a type or a default cannot be worked out: NameError"),
    ({"settings": BadFactory}, "settings: a type or a default cannot be worked out: ZeroDivisionError"),
    ({"requirements": {"SAM-01": "saksgang.errors.Refusd"}}, "requirements.SAM-01: 'saksgang.errors.Refusd' leads to"),
    ({"requirements": {"SAM-01": "no_such_module.x"}}, "requirements.SAM-01: 'no_such_module.x' leads to nothing"),
    ({"requirements": {"SAM-01": "not dotted"}}, "requirements.SAM-01: 'not dotted' leads to nothing"),
    ({"requirements": {"first": "saksgang.errors.Refused"}}, "requirements.first: it is no requirement id"),
    ({"checks": (NoCheck,)}, r"checks\[0\]: NoCheck has no requirements, kind, sentence; derive it"),
    ({"checks": (Misspelt,)}, "checks.sample.kind: 'Reach' is no kind of check; write one of: safety, liveness, reach"),
    ({"checks": (Silent,)}, "checks.sample.sentence: it is empty; say the rule as a sentence"),
    ({"checks": (Nameless,)}, r"checks.\[0\].id: it is empty; name the check in words joined by hyphens"),
    ({"checks": (Groundless,)}, "checks.sample.requirements: they are no row of requirements; write for example"),
    ({"checks": (Lawlike,)}, "checks.core-tasks-end-once: a law of the core bears this id; give it an id of its own"),
    ({"checks": (Demanding,)}, "checks.sample: Demanding asks for arguments when it is made; let it be made without"),
    ({"responds": (OpenCase,)}, "responds: OpenCase is no type of events; name types out of saksgang.events"),
    ({"observes": (CaseOpened, int)}, "observes: int is no type of events; name types out of saksgang.events"),
    ({"services": (ServiceKind("", "x"),)}, "services: one of them has an empty name; give it a name"),
    ({"services": (ServiceKind("skatt", "x"),) * 2}, "services.skatt: it is declared 2 times; declare it once"),
    ({"services": (ServiceKind("print", "x"),)}, "services.print: the office's letters go by a service of this name"),
    ({"services": (ServiceKind("mailbox", "x"),)}, "services.mailbox: the office's letters go by a service of this"),
    ({"name": "office"}, "name: 'office' is what belongs to no routine; give it another name"),
    ({"checks": (GoodCheck, TwinCheck)}, "checks.sample: two checks bear this id"),
]


def told(routine: object, entry_point: str = "") -> list[str]:
    return [fault.sentence("sample") for fault in declaration_faults(routine, entry_point)]


def test_plg_02_a_sound_declaration_has_no_faults() -> None:
    """The sample that every other case here changes in one place is sound, also with a check."""
    assert told(SOUND, "sample") == []
    assert told(evolve(SOUND, checks=(GoodCheck,))) == []
    assert told(evolve(SOUND, outcomes={"done": "Ferdig"})) == []
    assert told(evolve(SOUND, checks=(GoodCheck,), sentences={"sample": "En prøve holder."})) == []


@pytest.mark.parametrize(("changes", "sentence"), BAD, ids=[row[1][:50] for row in BAD])
def test_plg_02_one_fault_is_one_sentence(changes: dict[str, Any], sentence: str) -> None:
    """The plugin, the key, what is wrong and what to do stand in one line."""
    lines = told(evolve(SOUND, **changes))

    assert any(re.match(f"Plugin sample, {sentence}", line) and line.count("\n") == 0 for line in lines), lines


def test_plg_02_the_routine_bears_the_name_of_its_entry_point() -> None:
    """A municipality enables what was installed, so both names are one."""
    assert told(SOUND, "simple") == [
        "Plugin sample, name: the routine calls itself 'sample' and its entry point 'simple'; give both the same name."
    ]


def test_plg_02_all_faults_are_told_at_once() -> None:
    """Faults in different places of a declaration do not hide each other."""
    bad = evolve(SOUND, version="", api="", title="", roles=(), requirements={"x": "y"}, settings=Helpless)

    keys = [fault.key for fault in declaration_faults(bad)]

    assert keys == [
        "version",
        "title",
        "api",
        "task_kinds.vurder.role",
        "settings.days",
        "settings.other",
        "requirements.x",
        "requirements.x",
    ]


@pytest.mark.parametrize("answer", [None, "sample", {"name": "sample"}, Routine])
def test_plg_02_what_is_no_routine_is_refused(answer: object) -> None:
    """Anything but a Routine is told by its type."""
    [line] = told(answer)

    assert line.startswith(f"Plugin sample, hook declare_routine: answers with {type(answer).__name__}; return a ")


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"version": 1}, "version: it is of type int; give a text"),
        ({"countries": "NO"}, "countries: it is of type str; give a tuple, with a comma also after a single value"),
        ({"task_kinds": task(outcomes="done")}, "task_kinds[0].outcomes: it is of type str; give a tuple"),
        ({"case_types": [*SOUND.case_types]}, "case_types: it is of type list; give a tuple"),
        ({"case_types": (SOUND.roles[0],)}, "case_types[0]: it is of type Role; give a CaseType"),
        (
            {"case_types": (CaseType("s", "SAM", "x", (Status("ny", "new", "ferdig"),)),)},  # type: ignore[arg-type]
            "case_types[0].statuses[0].leads_to: it is of type str; give a tuple",
        ),
        ({"letters": (evolve(SOUND.letters[0], needs_approval="no"),)}, "letters[0].needs_approval: it is of type str"),  # type: ignore[arg-type]
        ({"settings": SOUND}, "settings: it is of type Routine; give a class"),
        ({"requirements": ["SAM-01"]}, "requirements: it is of type list; give a mapping of texts to texts"),
        (
            {"requirements": {"SAM-01": len}},
            "requirements.SAM-01: it is of type builtin_function_or_method; give",
        ),
        ({"outcomes": {"done": 1}}, "outcomes.done: it is of type int; give a text"),
        ({"sentences": {"sample": 1}}, "sentences.sample: it is of type int; give a text"),
        ({"checks": (GoodCheck(),)}, "checks[0]: it is of type GoodCheck; give a class"),
    ],
)
def test_plg_02_a_value_of_another_type_is_refused(changes: dict[str, Any], line: str) -> None:
    """Python checks no annotation, so the form is checked: a forgotten comma is found and nothing crashes."""
    assert [each[: len(line) + 15] for each in told(evolve(SOUND, **changes))] == [f"Plugin sample, {line}"]
