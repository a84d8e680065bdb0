"""What did not hold, for the top of the page: who opens a red run's report has to see that it is red (SIM-09)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from saksgang_sim.report.deadlines import Deadlines
from saksgang_sim.report.rules import Sentence, rule
from saksgang_sim.report.summary_file import Check, Summary, Target
from saksgang_sim.report.views_deadlines import deadline_words
from saksgang_sim.report.words import Words

__all__ = ["Unheld", "UnheldRow", "unheld"]

SHOWN = 5
CHECKS = "checks"


@frozen
class UnheldRow:
    """One thing that did not hold.

    Attributes:
        rule: that it is about; none where the head says it all.
        place: the id of what tells more of it, ``""`` where nothing does.
        more: what the link to that place says.
        case: the first one on which it went wrong, ``""`` where it is about none.
    """

    head: str
    rule: Sentence | None = None
    place: str = ""
    more: str = ""
    case: str = ""


@frozen
class Unheld:
    """The first few of all that did not hold, and how many more there are."""

    rows: Sequence[UnheldRow]
    more: int


def unheld(summary: Summary | None, deadlines: Deadlines, words: Words) -> Unheld:
    """What kept the run from exit code 0, in the order of its weight; nothing where no summary tells."""
    rows = list(_rows(summary, deadlines, words)) if summary else []
    return Unheld(rows[:SHOWN], max(0, len(rows) - SHOWN))


def _rows(summary: Summary, deadlines: Deadlines, words: Words) -> Iterator[UnheldRow]:
    if failures := summary.plugin_failures:
        yield UnheldRow(words("unheld.failed", number=words.number(failures)))
    for check in summary.violated:
        yield _check(check, words("unheld.violated", number=words.number(check.violations)), words)
    for target in summary.targets:
        if not target.held or not target.ended:
            yield _target(target, deadlines, words)
    for check in summary.unreached:
        yield _check(check, words("unheld.unreached"), words)


def _check(check: Check, head: str, words: Words) -> UnheldRow:
    case = next((each.case for each in check.first_violations if each.case), "")
    return UnheldRow(head, rule(check, words), CHECKS, words("unheld.to_checks"), case)


def _target(target: Target, deadlines: Deadlines, words: Words) -> UnheldRow:
    kind, _, name = target.deadline.rpartition(".")
    key = "untried" if not target.ended else "target"
    head = words(
        f"unheld.{key}",
        deadline=deadline_words(kind, name, words),
        asked=words.share(target.asked),
        share=words.share(target.share),
        ended=words.number(target.ended),
    )
    shown = next((each for each in deadlines.promises if (each.name, each.target) == (kind, name)), None)
    return UnheldRow(head, None, "kinds", words("unheld.to_deadlines")) if shown else UnheldRow(head)
