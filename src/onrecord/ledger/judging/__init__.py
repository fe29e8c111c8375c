"""What people decide in a ledger: written down for good, undone by another row, and what waits for a decision."""
