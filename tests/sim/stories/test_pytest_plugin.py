"""Stories as pytest items (SIM-07)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.sim.stories.test_cli_play import MUNICIPALITY, STORY


def run_pytest(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run pytest in a folder of its own, with the plugin and without this project's configuration."""
    command = [sys.executable, "-m", "pytest", "-p", "saksgang_sim.pytest_plugin", "-p", "no:cacheprovider", "-v"]
    (folder / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=60)


def test_sim_07_toml_files_in_a_folder_of_stories_are_items(tmp_path: Path) -> None:
    """A story that fails shows its own words; the municipality beside it and other TOML files are no stories."""
    stories = tmp_path / "stories"
    stories.mkdir()
    (stories / "municipality.toml").write_text(MUNICIPALITY, encoding="utf-8")
    (tmp_path / "other.toml").write_text("x = 1\n", encoding="utf-8")
    for name, registered in (("holds", "false"), ("fails", "true")):
        text = STORY.format(title=f"It {name}", registered=registered)
        (stories / f"{name}.toml").write_text(text, encoding="utf-8")
    (stories / "wrong.toml").write_text("title = 1\n", encoding="utf-8")

    ended = run_pytest(tmp_path)

    assert ended.returncode == 1
    assert "stories/holds.toml::holds PASSED" in ended.stdout
    assert "stories/fails.toml::fails FAILED" in ended.stdout
    assert "1 passed" in ended.stdout
    assert "2 failed" in ended.stdout
    assert "was there  registered false" in ended.stdout
    assert "title (line 1): Here stands the number 1" in ended.stdout
    assert "Traceback" not in ended.stdout
