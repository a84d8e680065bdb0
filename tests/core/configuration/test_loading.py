"""A municipality's file as a whole: what is loaded, what is told together, what is left alone."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from saksgang.configuration import Section, examine, load, plugin_files, why_broken
from saksgang.errors import InputRefused
from saksgang.legaltime import Duration, Unit
from saksgang.plugins import Broken
from saksgang.records import Absence, StaffMember
from tests.core.configuration.samples import ROUTINES, SOUND, Settings, Zone

TOKENS = ("5", "-1.5", "true", '"x"', '""', "[]", "[[1]]", "{}", "{ a = 1 }", "2026-07-06", "08:00:00", "inf")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "fjordvik.toml"


def told(file: Path, text: str) -> list[str]:
    file.write_text(text, encoding="utf-8")
    return [problem.key for problem in examine(file, ROUTINES).problems]


def test_cor_20_a_sound_file_is_loaded_whole(file: Path) -> None:
    """Staff, sections, zone and settings come as the records that the office works with."""
    file.write_text(SOUND, encoding="utf-8")

    loaded = load(file, ROUTINES)
    settings = loaded.routines["parking"]

    assert (loaded.name, loaded.country, loaded.zone, loaded.language) == (
        "Fjordvik kommune",
        "NO",
        "Europe/Oslo",
        "nb",
    )
    assert loaded.sections == (Section("vest", "Seksjon vest"), Section("nord", "Seksjon nord"))
    assert loaded.staff[0] == StaffMember(
        id="turid",
        name="Turid Moen",
        roles=("saksbehandler",),
        section="vest",
        hours="mon-thu 08:00-15:30, fri 09:00-12:00",
        deputy="ola",
        absences=(Absence(dt.date(2026, 7, 6), dt.date(2026, 7, 24), "ferie"),),
    )
    assert isinstance(settings, Settings)
    assert settings.answer_within == Duration(Unit.WORKING_DAYS, 2)
    assert settings.fee == Decimal("95.50")
    assert settings.zones == (Zone("Havna", "turid", 40),)
    assert settings.share == 0.25
    assert loaded.source == file


def test_cor_07_what_staff_leave_out_has_a_default(file: Path) -> None:
    """Hours, section, deputy and absences need not be said."""
    file.write_text(SOUND, encoding="utf-8")

    ola = load(file, ROUTINES).staff[1]

    assert (ola.hours, ola.section, ola.deputy, ola.absences, ola.gone) == ("mon-fri 08:00-15:30", "", "", (), False)


def test_cor_20_all_faults_are_told_at_once_from_top_to_bottom(file: Path) -> None:
    """Faults of form and of sense, in every part of the file and two in one table, are told together by line."""
    text = (
        SOUND.replace('language = "nb"', 'language = "nn"\nplugins = ["gone.py"]')
        .replace('section = "vest"\nhours = "mon-thu 08:00-15:30, fri 09:00-12:00"', 'section = "west"\nhours = 8')
        .replace('id = "kari"\nname = "Kari Lund"', 'id = "ola"\nnmae = "Kari Lund"')
        .replace("most = 3", 'most = "3"')
        .replace("fee = 95.50", "feee = 95.50")
    )

    assert told(file, text) == [
        "municipality.language",
        "municipality.plugins[0]",
        "staff[0].section",
        "staff[0].hours",
        "staff[2].name",
        "staff[2].id",
        "staff[2].nmae",
        "routines.parking.feee",
        "routines.parking.most",
    ]


def test_cor_20_a_fault_is_told_once_and_not_again_by_what_follows_from_it(file: Path) -> None:
    """A list of roles that cannot be read does not make its role one that nobody has, nor a lost id a lost person."""
    assert told(file, SOUND.replace('roles = ["saksbehandler"]', 'roles = "saksbehandler"')) == ["staff[0].roles"]
    assert told(file, SOUND.replace('id = "turid"', "id = 5")) == ["staff[0].id"]
    assert told(file, SOUND.replace('country = "NO"', 'country = "SE"')) == ["municipality.country"]


def test_cor_20_warnings_do_not_refuse(file: Path) -> None:
    """What a routine only finds odd, and an office with nothing on, are told and loaded all the same."""
    file.write_text(SOUND.replace("fee = 95.50", "fee = 0"), encoding="utf-8")

    assert [str(warning) for warning in examine(file, ROUTINES).warnings] == [
        f"{file}: routines.parking.fee (line 37): A permit costs nothing. Leave it if that is meant."
    ]
    assert load(file, ROUTINES).routines["parking"].fee == 0

    file.write_text(SOUND[: SOUND.index("[routines")], encoding="utf-8")

    assert [warning.sentence for warning in examine(file, ROUTINES).warnings] == ["No routine is on."]
    assert load(file, ROUTINES).routines == {}


def test_plg_01_a_routine_that_is_off_keeps_its_table_and_is_not_loaded(file: Path) -> None:
    """``enabled = false`` turns it off, whatever else its table holds, and ``true`` is the same as nothing."""
    off = SOUND.replace("[routines.parking]", "[routines.permits_dk]\nenabled = false\nfee = []\n[routines.parking]")
    file.write_text(off.replace("[routines.parking]", "[routines.parking]\nenabled = true"), encoding="utf-8")

    assert examine(file, ROUTINES).problems == ()
    assert list(load(file, ROUTINES).routines) == ["parking"]


def test_plg_01_a_broken_plugin_tells_why_only_where_it_is_wanted(file: Path) -> None:
    """Of two broken plugins the one that the file turns on is a problem, with the plugin's own sentence."""
    file.write_text(SOUND.replace("[routines.parking]", "[routines.meals]\n[routines.parking]"), encoding="utf-8")
    broken = [
        Broken("meals", "distribution meals 1", ("Plugin meals: it has no settings; add them.",)),
        Broken("other", "distribution other 1", ("Plugin other: no.",)),
    ]

    problems = examine(file, ROUTINES, why_broken(broken)).problems

    assert [(row.key, row.sentence) for row in problems] == [
        ("routines.meals", 'The plugin "meals" cannot be used: Plugin meals: it has no settings; add them.')
    ]


def test_plg_01_plugin_files_are_named_before_the_rest_is_read(file: Path) -> None:
    """Paths count from the file's own folder; a key of the wrong form names none and is told by the check."""
    file.write_text('[municipality]\nplugins = ["routines/local.py", 5]\n', encoding="utf-8")
    assert plugin_files(file) == (file.parent / "routines" / "local.py",)

    file.write_text('municipality = ["routines/local.py"]\n', encoding="utf-8")
    assert plugin_files(file) == ()

    with pytest.raises(InputRefused, match="cannot be opened"):
        plugin_files(file.parent / "absent.toml")


def test_plg_01_a_plugin_file_that_is_there_is_accepted_unless_it_is_broken(file: Path) -> None:
    """The file beside the municipality's is found, and what is wrong inside it is told at its place in the list."""
    (file.parent / "local.py").write_text("", encoding="utf-8")
    file.write_text(SOUND.replace('language = "nb"', 'language = "nb"\nplugins = ["local.py"]'), encoding="utf-8")

    assert examine(file, ROUTINES).problems == ()
    assert load(file, ROUTINES).plugin_files == (file.parent / "local.py",)
    assert [row.key for row in examine(file, ROUTINES, {"local": "It does not import."}).problems] == [
        "municipality.plugins[0]"
    ]


def test_cor_22_a_routine_that_fails_at_looking_is_one_problem(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of the plugin's own code is a sentence, not a traceback."""
    monkeypatch.setattr(Settings, "findings", lambda *_: 1 / 0)
    file.write_text(SOUND, encoding="utf-8")

    problem = examine(file, ROUTINES).problems[0]

    assert problem.key == "routines.parking"
    assert "ZeroDivisionError" in problem.sentence
    assert problem.suggestion == "Tell the plugin's author."


def test_cor_22_no_value_of_any_kind_at_any_key_raises_anything(file: Path) -> None:
    """Each key of the sound file with a value of each kind is in order or gets a worded problem with a remedy."""
    rows = SOUND.split("\n")
    for number, row in enumerate(rows):
        for token in TOKENS if " = " in row else ():
            changed = [*rows[:number], f"{row.partition(' = ')[0]} = {token}", *rows[number + 1 :]]
            file.write_text("\n".join(changed), encoding="utf-8")
            for problem in examine(file, ROUTINES).problems:
                assert problem.key, (row, token)
                assert problem.sentence.endswith((".", "?")), (row, token)
                assert problem.suggestion, (row, token)


def test_cor_20_looking_changes_nothing(file: Path) -> None:
    """The folder holds after the check what it held before it, byte for byte."""
    file.write_text(SOUND, encoding="utf-8")

    examine(file, ROUTINES)

    assert [path.name for path in file.parent.iterdir()] == [file.name]
    assert file.read_text(encoding="utf-8") == SOUND


def test_cor_22_signs_that_a_terminal_obeys_are_written_out(file: Path) -> None:
    """Escape sequences and turned writing direction in names and keys never reach the terminal as they are."""
    told(file, SOUND.replace('"Kari Lund"', r'"\u001b[2J\u202e"').replace("spaces = 40", r'"\u001b]0;x" = 1'))

    lines = [str(problem) for problem in examine(file, ROUTINES).problems]

    assert len(lines) == 2
    assert all(line.isprintable() for line in lines)
    assert r"\x1b[2J\u202e" in lines[0]
