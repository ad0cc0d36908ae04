"""What our agent loops do otherwise than VeRL's, against VeRL's own."""

import os
import unittest

import torch

os.environ["VERL_PLATFORM"] = "cpu"

from verl.experimental.agent_loop.agent_loop import AgentLoopWorker

from dsrecipes.verl_cpu.agent_loop import _Worker
from dsrecipes.worker.tiny_model import tokenizer


class Padding(unittest.TestCase):
    def test_is_verls_on_either_side_and_for_no_tokens(self) -> None:
        ours, theirs = (kind.__new__(kind) for kind in (_Worker, AgentLoopWorker))
        ours.tokenizer = theirs.tokenizer = tokenizer()
        for tokens in ([5, 6, 7], [], [9], list(range(1, 9))):
            for side in ("left", "right"):
                for masked in (True, False):
                    settings = {"max_length": 8, "padding_side": side, "return_attention_mask": masked}
                    with self.subTest(tokens=tokens, **settings):
                        expected = theirs._pad_token_ids(tokens, **settings)
                        got = ours._pad_token_ids(tokens, **settings)
                        self.assertEqual(got.keys(), expected.keys())
                        for name, tensor in expected.items():
                            torch.testing.assert_close(got[name], tensor, rtol=0, atol=0)

    def test_more_tokens_than_there_is_room_are_an_error(self) -> None:
        worker = _Worker.__new__(_Worker)
        worker.tokenizer = tokenizer()
        with self.assertRaises(RuntimeError):
            worker._pad_token_ids([1, 2, 3], max_length=2, padding_side="right", return_attention_mask=False)
