"""Why: reads a finished or running game and answers with figures and message ids."""
