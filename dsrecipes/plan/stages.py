"""The estimate of each stage of a recipe, in the order in which `launch` runs them."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dsrecipes.backends import dataset, llamafactory, verl
from dsrecipes.errors import UserError
from dsrecipes.plan import advice, disk, memory, memory_rl, memory_sft, timing
from dsrecipes.plan.lengths import SAMPLE, Counter, Lengths
from dsrecipes.plan.machines import Machine
from dsrecipes.plan.quantities import Memory, Span, Term
from dsrecipes.plan.shapes import Shape
from dsrecipes.plan.timing import Computer, Efficiency
from dsrecipes.plugins import RewardFunction
from dsrecipes.recipe.schema import Recipe, RlRecipe, Scratch, SftRecipe, Supervised
from dsrecipes.task.multiplication import Problem

_HERE = Path()
"""Stands for the run's folder: no estimate depends on where a run lies."""

_VLLM_SEQUENCES = 256
"""Responses that vLLM has under way at most (its max_num_seqs, in VeRL 0.9.1's configuration too)."""

# Until a backend's first step: (best, worst) in seconds.
_START = {
    ("llamafactory", "cpu"): Span(8, 40),
    ("llamafactory", "cuda"): Span(30, 240),
    ("verl", "cpu"): Span(23, 60),
    ("verl", "cuda"): Span(120, 600),
    ("vllm", "cuda"): Span(60, 300),
    ("transformers", "cpu"): Span(4, 20),
}


@dataclass(frozen=True)
class StagePlan:
    """What one stage takes. None, or empty: the stage takes nothing of it, or (with a note) it is not known."""

    name: str
    does: str
    steps: int | None = None
    """Updates of a training; batches of a generation."""
    tokens: Span | None = None
    """That are trained on or generated, over the whole stage."""
    seconds: Span | None = None
    gpu: Memory | None = None
    host: Memory | None = None
    disk: tuple[Term, ...] = ()
    advice: str | None = None
    """What to change if it does not fit."""
    notes: tuple[str, ...] = ()

    @property
    def fits(self) -> bool | None:
        """None where it is not known."""
        verdicts = [place.fits for place in (self.gpu, self.host) if place is not None]
        if False in verdicts:
            return False
        return None if None in verdicts else True


@dataclass
class Stages:
    """Estimates the stages of one recipe on one machine."""

    recipe: Recipe
    shape: Shape
    machine: Machine
    counter: Counter = field(init=False)

    def __post_init__(self) -> None:
        self.counter = Counter(self.recipe)

    def all(self) -> list[StagePlan]:
        recipe = self.recipe
        found = []
        if recipe.model.start_from:
            does, note = f"take the model of {recipe.model.start_from}", "launched before, and estimated there"
            found.append(StagePlan("start", does, seconds=Span(0, 5), notes=(note,)))
        elif recipe.model.scratch:
            found.append(self._base(recipe.model.scratch))
        found.append(self._data())
        if isinstance(recipe, SftRecipe):
            found.append(self._sft_stage(recipe))
        if isinstance(recipe, RlRecipe):
            found.append(self._rl_stage(recipe))
        if recipe.kind != "eval":
            found.append(
                StagePlan(
                    "export",
                    "copy the model and reload it",
                    seconds=Span(5, 20) + Span(1 / 2e9, 1 / 2e8) * (4 * self.shape.parameters),
                    disk=(disk.model(self.shape, 4),),
                )
            )
        return [*found, self._evaluate(), StagePlan("analyse", "read the trajectories", seconds=Span(0, 30))]

    @property
    def _on_cpu(self) -> bool:
        return self.recipe.hardware.accelerator == "cpu"

    def _computer(self, precision: str, devices: int | None = None) -> Computer | None:
        hardware = self.recipe.hardware
        return timing.computer(self.machine, hardware.accelerator, devices or hardware.devices, precision)

    def _against(self, need: memory.Need) -> tuple[Memory | None, Memory]:
        return need.against(self.machine.device_memory, self.machine.host_memory)

    def _advice(
        self,
        need: Callable[[Mapping[str, Any]], memory.Need],
        settings: Mapping[str, Any],
        changes: list[advice.Change],
        gpu: Memory | None,
        host: Memory,
    ) -> str | None:
        if gpu is None or gpu.fits is not False or gpu.available is None:
            return None if host.fits else "the host's memory does not suffice: offload less, or take a larger machine"
        assert host.available is not None
        return advice.advise(need, settings, changes, gpu.available, host.available)

    def _data(self) -> StagePlan:
        tokens = self.counter.training_prompts().mean
        examples = self.recipe.data.train.examples if self.recipe.kind != "eval" else 0
        if isinstance(self.recipe, SftRecipe):
            tokens = self._examples(self.recipe.training, self._training_problems(), self.recipe.data.seed).mean
        written = Span.exactly(examples * tokens)
        seconds = Span(5, 30) + Span(2e-5, 1e-3) * examples if examples else Span(0, 5)
        return StagePlan(
            "data", "write and check the data", seconds=seconds, disk=(disk.text("data", written, packed=1),)
        )

    def _training_problems(self) -> list[Problem]:
        return list(itertools.islice(dataset.problems_to_train(self.recipe.data.train, self.recipe.data.seed), SAMPLE))

    def _examples(self, training: Supervised, problems: list[Problem], seed: int) -> Lengths:
        return self.counter.examples(training, problems, seed)

    # --- SFT: a recipe's own training, and that of a base model made from scratch ------------------------------------

    def _base(self, scratch: Scratch) -> StagePlan:
        problems = list(dataset.mixture_problems(scratch.mixture, SAMPLE, scratch.seed))
        lengths = self._examples(scratch.training, problems, scratch.seed)
        note = "shared by all recipes with this base model, and made once"
        return self._sft("base", "make the base model", scratch.training, scratch.examples, lengths, {}, note)

    def _sft_stage(self, recipe: SftRecipe) -> StagePlan:
        lengths = self._examples(recipe.training, self._training_problems(), recipe.data.seed)
        examples = recipe.data.train.examples
        does = "train with LLaMA-Factory"
        return self._sft("train", does, recipe.training, examples, lengths, recipe.llamafactory, None)

    def _sft(
        self,
        name: str,
        does: str,
        training: Supervised,
        examples: int,
        lengths: Lengths,
        overrides: Mapping[str, Any],
        note: str | None,
    ) -> StagePlan:
        hardware = self.recipe.hardware
        try:
            settings = llamafactory.config(
                training,
                model="model",
                template=self.recipe.model.template,
                trust_remote_code=False,
                dataset_dir=_HERE,
                output_dir=_HERE,
                hardware=hardware,
                seed=0,
            )
            settings |= overrides
            processes = llamafactory.processes(hardware)

            def need(changed: Mapping[str, Any]) -> memory.Need:
                return memory_sft.sft(self.shape, changed, processes)

            needed = need(settings)
        except (OSError, ValueError) as error:
            raise UserError(f"cannot be estimated: {error}", where=f"{self.recipe.name}: {name}") from error
        gpu, host = self._against(needed)
        per_epoch = math.ceil(
            math.ceil(examples / (settings["per_device_train_batch_size"] * processes))
            / settings["gradient_accumulation_steps"]
        )
        steps = math.ceil(settings["num_train_epochs"] * per_epoch)
        tokens = Span.exactly(examples * settings["num_train_epochs"] * lengths.mean)
        changes = advice.for_sft(settings, hardware.devices)
        return StagePlan(
            name,
            does,
            steps=steps,
            tokens=tokens,
            seconds=self._sft_seconds(settings, training, steps, tokens.high, lengths),
            gpu=gpu,
            host=host,
            disk=tuple(disk.sft(self.shape, settings)),
            advice=self._advice(need, settings, changes, gpu, host),
            notes=tuple(
                text
                for text in (
                    note,
                    f"examples of {lengths.mean:.0f} tokens on average ({self.counter.source})",
                    f"memory is that of micro-batches filled to max_length ({training.max_length} tokens)",
                )
                if text
            ),
        )

    def _sft_seconds(
        self, settings: Mapping[str, Any], training: Supervised, steps: int, tokens: float, lengths: Lengths
    ) -> Span | None:
        on = self._computer(training.precision)
        if on is None:
            return None
        flops = timing.training_flops(
            self.shape, lengths.mean, checkpointing=not settings["disable_gradient_checkpointing"]
        )
        offloads = memory_sft.offloads_optimizer(settings)

        def seconds(efficiency: Efficiency, best: bool) -> float:
            padding = 1.0 if best else (1.1 if training.order == "grouped" else lengths.longest / lengths.mean)
            computing = timing.computing(on, flops * tokens * padding, efficiency)
            moving = timing.streaming(on, self.shape, efficiency, to_device=2, to_host=4, adam_on_host=True) * steps
            return computing + (moving if offloads else 0.0)

        return _START["llamafactory", self.recipe.hardware.accelerator] + on.between(seconds)

    # --- RL ----------------------------------------------------------------------------------------------------------

    def _rl_stage(self, recipe: RlRecipe) -> StagePlan:
        settings = verl.overrides(
            recipe,
            model="model",
            data=_HERE,
            reward=RewardFunction(Path("reward.py"), "compute_score"),
            checkpoints=_HERE,
            rollouts=_HERE,
            hydra=_HERE,
        )
        training, devices = recipe.training, recipe.hardware.devices
        sequences = training.train_batch_size * training.rollouts
        rows = settings.get("actor_rollout_ref.rollout.max_num_seqs", _VLLM_SEQUENCES)

        def need(changed: Mapping[str, Any]) -> memory.Need:
            if self._on_cpu:
                return memory_rl.rl_on_cpu(self.shape, changed, min(rows, sequences))
            return memory_rl.rl(self.shape, changed, devices, self.machine.device_memory)

        gpu, host = self._against(need(settings))
        steps = verl.total_steps(recipe)
        response = self.counter.responses(self._training_problems(), training.max_response_length)
        prompt = self.counter.training_prompts().mean
        notes = [f"responses of {response.low:.0f} (a bare solution) to {response.high:.0f} tokens (the limit)"]
        at_once = float(rows)
        if recipe.hardware.rollout_memory is not None and self.machine.device_memory is not None:
            room = memory.cache_tokens(self.shape, recipe.hardware.rollout_memory, self.machine.device_memory)
            longest = training.max_prompt_length + training.max_response_length
            notes.append(
                f"vLLM's key-value cache has room for {room:,.0f} tokens: {room / longest:.1f} responses of full length"
            )
            if room < longest:
                notes.append("rollout_memory is too small: not one response of full length has room in vLLM's cache")
            at_once = min(at_once, max(1.0, room / (prompt + response.high)))
        return StagePlan(
            "train",
            "train with VeRL",
            steps=steps,
            tokens=(response + Span.exactly(prompt)) * (sequences * steps),
            seconds=self._rl_seconds(recipe, settings, prompt, response, rows, at_once),
            gpu=gpu,
            host=host,
            disk=tuple(disk.rl(self.shape, settings, response * (sequences * steps))),
            advice=self._advice(need, settings, advice.for_rl(settings), gpu, host),
            notes=tuple(notes),
        )

    def _rl_seconds(
        self,
        recipe: RlRecipe,
        settings: Mapping[str, Any],
        prompt: float,
        response: Span,
        rows: int,
        at_once_when_long: float,
    ) -> Span | None:
        training = recipe.training
        on = self._computer(training.precision)
        if on is None:
            return None
        sequences = training.train_batch_size * training.rollouts
        scorings = (not settings.get("algorithm.rollout_correction.bypass_mode", False)) + (
            training.kl.placement != "none"
        )
        streams = bool(settings.get("actor_rollout_ref.actor.fsdp_config.offload_policy"))
        moves = recipe.hardware.offload and not self._on_cpu

        def step(efficiency: Efficiency, best: bool) -> float:
            length = response.low if best else response.high
            tokens = sequences * (prompt + length)
            generation = timing.decoding(
                on,
                self.shape,
                efficiency,
                sequences=sequences,
                prompt=prompt,
                response=length,
                longest=length,
                at_once=rows if best else at_once_when_long,
                bytes_each=4 if self._on_cpu else 2,
            )
            flops = timing.training_flops(self.shape, prompt + length, training.gradient_checkpointing)
            flops += scorings * timing.forward_flops(self.shape, prompt + length)
            computing = timing.computing(on, flops * tokens, efficiency)
            moving = 0.0
            if moves:
                passes = math.ceil(tokens / on.devices / training.micro_batch_tokens)
                updates = training.train_batch_size // training.mini_batch_size
                moving = self._moving(on, efficiency, streams, passes, updates, scorings)
            busy = max(computing, moving) if efficiency.overlap else computing + moving
            besides = 0.2 if best else 3.0
            return generation + busy + besides

        return _START["verl", recipe.hardware.accelerator] + on.between(step) * verl.total_steps(recipe)

    def _moving(
        self, on: Computer, efficiency: Efficiency, streams: bool, passes: int, updates: int, scorings: int
    ) -> float:
        """Seconds of a step for states that wait on the host."""

        def moved(to_device: float, to_host: float, adam: bool = False) -> float:
            return timing.streaming(on, self.shape, efficiency, to_device=to_device, to_host=to_host, adam_on_host=adam)

        if streams:  # float32 weights for each forward and each backward pass, gradients back, Adam on the host
            return passes * (scorings * moved(4, 0) + moved(8, 4)) + updates * moved(0, 0, adam=True)
        reference = passes * moved(4, 0) if scorings == 2 else 0.0
        return reference + moved(4 + 12, 12)

    # --- Evaluation --------------------------------------------------------------------------------------------------

    def _evaluation_advice(self) -> str:
        smaller = "take a smaller evaluation.batch_size or evaluation.max_new_tokens"
        return f"the host's memory does not suffice: {smaller if self._on_cpu else 'take a larger machine'}"

    def _evaluate(self) -> StagePlan:
        recipe, evaluation = self.recipe, self.recipe.evaluation
        problems = list(dataset.problems_to_test(recipe.data.test, recipe.data.seed))
        sequences = len(problems) * evaluation.samples
        prompts = self.counter.test_prompts()
        response = self.counter.responses(problems, evaluation.max_new_tokens)
        bytes_each = 2 if evaluation.precision == "bfloat16" else 4
        rows = min(evaluation.batch_size, sequences)
        if self._on_cpu:
            longest = prompts.longest + evaluation.max_new_tokens
            need = memory.evaluation_on_cpu(self.shape, rows=rows, longest=longest, bytes_each=bytes_each)
        else:
            need = memory.evaluation(self.shape, gpu_memory=self.machine.device_memory)
        gpu, host = self._against(need)
        on = self._computer(evaluation.precision, devices=1)
        seconds = None
        if on is not None:
            batches = [rows] * (sequences // rows) + [sequences % rows] * bool(sequences % rows)

            def generating(efficiency: Efficiency, best: bool) -> float:
                length = response.low if best else response.high
                return sum(
                    timing.decoding(
                        on,
                        self.shape,
                        efficiency,
                        sequences=batch,
                        prompt=prompts.mean,
                        response=length,
                        longest=length,
                        at_once=rows,
                        bytes_each=bytes_each,
                    )
                    for batch in batches
                )

            engine = "transformers" if self._on_cpu else "vllm"
            seconds = _START[engine, recipe.hardware.accelerator] + on.between(generating)
        tokens = response * sequences
        return StagePlan(
            "evaluate",
            f"generate {sequences} responses",
            steps=math.ceil(sequences / evaluation.batch_size),
            tokens=tokens,
            seconds=seconds,
            gpu=gpu,
            host=host,
            disk=(disk.text("trajectories", tokens, packed=3),),
            advice=None if host.fits else self._evaluation_advice(),
            notes=(f"responses of {response.low:.0f} (a bare solution) to {response.high:.0f} tokens (the limit)",),
        )
