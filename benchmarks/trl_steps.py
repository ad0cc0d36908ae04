"""TRL's half of benchmarks/grpo_step.py: `python benchmarks/trl_steps.py CONFIG.json`, in TRL's environment.

CONFIG: {"model", "prompts": [[text, truth], ...], "reward": file, "steps", "rollouts", "updates", "rollouts_an_update",
"max_response", "temperature", "learning_rate", "beta", "epsilon", "weight_decay", "clip_grad", "seed", "out"}. `out`
receives a line for each step (one generation and its updates): {"wall", "gen", "log_probs", "tokens", "reward",
"prompt"} (seconds; tokens generated; mean reward; mean tokens of a prompt).
"""

from __future__ import annotations

import importlib.util
import json
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from datasets import Dataset
from transformers import PreTrainedTokenizerFast, TrainerCallback
from trl import GRPOConfig, GRPOTrainer


class TimedTrainer(GRPOTrainer):
    """TRL's trainer with its phases timed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.seconds: Counter[str] = Counter()
        self.counts: dict[str, float] = {}
        super().__init__(*args, **kwargs)

    def _generate_single_turn(self, prompt_ids: Any, *args: Any, **kwargs: Any) -> Any:
        began = time.perf_counter()
        generated = super()._generate_single_turn(prompt_ids, *args, **kwargs)
        self.seconds["gen"] += time.perf_counter() - began
        self.counts["tokens"] = sum(map(len, generated[0]))
        self.counts["prompt"] = sum(map(len, prompt_ids)) / len(prompt_ids)
        return generated

    def _generate_and_score_completions(self, *args: Any, **kwargs: Any) -> Any:
        self._scoring = True
        try:
            return super()._generate_and_score_completions(*args, **kwargs)
        finally:
            self._scoring = False

    def _get_per_token_logps_and_entropies(self, *args: Any, **kwargs: Any) -> Any:
        began = time.perf_counter()
        found = super()._get_per_token_logps_and_entropies(*args, **kwargs)
        if self._scoring:  # of the policy before its updates and of the reference; those of an update belong to it
            self.seconds["log_probs"] += time.perf_counter() - began
        return found

    def _calculate_rewards(self, *args: Any, **kwargs: Any) -> Any:
        rewards = super()._calculate_rewards(*args, **kwargs)
        self.counts["reward"] = float(rewards.mean())
        return rewards


class Clock(TrainerCallback):
    """Writes a line a step, that is, after so many updates."""

    def __init__(self, out: Path, updates: int) -> None:
        self.out, self.updates = out, updates
        self.trainer: TimedTrainer
        self.began = 0.0

    def on_train_begin(self, *_args: Any, **_kwargs: Any) -> None:
        self.began = time.perf_counter()

    def on_step_end(self, _args: Any, state: Any, *_rest: Any, **_kwargs: Any) -> None:
        if state.global_step % self.updates:
            return
        now = time.perf_counter()
        line = {"wall": now - self.began, **self.trainer.seconds, **self.trainer.counts}
        with self.out.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")
        self.began = now
        self.trainer.seconds.clear()


def reward_function(file: str) -> Any:
    """Our reward, called as TRL calls one."""
    spec = importlib.util.spec_from_file_location("reward", file)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    def reward(completions: list[Any], truth: list[str], **_kwargs: Any) -> list[float]:
        texts = [completion[0]["content"] for completion in completions]
        scores = [module.compute_score("", text, true) for text, true in zip(texts, truth, strict=True)]
        return [float(score["score"] if isinstance(score, dict) else score) for score in scores]

    return reward


def main(config_file: str) -> None:
    config = json.loads(Path(config_file).read_text(encoding="utf-8"))
    rows = [{"prompt": [{"role": "user", "content": text}], "truth": truth} for text, truth in config["prompts"]]
    clock = Clock(Path(config["out"]), config["updates"])
    with tempfile.TemporaryDirectory() as folder:
        arguments = GRPOConfig(
            output_dir=folder,
            use_cpu=True,
            bf16=False,
            seed=config["seed"],
            max_steps=config["steps"] * config["updates"],
            per_device_train_batch_size=config["rollouts_an_update"],
            gradient_accumulation_steps=1,
            steps_per_generation=config["updates"],
            num_generations=config["rollouts"],
            max_completion_length=config["max_response"],
            temperature=config["temperature"],
            beta=config["beta"],
            epsilon=config["epsilon"],
            loss_type="bnpo",  # the mean over the tokens of an update, as VeRL's token-mean
            scale_rewards="group",
            learning_rate=config["learning_rate"],
            lr_scheduler_type="constant",
            weight_decay=config["weight_decay"],
            max_grad_norm=config["clip_grad"],
            gradient_checkpointing=False,
            shuffle_dataset=False,
            model_init_kwargs={"dtype": "float32", "attn_implementation": "sdpa"},
            logging_strategy="no",
            save_strategy="no",
            report_to="none",
            disable_tqdm=True,
        )
        trainer = TimedTrainer(
            model=config["model"],
            reward_funcs=reward_function(config["reward"]),
            args=arguments,
            train_dataset=Dataset.from_list(rows),
            # Not AutoTokenizer, which from transformers 5.10 on makes another tokenizer of a word-level one.
            processing_class=PreTrainedTokenizerFast.from_pretrained(config["model"]),
            callbacks=[clock],
        )
        clock.trainer = trainer
        trainer.train()


if __name__ == "__main__":
    main(sys.argv[1])
