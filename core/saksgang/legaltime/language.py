"""How a language says days, times, numbers and rules; own tables of names, since strftime's follow the process locale.

Holidays keep the Norwegian or Danish names that the almanac gives them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from attrs import frozen

from saksgang.errors import InputRefused
from saksgang.legaltime.durations import Duration, Unit
from saksgang.legaltime.rules import Rule
from saksgang.legaltime.sentences import DANISH, ENGLISH, NORWEGIAN

__all__ = ["LANGUAGES", "Language", "language_called"]

_CHRIST = "Kristi"


@frozen
class Language:
    """A language that explanations are written in.

    Attributes:
        weekdays: from Monday on.
        day: a date in words, from ``weekday``, ``day``, ``month`` and ``year``.
        day_and_month: the same without weekday and year.
        moment: a day and a clock time.
        weekend: why a Saturday or Sunday is not counted; may name the ``weekday``.
        holidays_begin_small: whether the name of a holiday does, within a sentence.
        nouns: what is counted, one and many.
        weekday_and_time: such a duration.
        last_bank_day: such a duration.
        end_of_day: how a rule says it.
        moved: how a rule says it.
        names: of a deadline's targets, of whom it waits for, and of the clock that ends it.
        called: how a kind of deadline is named: by its label, in English with what it means.
        sentences: the texts, by what they say.
    """

    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    day: str
    day_and_month: str
    moment: str
    weekend: str
    holidays_begin_small: bool
    nouns: Mapping[str, tuple[str, str]]
    weekday_and_time: str
    last_bank_day: str
    end_of_day: str
    moved: str
    names: Mapping[str, str]
    called: str
    sentences: Mapping[str, str]

    def say(self, what: str, **fields: object) -> str:
        """A sentence, filled in and begun with a capital."""
        text = self.part(what, **fields)
        return text[0].upper() + text[1:]

    def part(self, what: str, **fields: object) -> str:
        """What goes into a sentence."""
        return self.sentences[what].format_map(fields)

    def dated(self, day: date) -> str:
        """A date with its weekday."""
        weekday, month = self.weekdays[day.weekday()], self.months[day.month - 1]
        return self.day.format(weekday=weekday, day=day.day, month=month, year=day.year)

    def short_date(self, day: date) -> str:
        """A date without weekday and year."""
        return self.day_and_month.format(day=day.day, month=self.months[day.month - 1])

    def timed(self, local: datetime) -> str:
        """A local date and clock minute."""
        return self.moment.format(day=self.dated(local), clock=f"{local:%H:%M}")

    def why_closed(self, day: date, holiday: str | None) -> str:
        """The name of a holiday, or else that it is a weekend."""
        if holiday is None:
            return self.weekend.format(weekday=self.weekdays[day.weekday()])
        small = self.holidays_begin_small and not holiday.startswith(_CHRIST)
        return holiday[0].lower() + holiday[1:] if small else holiday

    def many(self, number: int, noun: str) -> str:
        """A number of something."""
        one, more = self.nouns[noun]
        return f"{number} {one if number == 1 else more}"

    def duration(self, duration: Duration) -> str:
        """A duration in words; in English as a municipality's file writes it."""
        if duration.at is None:
            return self.many(duration.number, duration.unit)
        if duration.weekday is None:
            return self.last_bank_day.format(clock=f"{duration.at:%H:%M}")
        weekday = self.weekdays[duration.weekday].lower()
        return self.weekday_and_time.format(weekday=weekday, clock=f"{duration.at:%H:%M}")

    def rule(self, rule: Rule) -> str:
        """A rule in words; in English as the journal has it."""
        whole_day = [self.end_of_day] if rule.whole_day else []
        moved = [self.moved] if rule.moves else []
        return ", ".join([self.duration(rule.duration), *whole_day, *moved])


LANGUAGES: Mapping[str, Language] = {
    "en": Language(
        weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        months=(
            "January", "February", "March", "April", "May", "June",
            "July", "August", "September", "October", "November", "December",
        ),
        day="{weekday} {day} {month} {year}",
        day_and_month="{day} {month}",
        moment="{day} at {clock}",
        weekend="{weekday}",
        holidays_begin_small=False,
        nouns={
            Unit.HOURS: ("hour", "hours"),
            Unit.DAYS: ("day", "days"),
            Unit.WORKING_DAYS: ("working day", "working days"),
            Unit.MONTHS: ("month", "months"),
            "minutes": ("minute", "minutes"),
            "weekends": ("weekend", "weekends"),
        },
        weekday_and_time="{weekday} {clock}",
        last_bank_day="last bank day {clock}",
        end_of_day="end of day",
        moved="moved to a working day",
        names={
            "due": "due",
            "norm": "norm",
            "limit": "limit",
            "office": "the office",
            "recipient": "the recipient",
            "time": "its time",
            "clock": "clock",
        },
        called='"{label}", {meaning}',
        sentences=ENGLISH,
    ),
    "nb": Language(
        weekdays=("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
        months=(
            "januar", "februar", "mars", "april", "mai", "juni",
            "juli", "august", "september", "oktober", "november", "desember",
        ),
        day="{weekday} {day}. {month} {year}",
        day_and_month="{day}. {month}",
        moment="{day} kl. {clock}",
        weekend="helg",
        holidays_begin_small=True,
        nouns={
            Unit.HOURS: ("time", "timer"),
            Unit.DAYS: ("dag", "dager"),
            Unit.WORKING_DAYS: ("arbeidsdag", "arbeidsdager"),
            Unit.MONTHS: ("måned", "måneder"),
            "minutes": ("minutt", "minutter"),
            "weekends": ("helg", "helger"),
        },
        weekday_and_time="{weekday} kl. {clock}",
        last_bank_day="månedens siste bankdag kl. {clock}",
        end_of_day="ut dagen",
        moved="flyttet til en arbeidsdag",
        names={
            "due": "frist",
            "norm": "norm",
            "limit": "lovfrist",
            "office": "kontoret",
            "recipient": "mottakeren",
            "time": "at tiden er inne",
            "clock": "klokken",
        },
        called="«{label}»",
        sentences=NORWEGIAN,
    ),
    "da": Language(
        weekdays=("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
        months=(
            "januar", "februar", "marts", "april", "maj", "juni",
            "juli", "august", "september", "oktober", "november", "december",
        ),
        day="{weekday} den {day}. {month} {year}",
        day_and_month="{day}. {month}",
        moment="{day} kl. {clock}",
        weekend="weekend",
        holidays_begin_small=True,
        nouns={
            Unit.HOURS: ("time", "timer"),
            Unit.DAYS: ("dag", "dage"),
            Unit.WORKING_DAYS: ("arbejdsdag", "arbejdsdage"),
            Unit.MONTHS: ("måned", "måneder"),
            "minutes": ("minut", "minutter"),
            "weekends": ("weekend", "weekender"),
        },
        weekday_and_time="{weekday} kl. {clock}",
        last_bank_day="månedens sidste bankdag kl. {clock}",
        end_of_day="dagen ud",
        moved="flyttet til en arbejdsdag",
        names={
            "due": "frist",
            "norm": "norm",
            "limit": "lovfrist",
            "office": "kontoret",
            "recipient": "modtageren",
            "time": "at tiden er inne",
            "clock": "uret",
        },
        called="»{label}«",
        sentences=DANISH,
    ),
}  # fmt: skip


def language_called(name: str) -> Language:
    """The language of that code; raises ``InputRefused`` for one that has no words here."""
    if name not in LANGUAGES:
        known = ", ".join(f'"{each}"' for each in sorted(LANGUAGES))
        raise InputRefused(f"Explanations are not written in the language {name!r}: ask for one of {known}.")
    return LANGUAGES[name]
