"""Records in words: the same for the terminal, the desk and every file that people read."""
