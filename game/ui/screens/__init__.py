"""One screen, one file: what is drawn and which answer a key gives."""
