"""A voice for layout tests, sentences of any length without the catalogues, and a host that holds no game."""

from __future__ import annotations

from game.model.message import Message
from game.ui.preferences import Preferences
from game.ui.screen import Played, Screen


class Stub:
    """Says the English sentence of `words`, or the id, with values filled in."""

    def __init__(self, words: dict[str, str] | None = None, language: str = "en") -> None:
        self.words = words or {}
        self.language = language

    def say(self, message: Message) -> str:
        values = {
            name: self.say(value) if isinstance(value, Message) else self._shown(name, value)
            for name, value in message.values
        }
        return self.words.get(message.id, message.id).format(**values)

    def _shown(self, name: str, value: int | str) -> str:
        if isinstance(value, int) and name.startswith("amount"):
            return self.money(value)
        return self.month(value) if isinstance(value, int) and name.startswith("month") else str(value)

    def money(self, cents: int) -> str:
        return f"{cents // 100:,}\u00a0€".replace("-", "−")

    def exact(self, cents: int) -> str:
        return f"{cents / 100:,.2f}\u00a0€".replace("-", "−")

    def month(self, index: int) -> str:
        names = "January February March April May June July August September October November December"
        return names.split()[index % 12]

    def signed(self, cents: int) -> str:
        return ("+" if cents > 0 else "") + self.money(cents)

    def month_short(self, index: int) -> str:
        return self.month(index)[:3]

    def percent(self, bps: int) -> str:
        return f"{bps / 100:g}\u00a0%"


class Desk:
    """A host that remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[object] = []

    def voice(self, language: str) -> Stub:
        return Stub(language=language or "en")

    def play(self, move: Played, stack: tuple[Screen, ...]) -> tuple[Screen, ...]:
        self.asked.append(move)
        return stack

    def keep(self, preferences: Preferences) -> None:
        self.asked.append(preferences)
