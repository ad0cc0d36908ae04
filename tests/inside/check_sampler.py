"""The batched sampler against transformers' own generation and forward pass."""

import unittest

import torch
from transformers import Qwen2Config, Qwen2ForCausalLM

from dsrecipes.worker import sampler
from dsrecipes.worker.sampler import sample

EOS, PAD, VOCABULARY = 2, 0, 50
PROMPTS = [[5, 6, 7], [8, 9, 10, 11, 12], [5, 6, 7], [13], [14, 15, 16, 17, 18], [8, 9, 10, 11, 12]]


def tiny_model(attention: str = sampler.ATTENTION, **changes: object) -> Qwen2ForCausalLM:
    torch.manual_seed(0)
    settings: dict = {
        "vocab_size": VOCABULARY,
        "hidden_size": 32,
        "intermediate_size": 64,
        "num_hidden_layers": 2,
        "num_attention_heads": 4,
        "num_key_value_heads": 2,
        "bos_token_id": None,
        "eos_token_id": EOS,
        "pad_token_id": PAD,
    }
    model = Qwen2ForCausalLM(Qwen2Config(**settings | changes)).eval()
    with torch.no_grad():  # larger weights, so that the distributions are not nearly uniform
        for parameter in model.parameters():
            parameter.mul_(4 if parameter.dim() > 1 else 1)
    model.set_attn_implementation(attention)
    return model


def teacher_forced(model: Qwen2ForCausalLM, prompt: list[int], response: list[int]) -> torch.Tensor:
    """The model's log-probabilities (tokens, vocabulary) at each token of the response, from one forward pass."""
    with torch.no_grad():
        logits = model(torch.tensor([prompt + response])).logits[0]
    return logits[len(prompt) - 1 : -1].log_softmax(-1)


class Greedy(unittest.TestCase):
    def expected(self, model: Qwen2ForCausalLM, limit: int) -> list[list[int]]:
        """transformers' greedy generation of each prompt by itself."""
        return [
            model.generate(
                torch.tensor([prompt]), max_new_tokens=limit, do_sample=False, eos_token_id=EOS, pad_token_id=PAD
            )[0, len(prompt) :].tolist()
            for prompt in PROMPTS
        ]

    def test_gives_the_tokens_of_transformers(self) -> None:
        for attention in (sampler.ATTENTION, "sdpa", "eager"):
            for batch_size in (1, 4, 512):
                with self.subTest(attention=attention, batch_size=batch_size):
                    model = tiny_model(attention)
                    got = sample(
                        model,
                        PROMPTS,
                        max_new_tokens=30,
                        temperature=0,
                        eos_ids=[EOS],
                        pad_id=PAD,
                        batch_size=batch_size,
                    )
                    self.assertEqual([one.token_ids for one in got], self.expected(model, 30))

    def test_works_without_grouped_heads_and_with_a_sliding_window(self) -> None:
        sliding = {"use_sliding_window": True, "sliding_window": 6, "max_window_layers": 1}
        for changes in ({"num_key_value_heads": 4}, sliding):
            with self.subTest(**changes):
                model = tiny_model(**changes)
                got = sample(model, PROMPTS, max_new_tokens=20, temperature=0, eos_ids=[EOS], pad_id=PAD)
                self.assertEqual([one.token_ids for one in got], self.expected(model, 20))


class Sampling(unittest.TestCase):
    def setUp(self) -> None:
        self.model = tiny_model()

    def draw(self, **changes: object) -> list[sampler.Sampled]:
        settings: dict = {"max_new_tokens": 25, "eos_ids": [EOS], "pad_id": PAD, "seed": 7}
        return sample(self.model, PROMPTS, **settings | changes)

    def test_log_probs_are_those_of_a_forward_pass(self) -> None:
        for prompt, one in zip(PROMPTS, self.draw(), strict=True):
            expected = teacher_forced(self.model, prompt, one.token_ids)
            expected = expected[torch.arange(len(one.token_ids)), one.token_ids]
            torch.testing.assert_close(torch.tensor(one.log_probs), expected, atol=1e-4, rtol=0)

    def test_temperature_rescales_the_log_probs(self) -> None:
        for prompt, one in zip(PROMPTS, self.draw(temperature=0.5), strict=True):
            expected = (teacher_forced(self.model, prompt, one.token_ids) / 0.5).log_softmax(-1)
            expected = expected[torch.arange(len(one.token_ids)), one.token_ids]
            torch.testing.assert_close(torch.tensor(one.log_probs), expected, atol=1e-4, rtol=0)

    def test_ends_at_the_end_token_or_at_the_rows_own_limit(self) -> None:
        limits = [1, 40, 3, 40, 17, 40]
        got = self.draw(max_new_tokens=limits)
        self.assertIn("stop", [one.finish_reason for one in got])
        for one, limit in zip(got, limits, strict=True):
            self.assertEqual(len(one.token_ids), len(one.log_probs))
            self.assertNotIn(EOS, one.token_ids[:-1])
            if one.token_ids[-1] == EOS:
                self.assertEqual(one.finish_reason, "stop")
            else:
                self.assertEqual((one.finish_reason, len(one.token_ids)), ("length", limit))

    def test_without_end_tokens_every_row_reaches_its_limit(self) -> None:
        for one in self.draw(eos_ids=[], max_new_tokens=60):
            self.assertEqual((one.finish_reason, len(one.token_ids)), ("length", 60))

    def test_a_seed_repeats_and_another_differs(self) -> None:
        self.assertEqual(self.draw(seed=1), self.draw(seed=1))
        self.assertNotEqual(self.draw(seed=1), self.draw(seed=2))

    def test_torchs_own_seed_repeats_too(self) -> None:
        torch.manual_seed(5)
        first = self.draw(seed=None)
        torch.manual_seed(5)
        self.assertEqual(self.draw(seed=None), first)

    def test_leaves_the_number_of_threads_as_it_was(self) -> None:
        before = torch.get_num_threads()
        self.draw()
        self.assertEqual(torch.get_num_threads(), before)

    def test_an_error_in_one_part_of_a_batch_is_raised(self) -> None:
        with self.assertRaises(IndexError):
            sample(self.model, [[5], [VOCABULARY]], max_new_tokens=3, eos_ids=[EOS], pad_id=PAD)

    def test_no_two_threads_share_a_model_that_changes_as_it_reads(self) -> None:
        dynamic = {"rope_type": "dynamic", "factor": 2.0, "rope_theta": 10000.0}
        self.assertFalse(sampler._changes_as_it_reads(self.model))
        self.assertTrue(sampler._changes_as_it_reads(tiny_model(rope_parameters=dynamic)))

    def test_repeated_prompts_get_different_responses(self) -> None:
        got = self.draw(max_new_tokens=40, eos_ids=[])
        self.assertNotEqual(got[0].token_ids, got[2].token_ids)

    def test_top_k_one_is_greedy(self) -> None:
        greedy = [one.token_ids for one in self.draw(temperature=0)]
        self.assertEqual([one.token_ids for one in self.draw(top_k=1)], greedy)

    def test_top_k_and_top_p_keep_only_the_most_probable_tokens(self) -> None:
        for prompt, one in zip(PROMPTS, self.draw(top_k=3), strict=True):
            log_probs = teacher_forced(self.model, prompt, one.token_ids)
            for at, token in zip(log_probs, one.token_ids, strict=True):
                self.assertIn(token, at.topk(3).indices.tolist())
        for prompt, one in zip(PROMPTS, self.draw(top_p=0.6), strict=True):
            probs = teacher_forced(self.model, prompt, one.token_ids).exp()
            for at, token, log_prob in zip(probs, one.token_ids, one.log_probs, strict=True):
                more_probable = float(at[at > at[token]].sum())
                self.assertLess(more_probable, 0.6 + 1e-5)
                self.assertGreater(log_prob, float(at[token].log()) - 1e-5)  # renormalised among those kept

    def test_frequencies_follow_the_distribution(self) -> None:
        drawn = sample(
            self.model, [PROMPTS[0]] * 4000, max_new_tokens=1, eos_ids=[], pad_id=PAD, seed=3, batch_size=4000
        )
        counts = torch.bincount(torch.tensor([one.token_ids[0] for one in drawn]), minlength=VOCABULARY) / 4000
        expected = teacher_forced(self.model, PROMPTS[0], [0])[0].exp()
        torch.testing.assert_close(counts, expected, atol=0.04, rtol=0)

    def test_bad_arguments_are_refused(self) -> None:
        for changes in ({"max_new_tokens": 0}, {"max_new_tokens": [1, 2]}, {"temperature": -1.0}, {"top_p": 0.0}):
            with self.subTest(**changes), self.assertRaises(ValueError):
                self.draw(**changes)
        with self.assertRaises(ValueError):
            sample(self.model, [[]], max_new_tokens=1, eos_ids=[], pad_id=PAD)
        self.assertEqual(sample(self.model, [], max_new_tokens=1, eos_ids=[], pad_id=PAD), [])
