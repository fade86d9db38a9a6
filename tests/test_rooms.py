"""The house as a test: which room imports which, who may know what, and the shape to keep.

Each check is a function from one file's text to complaints, so that it can be shown a violation.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
GAME = ROOT / "game"

CORE = ("model", "content", "engine", "explain")
ROOMS: Mapping[str, tuple[str, ...]] = {
    "model": (),
    "content": ("model",),
    "engine": ("model",),
    "explain": ("model", "engine"),
    "session": ("model", "engine", "explain"),
    "i18n": ("model",),
    "ui": ("model", "engine", "explain", "session", "i18n", "paths"),
    "room": ("model", "session", "i18n"),
    "report": ("model", "explain", "session", "i18n"),
    "cases": ("model", "engine", "explain", "content"),
    "simulate": ("model", "engine", "explain", "content"),
    "paths": (),
}
SHELL = ("cli", "__main__", "commands", "texts")  # here content meets engine meets session meets ui
KNOWN_BY: Mapping[str, tuple[str, ...]] = {
    "yaml": ("content",),
    "pydantic": ("content",),
    "pygame": ("ui",),
    "gettext": ("i18n",),
    "babel": ("i18n",),
    "platformdirs": ("paths",),
}
BANNED = {"random", "time", "threading", "socket", "subprocess", "asyncio", "multiprocessing", "concurrent", "select"}
FILES = {"os", "io", "pathlib", "shutil", "tempfile", "glob", "pickle"}  # neither a noun nor a rule opens one
FILE_LINES, FUNCTION_LINES, DEPTH = 400, 50, 4
DATA = ("i18n/english/",)  # sentences, one a line: no joint to split at
VAGUE = ("Manager", "Handler", "Helper", "Utils", "Util", "helpers", "utils")
BLOCKS = (ast.If, ast.For, ast.While, ast.With, ast.Try, ast.Match)

SOURCES = sorted(path.relative_to(GAME).as_posix() for path in GAME.rglob("*.py") if "_data" not in path.parts)


@cache
def parsed(text: str) -> ast.Module:
    """A file's tree, which nobody changes: every check walks the same ones."""
    return ast.parse(text)


def room_of(file: str) -> str:
    """The room of a file, given below `game/`: its folder, or its own name when it has none."""
    return file.split("/")[0].removesuffix(".py")


def imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """(line, full name) of everything imported, late imports included; a relative one begins with a dot."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield node.lineno, f"{'.' * node.level}{node.module or ''}.{alias.name}"


def import_complaints(file: str, text: str) -> Iterator[str]:
    """What `file` imports and may not."""
    room = room_of(file)
    for line, name in imports(parsed(text)):
        top, *rest = name.split(".")
        if name.startswith("."):
            yield f"{file}:{line}: write the import in full"
        elif top == "game" and rest and room not in SHELL and room != "__init__":
            other = rest[0]
            if other in (*ROOMS, *SHELL) and other != room and other not in ROOMS.get(room, ()):
                yield f"{file}:{line}: {room} may not import {other}"
        elif room in CORE and top in BANNED:
            yield f"{file}:{line}: {room} may not know {top}"
        elif room in ("model", "engine", "explain") and top in FILES:
            yield f"{file}:{line}: {room} opens no file, what is {top} for?"
        elif top in KNOWN_BY and room not in KNOWN_BY[top]:
            yield f"{file}:{line}: only {', '.join(KNOWN_BY[top])} knows {top}"


def clock_complaints(file: str, text: str) -> Iterator[str]:
    """Where a core room asks for today's date or opens a file."""
    if room_of(file) not in CORE:
        return
    for node in ast.walk(parsed(text)):
        asks = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if asks and node.func.attr in ("now", "today", "utcnow"):
            yield f"{file}:{node.lineno}: no clock here: {ast.unparse(node)}"
        opens = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "open"
        if opens and room_of(file) != "content":
            yield f"{file}:{getattr(node, 'lineno', 0)}: no file here"


def habit_complaints(file: str, text: str) -> Iterator[str]:
    """Globals that change, exceptions swallowed whole, names that say nothing."""
    for node in ast.walk(parsed(text)):
        match node:
            case ast.Global():
                yield f"{file}:{node.lineno}: global"
            case ast.ExceptHandler(type=None):
                yield f"{file}:{node.lineno}: bare except"
            case ast.ExceptHandler(type=ast.Name(id="Exception" | "BaseException")):
                yield f"{file}:{node.lineno}: except Exception"
            case ast.ClassDef(name=name) if name.endswith(VAGUE):
                yield f"{file}:{node.lineno}: say what {name} holds or does"
    if Path(file).stem.endswith(VAGUE):
        yield f"{file}:1: say what {file} holds or does"


def length_complaints(file: str, text: str) -> Iterator[str]:
    """Files and functions that are too long, blocks nested too deep."""
    if (lines := text.count("\n")) > FILE_LINES and not file.startswith(DATA):
        yield f"{file}:1: {lines} lines, at most {FILE_LINES}"
    for node in ast.walk(parsed(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > FUNCTION_LINES and not is_value(node):
                yield f"{file}:{node.lineno}: {node.name} has {lines} lines, at most {FUNCTION_LINES}"
            if (deep := depth(node)) > DEPTH:
                yield f"{file}:{node.lineno}: {node.name} is nested {deep} deep, at most {DEPTH}"


def is_value(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether a function only returns one value, however many lines its fields take: there is nothing to split."""
    return len(node.body) <= 2 and isinstance(node.body[-1], ast.Return)


def depth(node: ast.AST) -> int:
    """How deep blocks are nested in `node`; `elif` counts as the `if` it belongs to."""
    deepest = 0
    for child in ast.iter_child_nodes(node):
        chained = isinstance(node, ast.If) and isinstance(child, ast.If) and node.orelse == [child]
        deepest = max(deepest, depth(child) + (isinstance(child, BLOCKS) and not chained))
    return deepest


def docstring_complaints(file: str, text: str) -> Iterator[str]:
    """Public functions, classes and methods outside ui that do not say what they are."""
    tree = parsed(text)
    if not ast.get_docstring(tree):
        yield f"{file}:1: no docstring"
    if room_of(file) == "ui":
        return
    for node in definitions(tree):
        if not ast.get_docstring(node):
            yield f"{file}:{node.lineno}: {node.name} has no docstring"


def definitions(tree: ast.Module | ast.ClassDef) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    """What others may call: public functions and classes of a file, methods of classes that stand alone."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            # A Protocol's members speak alone, and who fills one in keeps what it promised.
            if isinstance(node, ast.ClassDef) and not node.bases:
                yield from definitions(node)


def module_of(file: str) -> str:
    """The dotted name of a file below `game/`."""
    parts = ("game", *file.removesuffix(".py").split("/"))
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def cycles(texts: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Groups of modules that import each other, late imports included; those for types alone never run."""
    modules = {module_of(file): text for file, text in texts.items()}
    graph = {
        module: {target for _, name in imports(run_time(text)) if (target := known(name, modules)) and target != module}
        for module, text in modules.items()
    }
    reached = {module: reachable(module, graph) for module in graph}
    found = {tuple(sorted(m for m in reached[start] if start in reached[m])) for start in graph}
    return sorted(group for group in found if group)


def run_time(text: str) -> ast.Module:
    """The file without its `if TYPE_CHECKING:` blocks."""
    tree = parsed(text)
    typed = [node for node in tree.body if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"]
    return ast.Module([node for node in tree.body if node not in typed], [])


def known(name: str, modules: Iterable[str]) -> str:
    """The module that an imported name belongs to, or nothing."""
    return name if name in modules else parent if (parent := name.rpartition(".")[0]) in modules else ""


def reachable(start: str, graph: Mapping[str, set[str]]) -> set[str]:
    """All modules that importing `start` brings in; itself only by a cycle."""
    seen: set[str] = set()
    waiting = list(graph[start])
    while waiting:
        if (module := waiting.pop()) not in seen:
            seen.add(module)
            waiting.extend(graph[module])
    return seen


CHECKS = (import_complaints, clock_complaints, habit_complaints, length_complaints, docstring_complaints)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__.removesuffix("_complaints"))
def test_the_house_keeps_its_rules(check) -> None:
    complaints = [said for file in SOURCES for said in check(file, (GAME / file).read_text("utf-8"))]
    assert not complaints, "\n" + "\n".join(complaints)


def test_no_module_is_caught_in_an_import_cycle() -> None:
    assert cycles({file: (GAME / file).read_text("utf-8") for file in SOURCES}) == []


def test_every_room_is_in_the_table() -> None:
    assert {room_of(file) for file in SOURCES} <= {*ROOMS, *SHELL, "__init__"}


@pytest.mark.parametrize("room", ["engine", "model"])
def test_a_game_needs_no_window_and_no_network(room: str) -> None:
    modules = [module_of(file) for file in SOURCES if room_of(file) == room]
    code = f"import sys, {', '.join(modules)}\nprint({{'pygame', 'yaml', 'socket', 'asyncio'}} & {{*sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "set()"


DOC = '"""A file."""\n'
DEEP = "def f():\n" + "".join("    " * n + "if a:\n" for n in range(1, 6)) + " " * 24 + "b\n"
PLANTED = [
    (import_complaints, "model/units.py", "from game.engine import play\n", "model may not import engine"),
    (import_complaints, "engine/play.py", "import game.content.load\n", "engine may not import content"),
    (import_complaints, "engine/play.py", "def f():\n    from game import session\n", "engine may not import session"),
    (import_complaints, "session/table.py", "from game.ui.app import run\n", "session may not import ui"),
    (import_complaints, "i18n/speech.py", "from game.cli import main\n", "i18n may not import cli"),
    (import_complaints, "engine/play.py", "from . import month\n", "write the import in full"),
    (import_complaints, "engine/play.py", "from .month import STEPS\n", "write the import in full"),
    (import_complaints, "engine/shocks.py", "import random\n", "engine may not know random"),
    (import_complaints, "explain/twins.py", "from time import monotonic\n", "explain may not know time"),
    (import_complaints, "content/load.py", "from concurrent.futures import Future\n", "may not know concurrent"),
    (import_complaints, "model/units.py", "from pathlib import Path\n", "opens no file"),
    (import_complaints, "engine/play.py", "import yaml\n", "only content knows yaml"),
    (import_complaints, "session/table.py", "import pygame.font\n", "only ui knows pygame"),
    (import_complaints, "ui/app.py", "from babel.numbers import format_decimal\n", "only i18n knows babel"),
    (import_complaints, "cli.py", "import pydantic\n", "only content knows pydantic"),
    (clock_complaints, "content/law.py", "day = date.today()\n", "no clock here"),
    (clock_complaints, "engine/record.py", "open('save')\n", "no file here"),
    (habit_complaints, "ui/app.py", "def f():\n    global g\n", "global"),
    (habit_complaints, "ui/app.py", "try:\n    f()\nexcept Exception:\n    pass\n", "except Exception"),
    (habit_complaints, "ui/app.py", "try:\n    f()\nexcept:\n    pass\n", "bare except"),
    (habit_complaints, "ui/app.py", "class SceneManager: ...\n", "say what SceneManager holds"),
    (habit_complaints, "ui/utils.py", "", "say what ui/utils.py holds"),
    (length_complaints, "ui/app.py", "#\n" * 401, "401 lines"),
    (length_complaints, "ui/app.py", "def f():\n" + "    a = 1\n" * 50, "f has 51 lines"),
    (length_complaints, "ui/app.py", DEEP, "5 deep"),
    (docstring_complaints, "engine/play.py", DOC + "def new_game(): ...\n", "new_game has no docstring"),
    (docstring_complaints, "engine/play.py", DOC + "class A:\n  'A.'\n  def b(self): ...\n", "b has no"),
    (docstring_complaints, "ui/app.py", "a = 1\n", "no docstring"),
]  # fmt: skip


def named(value: object) -> str:
    """The same in every process: a function's text holds where it lies."""
    return getattr(value, "__name__", str(value)[:40])


@pytest.mark.parametrize(("check", "file", "text", "said"), PLANTED, ids=named)
def test_each_check_sees_a_planted_violation(check, file: str, text: str, said: str) -> None:
    complaints = list(check(file, text))
    assert len(complaints) == 1 and said in complaints[0], complaints


ALLOWED = [
    (import_complaints, "explain/twins.py", "from game.engine.play import answer\nfrom game.model import game\n"),
    (import_complaints, "cli.py", "from game.ui import app\nfrom game.content import load\n"),
    (import_complaints, "ui/app.py", "import asyncio\nimport random\nimport pygame\nfrom game import NAME\n"),
    (length_complaints, "ui/app.py", "def f():\n    if a:\n        b\n" + "    elif a:\n        b\n" * 6),
    (docstring_complaints, "ui/app.py", DOC + "def draw(): ...\n"),
]


@pytest.mark.parametrize(("check", "file", "text"), ALLOWED, ids=named)
def test_no_check_complains_of_what_is_allowed(check, file: str, text: str) -> None:
    assert list(check(file, text)) == []


def test_a_planted_cycle_is_seen_even_when_it_imports_late() -> None:
    texts = {
        "a/__init__.py": "",
        "a/one.py": "from game.a.two import f\n",
        "a/two.py": "def f():\n    from game.a import three\n",
        "a/three.py": "import game.a.one\n",
        "a/four.py": "from game.a import one\n",
    }
    assert cycles(texts) == [("game.a.one", "game.a.three", "game.a.two")]
