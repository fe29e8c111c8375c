"""Measures the reader against gold files; never shipped, and never imported by what is."""
