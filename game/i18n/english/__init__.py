"""What the program says in English: one module an area, one constant `MESSAGES` in each."""
