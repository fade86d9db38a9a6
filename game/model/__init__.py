"""Nouns: what a household, a month and a euro are. Imports nothing of ours."""
