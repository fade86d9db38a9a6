"""Where files are: the game's own data beside the code, and the player's folders."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

_PACKAGE = Path(__file__).resolve().parent


def data_folder(name: str) -> Path:
    """The folder `name` (scenarios, assets, locales) of an installed game or of a checkout.

    An installed package carries its data inside; an editable one may hold a stale copy elsewhere,
    so nothing but the place of this very file decides.
    """
    inside = _PACKAGE / "_data" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


@dataclass(frozen=True, slots=True)
class Folders:
    """The player's folders. They need not exist yet: whoever writes there makes them."""

    config: Path
    data: Path
    cache: Path


def user_folders(override: Path | None = None) -> Folders:
    """The system's usual folders, or three folders under `override` (`--data-dir`, a stick in a workshop)."""
    if override is not None:
        return Folders(override / "config", override / "data", override / "cache")
    dirs = PlatformDirs("dilemme", appauthor=False)
    return Folders(Path(dirs.user_config_path), Path(dirs.user_data_path), Path(dirs.user_cache_path))
