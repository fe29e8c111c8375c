"""Across reports: who carries whose text, which happenings are one, what is claimed, by how many independent sources."""
