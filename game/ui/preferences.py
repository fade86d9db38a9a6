"""What the player set for the window: a small JSON file in the configuration folder."""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

LANGUAGES = ("lb", "fr", "de", "en")
TEXT_SIZES = (100, 125, 150)
SOUNDS = ("off", "quiet", "full")
FILE = "settings.json"

_ALLOWED: dict[str, tuple[str | int | bool, ...]] = {
    "language": ("", *LANGUAGES),
    "text_size": TEXT_SIZES,
    "night": (False, True),
    "motion": (False, True),
    "sound": SOUNDS,
    "platform": (False, True),
    "fullscreen": (False, True),
}


@dataclass(frozen=True, slots=True)
class Preferences:
    """An empty language means the system's, as far as the game speaks it. Text size in per cent."""

    language: str = ""
    text_size: int = 100
    night: bool = False
    motion: bool = True
    sound: str = "off"
    platform: bool = True  # the warning call, as the next game begins with it
    fullscreen: bool = False


def changed(preferences: Preferences, name: str, value: str | int | bool) -> Preferences:
    """With one field set. ValueError for a value the field cannot have."""
    if value not in _ALLOWED[name]:
        raise ValueError(f"{name} cannot be {value!r}")
    new: Preferences = replace(preferences, **{name: value})  # type: ignore[arg-type]
    return new


def _field(read: object, name: str, default: str | int | bool) -> str | int | bool:
    value = read.get(name, default) if isinstance(read, dict) else default
    known = any(value == one and type(value) is type(one) for one in _ALLOWED[name])
    return value if known else default


def load(folder: Path) -> Preferences:
    """What is stored there. A broken file is set aside as `settings.broken.json` and the defaults hold."""
    path = folder / FILE
    try:
        read = json.loads(path.read_text("utf-8"))
    except OSError:
        return Preferences()
    except ValueError:
        _set_aside(path)
        return Preferences()
    if not isinstance(read, dict):
        _set_aside(path)
        return Preferences()
    return Preferences(**{f.name: _field(read, f.name, f.default) for f in fields(Preferences)})  # type: ignore[arg-type]


def _set_aside(path: Path) -> None:
    try:
        os.replace(path, path.with_name("settings.broken.json"))
    except OSError:
        return  # a folder that cannot be written: the next start reads the same file again


def store(folder: Path, preferences: Preferences) -> bool:
    """Write them so that a crash leaves the old file whole. False if the folder cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder, suffix=".json")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(asdict(preferences), file, indent=1)
        os.replace(name, folder / FILE)
    except OSError:
        return False
    return True
