"""The probe's gradients: against a case computed by hand, the backends' own losses, and whole backward passes."""

import json
import math
import tempfile
import unittest
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import torch
from transformers import Qwen2ForCausalLM

from dsrecipes.errors import UserError
from dsrecipes.probe.advantages import group_advantages
from dsrecipes.worker import probe
from dsrecipes.worker.probe_gradients import (
    GROUPS,
    Part,
    Response,
    additivity_error,
    group_gradients,
    layer_name,
    log_probs,
    parts,
    weights,
    whole_gradient,
)
from dsrecipes.worker.tiny_model import model as random_qwen
from dsrecipes.worker.tiny_model import tokenizer as tiny_tokenizer

OBJECTIVES = ("surrogate", "low_var_kl", "token_kl", "sft", "dft")


class Bigram(torch.nn.Module):
    """The next token depends on the last alone: logits are a row of `table`, (words, words)."""

    def __init__(self, table: torch.Tensor) -> None:
        super().__init__()
        self.table = torch.nn.Parameter(table)

    def forward(self, input_ids: torch.Tensor, use_cache: bool, logits_to_keep: int) -> Any:
        return SimpleNamespace(logits=self.table[input_ids][:, -logits_to_keep:])


TABLE = [[0.2, -0.4, 1.1], [0.0, 0.7, -0.3], [-1.0, 0.5, 0.4]]
REFERENCE = [-1.3, -0.2, -0.9]
RESPONSE = Response(
    ids=[0, 2, 1, 2],  # the prompt is token 0
    decides=torch.tensor([False, False, True]),
    advantage=0.75,
    reference=torch.tensor(REFERENCE, dtype=torch.float64),
)


def by_hand(objective: str) -> list[list[list[float]]]:
    """The gradient of each group by the table, with exp, log and sums alone: ∂ log π(b|a) / ∂ table[a][c] is
    [b = c] − π(c|a)."""
    steps = [(0, 2), (2, 1), (1, 2)]
    probability = [[math.exp(x) / sum(math.exp(y) for y in row) for x in row] for row in TABLE]
    log_ratios = [math.log(probability[a][b]) - REFERENCE[t] for t, (a, b) in enumerate(steps)]
    gradient = [[[0.0] * 3 for _ in range(3)] for _ in GROUPS]
    for t, (a, b) in enumerate(steps):
        weight = {
            "surrogate": -0.75,
            "low_var_kl": 1 - math.exp(-log_ratios[t]),
            "token_kl": sum(log_ratios[t:]),
            "sft": -1.0,
            "dft": -probability[a][b],
        }[objective]
        for c in range(3):
            gradient[int(RESPONSE.decides[t])][a][c] += weight * ((b == c) - probability[a][c])
    return gradient


class ByHand(unittest.TestCase):
    def test_the_gradients_of_both_groups(self) -> None:
        for dtype, tolerance in ((torch.float64, 1e-12), (torch.float32, 1e-6)):
            model = Bigram(torch.tensor(TABLE, dtype=dtype))
            for objective in OBJECTIVES:
                found = dict(group_gradients(model, parts(model, 1)[0], objective, RESPONSE))
                for group in GROUPS:
                    difference = found[group][0].double() - torch.tensor(by_hand(objective)[group]).double().flatten()
                    self.assertLess(float(difference.abs().max()), max(tolerance, 1e-7), (objective, group))

    def test_their_inner_products(self) -> None:
        model = Bigram(torch.tensor(TABLE, dtype=torch.float64))
        part = parts(model, 1)[0]
        sampling, decision = (torch.tensor(values, dtype=torch.float64) for values in by_hand("sft"))
        found = dict(group_gradients(model, part, "sft", RESPONSE))
        (product,) = part.inner(found[0], found[1])
        self.assertAlmostEqual(product, float((sampling * decision).sum()), places=12)
        self.assertAlmostEqual(float(part.squares(found[0])[0]), float(sampling.square().sum()), places=12)


class AgainstTheBackends(unittest.TestCase):
    """Each loss of a backend, differentiated by autograd, has the gradient that the weights stand for."""

    def setUp(self) -> None:
        self.model = Bigram(torch.tensor(TABLE, dtype=torch.float64))
        self.reference = torch.tensor(REFERENCE, dtype=torch.float64)

    def assert_gradient(self, loss: torch.Tensor, objective: str) -> None:
        (expected,) = torch.autograd.grad(loss, [self.model.table])
        (found,) = whole_gradient(self.model, parts(self.model, 1)[0], objective, RESPONSE)
        self.assertLess(float((expected.flatten() - found).abs().max()), 1e-7, objective)

    def test_verls_low_var_kl_token_mean(self) -> None:
        from verl.trainer.ppo.core_algos import agg_loss, kl_penalty

        penalty = kl_penalty(log_probs(self.model, RESPONSE)[None], self.reference[None], "low_var_kl")
        loss = agg_loss(penalty, torch.ones(1, 3), "token-mean")
        self.assert_gradient(3 * loss, "low_var_kl")

    def test_verls_low_var_kl_beyond_its_bounds(self) -> None:
        from verl.trainer.ppo.core_algos import kl_penalty

        reference = torch.tensor([-40.0, 0.0, 2.0, 15.0, 30.0], dtype=torch.float64)
        values = torch.tensor([-1.0, -1.0, -0.5, -1.0, -1.0], dtype=torch.float64, requires_grad=True)
        (expected,) = torch.autograd.grad(kl_penalty(values, reference, "low_var_kl").sum(), [values])
        response = RESPONSE._replace(reference=reference)
        self.assertTrue(torch.allclose(weights("low_var_kl", values, response), expected, atol=1e-12))

    def test_verls_policy_loss_at_ratio_one(self) -> None:
        from verl.trainer.ppo.core_algos import get_policy_loss_fn
        from verl.workers.config import FSDPActorConfig

        values = log_probs(self.model, RESPONSE)[None]
        advantages = torch.full_like(values, RESPONSE.advantage)
        config = FSDPActorConfig(strategy="fsdp", rollout_n=1, ppo_micro_batch_size_per_gpu=1)
        loss, _ = get_policy_loss_fn("vanilla")(
            old_log_prob=values.detach(),
            log_prob=values,
            advantages=advantages,
            response_mask=torch.ones_like(values),
            loss_agg_mode="token-mean",
            config=config,
        )
        self.assert_gradient(3 * loss, "surrogate")

    def test_verls_advantages(self) -> None:
        from verl.trainer.ppo.core_algos import compute_grpo_outcome_advantage

        rewards = torch.tensor([[1.0], [0.0], [0.0], [1.0], [1.0]])
        expected, _ = compute_grpo_outcome_advantage(rewards.clone(), torch.ones(5, 1), ["a"] * 5)
        found = group_advantages(rewards.flatten().tolist())
        self.assertLess(max(abs(a - b) for a, b in zip(found, expected.flatten().tolist(), strict=True)), 1e-6)

    def test_llamafactorys_dft(self) -> None:
        from llamafactory.train.trainer_utils import dft_loss_func

        ids = torch.tensor([RESPONSE.ids])
        logits = self.model(ids, use_cache=False, logits_to_keep=4).logits
        labels = torch.tensor([[-100, *RESPONSE.ids[1:]]])
        loss = dft_loss_func({"logits": logits}, labels)
        (expected,) = torch.autograd.grad(3 * loss, [self.model.table])
        (found,) = whole_gradient(self.model, parts(self.model, 1)[0], "dft", RESPONSE)
        self.assertLess(float((expected.flatten() - found).abs().max()), 1e-6)  # it computes in float32


QWEN = {
    "seed": 0,
    "hidden_size": 16,
    "intermediate_size": 32,
    "num_hidden_layers": 3,
    "num_attention_heads": 2,
    "num_key_value_heads": 1,
    "max_position_embeddings": 256,
    "tie_word_embeddings": True,
}
SOLUTION = "3 * 4 = 12\nAnswer: 12\nLet me check.\n3 * 4 = 12 ok\nCorrect. Answer: 12"


def line(query: int, advantage: float, block: int) -> dict[str, Any]:
    response = SOLUTION.replace("3", str(query))
    check = response.index("\nLet me check")
    return {
        "id": str(query), "block": block, "prompt": f"Calculate {query} * 4. Think step by step.",
        "response": response, "finished": True,
        "spans": [[check, check + len("\nLet me check")], [response.index(" ok"), response.index(". Answer")]],
        "stop": True, "advantage": advantage, "tokens": None,
    }  # fmt: skip


class OfAModel(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        for name, seed in (("model", 0), ("reference", 1)):
            random_qwen({**QWEN, "seed": seed}).double().save_pretrained(self.folder / name)
            tiny_tokenizer().save_pretrained(self.folder / name)
        lines = [line(3 + n, advantage, n // 2) for n, advantage in enumerate([1.0, -1.0, 0.5, 0.0, -0.5, 0.0])]
        (self.folder / "rollouts.jsonl").write_text("".join(json.dumps(one) + "\n" for one in lines))

    def config(self, **changes: Any) -> Path:
        config = {
            "model": str(self.folder / "model"), "reference": str(self.folder / "reference"),
            "trust_remote_code": False, "device": "cpu", "dtype": "float64", "checkpointing": False, "parts": 1,
            "objectives": [[name, "rollouts"] for name in OBJECTIVES], "rollouts": str(self.folder / "rollouts.jsonl"),
            "work": str(self.folder / "work"), "out": str(self.folder / "out.json"),
        } | changes  # fmt: skip
        work = config.pop("work")
        config["objectives"] = [[name, on, f"{work}/{name}"] for name, on in config["objectives"]]
        config |= {"log_probs": f"{work}/log_probs.safetensors", "progress": f"{work}/progress.json"}
        file = self.folder / "probe.json"
        file.write_text(json.dumps(config))
        return file

    def measured(self, **changes: Any) -> dict[str, Any]:
        probe.main(str(self.config(**changes)))
        return dict(json.loads((self.folder / "out.json").read_text()))

    def batch(self) -> probe.Batch:
        batch = probe.Batch("rollouts", self.folder / "rollouts.jsonl", tiny_tokenizer())
        reference = self.model("reference")
        with torch.no_grad():
            batch.responses = [one._replace(reference=log_probs(reference, one)) for one in batch.responses]
        return batch

    def model(self, name: str = "model") -> Any:
        return probe.load(str(self.folder / name), json.loads(self.config().read_text()), checkpointing=False)

    def test_decision_tokens_are_those_that_share_a_character_with_decision_text(self) -> None:
        tokenizer = tiny_tokenizer()
        found = probe.encode(line(3, 0.0, 0), tokenizer)
        ids = found.ids[-found.decides.numel() :]
        decides = [tokenizer.decode([id]) for id, decided in zip(ids, found.decides.tolist(), strict=True) if decided]
        self.assertEqual(decides, ["\n", "Let me check.\n", " ok\n", "Correct. ", "<|im_end|>"])

    def test_the_totals_are_the_gradients_of_the_summed_losses(self) -> None:
        model, batch, found = self.model(), self.batch(), self.measured()
        for objective in OBJECTIVES:
            groups = []
            for group in GROUPS:
                loss = torch.zeros((), dtype=torch.float64)
                for response in batch.responses:
                    values = log_probs(model, response)
                    mask = response.decides == bool(group)
                    loss = loss + (weights(objective, values, response) * values)[mask].sum()
                groups.append(torch.cat([g.flatten() for g in torch.autograd.grad(loss, list(model.parameters()))]))
            (part,) = found["objectives"][objective]
            for expected, by_layer in zip(
                (groups[0] @ groups[0], groups[1] @ groups[1], groups[0] @ groups[1]), part["total"], strict=True
            ):
                self.assertAlmostEqual(sum(by_layer) / float(expected), 1, places=9, msg=objective)
            self.assertLess(part["additivity_error"], 1e-7)  # transformers normalises in float32

    def test_texts_beyond_the_models_positions_are_counted(self) -> None:
        file = self.folder / "model" / "config.json"
        lengths = [len(response.ids) for response in self.batch().responses]
        for positions, beyond in ((max(lengths), 0), (max(lengths) - 1, lengths.count(max(lengths)))):
            file.write_text(json.dumps(json.loads(file.read_text()) | {"max_position_embeddings": positions}))
            found = self.measured(objectives=[["sft", "rollouts"]], work=str(self.folder / f"work{positions}"))
            self.assertEqual((found["positions"], found["batches"]["rollouts"]["beyond"]), (positions, beyond))

    def test_the_groups_add_up_to_the_whole(self) -> None:
        model, batch = self.model(), self.batch()
        (part,) = parts(model, 1)
        for objective in OBJECTIVES:
            error = additivity_error(model, part, objective, batch.responses[0])
            self.assertIsNotNone(error)
            self.assertLess(error or 0, 1e-7)

    def test_blocks_add_up_to_the_totals(self) -> None:
        for (part,) in self.measured()["objectives"].values():
            for which, product in enumerate((0, 2, 2, 1)):  # of the block's S, S, D, D with the total S, D, S, D
                by_block = sum(sum(block["with_total"][which]) for block in part["blocks"])
                self.assertAlmostEqual(by_block, sum(part["total"][product]), places=8)

    def test_parts_and_recomputed_activations_change_nothing(self) -> None:
        whole = self.measured()
        in_parts = self.measured(parts=3, checkpointing=True, work=str(self.folder / "again"))
        for objective in OBJECTIVES:
            (one,) = whole["objectives"][objective]
            several = in_parts["objectives"][objective]
            self.assertEqual(len(several), 3)
            self.assertEqual(several[0]["layers"][0], "embedding")
            for index in range(3):
                total = sum(sum(part["total"][index]) for part in several)
                self.assertAlmostEqual(total, sum(one["total"][index]), places=8)

    def test_an_interrupted_run_goes_on_and_comes_to_the_same(self) -> None:
        objectives = [["sft", "rollouts"], ["token_kl", "rollouts"]]
        straight = self.measured(objectives=objectives)
        advance = probe.Progress.advance
        for stop in (3, 9, 14, 26):
            work = str(self.folder / f"work{stop}")
            seen = 0

            def stopping(self: probe.Progress, count: int = 1, stop: int = stop) -> None:
                nonlocal seen
                seen += count
                if seen > stop:
                    raise KeyboardInterrupt
                advance(self, count)

            probe.Progress.advance = stopping  # type: ignore[method-assign]
            try:
                with self.assertRaises(KeyboardInterrupt):
                    self.measured(work=work, objectives=objectives)
            finally:
                probe.Progress.advance = advance  # type: ignore[method-assign]
            self.assertEqual(self.measured(work=work, objectives=objectives), straight)

    def test_an_objective_is_measured_once_whatever_it_comes_with(self) -> None:
        before = self.measured(objectives=[["low_var_kl", "rollouts"]])
        asked = []

        def noted(model: Any, part: Part, objective: str, response: Response) -> Any:
            asked.append(objective)
            return group_gradients(model, part, objective, response)

        with (
            patch.object(probe, "group_gradients", noted),
            patch.object(probe, "log_probs", side_effect=AssertionError),
        ):
            after = self.measured(objectives=[["low_var_kl", "rollouts"], ["token_kl", "rollouts"]])
        self.assertEqual(set(asked), {"token_kl"})
        self.assertEqual(after["objectives"]["low_var_kl"], before["objectives"]["low_var_kl"])

    def test_a_model_that_is_its_own_reference_has_no_kl_gradient(self) -> None:
        found = self.measured(reference=str(self.folder / "model"), objectives=[["low_var_kl", "rollouts"]])
        self.assertLess(sum(found["objectives"]["low_var_kl"][0]["total"][0]), 1e-20)

    def test_a_reference_with_another_vocabulary_is_refused(self) -> None:
        words = len(tiny_tokenizer())
        swapped = self.reference("swapped", words)
        file = swapped / "tokenizer.json"
        told = json.loads(file.read_text())
        ids = told["model"]["vocab"]
        ids["3"], ids["4"] = ids["4"], ids["3"]
        file.write_text(json.dumps(told))
        smaller = self.reference("smaller", words - 1)
        for folder, what in ((swapped, "differ in 2 tokens, such as '3'"), (smaller, "the model only 114")):
            with self.assertRaises(UserError) as refused:
                self.measured(reference=str(folder))
            self.assertIn(what, refused.exception.what)
            self.assertIn(str(folder), str(refused.exception))

    def test_a_reference_whose_embedding_is_padded_is_taken(self) -> None:
        padded = self.reference("padded", len(tiny_tokenizer()) + 13)
        found = self.measured(reference=str(padded), objectives=[["low_var_kl", "rollouts"]])
        self.assertGreater(sum(found["objectives"]["low_var_kl"][0]["total"][0]), 0)

    def reference(self, name: str, words: int) -> Path:
        """A model with so many embeddings, and the tokenizer of all others."""
        config = random_qwen(QWEN).config
        config.vocab_size = words
        Qwen2ForCausalLM(config).save_pretrained(self.folder / name)
        tiny_tokenizer().save_pretrained(self.folder / name)
        return self.folder / name


class Layers(unittest.TestCase):
    def test_parameters_are_called_by_their_layer(self) -> None:
        names = ["model.embed_tokens.weight", "model.layers.11.mlp.up_proj.bias", "model.norm.weight", "lm_head.weight"]
        self.assertEqual([layer_name(name) for name in names], ["embedding", "layer 11", "final norm", "output"])

    def test_every_number_of_the_model_is_in_one_part(self) -> None:
        model = random_qwen(QWEN)
        (whole,) = parts(model, 1)
        expected = torch.cat(whole_gradient(model, whole, "sft", RESPONSE))
        found: list[Part] = parts(model, 7)
        sizes = [sum(one.stop - one.start for one in part.slices) for part in found]
        self.assertLessEqual(max(sizes) - min(sizes), 1)
        self.assertTrue(any(one.start for part in found for one in part.slices), "none ends within a parameter")
        gradients = [torch.cat(whole_gradient(model, part, "sft", RESPONSE)) for part in found]
        self.assertLess(float((torch.cat(gradients) - expected).abs().max()), 1e-6)


if __name__ == "__main__":
    unittest.main()
