"""The rows that the settings are made of: types of messages with their steps, and the services."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from saksgang.legaltime import Rule
from saksgang.settings import setting
from saksgang_home_care_messages.names import DONE, IN_PROGRESS, SERVICE

__all__ = ["UNTIL_FILLED", "MessageType", "ServiceRow", "Step"]


@frozen
class Step:
    """A step of a type of message."""

    do: str = setting(help="What is done: one of the steps that the routine knows, see its README.")
    by: tuple[str, ...] = setting(
        default=(),
        help="The roles that may do it; the first one's queue gets it. Empty: those responsible for the type.",
    )
    within: Rule | None = setting(default=None, help="The time from receipt in which it has to be done, if any.")
    states: tuple[str, ...] = setting(default=(), help="What the act has to state besides its text.")
    choices: tuple[str, ...] = setting(default=(), help="The answers that may be stated; empty for any.")


UNTIL_FILLED = (Step("read"), Step("decide"), Step("set_done"))
"""Where the source gives no steps, the least that a journal needs: somebody decides, and says what (MSG-11)."""


@frozen
class MessageType:
    """A type of message: all that the engine knows about it."""

    name: str = setting(help="The name, which the category of a message equals.")
    requirement: str = setting(default="MSG-10", help="The requirement that is named where an act is refused.")
    responsible: tuple[str, ...] = setting(
        default=(SERVICE,), help='The roles responsible; "tjenesten" for whoever the service concerned names.'
    )
    steps: tuple[Step, ...] = setting(default=(), help="What is done, in order.")
    first_reply: Rule | None = setting(default=None, help="Deadline of the first reply, if not the common one.")
    priority: Literal["arrival", "visit start"] = setting(
        default="arrival", help="What work lists order it by: its arrival, or the start of the visit concerned."
    )
    no_reply: bool = setting(default=False, help="Whether it is answered only if the leader decides so (MSG-07).")
    forwards_content: bool = setting(default=True, help="Whether its content may go to anybody else (MSG-09).")
    in_progress: str = setting(default=IN_PROGRESS, help="The word for being in progress.")
    done: str = setting(default=DONE, help="The word for being done.")


@frozen
class ServiceRow:
    """A service that citizens write to, by its local routine (MSG-01)."""

    name: str = setting(help="The name by which messages name it.")
    section: str = setting(default="", help="The id of the section whose people answer for it.")
    responsible: str = setting(default="ansatt", help="The role that reads and answers its messages.")
