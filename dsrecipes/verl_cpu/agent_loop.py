"""VeRL's agent loops and reward functions run inside the trainer's process.

By default they are Ray actors, made for many machines: for each response VeRL builds an agent loop from its
configuration, asks one actor for the rollout server, and sends the response to another to be scored. With a tiny model
on a few cores that takes longer than generating. Here the same loops and the same reward manager run in the process
that directs the training, which spares two processes (seconds of start-up and hundreds of megabytes each) and most of
that time.

Chosen by `actor_rollout_ref.rollout.agent.agent_loop_manager_class`, with `reward.num_workers=0`.
"""

import asyncio
from types import SimpleNamespace
from typing import Any

import hydra
import torch
from verl.experimental.agent_loop import agent_loop as verl_agent_loop
from verl.experimental.reward_loop import RewardLoopWorker
from verl.workers.rollout.llm_server import LLMServerClient

from dsrecipes.verl_cpu import trainer
from dsrecipes.verl_cpu.client import RolloutClient


def _scorer(config: Any) -> SimpleNamespace:
    """VeRL's reward manager, called the way VeRL calls a Ray actor. Raises ValueError if a model is to give rewards."""
    if config.reward.reward_model.enable:
        raise ValueError("reward.reward_model.enable: on a CPU, rewards come from a function")
    return SimpleNamespace(compute_score=SimpleNamespace(remote=RewardLoopWorker(config).reward_manager.run_single))


class _Worker(verl_agent_loop.AgentLoopWorker):  # type: ignore[misc]
    """VeRL's worker with one agent loop for all responses: its loops keep nothing from one response to the next."""

    def __init__(self, config: Any, client: LLMServerClient) -> None:
        super().__init__(config, client, reward_loop_worker_handles=[_scorer(config)])
        self._loops: dict[str, Any] = {}

    def _loop(self, agent_name: str) -> Any:
        if agent_name not in self._loops:
            registered = verl_agent_loop._agent_loop_registry
            if agent_name not in registered:
                raise ValueError(f"no agent loop named {agent_name!r}; VeRL knows {sorted(registered)}")
            self._loops[agent_name] = hydra.utils.instantiate(
                config=registered[agent_name],
                trainer_config=verl_agent_loop.DictConfigWrap(config=self.config),
                server_manager=self.llm_client,
                tokenizer=self.tokenizer,
                processor=self.processor,
                hf_model_type=self.hf_model_type,
                dataset_cls=self.dataset_cls,
                data_config=verl_agent_loop.DictConfigWrap(self.config.data),
                tools=verl_agent_loop.ToolListWrap(self.tools),
            )
        return self._loops[agent_name]

    async def _run_agent_loop(
        self, sampling_params: dict[str, Any], trajectory: dict[str, Any], *, agent_name: str, **kwargs: Any
    ) -> Any:
        kwargs.pop("trace", None)
        output = await self._loop(agent_name).run(sampling_params, **kwargs)
        return await self._agent_loop_postprocess(output, trajectory["validate"], **kwargs)

    def _pad_token_ids(
        self, tokens: list[int], *, max_length: int, padding_side: str, return_attention_mask: bool
    ) -> dict[str, torch.Tensor]:
        """As VeRL's, without its detour through the tokenizer: tensors (1, `max_length`), padded at one side."""
        pad_id = self.tokenizer.pad_token_id
        padded = torch.full((1, max_length), 0 if pad_id is None else pad_id, dtype=torch.long)
        real = torch.zeros_like(padded)
        start = max_length - len(tokens) if padding_side == "left" else 0
        padded[0, start : start + len(tokens)] = torch.tensor(tokens, dtype=torch.long)
        real[0, start : start + len(tokens)] = 1
        return {"input_ids": padded} | ({"attention_mask": real} if return_attention_mask else {})


class InProcessAgentLoops(verl_agent_loop.AgentLoopManager):  # type: ignore[misc]
    """VeRL's manager with its worker in this process, which samples for all training workers."""

    @classmethod
    def create(cls, **kwargs: Any) -> "InProcessAgentLoops":
        trainer.send_only_tensors()
        manager = cls(**kwargs)
        # The loops and the reward manager keep the event loop that they are made in, so there is one for good.
        manager._events = asyncio.new_event_loop()
        asyncio.set_event_loop(manager._events)
        worker = _Worker(manager.config, RolloutClient(manager.llm_client))
        manager.agent_loop_workers = [
            SimpleNamespace(generate_sequences=SimpleNamespace(remote=worker.generate_sequences))
        ]
        return manager

    def generate_sequences(self, prompts: Any) -> Any:
        """Generate and score a response to each of ``prompts`` (both `DataProto`)."""

        async def generate() -> Any:
            return await super(InProcessAgentLoops, self).generate_sequences(prompts)

        return self._events.run_until_complete(generate())
