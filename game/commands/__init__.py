"""One file a command: where content meets engine meets session meets ui. Imported only when asked for."""
