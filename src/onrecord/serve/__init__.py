"""What answers a browser on this machine: the desk, and the same as JSON."""
