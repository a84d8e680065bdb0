"""``saksgang play``: play stories and tell which hold."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import click

from saksgang.exits import Exit
from saksgang.plugins import Registry
from saksgang_sim.stories import Result, as_data, failure_lines, repeat_command, shipped_stories, staged, story_files

__all__ = ["play_command"]


@click.command("play")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--routine", default="", metavar="NAME", help="Only the stories that come with this routine.")
@click.option("--json", "as_json", is_flag=True, help="Print the results as JSON.")
def play_command(paths: tuple[Path, ...], routine: str, as_json: bool) -> int:
    """Play stories: who does what when, and what must then be seen.

    PATHS are story files or folders of them; without any, the stories of all installed routines are played.

    \b
    Examples:
      saksgang play
      saksgang play --routine ppt_intake
      saksgang play my-story.toml --json
    """  # noqa: D301 - click reads the backslash: it keeps the lines of the examples apart
    if paths and routine:
        raise click.UsageError("Name either paths or a routine.")
    found = story_files(paths) if paths else shipped_stories(Registry.installed(), routine)
    results = _played(found, silent=as_json)
    if as_json:
        click.echo(json.dumps([as_data(result) for result in results], indent=2, ensure_ascii=False))
    failed = [result.story.path for result in results if not result.held]
    click.echo(_summary(len(results), len(failed)), err=as_json)
    if failed:
        click.echo(f"To repeat: {repeat_command(failed)}", err=True)
        return int(Exit.FAILED)
    return int(Exit.HELD if results else Exit.NOTHING_RAN)


def _played(paths: Iterable[Path], *, silent: bool) -> list[Result]:
    results = []
    for each in staged(paths):
        result = each.play()
        results.append(result)
        if not silent:
            _say(result)
    return results


def _say(result: Result) -> None:
    if result.held:
        click.echo(f"ok      {result.story.title}")
        return
    click.echo(f"FAILED  {result.story.title}")
    for line in failure_lines(result):
        click.echo(f"        {line}")


def _summary(played: int, failed: int) -> str:
    if not played:
        return "No story was found."
    stories = "story" if played == 1 else "stories"
    return f"{played} {stories} played, {failed} failed." if failed else f"{played} {stories} played, all held."
