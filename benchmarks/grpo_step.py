"""A step of GRPO: ours through VeRL beside TRL's GRPOTrainer.

    python benchmarks/grpo_step.py [--quick] [--steps 6] [--rounds 2] [--model FOLDER]

Both train the recipe tiny/rl-grpo in float32 on the CPU: the same model, prompts in the same order, rollouts a prompt,
limits, updates a step, KL coefficient, clipping, optimizer and reward. Ours is started by the command that `dsrecipes
launch` runs. They take turns (ours, TRL, TRL, ours, and so on), each time from the same model. The first step of each
turn is left out, as it has start-up in it. A step is the time from the end of one to the end of the next; steps with
the same number have the same prompts, and their ratios are given as median and range. Target: a ratio of at most 1.

Without --model the recipe's own base model is used, and made if it is not there. Prints Markdown.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median

from peers import TRL

from dsrecipes import plugins
from dsrecipes.backends import cpu, dataset, verl
from dsrecipes.backends.command import Command
from dsrecipes.jobs import runner
from dsrecipes.jobs.environments import Environment, ensure, for_backend, installed, process_env
from dsrecipes.jobs.pipeline import stages
from dsrecipes.recipe.load import Resolved, load
from dsrecipes.recipe.schema import RlRecipe
from dsrecipes.runs.run import Run
from dsrecipes.task.prompt import prompt

EPSILON, WEIGHT_DECAY, CLIP_GRAD = 0.2, 0.01, 1.0
"""VeRL's defaults, which the recipe leaves as they are."""

PHASES = ("generation", "log-probabilities", "rest: updates, rewards, transfers")


@dataclass(frozen=True)
class Step:
    """One step: seconds in all and by phase, and what it worked on."""

    wall: float
    generation: float
    log_probs: float
    tokens: float
    """Generated."""
    reward: float
    prompt_tokens: float
    """The mean of a prompt."""

    def phases(self) -> tuple[float, ...]:
        return self.generation, self.log_probs, self.wall - self.generation - self.log_probs


def resolve(steps: int, model: Path | None) -> Resolved:
    """The recipe, for so many steps, its prompts in the order of the file."""
    changes = [f"training.max_steps={steps}", f"training.save_steps={steps}", "verl.data.shuffle=false"]
    if model:
        changes += ["model.scratch=null", f"model.path={model.absolute()}"]
    return load("tiny/rl-grpo", changes)


def base_model(resolved: Resolved, folder: Path) -> Path:
    """The folder of the recipe's base model, made if need be as `launch` makes it."""
    run = Run.of(resolved, folder)
    for stage in stages(resolved.recipe, run):
        if stage.name == "base":
            with stage.guard(print):
                stage.prepare()
                for command in stage.commands():
                    _run(command)
                stage.finish()
    train = next(stage for stage in stages(resolved.recipe, run) if stage.name == "train")
    (command,) = train.commands()
    (path,) = (a.partition("=")[2] for a in command.arguments if a.startswith("actor_rollout_ref.model.path="))
    return Path(path.strip("'"))


def _run(command: Command) -> None:
    environment = for_backend(command.backend, command.accelerator)
    runner.run(command, ensure(environment, print), process_env(environment), lambda _: None)


def ours(resolved: Resolved, folder: Path) -> list[Step]:
    """The recipe's training, from its data to VeRL's end; the end of each step is seen from its line in the metrics."""
    run = Run.of(resolved, folder)
    metrics = run.folder / "backend" / "metrics"
    (run.folder / "backend").mkdir(parents=True)
    by_name = {stage.name: stage for stage in stages(resolved.recipe, run)}
    by_name["data"].prepare()
    by_name["train"].prepare()
    ends: list[float] = []
    ended = threading.Event()

    def watch() -> None:
        while not ended.wait(0.02):
            lines = sum(file.read_bytes().count(b"\n") for file in metrics.rglob("*.jsonl"))
            ends.extend([time.perf_counter()] * (lines - len(ends)))

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        for command in by_name["train"].commands():
            _run(command)
    finally:
        ended.set()
        watcher.join()
    found = []
    for (before, end), data in zip(itertools.pairwise(ends), list(verl.metrics(metrics).values())[1:], strict=True):
        found.append(
            Step(
                wall=end - before,
                generation=data["timing_s/gen"],
                log_probs=data["timing_s/ref"] + data.get("timing_s/old_log_prob", 0.0),
                tokens=data["response_length/mean"] * _rollouts(resolved),
                reward=data["critic/rewards/mean"],
                prompt_tokens=data["prompt_length/mean"],
            )
        )
    return found


def _rollouts(resolved: Resolved) -> int:
    assert isinstance(resolved.recipe, RlRecipe)
    return resolved.recipe.training.train_batch_size * resolved.recipe.training.rollouts


def trl(resolved: Resolved, model: Path, folder: Path) -> list[Step]:
    """The same training by TRL."""
    recipe = resolved.recipe
    assert isinstance(recipe, RlRecipe)
    training, steps = recipe.training, verl.total_steps(recipe)
    problems = dataset.problems_to_train(recipe.data.train, recipe.data.seed)
    chosen = itertools.islice(problems, steps * training.train_batch_size)
    config = {
        "model": str(model),
        "prompts": [[prompt(problem), str(problem.answer)] for problem in chosen],
        "reward": str(plugins.reward(training.reward.function).file),
        "steps": steps,
        "rollouts": training.rollouts,
        "updates": training.train_batch_size // training.mini_batch_size,
        "rollouts_an_update": training.mini_batch_size * training.rollouts,
        "max_response": training.max_response_length,
        "temperature": training.temperature,
        "learning_rate": training.learning_rate,
        "beta": training.kl.coefficient,
        "epsilon": EPSILON,
        "weight_decay": WEIGHT_DECAY,
        "clip_grad": CLIP_GRAD,
        "seed": recipe.seed,
        "out": str(folder / "steps.jsonl"),
    }
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    done = subprocess.run(
        [str(ensure(TRL, print)), str(Path(__file__).with_name("trl_steps.py")), str(folder / "config.json")],
        env=process_env(TRL) | cpu.variables("cpu"),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(done.stderr[-5000:])
    lines = [json.loads(line) for line in (folder / "steps.jsonl").read_text(encoding="utf-8").splitlines()]
    return [
        Step(line["wall"], line["gen"], line["log_probs"], line["tokens"], line["reward"], line["prompt"])
        for line in lines[1:]
    ]


def alternate(rounds: int, ways: dict[str, Callable[[Path], list[Step]]]) -> dict[str, list[list[Step]]]:
    """The steps of each turn of each way; every other round goes backwards."""
    turns: dict[str, list[list[Step]]] = {name: [] for name in ways}
    for number in range(rounds):
        for name in ways if number % 2 == 0 else reversed(ways):
            with tempfile.TemporaryDirectory() as folder:
                turns[name].append(ways[name](Path(folder)))
    return turns


def report(turns: dict[str, list[list[Step]]]) -> str:
    """Seconds a step by phase, and the ratios of steps with the same prompts."""
    flat = {name: [step for steps in found for step in steps] for name, found in turns.items()}
    lines = [f"| seconds a step (mean of {len(flat['ours'])}) | ours | TRL |", "|:--|--:|--:|"]
    phases = {
        name: [mean(column) for column in zip(*(s.phases() for s in steps), strict=True)]
        for name, steps in flat.items()
    }
    lines += [
        f"| {phase} | {own:.2f} | {other:.2f} |"
        for phase, own, other in zip(PHASES, phases["ours"], phases["TRL"], strict=True)
    ]
    for title, read, form in (
        ("**step**", lambda step: step.wall, ".2f"),
        ("least", lambda step: step.wall, ".2f"),
        ("tokens generated", lambda step: step.tokens, ",.0f"),
        ("mean reward", lambda step: step.reward, ".3f"),
    ):
        take = min if title == "least" else mean
        own, other = (take(map(read, flat[name])) for name in ("ours", "TRL"))
        lines.append(f"| {title} | {own:{form}} | {other:{form}} |")
    pairs = zip(flat["ours"], flat["TRL"], strict=True)
    ratios = sorted(own.wall / other.wall for own, other in pairs)
    lines.append(
        f"\nours / TRL, step by step: median {median(ratios):.2f}, from {ratios[0]:.2f} to {ratios[-1]:.2f}; "
        f"of the sums {sum(s.wall for s in flat['ours']) / sum(s.wall for s in flat['TRL']):.2f}"
    )
    return "\n".join(lines)


def _about(environment: Environment, *packages: str) -> str:
    versions = installed(environment)
    return ", ".join(f"{package} {versions[package]}" for package in packages)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="one round of two steps: does it work?")
    parser.add_argument("--steps", type=int, default=6, help="in a turn, after the first")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--model", type=Path)
    arguments = parser.parse_args()
    steps, rounds = (2, 1) if arguments.quick else (arguments.steps, arguments.rounds)
    resolved = resolve(steps + 1, arguments.model)
    environment = for_backend("verl", "cpu")
    for needed in (environment, TRL):
        ensure(needed, print)
    with tempfile.TemporaryDirectory() as folder:
        model = base_model(resolved, Path(folder))
    turns = alternate(
        rounds,
        {"ours": lambda folder: ours(resolved, folder), "TRL": lambda folder: trl(resolved, model, folder)},
    )
    prompts = {name: found[0][0].prompt_tokens for name, found in turns.items()}
    if prompts["ours"] != prompts["TRL"]:
        raise SystemExit(f"the prompts differ, so the steps cannot be compared; mean tokens: {prompts}")
    cores = len(os.sched_getaffinity(0))
    print(f"ours: {_about(environment, 'verl', 'torch', 'transformers')}")
    print(f"TRL: {_about(TRL, 'trl', 'torch', 'transformers')}; {cores} cores, load {os.getloadavg()[0]:.1f}\n")
    print(report(turns))


if __name__ == "__main__":
    main()
