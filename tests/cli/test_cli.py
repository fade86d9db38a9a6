"""The command line: it answers at once, says mistakes in one line, and keeps its exit codes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.cli import run

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = ("play", "check", "cases", "autoplay", "shot", "schema", "parameters", "texts")
HEAVY = ("pygame", "yaml", "pydantic", "babel", "platformdirs", "game.content", "game.engine", "game.ui")


def dilemme(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command as a process of its own; a variable set to nothing is taken away."""
    variables = {key: value for key, value in {**os.environ, **environment}.items() if value}
    command = [sys.executable, "-m", "game", *words]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=variables, timeout=60)


@pytest.mark.parametrize("words", [["--help"], ["--version"], *([name, "--help"] for name in COMMANDS)], ids=" ".join)
def test_help_is_good_and_needs_no_library(words: list[str]) -> None:
    code = (
        "import sys\nfrom game.cli import run\ntry: run(sys.argv[1:])\nexcept SystemExit as end: assert not end.code\n"
    )
    code += f"print(*[name for name in {HEAVY} if name in sys.modules], file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, cwd=ROOT)
    assert (done.returncode, done.stderr.strip()) == (0, "")
    assert done.stdout


def test_help_names_every_command() -> None:
    said = dilemme("--help").stdout
    assert all(f"\n    {name} " in said for name in COMMANDS)


MISTAKES = [
    (["plya"], 2, "invalid choice: 'plya'"),
    (["autoplay"], 2, "--household"),
    (["autoplay", "--household", "wber"], 2, "did you mean 'weber'?"),
    (["autoplay", "--household", "zzz"], 2, "there is: "),
    (["autoplay", "--household", "weber", "--months", "0"], 2, "'0' is no number of months"),
    (["autoplay", "--household", "weber", "--months", "1e9"], 2, "'1e9' is no number of months"),
    (["autoplay", "--household", "weber", "--seed", "x"], 2, "--seed"),
    (["autoplay", "--household", "weber", "--policy", "best"], 2, "invalid choice: 'best'"),
    (["autoplay", "--household", "weber", "--months", "1", "--save", "/nowhere/at/all"], 1, "--save"),
    (["--content", "/nowhere/at/all", "parameters"], 2, "no such folder"),
    (["parameters", "--on", "2026-02-30"], 2, "'2026-02-30' is no date"),
    (["parameters", "--lang", "it"], 2, "invalid choice: 'it'"),
    (["shot", "month", "--size", "big"], 2, "'big' is no size"),
    (["shot", "month"], 2, "-o FILE.png"),
    (["shot", "titel", "-o", "x.png"], 2, "did you mean 'title'?"),
    (["check", "/nowhere/at/all.yaml"], 2, "/nowhere/at/all.yaml"),
    (["cases", "/nowhere/at/all.yaml"], 2, "/nowhere/at/all.yaml"),
]


@pytest.mark.parametrize(("words", "code", "said"), MISTAKES, ids=lambda value: str(value)[:40])
def test_a_mistake_of_use_is_said_plainly(
    words: list[str], code: int, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        ended = run(["--data-dir", str(tmp_path), *words])
    except SystemExit as end:  # the arguments alone were wrong
        ended = int(end.code or 0)
    out, error = capsys.readouterr()
    assert (ended, out) == (code, "")
    assert said in error and error.count("\n") <= 30


def test_a_mistake_ends_the_process_with_its_code(tmp_path: Path) -> None:
    done = dilemme("--data-dir", str(tmp_path), "autoplay", "--household", "wber")
    assert (done.returncode, done.stdout, "Traceback" in done.stderr) == (2, "", False)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there a missing display shows in variables")
@pytest.mark.parametrize("words", [[], ["play", "--household", "weber"]], ids=" ".join)
def test_without_a_display_a_plain_message_names_autoplay(words: list[str], tmp_path: Path) -> None:
    done = dilemme(*words, "--data-dir", str(tmp_path), DISPLAY="", WAYLAND_DISPLAY="", SDL_VIDEODRIVER="")
    assert done.returncode == 1
    assert "dilemme autoplay" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_display_that_is_not_there_gives_the_same_message(tmp_path: Path) -> None:
    done = dilemme("--data-dir", str(tmp_path), DISPLAY=":987", WAYLAND_DISPLAY="", SDL_VIDEODRIVER="x11")
    assert (done.returncode, "dilemme autoplay" in done.stderr, "Traceback" in done.stderr) == (1, True, False)


def test_a_reader_that_goes_away_is_no_error_with_a_traceback(tmp_path: Path) -> None:
    command = f"{sys.executable} -m game --data-dir {tmp_path} parameters | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=ROOT)
    assert (done.stderr, done.stdout.count("\n")) == ("", 1)


def test_an_option_before_the_command_counts_as_much_as_one_behind_it(tmp_path: Path) -> None:
    before = dilemme("--data-dir", str(tmp_path / "a"), "parameters", "--on", "2026-06-01")
    behind = dilemme("parameters", "--on", "2026-06-01", "--data-dir", str(tmp_path / "b"))
    assert before.stdout == behind.stdout != ""


def test_parameters_name_value_unit_status_and_source(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--data-dir", str(tmp_path), "parameters", "--on", "2026-06-01"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) > 50
    assert any("verified" in line and "guichet" in line for line in lines)
    assert not any(line.endswith(" ") for line in lines)


def test_a_figure_that_is_not_yet_in_force_is_not_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--data-dir", str(tmp_path), "parameters", "--on", "1900-01-01"]) == 0
    assert capsys.readouterr().out == ""
