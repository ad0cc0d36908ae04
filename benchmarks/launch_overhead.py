"""What our process adds to a backend: `python benchmarks/launch_overhead.py [--steps 200]`.

Trains the same tiny SFT twice in one go, once with LLaMA-Factory's command run by hand, once through dsrecipes' runner
with its progress reading, and prints both times and their ratio. Target: at most 3% and 5 s more.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import tempfile
import time
from pathlib import Path

from dsrecipes.backends import dataset, llamafactory
from dsrecipes.backends.command import Command
from dsrecipes.files import write_atomically
from dsrecipes.jobs import runner
from dsrecipes.jobs.environments import ensure, for_backend, process_env
from dsrecipes.recipe.load import load
from dsrecipes.recipe.schema import SftRecipe


def prepare(folder: Path, steps: int) -> Command:
    """A training of about `steps` updates of the tiny model from random weights, in `folder`."""
    recipe = load("tiny/sft-no-reflection", ["training.epochs=1.0"]).recipe
    assert isinstance(recipe, SftRecipe) and recipe.model.scratch
    problems = list(dataset.problems_to_train(recipe.data.train, 0))[: steps * recipe.training.batch_size]
    write_atomically(folder / llamafactory.DATASET_FILE, dataset.solution_lines(problems, recipe.training, 0))
    write_atomically(folder / "dataset_info.json", json.dumps(llamafactory.DATASET_INFO))
    environment = for_backend("llamafactory", "cpu")
    weights = {"seed": 0, **recipe.model.scratch.architecture.model_dump()}
    write_atomically(folder / "weights.json", json.dumps(weights))
    make = ["-m", "dsrecipes.worker.tiny_model", str(folder / "weights.json"), str(folder / "random")]
    subprocess.run([str(environment.python), *make], env=process_env(environment), check=True, capture_output=True)
    arguments = llamafactory.config(
        recipe.training,
        model=str(folder / "random"),
        template=recipe.model.template,
        trust_remote_code=False,
        dataset_dir=folder,
        output_dir=folder / "out",
        hardware=recipe.hardware,
        seed=0,
    )
    return llamafactory.command(
        arguments, hardware=recipe.hardware, config_file=folder / "train.yaml", log=folder / "log", folder=folder
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--steps", type=int, default=200)
    steps = parser.parse_args().steps
    environment = for_backend("llamafactory", "cpu")
    python, variables = ensure(environment, print), process_env(environment)
    seconds = {}
    for way in ("warm-up", "by hand", "through dsrecipes"):
        with tempfile.TemporaryDirectory() as folder:
            command = prepare(Path(folder), 10 if way == "warm-up" else steps)
            began = time.monotonic()
            if way == "through dsrecipes":
                runner.run(command, python, variables, lambda _: None)
            else:
                for path, text in command.files.items():
                    write_atomically(path, text)
                with command.log.open("w") as log:
                    subprocess.run(
                        [str(python), *command.arguments],
                        env={**variables, **command.variables},
                        cwd=command.folder,
                        stdout=log,
                        stderr=log,
                        check=True,
                    )
            seconds[way] = time.monotonic() - began
    more = seconds["through dsrecipes"] - seconds["by hand"]
    print(f"by hand {seconds['by hand']:.1f} s, through dsrecipes {seconds['through dsrecipes']:.1f} s")
    print(f"ratio {seconds['through dsrecipes'] / seconds['by hand']:.3f}, {more:+.1f} s")


if __name__ == "__main__":
    main()
