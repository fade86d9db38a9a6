"""Three short cues, made when they are first needed: a month turns, money comes in, a shock. Never the only sign."""

from __future__ import annotations

import math
from array import array
from dataclasses import dataclass, field

import pygame

_RATE = 22_050  # samples a second
_CUES = {
    "month": ((392.0, 0.10),),
    "money": ((523.3, 0.08), (659.3, 0.12)),
    "shock": ((196.0, 0.22), (174.6, 0.28)),
}
_LOUD = {"off": 0.0, "quiet": 0.25, "full": 0.6}


def samples(cue: str) -> array[int]:
    """The cue as signed 16-bit samples, one channel; each note swells and fades, so that nothing clicks."""
    wave: array[int] = array("h")
    for pitch, seconds in _CUES[cue]:
        count = int(_RATE * seconds)
        for index in range(count):
            shape = math.sin(math.pi * index / count) ** 0.6
            wave.append(int(9000 * shape * math.sin(2 * math.pi * pitch * index / _RATE)))
    return wave


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues at one loudness. A machine without sound stays silent and says nothing about it."""

    level: str
    made: dict[str, pygame.mixer.Sound] = field(default_factory=dict)

    def at(self, level: str) -> Cues:
        """The same cues, louder or quieter."""
        return self if level == self.level else Cues(level, self.made)

    def play(self, cue: str) -> None:
        """Play one, if there is one of that name and sound is on."""
        if _LOUD[self.level] == 0 or cue not in _CUES:
            return
        try:
            if not pygame.mixer.get_init():
                pygame.mixer.init(_RATE, -16, 1)
            if cue not in self.made:
                self.made[cue] = pygame.mixer.Sound(buffer=samples(cue).tobytes())
            self.made[cue].set_volume(_LOUD[self.level])
            self.made[cue].play()
        except pygame.error:
            return
