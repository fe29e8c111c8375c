"""Speed and memory, each beside the limit it is held against; results are kept as files with the machine's name."""
