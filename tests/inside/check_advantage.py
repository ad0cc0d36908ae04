"""The estimator without a baseline, found by VeRL under its name."""

import unittest

import torch
from verl.trainer.ppo.core_algos import compute_grpo_outcome_advantage, get_adv_estimator_fn

from dsrecipes.verl_plugins import advantage

# Two prompts with two responses each; the reward stands at a response's last token.
MASK = torch.tensor([[1, 1, 1], [1, 1, 0], [1, 0, 0], [1, 1, 1]])
LAST = torch.tensor([2, 1, 0, 2])
GROUPS = ["a", "a", "b", "b"]


def rewards(*scores: float) -> torch.Tensor:
    table = torch.zeros(4, 3)
    table[torch.arange(4), LAST] = torch.tensor(scores, dtype=torch.float32)
    return table


class Advantage(unittest.TestCase):
    def test_every_token_of_a_response_has_its_reward(self) -> None:
        found, returns = advantage.reinforce(rewards(0, -1, 0, -1), MASK)
        self.assertEqual(found.tolist(), [[0, 0, 0], [-1, -1, 0], [0, 0, 0], [-1, -1, -1]])
        self.assertEqual(found.tolist(), returns.tolist())

    def test_verl_finds_it_by_its_name(self) -> None:
        self.assertIs(get_adv_estimator_fn("reinforce"), advantage.reinforce)

    def test_only_wrong_and_only_right_answers_differ_by_it_and_not_by_grpo(self) -> None:
        right_only, wrong_only = rewards(1, 0, 1, 0), rewards(0, -1, 0, -1)
        ours = [advantage.reinforce(scores, MASK)[0] for scores in (right_only, wrong_only)]
        grpo = [compute_grpo_outcome_advantage(scores, MASK, GROUPS)[0] for scores in (right_only, wrong_only)]
        self.assertFalse(torch.equal(*ours))
        self.assertTrue(torch.allclose(*grpo))


if __name__ == "__main__":
    unittest.main()
