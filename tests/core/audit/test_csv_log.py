"""Logs as CSV from anywhere."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from attrs import evolve

from saksgang.audit import Columns, Entry, Times, read_csv, zone_called
from saksgang.errors import InputRefused
from saksgang.legaltime import Almanac
from tests.core.audit.logs import DENMARK, NORWAY, local

DANISH = Columns("Sagsnr.", "Hændelse", "Dato")
DATES = evolve(DENMARK, formats=("%d.%m.%Y %H:%M", "%d.%m.%Y"))


def entries(
    folder: Path,
    text: str,
    columns: Columns = DANISH,
    times: Times = DATES,
    encoding: str = "utf-8-sig",
    written: str = "utf-8",
) -> list[Entry]:
    """The entries of a file of that content."""
    (folder / "log.csv").write_bytes(text.encode(written))
    return list(read_csv(folder / "log.csv", columns, times, encoding))


def test_a_foreign_log_is_read_as_it_is(tmp_path: Path) -> None:
    """Semicolons, Danish headings, dates with points, text in quotes, a byte order mark, an empty row."""
    text = (
        '\ufeffSagsnr.;Dato;"Hændelse";Bemærkning\r\n'
        '26/0017;02.03.2026;Ansøgning modtaget;"Ringede; lagde besked"\r\n'
        ";;;\r\n"
        "26/0017;09.04.2026 14:30;Afgørelse sendt;\r\n"
    )
    first, second = entries(tmp_path, text)

    assert (first.case, first.activity, first.at) == ("26/0017", "Ansøgning modtaget", local("2026-03-02"))
    assert first.columns["Bemærkning"] == "Ringede; lagde besked"
    assert (second.at, second.place) == (local("2026-04-09 14:30"), f"{tmp_path / 'log.csv'} line 4")


def test_rows_of_no_case_are_passed_over(tmp_path: Path) -> None:
    """Such as an absence of somebody on the staff."""
    assert [each.case for each in entries(tmp_path, "Sagsnr.;Hændelse;Dato\n;Ferie;02.03.2026\n1;A;02.03.2026\n")] == [
        "1"
    ]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_separator_is_found(sign: str, tmp_path: Path) -> None:
    """By the headings that are meant."""
    text = f"Sagsnr.{sign}Hændelse{sign}Dato\n1{sign}A{sign}02.03.2026\n"

    assert [each.activity for each in entries(tmp_path, text)] == ["A"]


def test_a_log_of_another_encoding_is_read_when_it_is_named(tmp_path: Path) -> None:
    """As Danish spreadsheets have it."""
    text = "Sagsnr.;Hændelse;Dato\n1;Ansøgning;02.03.2026\n"

    assert entries(tmp_path, text, encoding="cp1252", written="cp1252")[0].activity == "Ansøgning"
    with pytest.raises(InputRefused, match="not written in utf-8: name what it is written in"):
        entries(tmp_path, text, written="cp1252")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-03-29T14:00:05.000+02:00", "2026-03-29 14:00:05"),
        ("2026-03-29T12:00:05Z", "2026-03-29 14:00:05"),
        ("2026-03-29 14:00:05", "2026-03-29 14:00:05"),
        ("2026-03-29", "2026-03-29 00:00"),
    ],
)
def test_iso_times_keep_their_offset(written: str, meant: str, tmp_path: Path) -> None:
    """Without one the zone that is named counts; a date is a local day."""
    (entry,) = entries(tmp_path, f"case,activity,time\n1,A,{written}\n", Columns(), NORWAY)

    assert entry.at == local(meant)


def test_a_time_without_a_zone_needs_one_named(tmp_path: Path) -> None:
    """It could be anywhere's, also in a log whose calendar is known; a date alone could not."""
    times = Times(Almanac("NO"))
    with pytest.raises(InputRefused, match=r"line 2: The time '2026-03-02 10:00' says no zone: .* --zone Europe/Oslo"):
        entries(tmp_path, "case,activity,time\n1,A,2026-03-02 10:00\n", Columns(), times)
    (entry,) = entries(tmp_path, "case,activity,time\n1,A,2026-03-02\n", Columns(), times)
    assert entry.at == local("2026-03-02")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "line 1: There is no column 'Sagsnr.'"),
        ("Sagsnr;Hændelse;Dato\n", "line 1: There is no column 'Sagsnr.'. Did you mean \"Sagsnr\"?"),
        ("Sagsnr.;Hændelse;Dato\n1;A\n", "line 2: This row has 2 columns and the headings are 3"),
        ("Sagsnr.;Hændelse;Dato\n1;A;1;2\n", "line 2: This row has 4 columns"),
        ("Sagsnr.;Hændelse;Dato\n1;;02.03.2026\n", "line 2: The column 'Hændelse' is empty"),
        ("Sagsnr.;Hændelse;Dato\n1;A;02.03.2026\n2;A;31.02.2026\n", "line 3: The time '31.02.2026' cannot be read"),
        ("Sagsnr.;Hændelse;Dato\n1;A;\n", "line 2: The time '' cannot be read as '%d.%m.%Y %H:%M' or '%d.%m.%Y'"),
        ("Sagsnr.;Hændelse;Dato\n1;A;02.03.0001\n", "line 2: The time '02.03.0001' is outside the calendar"),
        ('Sagsnr.;Hændelse;Dato\n1;A;02.03.2026\n1;"A', "line 3: This row has 2 columns"),
        ("Sagsnr.;Hændelse;Dato\n1;" + "A" * 1_100_000 + ";02.03.2026\n", "after line 0: This is no CSV (field larger"),
    ],
)
def test_cor_22_a_row_that_cannot_be_read_is_told_with_its_line(text: str, told: str, tmp_path: Path) -> None:
    """One sentence, and what to do."""
    with pytest.raises(InputRefused) as refused:
        entries(tmp_path, text)

    assert told in str(refused.value)


def test_cor_22_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """Nor is a folder a log."""
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(InputRefused, match="cannot be opened"):
            list(read_csv(path, DANISH, DATES))


def test_cor_22_an_encoding_that_there_is_not_is_told(tmp_path: Path) -> None:
    """With one that there is."""
    with pytest.raises(InputRefused, match="The encoding 'utf8-dk' is not known"):
        entries(tmp_path, "a\n", encoding="utf8-dk")


@pytest.mark.parametrize("heading", ["Sagsnr.", "Hændelse", "Dato"])
def test_cor_22_a_heading_that_stands_twice_is_refused(tmp_path: Path, heading: str) -> None:
    """Which of the two columns is meant cannot be known; others may bear one name."""
    with pytest.raises(InputRefused, match=f"line 1: There are 2 columns '{heading}', and which is meant cannot be"):
        entries(tmp_path, f"Sagsnr.;Hændelse;Dato;{heading}\n1;A;02.03.2026;2\n")
    assert len(entries(tmp_path, "Sagsnr.;Hændelse;Dato;x;x\n1;A;02.03.2026;2;3\n")) == 1


@pytest.mark.parametrize("zone", ["Europe/Copenhagen", "Europe/Helsinki"])
def test_cor_14_a_time_that_the_spring_night_leaves_out_moves_to_the_first_minute_there_is(
    tmp_path: Path, zone: str
) -> None:
    """In the zone that is named; so the order of a log's entries is that of its clock."""
    begins = {"Europe/Copenhagen": 2, "Europe/Helsinki": 3}[zone]
    text = f"Sagsnr.;Hændelse;Dato\n1;A;29.03.2026 0{begins}:30\n1;B;29.03.2026 0{begins + 1}:10\n"
    first, second = entries(tmp_path, text, times=evolve(DATES, zone=zone_called(zone)))

    assert first.at == dt.datetime(2026, 3, 29, 1, 0, tzinfo=dt.UTC)
    assert second.at == dt.datetime(2026, 3, 29, 1, 10, tzinfo=dt.UTC)
