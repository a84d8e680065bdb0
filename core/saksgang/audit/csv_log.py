"""Logs as CSV from anywhere: with commas, semicolons or tabs, and headings of any language."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import frozen

from saksgang.audit.entries import Entry, Times, refuse_no_file
from saksgang.configuration.problems import advice
from saksgang.errors import InputRefused

__all__ = ["Columns", "read_csv"]

DELIMITERS = (",", ";", "\t", "|")
LARGEST_FIELD = 1 << 20


@frozen
class Columns:
    """What the log calls the case, the activity and the time."""

    case: str = "case"
    activity: str = "activity"
    time: str = "time"

    @property
    def names(self) -> tuple[str, str, str]:
        """All three."""
        return self.case, self.activity, self.time


def read_csv(path: Path, columns: Columns, times: Times, encoding: str = "utf-8-sig") -> Iterator[Entry]:
    """The entries of a log, in its order; rows without anything in them, and of no case, are passed over.

    Raises:
        InputRefused: the file or a row of it cannot be read; the message says in which line.
    """
    csv.field_size_limit(LARGEST_FIELD)
    line = 0
    try:
        refuse_no_file(path)
        with path.open(encoding=encoding, newline="") as file:
            delimiter = _delimiter(file.readline(), columns, path)
            file.seek(0)
            reader = csv.reader(file, delimiter=delimiter)
            header = [name.strip() for name in next(reader)]
            _refuse_doubles(header, columns, path)
            for number, row in enumerate(reader, start=1):
                line = reader.line_num
                if any(row):
                    yield from _entry(number, row, header, columns, times, f"{path} line {line}")
    except UnicodeError:  # not every encoding tells of it by the one for decoding
        raise InputRefused(
            f"The log {path} is not written in {encoding.removesuffix('-sig')}: name what it is written in, such as "
            "--encoding cp1252."
        ) from None
    except LookupError:
        raise InputRefused(f"The encoding {encoding!r} is not known: write for example utf-8 or cp1252.") from None
    except OSError as error:
        raise InputRefused(
            f"The log {path} cannot be opened: {error.strerror or error}; name a CSV or XES file."
        ) from error
    except csv.Error as error:
        raise InputRefused(f"{path} after line {line}: This is no CSV ({error}): write text in quotes.") from None


def _delimiter(first_line: str, columns: Columns, path: Path) -> str:
    """The sign that parts the columns: the one by which the headings have the three names."""
    headings = {
        sign: [name.strip() for name in next(csv.reader([first_line], delimiter=sign), [])] for sign in DELIMITERS
    }
    for sign, names in headings.items():
        if set(columns.names) <= set(names):
            return sign
    there = max(headings.values(), key=len)
    missing = next(name for name in columns.names if name not in there)
    raise InputRefused(
        f"{path} line 1: There is no column {missing!r}. {advice(missing, there)} Say which columns are meant with "
        "--map case=…,activity=…,time=…."
    )


def _refuse_doubles(header: Sequence[str], columns: Columns, path: Path) -> None:
    for name in columns.names:
        if header.count(name) > 1:
            raise InputRefused(
                f"{path} line 1: There are {header.count(name)} columns {name!r}, and which is meant cannot be known: "
                "give each a name of its own."
            )


def _entry(
    number: int, row: Sequence[str], header: Sequence[str], columns: Columns, times: Times, place: str
) -> Iterator[Entry]:
    if len(row) != len(header):
        raise InputRefused(
            f"{place}: This row has {len(row)} columns and the headings are {len(header)}: put text that has the "
            "separator in it in quotes."
        )
    values = dict(zip(header, map(str.strip, row), strict=True))
    case, activity, time = (values[name] for name in columns.names)
    if not activity:
        raise InputRefused(f"{place}: The column {columns.activity!r} is empty: every row says what happened.")
    if case:
        yield Entry(number, case, activity, times.first(time, place), values, place)
