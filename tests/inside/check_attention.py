"""Packed attention against each sequence by itself."""

import unittest

import torch
from check_sampler import tiny_model

from dsrecipes.verl_cpu import attention

SEQUENCES = [[5, 6, 7, 8, 9, 10, 11], [12], [13, 14, 15], [5, 6, 7], [20, 21, 22, 23, 24]] * 5


class Packed(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        attention.register()

    def packed_logits(self, model: torch.nn.Module) -> torch.Tensor:
        row = torch.tensor([[token for sequence in SEQUENCES for token in sequence]])
        positions = torch.tensor([[i for sequence in SEQUENCES for i in range(len(sequence))]])
        return model(input_ids=row, position_ids=positions, attention_mask=None, use_cache=False).logits[0]

    def test_logits_are_those_of_each_sequence_alone(self) -> None:
        for heads in (2, 4):
            model = tiny_model(attention.NAME, num_key_value_heads=heads)
            with torch.no_grad():
                alone = [model(torch.tensor([sequence])).logits[0] for sequence in SEQUENCES]
                torch.testing.assert_close(self.packed_logits(model), torch.cat(alone), atol=1e-4, rtol=1e-4)

    def test_gradients_are_those_of_transformers_dense_mask(self) -> None:
        gradients = []
        for name in (attention.NAME, "sdpa"):
            model = tiny_model(name)
            self.packed_logits(model).square().mean().backward()
            gradients.append([parameter.grad for parameter in model.parameters()])
        for ours, dense in zip(*gradients, strict=True):
            torch.testing.assert_close(ours, dense, atol=1e-4, rtol=1e-3)

    def test_several_packed_rows(self) -> None:
        inputs = {
            "input_ids": torch.tensor([[5, 6, 7, 8, 9], [10, 11, 12, 13, 14]]),
            "position_ids": torch.tensor([[0, 1, 2, 0, 1], [0, 0, 1, 2, 3]]),
        }
        with torch.no_grad():
            ours, dense = (tiny_model(name)(**inputs, use_cache=False).logits for name in (attention.NAME, "sdpa"))
        torch.testing.assert_close(ours, dense, atol=1e-4, rtol=1e-4)

    def test_generates_as_with_transformers_own(self) -> None:
        prompt, settings = torch.tensor([[5, 6, 7]]), {"max_new_tokens": 10, "do_sample": False, "pad_token_id": 0}
        ours, theirs = (tiny_model(name).generate(prompt, **settings) for name in (attention.NAME, "sdpa"))
        self.assertEqual(ours.tolist(), theirs.tolist())

    def test_packed_rows_are_refused_where_they_would_be_wrong(self) -> None:
        mark = attention.packed_sdpa_mask(batch_size=1, q_length=4, kv_length=4, allow_is_causal_skip=False)
        states = torch.zeros(1, 2, 4, 8)
        with self.assertRaisesRegex(ValueError, "use_remove_padding=False"):
            attention.packed_sdpa_attention(torch.nn.Module(), states, states, states, mark)

    def test_padding_is_still_masked(self) -> None:
        inputs = {
            "input_ids": torch.tensor([[0, 0, 5, 6, 7], [8, 9, 10, 11, 12]]),
            "attention_mask": torch.tensor([[0, 0, 1, 1, 1], [1, 1, 1, 1, 1]]),
            "position_ids": torch.tensor([[0, 0, 0, 1, 2], [0, 1, 2, 3, 4]]),
        }
        with torch.no_grad():
            ours, theirs = (tiny_model(name)(**inputs).logits for name in (attention.NAME, "sdpa"))
        torch.testing.assert_close(ours[0, 2:], theirs[0, 2:], atol=1e-4, rtol=1e-4)
        torch.testing.assert_close(ours[1], theirs[1], atol=1e-4, rtol=1e-4)
