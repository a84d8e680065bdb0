"""What a simulated officer does with an application, by the commands of a person at the desk."""

from __future__ import annotations

from saksgang.commands import CompleteLetter, CompleteTask, PrintLetter
from saksgang_sim.behaviour import Turn, Work

__all__ = ["assess"]

GRANTED = 0.7


def assess(turn: Turn) -> Work:
    """Have the reply posted on paper; then grant or refuse."""
    for letter in turn.view.letters(turn.task.case):
        if letter.state == "draft":
            yield CompleteLetter(letter.id)
            yield PrintLetter(letter.id, "søknaden kom på papir")
    yield CompleteTask(turn.task.id, "innvilget" if turn.luck.chance(GRANTED, "granted") else "avslått")
