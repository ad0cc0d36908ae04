"""Prints samples for reading: `python -m tests.analysis.styles.dump development qwen-instruct 10`."""

import importlib
import sys

from .common import Policy, samples

if __name__ == "__main__":
    module, name, count = sys.argv[1:4]
    style = importlib.import_module(f".{module}", __package__).STYLES[name]
    for sample in samples(
        int(count), style, Policy(p=0.4, p_sc=0.7, p_rw=0.6, truncated=0.25), seed=int((*sys.argv, "0")[4])
    ):
        print(
            "=" * 100,
            sample.record["id"],
            sample.record["operands"],
            sample.record["ground_truth"],
            sample.truth,
            "=" * 100,
            sep="\n",
        )
        print(sample.record["response"])
