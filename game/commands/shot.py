"""`dilemme shot`: any screen as a picture, without a window."""

from __future__ import annotations

from argparse import Namespace

from game.commands.language import system_language
from game.commands.loading import demand_household, folders, playable_content
from game.commands.wrong import FOUND, Wrong, unknown
from game.engine import play, policies
from game.i18n.speech import speech
from game.model.content import Content
from game.model.game import Settings
from game.model.state import State
from game.paths import data_folder
from game.session.journal import SaveError
from game.session.table import look
from game.ui.gallery import GALLERY
from game.ui.shot import shot, write


def run(options: Namespace) -> int:
    """Draw one screen into a PNG, or name the screens."""
    if options.list:
        print("\n".join(sorted(GALLERY)))
        return 0
    if not options.screen or not options.output:
        raise Wrong("shot takes a SCREEN and -o FILE.png; --list names the screens")
    if options.screen not in GALLERY:
        raise unknown("screen", options.screen, GALLERY)
    content = playable_content(options)
    language = options.lang or system_language()
    voice = speech(language, content.texts, data_folder("locales"), folders(options).cache)
    picture = shot(GALLERY[options.screen](content, _state(options, content)), options.size, voice)
    try:
        write(picture, options.output)
    except OSError as error:
        raise Wrong(f"-o {options.output}: {error.strerror or error}", FOUND) from error
    return 0


def _state(options: Namespace, content: Content) -> State | None:
    """The saved game, or one that the adviser played up to the month; None when neither was asked for."""
    if options.save:
        try:
            return look(content, options.save).state
        except SaveError as error:
            raise Wrong(speech("en", content.texts, data_folder("locales")).say(error.message), FOUND) from error
    if not options.household:
        return None
    demand_household(content, options.household)
    state = play.new_game(content, options.household, options.seed, 24, Settings())
    while not play.ended(state) and state.month < (options.month or 1) - 1:
        state = play.answer(state, policies.choose(state, "careful"))
    return state
