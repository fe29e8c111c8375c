"""The desk: pages on a ledger, for one person on their own machine."""
