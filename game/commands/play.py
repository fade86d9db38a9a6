"""`dilemme` and `dilemme play`: the window."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from dataclasses import replace

from game.commands.language import system_language
from game.commands.loading import demand_household, folders, playable_content
from game.commands.wrong import FOUND, Wrong
from game.i18n.speech import Languages
from game.paths import data_folder
from game.ui.app import no_window
from game.ui.app import run as show
from game.ui.frames import finished, rest
from game.ui.host import Host
from game.ui.preferences import load
from game.ui.screen import Begin, Screen
from game.ui.screens.title import Title

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
STORIES = 10_000  # story numbers have four digits


def run(options: Namespace) -> int:
    """Open the window and stay until it is closed; 1 with a plain message where there is no display."""
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in SCREENS):
        raise Wrong("no screen was found; 'dilemme autoplay' plays a whole game without one", FOUND)
    if problem := no_window():
        raise Wrong(problem, FOUND)
    content = playable_content(options)
    places = folders(options)
    languages = Languages(content.texts, data_folder("locales"), places.cache)
    preferences = load(places.config)
    if options.lang:
        preferences = replace(preferences, language=options.lang)
    if options.fullscreen:
        preferences = replace(preferences, fullscreen=True)
    story = int.from_bytes(os.urandom(4), "big") % STORIES
    host = Host(content, places, languages, system_language(), story, preferences.platform)
    first: tuple[Screen, ...] = (Title(host.saved()),)
    if options.household:
        demand_household(content, options.household)
        seed = host.number if options.seed is None else options.seed
        first = host.begin(Begin(options.household, seed, options.months), straight=True)
    try:
        return finished(show(host, first, preferences, rest, display=options.display, poll=host.poll))
    finally:
        host.rise()
