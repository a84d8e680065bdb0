"""Letter templates are files that are held to the fields they declare (COR-04)."""

from __future__ import annotations

from pathlib import Path

import pytest

from saksgang.declarations import LetterTemplate
from saksgang.errors import PluginRefused
from saksgang.plugins import letters_in
from saksgang.plugins.templates import LARGEST

HEAD = '+++\ntitle = "Svar"\nfields = ["navn"]\n+++\n'


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An importable package with an empty folder for letters."""
    monkeypatch.syspath_prepend(tmp_path)
    folder = tmp_path / f"letters_{tmp_path.name}".replace("-", "_").replace("[", "_").replace("]", "_")
    (folder / "letters").mkdir(parents=True)
    (folder / "__init__.py").write_text("", encoding="utf-8")
    return folder


def refusal(package: Path, content: str | bytes) -> str:
    raw = content if isinstance(content, bytes) else content.encode()
    (package / "letters" / "svar.txt").write_bytes(raw)
    with pytest.raises(PluginRefused) as refused:
        letters_in(package.name)
    return str(refused.value).replace(package.name, "PACKAGE")


def test_cor_04_templates_are_read_by_file_name(package: Path) -> None:
    """Title, fields and approval stand in the table, the text follows; other files are left alone."""
    letters = package / "letters"
    (letters / "b.txt").write_text(HEAD + "\nHei ${navn}.\nDet koster 5 $$.\n", encoding="utf-8")
    (letters / "a.txt").write_text(
        '+++\ntitle = "Vedtak"\nfields = []\nneeds_approval = true\n+++\nDu får plass.', encoding="utf-8"
    )
    (letters / "notes.md").write_text("not a letter", encoding="utf-8")

    assert letters_in(package.name) == (
        LetterTemplate("a", "Vedtak", (), "Du får plass.", needs_approval=True),
        LetterTemplate("b", "Svar", ("navn",), "Hei ${navn}.\nDet koster 5 $$.\n"),
    )


@pytest.mark.parametrize("change", ["\r\n", "\r", "\ufeff"], ids=["Windows", "old Mac", "byte order mark"])
def test_cor_04_the_editor_does_not_change_the_letter(package: Path, change: str) -> None:
    """Line ends of other systems and a byte order mark are no part of the text."""
    text = f"{HEAD}Hei $navn\nHilsen oss\n"
    text = change + text if change == "\ufeff" else text.replace("\n", change)
    (package / "letters" / "svar.txt").write_bytes(text.encode())

    assert [letter.body for letter in letters_in(package.name)] == ["Hei $navn\nHilsen oss\n"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (HEAD + "Hei!\n", "field 'navn' is declared and not used; write $navn in the text or take it out of fields."),
        (
            HEAD + "Hei $navn, $dato\n",
            "the text uses $dato, and the fields are: navn; add 'dato' to fields or correct it.",
        ),
        (HEAD + "$navn\nto $ igjen\n", "line 2 of the text has a $ that begins no field; write $name, or $$ for a "),
        (HEAD + "$navn ${navn.__class__}\n", "line 1 of the text has a $ that begins no field"),
        (HEAD + "\n", "it has no text; write the letter."),
        (HEAD.replace('["navn"]', '["navn", "navn"]') + "$navn", "field 'navn' is declared twice; declare it once."),
        (HEAD.replace("navn", "fødselsår") + "$navn", "'fødselsår' cannot be the name of a field; use a to z"),
        (HEAD.replace("Svar", "Svar til $navn") + "$navn", "the title is empty or holds a $; write a title without"),
        (
            HEAD.replace("fields", "field") + "$navn",
            "its table has the unknown key 'field'; known are: title, f",
        ),
        (HEAD.replace('title = "Svar"\n', "") + "$navn", "its table has no title; write title = …."),
        (
            HEAD.replace('["navn"]', '"navn"') + "$navn",
            "fields is not a list of texts; write fields as a list",
        ),
        (HEAD.replace('["navn"]', "[1]") + "$navn", "fields holds something else than texts"),
        (HEAD.replace('"Svar"', "7") + "$navn", "title is not a text; write title as a text."),
        (HEAD.replace('"Svar"', '"Svar') + "$navn", "its table is not TOML: "),
        ("+++\nx = " + "[" * 5000 + "\n+++\n", "its table is not TOML: "),
        ("Hei $navn\n", "it does not begin with a table between two lines of +++"),
        ("+++\ntitle = 'x'\n", "it does not begin with a table between two lines of +++"),
        (HEAD.encode() + b"Gr\xf8nt $navn", "is not UTF-8; save the file as UTF-8."),
        (HEAD + "x" * LARGEST, "it is larger than 65536 bytes; make it shorter."),
    ],
)
def test_cor_04_a_template_that_cannot_be_used_is_refused(package: Path, content: str | bytes, told: str) -> None:
    """The sentence names the file, the field and the remedy."""
    lines = refusal(package, content).splitlines()

    assert any(line.startswith("letter PACKAGE/letters/svar.txt: ") and told in line for line in lines), lines


def test_cor_04_all_faults_of_all_files_are_told_at_once(package: Path) -> None:
    """Two files with two faults each are four sentences, in order of file name."""
    (package / "letters" / "avslag.txt").write_text(HEAD + "$a $b $navn", encoding="utf-8")

    lines = refusal(package, HEAD + "$x").splitlines()

    assert [line.partition(": ")[0] for line in lines] == [
        "letter PACKAGE/letters/avslag.txt",
        "letter PACKAGE/letters/avslag.txt",
        "letter PACKAGE/letters/svar.txt",
        "letter PACKAGE/letters/svar.txt",
    ]


def test_cor_04_a_file_name_is_the_template_name(package: Path) -> None:
    """A routine names its templates in code, so a name has the form of one."""
    (package / "letters" / "svar på søknad.txt").write_text(HEAD + "$navn", encoding="utf-8")

    with pytest.raises(PluginRefused, match="'svar på søknad' cannot be the name of a template"):
        letters_in(package.name)


@pytest.mark.parametrize("name", ["no_such_package_anywhere", "saksgang.errors", ""])
def test_cor_04_a_package_without_letters_is_refused(name: str) -> None:
    """A package that is missing, or has no folder letters, is named."""
    with pytest.raises(PluginRefused, match=f"letters of {name}: the package has no folder letters"):
        letters_in(name)
