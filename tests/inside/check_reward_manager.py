"""The reward manager that says whether a response was cut off, loaded by VeRL's own code from VeRL's own settings."""

import asyncio
import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch
from check_sampler import EOS, PAD, tiny_model
from hydra import compose, initialize_config_module
from tensordict import TensorDict
from verl import DataProto
from verl.trainer.ppo.reward import load_reward_manager

LIMIT = 4
END_OF_TURN = 3  # a second end token, which only the model's generation config names
REWARD_FILE = Path(__file__).parents[2] / "reward_fns" / "exact_match.py"
SEES = """
def compute_score(data_source, solution_str, ground_truth, extra_info=None, **kwargs):
    return {"score": 0.0, "sees": dict(extra_info), "kwargs": kwargs}
"""


class Tokenizer:
    """Every token is a digit or a special token."""

    eos_token_id = EOS

    def decode(self, tokens: torch.Tensor, skip_special_tokens: bool) -> str:
        return "".join(str(int(token)) for token in tokens if int(token) > END_OF_TURN)


def data(*responses: list[int], width: int | None = None, extra_info: dict | None = None) -> DataProto:
    """Responses as the trainer hands them over: prompts to the left, padding to the right."""
    width = width or max(map(len, responses))
    rows = [tokens + [PAD] * (width - len(tokens)) for tokens in responses]
    masks = [[1, 1] + [1] * len(tokens) + [0] * (width - len(tokens)) for tokens in responses]
    batch = {"responses": torch.tensor(rows), "attention_mask": torch.tensor(masks)}
    one = {
        "data_source": "multiplication",
        "reward_model": {"ground_truth": "5678"},
        "extra_info": extra_info if extra_info is not None else {"index": 7},
    }
    columns = {name: np.array([value] * len(responses), dtype=object) for name, value in one.items()}
    return DataProto(batch=TensorDict(batch, batch_size=len(responses)), non_tensor_batch=columns)


class Manager(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name)
        model = tiny_model()
        model.generation_config.eos_token_id = [EOS, END_OF_TURN]
        model.save_pretrained(cls.folder / "model")
        (cls.folder / "sees.py").write_text(SEES)

    def manager(self, reward: Path, **kwargs: object):
        settings = {
            "reward.reward_manager.source": "importlib",
            "reward.reward_manager.name": "TruncationRewardManager",
            "reward.reward_manager.module.path": "'pkg://dsrecipes.verl_plugins.reward_manager'",
            "reward.custom_reward_function.path": f"'{reward}'",
            **{f"+reward.custom_reward_function.reward_kwargs.{key}": value for key, value in kwargs.items()},
            "actor_rollout_ref.model.path": f"'{self.folder / 'model'}'",
            "data.max_response_length": LIMIT,
        }
        with initialize_config_module("verl.trainer.config", version_base=None):
            config = compose("ppo_trainer", [f"{key}={value}" for key, value in settings.items()])
        return load_reward_manager(config, Tokenizer(), reward_router_address=None, reward_model_tokenizer=None)

    def seen(self, given: DataProto) -> dict:
        manager = self.manager(self.folder / "sees.py")
        return manager.loop.run_until_complete(manager.run_single(given))["reward_extra_info"]["sees"]

    def test_at_the_limit_without_an_end_token_is_truncated(self) -> None:
        self.assertIs(self.seen(data([5, 6, 7, 8]))["truncated"], True)

    def test_an_end_token_as_the_last_that_fits_is_no_truncation(self) -> None:
        self.assertIs(self.seen(data([5, 6, 7, EOS]))["truncated"], False)
        self.assertIs(self.seen(data([5, 6, 7, END_OF_TURN]))["truncated"], False)

    def test_a_shorter_response_is_not_truncated_whatever_its_padding(self) -> None:
        self.assertIs(self.seen(data([5, 6, EOS]))["truncated"], False)
        self.assertIs(self.seen(data([5, 6, 7], width=LIMIT))["truncated"], False)
        self.assertIs(self.seen(data([5, 6, 7, 8], width=LIMIT + 2))["truncated"], True)

    def test_of_several_sequences_the_last_counts(self) -> None:
        self.assertIs(self.seen(data([5, 6, 7, 8], [5, EOS]))["truncated"], False)
        self.assertIs(self.seen(data([5, EOS], [5, 6, 7, 8]))["truncated"], True)

    def test_the_rest_of_extra_info_stays_and_the_data_is_not_written_to(self) -> None:
        given = {"index": 7}
        self.assertEqual(self.seen(data([5, 6, 7, 8], extra_info=given))["index"], 7)
        self.assertEqual(given, {"index": 7})

    def test_rollouts_that_share_their_extra_info_are_told_apart_when_scored_at_once(self) -> None:
        shared: dict = {}
        manager = self.manager(self.folder / "sees.py")
        both = [data(tokens, extra_info=shared) for tokens in ([5, 6, 7, 8], [5, EOS])]

        async def score() -> list[dict]:
            return await asyncio.gather(*map(manager.run_single, both))

        seen = [result["reward_extra_info"]["sees"]["truncated"] for result in manager.loop.run_until_complete(score())]
        self.assertEqual(seen, [True, False])

    def test_the_shipped_reward_takes_its_penalty_from_it(self) -> None:
        manager = self.manager(REWARD_FILE, truncation_penalty=0.5, reinforce="negative")
        scores = {}
        for name, tokens in {"right": [5, 6, 7, 8], "wrong": [5, 6, 7, 7], "stopped": [5, 6, EOS]}.items():
            result = manager.loop.run_until_complete(manager.run_single(data(tokens)))
            scores[name] = result["reward_score"], result["reward_extra_info"]["acc"]
        self.assertEqual(scores, {"right": (-0.5, 1.0), "wrong": (-1.5, 0.0), "stopped": (-1.0, 0.0)})
