"""The memory that a probe is said to need, beside what PyTorch allocates."""

import json
import unittest
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import torch
from allocations import most_allocated
from transformers import GPT2Config, MambaConfig, PreTrainedConfig, Qwen2Config, Qwen2ForCausalLM, Qwen3MoeConfig

from dsrecipes.plan.shapes import Shape
from dsrecipes.probe.memory import Sizes, measured_sizes, plan_memory
from dsrecipes.worker import model_sizes, probe, probe_gradients
from dsrecipes.worker.probe_gradients import Response, parts

torch.set_num_threads(1)  # such small products gain nothing from more

SIZES = {
    "hidden_size": 128,
    "intermediate_size": 512,
    "num_hidden_layers": 3,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
}


def planned(config: Qwen2Config, dtype: str, tokens: int) -> float:
    """Bytes besides the weights and what is imported."""
    sizes = Sizes.of_shape(Shape.of_config(config.to_dict()))
    memory = plan_memory(sizes, dtype=dtype, device="cpu", longest=tokens, available=None).memory
    assert memory is not None
    return sum(term.bytes for term in memory.peak.terms if term.name != "weights" and "Python" not in term.name)


def allocated(config: Qwen2Config, dtype: str, tokens: int) -> int:
    """The most bytes at a time while an objective is measured on a model that is loaded."""
    model = Qwen2ForCausalLM(config).to(getattr(torch, dtype)).eval()
    (part,) = parts(model, 1)
    response = Response(list(range(tokens)), torch.arange(tokens - 1) % 7 == 0, 1.0, None)
    batch: Any = SimpleNamespace(responses=[response] * 2, blocks=lambda: iter([(0, [response]), (1, [response])]))
    small = patch.object(probe_gradients, "_AT_ONCE", 1 << 16)  # products in double precision: little in a real model
    with small, TemporaryDirectory() as folder, most_allocated() as most:
        progress = probe.Progress(Path(folder) / "progress.json", 4)
        probe.measure_part(model, part, "surrogate", batch, Path(folder) / "part", progress)
    return most.bytes


class Memory(unittest.TestCase):
    def test_what_is_said_is_what_is_allocated(self) -> None:
        for words, tokens, tied, dtype in (
            (8_000, 30, True, "float32"),  # the gradients of the weights are the most
            (8_000, 30, True, "bfloat16"),
            (8_000, 30, False, "bfloat16"),
            (8_000, 300, True, "float32"),  # those of the logits are
            (500, 300, False, "float32"),  # the activations are
        ):
            with self.subTest(words=words, tokens=tokens, tied=tied, dtype=dtype):
                config = Qwen2Config(vocab_size=words, tie_word_embeddings=tied, **SIZES)
                ratio = planned(config, dtype, tokens) / allocated(config, dtype, tokens)
                self.assertGreater(ratio, 0.97)
                self.assertLess(ratio, 1.15)


def told(config: PreTrainedConfig) -> dict[str, Any]:
    """What the worker says of a model of which there is only its config."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        config.save_pretrained(folder)
        asked = folder / "asked.json"
        asked.write_text(json.dumps({"model": name, "trust_remote_code": False, "out": str(folder / "out.json")}))
        model_sizes.main(str(asked))
        return dict(json.loads((folder / "out.json").read_text()))


class SizesOfOtherModels(unittest.TestCase):
    def test_a_dense_decoders_are_those_that_are_counted_without_its_code(self) -> None:
        for tied in (True, False):
            config = Qwen2Config(vocab_size=8_000, tie_word_embeddings=tied, **SIZES)
            counted = Sizes.of_shape(Shape.of_config(config.to_dict()))
            found = measured_sizes(told(config))
            assert found is not None
            self.assertEqual((found.parameters, found.largest), (counted.parameters, counted.largest))
            self.assertEqual(
                (found.decoder.hidden, found.decoder.intermediate, found.decoder.layers, found.decoder.tied),
                (counted.decoder.hidden, counted.decoder.intermediate, counted.decoder.layers, tied),
            )
            self.assertFalse(found.counted)

    def test_the_width_of_other_architectures(self) -> None:
        gpt2 = measured_sizes(told(GPT2Config(n_embd=64, n_layer=2, n_head=2, vocab_size=500)))
        assert gpt2 is not None
        self.assertEqual((gpt2.decoder.hidden, gpt2.decoder.intermediate, gpt2.decoder.tied), (64, 256, True))
        experts = {"num_experts": 16, "num_experts_per_tok": 4, "moe_intermediate_size": 200}
        mixture = measured_sizes(told(Qwen3MoeConfig(vocab_size=500, **SIZES | experts)))
        assert mixture is not None
        self.assertEqual(mixture.decoder.intermediate, 800)
        self.assertGreater(mixture.parameters, 3 * 16 * 3 * 128 * 200)  # of all experts in three layers

    def test_a_config_that_does_not_tell_its_width(self) -> None:
        self.assertIsNone(measured_sizes(told(MambaConfig(hidden_size=64, num_hidden_layers=2, vocab_size=500))))


if __name__ == "__main__":
    unittest.main()
