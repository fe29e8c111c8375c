"""What a reviewer sees of one thing that waits, and what becomes of their answer."""
