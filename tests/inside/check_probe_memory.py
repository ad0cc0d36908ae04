"""The memory that a probe is said to need, beside what PyTorch allocates."""

import itertools
import unittest
from typing import Any

import torch
from torch.profiler import ProfilerActivity, profile
from transformers import Qwen2Config, Qwen2ForCausalLM

from dsrecipes.plan.shapes import Shape
from dsrecipes.probe.memory import plan_memory
from dsrecipes.worker.probe_gradients import Response, add, group_gradients, parts

SIZES = {
    "hidden_size": 128,
    "intermediate_size": 512,
    "num_hidden_layers": 3,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
}
THERE_ALL_ALONG = ("weights", "both groups", "Python")


def planned(config: Qwen2Config, dtype: str, tokens: int) -> float:
    """Bytes that come and go."""
    shape = Shape.of_config(config.to_dict())
    memory = plan_memory(shape, dtype=dtype, device="cpu", longest=tokens, available=None).memory
    assert memory is not None
    return sum(term.bytes for term in memory.peak.terms if not any(there in term.name for there in THERE_ALL_ALONG))


def allocated(config: Qwen2Config, dtype: str, tokens: int) -> int:
    """The most bytes at a time, of what comes and goes while both groups' gradients of a response are added up."""
    model = Qwen2ForCausalLM(config).to(getattr(torch, dtype)).eval()
    (part,) = parts(model, 1)
    totals = [part.zeros(), part.zeros()]
    response = Response(list(range(tokens)), torch.arange(tokens - 1) % 7 == 0, 1.0, None)
    with profile(activities=[ProfilerActivity.CPU], profile_memory=True) as profiled:
        for group, gradient in group_gradients(model, part, "surrogate", response):
            add(totals[group], gradient)
            part.squares(gradient)
            del gradient
    events: list[Any] = [event for event in profiled.profiler.kineto_results.events() if event.name() == "[memory]"]
    changes = [event.nbytes() for event in sorted(events, key=lambda event: event.start_ns())]
    return max(itertools.accumulate(changes))


class Memory(unittest.TestCase):
    def test_what_comes_and_goes(self) -> None:
        for words, tokens, tied, dtype in (
            (20_000, 50, True, "float32"),  # the gradients of the weights are the most
            (20_000, 50, True, "bfloat16"),
            (20_000, 50, False, "float32"),
            (20_000, 50, False, "bfloat16"),
            (20_000, 400, True, "float32"),  # those of the logits are
            (20_000, 400, False, "bfloat16"),
            (500, 400, True, "float32"),  # the activations are
        ):
            with self.subTest(words=words, tokens=tokens, tied=tied, dtype=dtype):
                config = Qwen2Config(vocab_size=words, tie_word_embeddings=tied, **SIZES)
                ratio = planned(config, dtype, tokens) / allocated(config, dtype, tokens)
                self.assertGreater(ratio, 0.97)
                self.assertLess(ratio, 1.15)


if __name__ == "__main__":
    unittest.main()
