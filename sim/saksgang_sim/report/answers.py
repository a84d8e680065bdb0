"""What the page says in sentences: the answer to the leader's question, and what has to be known with it (SIM-09)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from saksgang_sim.report.counting import Counted
from saksgang_sim.report.deadlines import LIMIT, MET, MISSED, Deadlines
from saksgang_sim.report.places import NOBODY, Place
from saksgang_sim.report.rules import Sentence, rule
from saksgang_sim.report.summary_file import Check, Summary
from saksgang_sim.report.views_deadlines import deadline_words, lost, place_words, prevention
from saksgang_sim.report.words import Words

__all__ = ["Checks", "Notice", "Reason", "answer", "checks", "facts", "numbers", "reasons", "unsure"]

UNHELD = ("violated", "not reached")
WORST_FIRST = (*UNHELD, "not put to the test", "held")


@frozen
class Notice:
    """What has to be known before anything is read."""

    title: str
    lines: Sequence[str]


@frozen
class Reason:
    """A kind of deadline that was missed: how often, which, why, and by whom it could have been prevented."""

    number: str
    routine: str
    deadline: str
    why: str
    prevented: str


@frozen
class Checks:
    """What the checks found, in a sentence or two; those that did not hold, and all, each with its rule."""

    lines: Sequence[str]
    unheld: Sequence[tuple[Check, Sentence]]
    all: Sequence[tuple[Check, Sentence]]


def answer(deadlines: Deadlines, words: Words) -> Sequence[str]:
    """How many deadlines were missed, and whether the law was among them; the first line is the headline."""
    met, missed = deadlines.count(MET), deadlines.count(MISSED)
    ended = met + missed
    if not ended:
        return [words("answer.nothing")]
    if not missed:
        return [words("answer.none", ended=words.number(ended))]
    lines = [
        words("answer.some", missed=words.number(missed), ended=words.number(ended), share=words.share(missed / ended))
    ]
    limits = sum(kind.count(MISSED) for kind in deadlines.promises if kind.target == LIMIT)
    lines.append(words("answer.limits", number=words.number(limits)) if limits else words("answer.no_limits"))
    return lines


def reasons(deadlines: Deadlines, words: Words) -> Iterator[Reason]:
    """Of each kind that was missed how often, where its cases lay mostly, and who could have prevented that."""
    for kind in deadlines.promises:
        missed = kind.count(MISSED)
        if not missed:
            continue
        place = next((place for place, _, _ in lost([kind])), Place(NOBODY))
        ended = words.number(missed + kind.count(MET))
        yield Reason(
            words("answer.kind", missed=words.number(missed), ended=ended),
            words.routine(kind.name.partition(".")[0]),
            deadline_words(kind.name, kind.target, words),
            words("answer.why", place=place_words(place, words, alike="brief")),
            words("answer.prevented", whom=prevention(place, words, alike=True)),
        )


def numbers(counted: Counted, words: Words) -> Sequence[tuple[str, str]]:
    """The few numbers that tell how large the run was."""
    deadlines = counted.deadlines
    letters = sum(bucket.count for (step, _, _), bucket in counted.letters.flow.items() if step == 0)
    rows = (
        (deadlines.count(MET) + deadlines.count(MISSED), "deadlines"),
        (deadlines.count(MISSED), "missed"),
        (counted.outcomes.opened, "cases"),
        (letters, "letters"),
        (counted.events, "events"),
    )
    return [(words.number(number), words(f"key.{key}")) for number, key in rows]


def unsure(counted: Counted, words: Words) -> Sequence[Notice]:
    """What has to be said where cases rest on values that nobody has confirmed."""
    cases = counted.outcomes.unsure
    if not cases:
        return ()
    lines = [words(f"unsure.{word}", number=words.number(len(cases[word]))) for word in sorted(cases)]
    return (Notice(words("unsure.title"), lines),)


def checks(summary: Summary, words: Words) -> Checks:
    """What the checks found, what did not hold first."""
    violated, number = summary.violated, words.number(len(summary.checks))
    idle = sum(check.status in {"not reached", "not put to the test"} for check in summary.checks)
    key = "checks.violated" if violated else "checks.held"
    lines = [words(key, number=words.number(len(violated)), all=number)]
    if idle:
        lines.append(words("checks.unreached", number=words.number(idle)))
    told = [(check, rule(check, words)) for check in sorted(summary.checks, key=_weight)]
    return Checks(lines, [each for each in told if each[0].status in UNHELD], told)


def _weight(check: Check) -> int:
    return WORST_FIRST.index(check.status) if check.status in WORST_FIRST else 0


def facts(counted: Counted, summary: Summary | None, words: Words) -> Sequence[tuple[str, str]]:
    """What identifies the run."""
    facts = [(words("run.events"), words.number(counted.events))]
    if summary:
        facts = [
            (words("run.scenario"), summary.scenario),
            (words("run.seed"), str(summary.seed)),
            *facts,
            (words("run.digest"), summary.digest),
        ]
    return facts
