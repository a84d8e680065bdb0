"""Why a due minute is what it is, day by day, in words (COR-13)."""

from __future__ import annotations

import datetime as dt
from itertools import groupby

import attrs

from saksgang.legaltime import wording
from saksgang.legaltime.almanac import Almanac
from saksgang.legaltime.durations import Unit
from saksgang.legaltime.language import Language, language_called
from saksgang.legaltime.rules import Rule
from saksgang.legaltime.walking import Mark, fires_at, walk

__all__ = ["Step", "explain"]

_LONGEST_UNFOLDED = 40
_Stride = tuple[Mark, dt.date, int]


@attrs.frozen
class Step:
    """One line of an explanation.

    Attributes:
        date: the local date it is about; for a folded run of days the last of them.
        counted: the number that the day got, None when it was not counted.
        text: the line in words.
    """

    date: dt.date
    counted: int | None
    text: str


def explain(start: dt.datetime, rule: Rule, almanac: Almanac, language: str = "en") -> tuple[Step, ...]:
    """Say step by step how the due minute of ``due`` came about (COR-13).

    Counted days, weekends and holidays by name, a month too short, a change of summer time, and last the
    due minute itself. A walk of more than 40 days is told in runs, each named holiday by itself.

    Raises:
        InputRefused: as ``due`` does, and for a language other than ``"en"``, ``"nb"`` and ``"da"``.
    """
    words = language_called(language)
    strides: list[_Stride] = []
    end = walk(start, rule, almanac, lambda mark, day, number: strides.append((mark, day, number)))
    first, last = almanac.local(start), almanac.local(end)
    steps = [Step(first.date(), None, wording.start(first, rule.duration, words))]
    steps += _told(strides[1:], first, rule.duration.unit, almanac, words)
    steps += _summer_time(first, last, rule, almanac, words)
    steps.sort(key=lambda step: step.date)
    ending = wording.due(last, almanac.local(fires_at(end)), almanac.zone, words, whole_day=rule.whole_day)
    return (*steps, Step(last.date(), None, ending))


def _told(strides: list[_Stride], first: dt.datetime, unit: Unit, almanac: Almanac, words: Language) -> list[Step]:
    if len(strides) <= _LONGEST_UNFOLDED:
        return [_one(stride, first, unit, almanac, words) for stride in strides]
    steps: list[Step] = []
    for ordinary, run in groupby(strides, lambda stride: _is_ordinary(stride, almanac)):
        if ordinary:
            steps.append(_folded(list(run), unit, words))
        else:
            steps += [_one(stride, first, unit, almanac, words) for stride in run]
    return steps


def _is_ordinary(stride: _Stride, almanac: Almanac) -> bool:
    mark, day, _ = stride
    return mark is Mark.COUNTED or (mark is Mark.SKIPPED and almanac.holiday_name(day) is None)


def _one(stride: _Stride, first: dt.datetime, unit: Unit, almanac: Almanac, words: Language) -> Step:
    mark, day, number = stride
    if mark is Mark.COUNTED:
        return Step(day, number, wording.counted(day, number, unit, words))
    if mark is Mark.CLAMPED:
        return Step(day, None, wording.clamped(first.date(), day, words))
    say = wording.skipped if mark is Mark.SKIPPED else wording.left
    return Step(day, None, say(day, almanac.holiday_name(day), words))


def _folded(run: list[_Stride], unit: Unit, words: Language) -> Step:
    numbers = [number for mark, _, number in run if mark is Mark.COUNTED]
    skipped = [day for mark, day, _ in run if mark is Mark.SKIPPED]
    weekends = {day - dt.timedelta(days=day.weekday()) for day in skipped}
    text = wording.folded(run[0][1], run[-1][1], numbers, unit, len(weekends), len(skipped), words)
    return Step(run[-1][1], numbers[-1] if numbers else None, text)


def _summer_time(first: dt.datetime, last: dt.datetime, rule: Rule, almanac: Almanac, words: Language) -> list[Step]:
    """Tell of a change of the zone's offset, and of a minute that the change left out."""
    steps: list[Step] = []
    real_hours = rule.duration.unit is Unit.HOURS
    if first.utcoffset() != last.utcoffset():
        day = _day_of_change(last, almanac)
        steps.append(Step(day, None, wording.summer_time(day, first, last, words, real_hours=real_hours)))
    wanted = rule.duration.at or dt.time(first.hour, first.minute)
    if not real_hours and not rule.whole_day and last.time() != wanted:
        steps.append(Step(last.date(), None, wording.no_such_minute(last, wanted, words)))
    return steps


def _day_of_change(last: dt.datetime, almanac: Almanac) -> dt.date:
    """Find the last date at whose beginning the zone's offset was not yet the one at ``last``."""
    day = last.date()
    while almanac.local(almanac.instant(day, dt.time(0))).utcoffset() == last.utcoffset():
        day -= dt.timedelta(days=1)
    return day
