"""Measures the reader against gold files; never shipped, and never imported by what is."""

import os

# Many small matrices: numpy's threads would spin more than they work, beside those of the network.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
