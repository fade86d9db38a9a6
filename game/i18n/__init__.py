"""Sentences, amounts and dates in four languages. Alone knows gettext and babel."""
