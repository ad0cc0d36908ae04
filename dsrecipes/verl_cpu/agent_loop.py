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
from verl.experimental.agent_loop import agent_loop as verl_agent_loop
from verl.experimental.reward_loop import RewardLoopWorker
from verl.workers.rollout.llm_server import LLMServerClient


class _Here:
    """An object of this process, called the way VeRL calls a Ray actor: `await handle.method.remote(...)`."""

    def __init__(self, target: Any) -> None:
        self._target = target

    def __getattr__(self, name: str) -> SimpleNamespace:
        return SimpleNamespace(remote=getattr(self._target, name))


class _OneServerClient(LLMServerClient):  # type: ignore[misc]
    """A client that asks the load balancer for a server once and keeps it, as there is only one."""

    def __init__(self, client: LLMServerClient) -> None:
        super().__init__(client.config, client._load_balancer)
        self._server: asyncio.Task[tuple[str, Any]] | None = None

    async def _acquire_server(self, request_id: str, **extra: Any) -> tuple[str, Any]:
        if self._server is None:
            self._server = asyncio.ensure_future(super()._acquire_server(request_id, **extra))
        return await self._server

    def _release_server(self, server_id: str, request_id: str | None = None) -> None:
        pass


class _Worker(verl_agent_loop.AgentLoopWorker):  # type: ignore[misc]
    """VeRL's worker with one agent loop for all responses: its loops keep nothing from one response to the next."""

    def __init__(self, config: Any, client: LLMServerClient) -> None:
        super().__init__(config, client, reward_loop_worker_handles=[_Here(RewardLoopWorker(config))])
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


class InProcessAgentLoops(verl_agent_loop.AgentLoopManager):  # type: ignore[misc]
    """VeRL's manager with its worker in this process. For one rollout server, hence one device."""

    @classmethod
    def create(cls, **kwargs: Any) -> "InProcessAgentLoops":
        manager = cls(**kwargs)
        # The loops and the reward manager keep the event loop that they are made in, so there is one for good.
        manager._events = asyncio.new_event_loop()
        asyncio.set_event_loop(manager._events)
        worker = _Worker(manager.config, _OneServerClient(manager.llm_client))
        manager.agent_loop_workers = [_Here(worker)]
        return manager

    def generate_sequences(self, prompts: Any) -> Any:
        """Generate and score a response to each of ``prompts`` (both `DataProto`)."""

        async def generate() -> Any:
            return await super(InProcessAgentLoops, self).generate_sequences(prompts)

        return self._events.run_until_complete(generate())
