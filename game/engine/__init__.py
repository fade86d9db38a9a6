"""Verbs: State in, State out. No file, clock, window, language or random module."""
