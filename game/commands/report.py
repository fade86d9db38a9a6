"""`dilemme report SAVE -o story.pdf` or `.html`: the household's story, to print."""

from __future__ import annotations

from argparse import Namespace

from game.commands.debrief import state_of
from game.commands.language import system_language
from game.commands.loading import folders, playable_content
from game.commands.wrong import FOUND, Wrong
from game.explain.work import debrief
from game.i18n.speech import speech
from game.paths import data_folder

NEEDS = "a PDF needs the extra 'pdf': pip install 'budget-game-dilemme[pdf]', or write a .html"


def run(options: Namespace) -> int:
    """Write the file; 0 when it is there."""
    content = playable_content(options)
    language = options.lang or system_language()
    voice = speech(language, content.texts, data_folder("locales"), folders(options).cache)
    state = state_of(options, content, voice)
    if not state.rows:
        raise Wrong(f"{options.save}: no month of this game is closed yet", FOUND)
    from game.report.story import story

    told = story(debrief(state), content.help)
    household = state.world.household
    voice = voice.starting(household.start_year, household.start_month)
    try:
        if options.out.suffix == ".html":
            from game.report.page import html

            options.out.write_text(html(told, voice, language), "utf-8")
        else:
            from game.report.paper import pdf

            pdf(told, voice, language, options.out)
    except ModuleNotFoundError as error:
        raise Wrong(NEEDS, FOUND) from error
    except OSError as error:
        raise Wrong(f"{options.out}: {error.strerror or error}", FOUND) from error
    return 0
