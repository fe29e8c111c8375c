"""What of a ledger is within a filter: for screens and exports alike."""
