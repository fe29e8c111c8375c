"""Command line: python -m gazetteer [FILE]."""

from __future__ import annotations

import sys
from pathlib import Path

from gazetteer.build import build

SHIPPED = Path(__file__).parents[1] / "src/onrecord/reference/gazetteer/places.sqlite.xz"

if __name__ == "__main__":
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else SHIPPED
    places, names = build(out)
    print(f"{out}: {places:,} places, {names:,} names, {out.stat().st_size / 1e6:.1f} MB")
