"""The loss of SFT runs on solutions of their kind to held-out problems: what the tiny learning rate was chosen by.

    PYTHONPATH=. PYTHON docs/results/heldout_loss.py runs/tiny-sft-*/*

PYTHON is `bin/python` of the environment that `dsrecipes doctor` shows. Prints Markdown: a row a run, the mean over
responses of the summed cross-entropy in nats, in distribution and beyond.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch.nn.functional import cross_entropy
from transformers import AutoModelForCausalLM, AutoTokenizer

from dsrecipes.backends.dataset import problems_to_test, solution_lines
from dsrecipes.recipe.load import load
from dsrecipes.recipe.schema import SftRecipe

EXAMPLES = 250
"""Of each size."""
SEED = 12345
"""Of problems and slips; no run has it, so the problems are not those of the evaluation."""
BATCH = 50


def examples(recipe: SftRecipe, sizes: Sequence[str]) -> list[dict[str, str]]:
    """Prompts and solutions as the run's, to held-out problems of these sizes."""
    data = recipe.data.test.model_copy(update={"sizes": sizes, "examples_per_size": EXAMPLES})
    lines = solution_lines(problems_to_test(data, SEED), recipe.training, SEED)
    return [json.loads(line) for line in lines.splitlines()]


def encode(example: dict[str, str], tokenizer: Any) -> tuple[list[int], list[int]]:
    """The tokens of a prompt, and of its response with the end token."""
    asked = [{"role": "user", "content": example["prompt"]}]
    head = tokenizer.apply_chat_template(asked, add_generation_prompt=True, return_dict=False)
    tail = tokenizer(example["response"], add_special_tokens=False).input_ids
    return head, [*tail, tokenizer.eos_token_id]


@torch.inference_mode()
def loss(model: Any, pairs: list[tuple[list[int], list[int]]]) -> float:
    """Nats a response; the tokens of the prompt do not count."""
    total = 0.0
    for start in range(0, len(pairs), BATCH):
        batch = pairs[start : start + BATCH]
        longest = max(len(head) + len(tail) for head, tail in batch)
        # What pads a row comes last, where a causal model's tokens do not see it, and has no label.
        tokens = torch.tensor([(head + tail + [0] * longest)[:longest] for head, tail in batch])
        labels = torch.tensor([([-100] * len(head) + tail + [-100] * longest)[:longest] for head, tail in batch])
        logits = model(tokens).logits[:, :-1]
        total += cross_entropy(logits.flatten(0, 1), labels[:, 1:].flatten(), reduction="sum").item()
    return total / len(pairs)


def main() -> None:
    print("| run | learning rate | in distribution | beyond |", "|---|---|---|---|", sep="\n")
    for run in map(Path, sys.argv[1:]):
        recipe = load(str(run / "recipe.yaml")).recipe
        if not isinstance(recipe, SftRecipe):
            raise SystemExit(f"{run}: no SFT")
        trained = recipe.data.train.sizes
        beyond = [size for size in recipe.data.test.sizes if size not in trained]
        tokenizer = AutoTokenizer.from_pretrained(run / "model")
        model = AutoModelForCausalLM.from_pretrained(run / "model", dtype=torch.float32).eval()
        losses = [
            loss(model, [encode(example, tokenizer) for example in examples(recipe, sizes)])
            for sizes in (trained, beyond)
        ]
        rate = recipe.training.learning_rate
        print(f"| {run.parent.name}/{run.name} | {rate:g} | {losses[0]:.4f} | {losses[1]:.3f} |")


if __name__ == "__main__":
    main()
