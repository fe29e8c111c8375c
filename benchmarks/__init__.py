"""Speed and memory, each beside the limit it is held against; results are kept as files with the machine's name."""

import os

# Many small matrices: numpy's threads would spin more than they work, beside those of the network.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
