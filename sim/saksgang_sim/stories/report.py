"""What is said of a story that did not hold, and how it is played again (SIM-07, CLI-03)."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Sequence
from pathlib import Path

from saksgang.worklists import hidden
from saksgang_sim.stories.model import Step
from saksgang_sim.stories.results import Failure, Result
from saksgang_sim.stories.timeline import timeline

__all__ = ["as_data", "failure_lines", "repeat_command"]


def repeat_command(paths: Sequence[Path]) -> str:
    """The command that plays these stories again."""
    return shlex.join(["saksgang", "play", *(str(path) for path in paths)])


def failure_lines(result: Result) -> Iterable[str]:
    """Everything that a reader needs to see why a story failed, the command that repeats it last."""
    story = result.story
    yield f"{story.path}: {story.title}"
    for failure in result.failures:
        yield from _failure(failure)
    events: dict[str, str] = {}
    for failure in result.failures:
        events.setdefault(failure.case, failure.event)
    for case, event in events.items():
        yield f"  The timeline of {case or 'the story'}:"
        lines = timeline(result, case, event)
        width = max((len(line.who) for line in lines), default=0)
        for line in lines:
            yield f"    {line.at}  {line.who:{width}}  {line.text}"
    yield f"  To repeat: {repeat_command([story.path])}"


def _failure(failure: Failure) -> Iterable[str]:
    step = failure.step
    yield f"  Step {step.number}, {_when(step)}, {hidden(step.words)}" if step else "  The whole story"
    yield f"    expected   {hidden(failure.expected)}"
    yield f"    was there  {hidden(failure.there)}"


def _when(step: Step) -> str:
    return f"{step.at:%Y-%m-%d %H:%M}"


def as_data(result: Result) -> dict[str, object]:
    """The result as plain data, personal numbers masked (COR-08)."""
    story = result.story
    return {
        "path": str(story.path),
        "title": story.title,
        "requirements": list(story.requirements),
        "held": result.held,
        "steps": len(story.steps),
        "checks": [{"id": verdict.id, "status": verdict.status} for verdict in result.verdicts],
        "failures": [_failure_data(failure, result) for failure in result.failures],
    }


def _failure_data(failure: Failure, result: Result) -> dict[str, object]:
    step = failure.step
    return {
        "step": step.number if step else None,
        "at": _when(step) if step else None,
        "words": hidden(step.words) if step else "",
        "expected": hidden(failure.expected),
        "there": hidden(failure.there),
        "case": failure.case,
        "timeline": [f"{line.at} {line.who}: {line.text}" for line in timeline(result, failure.case, failure.event)],
    }
