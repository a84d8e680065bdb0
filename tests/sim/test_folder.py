"""What a run leaves behind, and what is never deleted for it (SIM-09, COR-22)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from saksgang.errors import InputRefused
from saksgang.journal import LinesJournal, MemoryJournal, SqliteJournal
from saksgang_sim.folder import run_folder, sources
from saksgang_sim.putting import plan_of
from saksgang_sim.run import prepare
from saksgang_sim.summary import summary
from tests.sim.garden import garden_in


def filled(folder: Path, *names: str) -> Path:
    """A folder with files of these names."""
    folder.mkdir(parents=True)
    for name in names:
        (folder / name).write_text(name, encoding="utf-8")
    return folder


def test_sim_09_without_a_folder_nothing_is_left() -> None:
    """The journal is in memory and leaving writes no file."""
    with run_folder(None, "lines") as folder:
        assert isinstance(folder.journal, MemoryJournal)
        assert folder.path is None


def test_sim_09_a_folder_is_made_with_the_journal_of_the_kind_asked_for(tmp_path: Path) -> None:
    """Also below a folder that is not there yet."""
    for kind, journal, name in (("lines", LinesJournal, "journal.jsonl"), ("sqlite", SqliteJournal, "journal.sqlite")):
        with run_folder(tmp_path / kind / "run", kind) as folder:
            assert isinstance(folder.journal, journal)
        assert (tmp_path / kind / "run" / name).exists()


def test_sim_09_summary_and_copies_are_left(tmp_path: Path) -> None:
    """The summary as JSON, the scenario and its municipality byte for byte."""
    scenario = garden_in(tmp_path / "garden")
    with run_folder(tmp_path / "run", "lines") as folder:
        outcome = prepare(plan_of(scenario, folder.journal)).go()
        folder.leave(outcome)

    assert json.loads((tmp_path / "run" / "summary.json").read_text(encoding="utf-8")) == summary(outcome)
    for original, copy in zip(sources(scenario), ("scenario.toml", "municipality.toml"), strict=True):
        assert (tmp_path / "run" / copy).read_bytes() == original.read_bytes()


@pytest.mark.parametrize(
    "earlier",
    [
        (),
        ("journal.jsonl", "journal.head.json"),
        ("journal.sqlite", "journal.sqlite-journal"),
        ("journal.jsonl", "journal.head.json", "summary.json", "scenario.toml", "municipality.toml"),
        ("journal.jsonl", "journal.head.json", "report.html", "report-case.html"),
        ("journal.sqlite", "summary.json", "report.html"),
        ("journal.jsonl", "run.csv", "run.xes", "run.xml", "run.ocel.json", "run.ocel.sqlite"),
    ],
)
def test_sim_09_an_earlier_run_gives_way_whole(tmp_path: Path, earlier: tuple[str, ...]) -> None:
    """Finished or killed, of whichever kind: only the new journal is there."""
    path = filled(tmp_path / "run", *earlier)
    with run_folder(path, "lines"):
        pass

    assert {each.name for each in path.iterdir()} == {"journal.jsonl", "journal.head.json"}
    assert (path / "journal.jsonl").read_bytes() == b""


@pytest.mark.parametrize(
    ("names", "strange"),
    [
        (("notes.txt",), "notes.txt"),
        (("journal.jsonl", "summary.json", "photo.jpg"), "photo.jpg"),
        (("scenario.toml",), "scenario.toml"),
        (("report.html",), "report.html"),
        (("report-case.html", "summary.json"), "report-case.html"),
        (("run.csv", "summary.json"), "run.csv"),
        (("journal.jsonl", "wednesday.csv"), "wednesday.csv"),
        (("journal.jsonl", "municipality.toml", "scenario.toml"), "municipality.toml"),
    ],
)
def test_cor_22_what_no_run_left_is_refused_and_kept(tmp_path: Path, names: tuple[str, ...], strange: str) -> None:
    """A scenario without a summary beside it is somebody's own, and so is a report or export without a journal."""
    path = filled(tmp_path / "mine", *names)

    with pytest.raises(
        InputRefused, match=f"holds '{strange}'.*, which no run left there; name another folder, or take"
    ):
        run_folder(path, "lines").__enter__()
    assert {each.name: each.read_text("utf-8") for each in path.iterdir()} == {name: name for name in names}


def test_cor_22_what_the_run_is_made_from_is_refused_and_kept(tmp_path: Path) -> None:
    """Even where it looks like an earlier run, however the folder is written."""
    path = filled(tmp_path / "run", "journal.jsonl", "summary.json", "scenario.toml", "municipality.toml")

    with pytest.raises(InputRefused, match=r"The run is made from 'municipality\.toml'"):
        run_folder(path / ".." / "run", "lines", [tmp_path / "other.toml", path / "municipality.toml"]).__enter__()
    assert len(list(path.iterdir())) == 4


def test_cor_22_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    """One sentence with the reason, and the file stays."""
    (tmp_path / "run").write_text("a file", encoding="utf-8")

    with pytest.raises(InputRefused, match=r"cannot be left in .*run: File exists; name another folder"):
        run_folder(tmp_path / "run", "lines").__enter__()
    assert (tmp_path / "run").read_text("utf-8") == "a file"


def test_cor_22_a_folder_with_a_files_name_is_refused(tmp_path: Path) -> None:
    """A folder called summary.json is none of ours to delete."""
    (tmp_path / "run" / "summary.json").mkdir(parents=True)

    with pytest.raises(InputRefused, match="name another folder"):
        run_folder(tmp_path / "run", "lines").__enter__()


def test_cor_21_the_journal_is_closed_whatever_happens(tmp_path: Path) -> None:
    """After a crash in the middle the same folder can be used again at once."""
    with pytest.raises(ZeroDivisionError), run_folder(tmp_path / "run", "lines"):
        raise ZeroDivisionError
    with run_folder(tmp_path / "run", "lines") as folder:
        assert list(folder.journal) == []


@pytest.mark.parametrize("kind", ["lines", "sqlite"])
def test_cor_21_a_run_in_progress_is_not_deleted_by_another(tmp_path: Path, kind: str) -> None:
    """The second run into the folder is refused in a sentence, and the first goes on with all that it has."""
    with run_folder(tmp_path / "run", kind) as first:
        names = {each.name for each in (tmp_path / "run").iterdir()}
        for other in ("lines", "sqlite"):
            with pytest.raises(InputRefused, match=r"The folder .*run is in use by another run: end that one first"):
                run_folder(tmp_path / "run", other).__enter__()
        assert {each.name for each in (tmp_path / "run").iterdir()} == names
        assert list(first.journal) == []
    with run_folder(tmp_path / "run", kind):
        pass


@pytest.mark.parametrize(
    ("journal", "name"), [(LinesJournal, "journal.jsonl"), (SqliteJournal, "journal.sqlite")], ids=["lines", "sqlite"]
)
def test_cor_21_a_journal_that_an_office_writes_does_not_give_way_to_a_run(
    tmp_path: Path, journal: type[LinesJournal | SqliteJournal], name: str
) -> None:
    """It may look like an earlier run, but whoever has it open is no run: nothing is deleted while it is in use."""
    live = journal(tmp_path / name)

    with pytest.raises(InputRefused, match=rf"The journal .*{name} is in use by another process: end that one first"):
        run_folder(tmp_path, "lines").__enter__()
    live.close()
    assert len(journal(tmp_path / name, writing=False)) == 0
