"""How a gazetteer lies in its file."""

from __future__ import annotations

import sqlite3
from typing import Final

__all__ = ["VERSION", "create"]

VERSION: Final = 1

_TABLES: Final = """
CREATE TABLE place (
  id INTEGER PRIMARY KEY,  -- most people first
  geonameid INTEGER,
  name TEXT NOT NULL,
  latitude INTEGER,        -- degrees times 10,000
  longitude INTEGER,
  feature TEXT NOT NULL,
  country TEXT,
  admin1 INTEGER,
  admin2 INTEGER,
  population INTEGER NOT NULL,
  code TEXT,               -- GeoNames code of a province ("SY.07"), or P-code
  province TEXT            -- code of the province it is in, where another file has that
);
CREATE INDEX place_code ON place (code) WHERE code IS NOT NULL;
CREATE TABLE name (key TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE demonym (key TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
"""


def create(store: sqlite3.Connection) -> None:
    """Lays out an empty gazetteer."""
    store.executescript(f"PRAGMA page_size = 8192; PRAGMA user_version = {VERSION}; {_TABLES}")
