"""Bytes to canonical text, with a map from every offset back to them."""
