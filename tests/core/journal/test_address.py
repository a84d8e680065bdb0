"""The address of a journal in PostgreSQL: read strictly, and shown without what may be secret (COR-21, COR-22)."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest

from saksgang.errors import InputRefused
from saksgang.journal import Address, Encoded, PostgresqlJournal, open_journal, place_of

SECRET = "hemmelig"  # noqa: S105 - nobody's


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("postgresql://kari@db.example/journals", "postgresql://kari@db.example/journals"),
        ("postgres://db.example:5433/journals", "postgres://db.example:5433/journals"),
        ("postgresql:///journals", "postgresql:///journals"),
        ("postgresql://[::1]:5432/journals", "postgresql://[::1]:5432/journals"),
        (
            "postgresql://a:1,b:2/journals?target_session_attrs=primary",
            "postgresql://a:1,b:2/journals?target_session_attrs=primary",
        ),
        ("postgresql://kari:hemmelig@db/journals", "postgresql://kari@db/journals"),
        ("postgresql://:hemmelig@db/journals", "postgresql://db/journals"),
        ("postgresql://k%40ri:hemmelig%2F%3A@db/journals", "postgresql://k%40ri@db/journals"),
        ("postgresql:///j?host=/run/pg&password=hemmelig&port=5433", "postgresql:///j?host=/run/pg&port=5433"),
        ("postgresql://db/j?sslpassword=hemmelig&sslmode=require", "postgresql://db/j?sslmode=require"),
        ("postgresql://db/j?scram_client_key=hemmelig", "postgresql://db/j"),
        ("postgresql://db/j?options=-csearch_path%3Dfjordvik", "postgresql://db/j?options=-csearch_path%3Dfjordvik"),
    ],
)
def test_cor_22_an_address_is_shown_without_its_password(text: str, shown: str) -> None:
    """As text and in tracebacks; PostgreSQL's own library is given the whole of it."""
    found = place_of(text)

    assert isinstance(found, Address)
    assert (str(found), found.whole) == (shown, text)
    assert SECRET not in repr(found)


@pytest.mark.parametrize(
    "text",
    [
        "postgresql://kari:hemme@lig@db/journals",
        "postgresql://kari:hemme/lig@db/journals",
        "postgresql://kari:hemme:lig@db/journals",
        "postgresql://kari:hemmelig%@db/journals",
        "postgresql://kari:hemmelig%zz@db/journals",
        "postgresql://kari:hemmelig%00@db/journals",
        "postgresql://kari:123?hemmelig@db/journals",
        "postgresql://kari:hemmelig#@db/journals",
        "postgresql://kari:hemmelig@db",
        "postgresql://kari:hemmelig@db/",
        "postgresql://kari:hemmelig@db/a/b",
        "postgresql://kari:hemmelig@db/journals?password",
        "postgresql+psycopg://kari:hemmelig@db/journals",
        "PostgreSQL://kari:hemmelig@db/journals",
        "postgresql:/hemmelig",
        "postgresql://kari:hemmelig @db/journals",
        "postgresql://kari:hemmelig@db/journals\n",
    ],
)
def test_cor_22_what_is_not_sure_to_be_an_address_is_refused_and_not_repeated(text: str) -> None:
    """Half a password taken for a host would stand in the complaint about that host."""
    for read in (place_of, open_journal, PostgresqlJournal, lambda text: list(Encoded(text))):
        told = _refusal(read, text)

        assert "write postgresql://USER@HOST:PORT/DATABASE" in told
        assert "hemme" not in told


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("postgresql://kari@db.example:5433/journals", "postgresql://kari@db.example:5433/journals"),
        ("postgresql:///journals?host=/run/pg", "postgresql:///journals?host=/run/pg"),
        ("postgresql://kari@/journals", "postgresql://kari@/journals"),
    ],
)
def test_an_address_that_was_taken_for_a_path_is_one_all_the_same(text: str, back: str) -> None:
    """A plugin's verb that reads a journal asks for a path, which has one slash of two."""
    assert str(Path(text)) != text
    assert str(place_of(Path(text))) == back


@pytest.mark.parametrize("text", ["postgresql://kari:hemmelig@db/journals", "postgresql://db/j?password=hemmelig"])
def test_cor_22_a_password_in_a_path_is_refused_before_a_verb_can_show_it(text: str) -> None:
    """It says where a password belongs."""
    for read in (place_of, open_journal, lambda path: list(Encoded(path))):
        told = _refusal(read, Path(text))

        assert "with a password or with options that this command would show" in told
        assert SECRET not in told.replace(str(Path(text)), "")


@pytest.mark.parametrize("name", ["run", "/tmp/journal.sqlite", "postgresql", "postgresql.sqlite", "C:/postgresql:/x"])
def test_what_does_not_begin_as_an_address_is_a_file_or_folder(name: str) -> None:
    """By text or by path."""
    assert place_of(name) == place_of(Path(name)) == Path(name)


def test_cor_22_no_password_is_told_when_nobody_answers() -> None:
    """Neither in the sentence nor in what is printed of an error of ours with all that led to it."""
    told = _refusal(PostgresqlJournal, "postgresql://kari:hemmelig@127.0.0.1:1/journals")

    assert "The journal postgresql://kari@127.0.0.1:1/journals cannot be opened: " in told
    assert "Connection refused; see to the server, the database and the user's rights in it, or name" in told
    assert SECRET not in told


def test_cor_21_who_has_no_psycopg_is_told_which_extra_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """In one sentence."""
    monkeypatch.setitem(sys.modules, "psycopg", None)

    with pytest.raises(InputRefused, match=r"^The journal .*: pip install 'saksgang\[postgresql\]'\.$"):
        PostgresqlJournal("postgresql://kari:hemmelig@db.example/journals")


def _refusal(read: Callable[..., object], named: str | Path) -> str:
    """All that is printed of an error that nobody catches, with what led to it."""
    with pytest.raises(InputRefused) as refused:
        read(named)
    assert "\n" not in str(refused.value)
    return "".join(traceback.format_exception(refused.value))
