"""Averages two checkpoints of one line of training. In: checkpoints. Out: one whose weights lie between theirs.

    python -m training.mix wide.pt last.pt --share 0.5 --out mixed.pt

What only the second has learnt (heads that the first has not trained) is taken from it as it is. A mean of weights keeps more of what
each stage learnt than either has (Wortsman et al. 2022, "Model soups").
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

NEW = ("layers.war.", "crf.war.", "events.", "pairs.place_of_event.", "pairs.root_of_pair.", "singles.")
"""What the second alone has trained."""


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("one", type=Path)
    parser.add_argument("other", type=Path)
    parser.add_argument("--share", type=float, required=True, help="share of the second, 0 to 1")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    one, other = (torch.load(path, weights_only=True)["average"] for path in (options.one, options.other))
    mixed = {
        name: value
        if name.startswith(NEW) or one[name].shape != value.shape
        else torch.lerp(one[name], value, options.share)
        for name, value in other.items()
    }
    torch.save({"average": mixed}, options.out)


if __name__ == "__main__":
    main()
