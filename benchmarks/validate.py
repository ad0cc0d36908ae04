"""How long does `validate` take for all shipped recipes, beside one check of a configuration by VeRL itself?

    python benchmarks/validate.py [--times N]

Both are whole processes, run in turns on the same machine; the least time of each counts. VeRL's check is what
`validate --backend` has it do for one recipe: compose its Hydra configuration and validate it, in its own environment
(made on first use).
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from dsrecipes.jobs.environments import ensure, for_backend, process_env
from dsrecipes.jobs.pipeline import stages
from dsrecipes.recipe.load import load, shipped
from dsrecipes.runs.run import Run


def _seconds(command: list[str], *, text: str = "", environment: dict[str, str] | None = None) -> float:
    began = time.perf_counter()
    subprocess.run(command, input=text, env=environment, capture_output=True, text=True, check=True)
    return time.perf_counter() - began


def _verl_settings() -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        resolved = load("tiny/rl-grpo")
        planned = stages(resolved.recipe, Run.of(resolved, Path(folder)))
        (command,) = next(stage for stage in planned if stage.name == "train").commands()
    return [argument for argument in command.arguments if "=" in argument]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=5)
    times = parser.parse_args().times
    environment = for_backend("verl", "cpu")
    python, settings = ensure(environment, print), json.dumps(_verl_settings())
    variables = process_env(environment) | {"VERL_PLATFORM": "cpu"}
    ours, theirs = [], []
    for _ in range(times):
        ours.append(_seconds([sys.executable, "-m", "dsrecipes", "validate", *shipped()], environment=dict(os.environ)))
        theirs.append(
            _seconds([str(python), "-m", "dsrecipes.worker.confirm", "verl"], text=settings, environment=variables)
        )
    print("| process | least of", times, "| median |")
    print("|---|---|---|")
    for name, found in ((f"validate, all {len(shipped())} recipes", ours), ("VeRL's check of one", theirs)):
        print(f"| {name} | {min(found):.2f} s | {sorted(found)[len(found) // 2]:.2f} s |")
    print(f"\nratio: {min(theirs) / min(ours):.1f}")


if __name__ == "__main__":
    main()
