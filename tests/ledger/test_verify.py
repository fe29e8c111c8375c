"""What verify finds in a ledger in a file."""

from __future__ import annotations

from pathlib import Path

from onrecord.ledger import open_ledger
from tests.ledger.reports import original, record


def test_every_one_of_200_flipped_bits_is_found(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "onrecord.db", create=True) as ledger:
        texts = [f"Report number {k}." for k in range(200)]
        ledger.add_many([(original(words), record(words)) for words in texts])
        for k, words in enumerate(texts):
            path = ledger.originals.path_of(original(words).sha256)
            content = bytearray(path.read_bytes())
            content[k % len(content)] ^= 1 << k % 8
            path.chmod(0o644)
            path.write_bytes(content)
        found = [f.object for f in ledger.verify() if "changed" in f.what]
        assert sorted(found) == sorted(original(words).sha256 for words in texts)
