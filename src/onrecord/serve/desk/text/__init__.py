"""The text of a report for reading: what is marked in it, cut into pieces, and what each mark tells."""
