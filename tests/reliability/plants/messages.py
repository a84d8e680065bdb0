"""Bugs planted in home-care messages: who has them, what comes first, who is told."""

from __future__ import annotations

import datetime as dt

from saksgang.commands import Answer
from saksgang.events import TaskCreated, TaskReassigned, TaskTaken
from saksgang.journal.record import Recorded
from saksgang.records import Task
from saksgang.view import View
from saksgang_home_care_messages import going_on, holding, untaken
from saksgang_home_care_messages.course import Course
from saksgang_home_care_messages.progress import STEPS_DONE, Progress
from tests.reliability.plants.planting import Plant, Setting, Swap

__all__ = ["PLANTS"]

CARE = Setting("home_care_messages")

right_hours = untaken.hours_until_notice
right_follows = holding.caseworker_follows_task
right_tasks = going_on.new_tasks
right_due = going_on._due


def keeps_it(staff: str, view: View) -> list[Answer]:
    """Who is ill keeps what he had taken."""
    return []


def after_the_deadline(task: Task, view: View) -> int | None:
    """A day later than it should be."""
    hours = right_hours(task, view)
    return None if hours is None else hours + 24


def always(_: Progress) -> bool:
    """As good as done."""
    return True


def forwarded_to_nobody(number: str, course: Course, leg: int, owner: str, view: View) -> list[Answer]:
    """Only the first who have it get a task."""
    return [] if leg else right_tasks(number, course, leg, owner, view)


def by_arrival(course: Course, _leg: int, _view: View) -> dt.datetime | None:
    """A visit at eight waits behind what came before it."""
    return course.progress.case.opened


def with_who_had_it(event: TaskCreated | TaskTaken | TaskReassigned, recorded: Recorded, view: View) -> list[Answer]:
    """Who takes a message gets its case; to whom it is given, not."""
    return [] if isinstance(event, TaskCreated) else right_follows(event, recorded, view)


PLANTS = (
    Plant(
        "a-message-with-the-wrong-caseworker",
        "Who is given a message is not its caseworker, and does not see that it is new.",
        "msg-who-has-the-task-has-the-message",
        CARE,
        (Swap(right_follows, with_who_had_it),),
    ),
    Plant(
        "a-task-lost-on-sickness",
        "Who falls ill keeps the messages that he had taken, and nobody else sees them.",
        "msg-nobody-away-keeps-a-message",
        CARE,
        (Swap(holding.give_back, keeps_it),),
    ),
    Plant(
        "the-leader-told-too-late",
        "The leader hears of a message that nobody took when its time is over.",
        "msg-the-leader-sees-it-in-time",
        CARE,
        (Swap(right_hours, after_the_deadline),),
    ),
    Plant(
        "forwarded-without-a-word",
        "A message is passed on before the sender has had a temporary reply.",
        "msg-nothing-is-forwarded-without-a-temporary-reply",
        CARE,
        (Swap(STEPS_DONE["temporary_reply"], always, "saksgang_home_care_messages.progress.STEPS_DONE"),),
    ),
    Plant(
        "a-message-never-done",
        "Nobody gets a task for a message that was forwarded, so that it stays open.",
        "msg-every-message-is-on-a-list",
        CARE,
        (Swap(right_tasks, forwarded_to_nobody),),
    ),
    Plant(
        "a-visit-sorted-by-arrival",
        "A change to a visit is sorted by its arrival, so that the visit may come first.",
        "msg-changes-are-ordered-by-the-visit",
        CARE,
        (Swap(right_due, by_arrival),),
    ),
)
