"""Contacts kept by hand in a CSV file (REG-13, COR-22)."""

from __future__ import annotations

from pathlib import Path

import pytest

from saksgang.errors import InputRefused
from saksgang_contact_registration.csv_file import Sheet, read_sheet
from tests.plugins.contact_registration.bench import SETTINGS

HEAD = (
    "direction;channel;area;day;department;type;closing;activity;source;by;count;batch;overruled;changed;reference;form"
)
CALL = "in;telephone;kontanthjælp;2026-10-06;jobcenter;råd/vejledning;straksafsluttet;vejledning;{source};{by};;;;;;"


def sheet(tmp_path: Path, *rows: str, head: str = HEAD) -> Sheet:
    path = tmp_path / "contacts.csv"
    path.write_text("\n".join((head, *rows)) + "\n", encoding="utf-8-sig")
    return read_sheet(path, SETTINGS, "DK")


def call(source: str = "1", by: str = "") -> str:
    return CALL.format(source=source, by=by)


def test_reg_13_rows_are_read_and_judged_by_the_rules(tmp_path: Path) -> None:
    """Two calls, an empty line between; semicolons as a Danish spreadsheet writes them."""
    read = sheet(tmp_path, call("1"), ";" * 15, call("2"))

    assert [registration.source for registration in read.registrations] == ["1", "2"]
    assert read.wrong == []


def test_cor_22_a_file_of_nothing_is_told_which_columns_it_needs(tmp_path: Path) -> None:
    """Not even a first line."""
    path = tmp_path / "contacts.csv"
    path.touch()
    with pytest.raises(InputRefused, match=r"The first line of .* lacks direction, .*; the columns are: direction"):
        read_sheet(path, SETTINGS, "DK")


def test_commas_do_as_well(tmp_path: Path) -> None:
    """A comma in a cell stands in quotes."""
    head, row = HEAD.replace(";", ","), call("1").replace(";", ",").replace("råd/vejledning", '"råd/vejledning"')

    assert len(sheet(tmp_path, row, head=head).registrations) == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("telephone", "e-mail"), "REG-12: Only personal and telephone"),
        (("2026-10-06", "2026-10-10"), "REG-13: 2026-10-10 lies outside"),
        (("2026-10-06", "6/10"), "The day '6/10' is no date"),
        (("in;", "ind;"), "The direction 'ind' is not one of: in, out."),
        (("telephone", "due"), "The channel 'due' is not one of"),
        ((";1;;;;;;;", ";1;;mange;;;;;"), "In the column count stands 'mange'"),
        ((";1;;;;;;;", ";1;;;;;måske;;"), "In the column changed stands 'måske'; write ja or nej."),
        ((";1;;;;;;;", ";1;;;;skøn;;;"), "write rule=reason"),
        ((";1;;;;;;;", ";1;;;;REG-03=skøn;;;"), "no warning by REG-03"),
        ((";1;;;;;;;", ";;;;;;;;"), "REG-02: Say what the contact is known by"),
    ],
)
def test_cor_22_a_bad_row_is_one_sentence_with_its_line(tmp_path: Path, change: tuple[str, str], said: str) -> None:
    """The other rows count all the same."""
    read = sheet(tmp_path, call("9"), call("1").replace(*change))

    (wrong,) = read.wrong
    assert said in wrong
    assert "contacts.csv, line 3: " in wrong
    assert len(read.registrations) == 1


def test_reg_02_the_file_is_judged_as_a_whole(tmp_path: Path) -> None:
    """The same contact in two rows, and a row of somebody who did not end it."""
    read = sheet(tmp_path, call("1"), call("1"))

    assert "line 3: REG-02" in read.wrong[0]


def test_reg_03_a_warning_is_overruled_in_its_column(tmp_path: Path) -> None:
    """Rule, equals sign, reason."""
    row = call("1").replace("råd/vejledning", "ændring af sag").replace(";1;;;;;;;", ";1;;;;REG-03=tastes senere;;;")

    (registration,) = sheet(tmp_path, row).registrations

    assert registration.overruled == {"REG-03": "tastes senere"}


@pytest.mark.parametrize(
    ("head", "rows", "said"),
    [
        ("", (), "lacks direction, channel, area, day"),
        ("direction;channel;area", (), "lacks day"),
        (HEAD + ";colour", (), "has 'colour'"),
        (HEAD + ";form", (), "has doubles"),
        (HEAD, (call("1") + ";x;y",), "line 2, has more cells than columns"),
        (HEAD, ('in;"tele',), "is no CSV"),
    ],
)
def test_cor_22_a_file_that_is_no_such_table_is_refused(
    tmp_path: Path, head: str, rows: tuple[str, ...], said: str
) -> None:
    """One sentence with what was expected."""
    with pytest.raises(InputRefused, match=said):
        sheet(tmp_path, *rows, head=head)


def test_cor_22_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    """Missing, or not in UTF-8."""
    latin = tmp_path / "latin.csv"
    latin.write_bytes(HEAD.encode() + b"\nr\xe5d\n")
    for path in (tmp_path / "none.csv", latin):
        with pytest.raises(InputRefused, match="cannot be read"):
            read_sheet(path, SETTINGS, "DK")


def test_cor_08_a_personal_number_is_never_shown(tmp_path: Path) -> None:
    """Neither right nor mistyped, whatever is wrong with its row."""
    head = HEAD.replace("form", "reference_kind")
    rows = [
        call(str(n)).removesuffix(";;") + f";{number};CPR"
        for n, number in enumerate(("670488-1236", "990488-1236", "67048812"))
    ]
    read = sheet(tmp_path, *rows, rows[0], head=head)

    assert len(read.registrations) == 1
    assert len(read.wrong) == 3
    assert not any("0488" in wrong for wrong in read.wrong)
