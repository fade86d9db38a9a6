"""The window. The only room that knows pygame. How a screen is made: `docs/ui.md`."""
