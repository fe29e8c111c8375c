"""Read-only knowledge that ships with onrecord: who the parties are, and where places lie."""
