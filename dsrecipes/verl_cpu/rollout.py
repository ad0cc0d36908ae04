"""VeRL's rollout engine `hf_cpu`: a transformers model in a Ray actor, sampled from in batches.

Three parts, as VeRL wants them: the server (an actor that holds the model), the replica (starts the server) and the
adapter (lives in the training worker and hands it new weights).
"""

import asyncio
import os
from collections.abc import AsyncIterable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

import ray
import torch
from verl.workers.rollout import base
from verl.workers.rollout.base import BaseRollout
from verl.workers.rollout.replica import RolloutReplica, RolloutReplicaRegistry, TokenOutput

from dsrecipes.worker.sampler import ATTENTION, Sampled, sample

NAME = "hf_cpu"
_QUIET_SECONDS = 0.02
"""A step's requests come one by one; the batch is taken to be complete when none has come for so long."""


class _Sampling(NamedTuple):
    """What must agree for requests to share a batch."""

    temperature: float
    top_p: float
    top_k: int
    ignore_eos: bool


class _Request(NamedTuple):
    sampling: _Sampling
    prompt_ids: list[int]
    max_new_tokens: int
    answer: "asyncio.Future[tuple[Sampled, int | None]]"


class Server:
    """Answers generation requests with one model, all waiting requests of the same settings in one batch."""

    def __init__(self, config: Any, model_config: Any, replica_rank: int) -> None:
        from transformers import AutoModelForCausalLM, AutoTokenizer

        self._config = config
        path, trust = str(Path(model_config["path"]).expanduser()), bool(model_config.get("trust_remote_code", False))
        self._model = AutoModelForCausalLM.from_pretrained(
            path, dtype=torch.float32, attn_implementation=ATTENTION, trust_remote_code=trust
        ).eval()
        tokenizer = AutoTokenizer.from_pretrained(path, trust_remote_code=trust)
        self._eos_ids = _end_tokens(tokenizer, self._model.generation_config)
        self._pad_id = tokenizer.pad_token_id if tokenizer.pad_token_id is not None else 0
        self._generator = torch.Generator().manual_seed(config.seed + replica_rank)
        self._step: int | None = None
        self._waiting: list[_Request] = []
        self._loop: asyncio.Task[None] | None = None
        self._model_in_use = asyncio.Lock()
        self._open = asyncio.Event()
        self._open.set()

    async def ready(self) -> None:
        """Return once the model is loaded."""

    async def generate(
        self, prompt_ids: list[int], sampling_params: dict[str, Any], request_id: str, **_unused: Any
    ) -> TokenOutput:
        """Sample one response; waits for the other requests of the step so as to share a batch with them."""
        await self._open.wait()
        params = sampling_params
        room = self._config.prompt_length + self._config.response_length - len(prompt_ids)
        limit = params.get("max_tokens") or params.get("max_new_tokens") or min(self._config.response_length, room)
        sampling = _Sampling(
            temperature=float(params.get("temperature", 1.0)),
            top_p=float(params.get("top_p", 1.0)),
            top_k=int(params.get("top_k", -1)),
            ignore_eos=bool(params.get("ignore_eos", self._config.ignore_eos)),
        )
        answer = asyncio.get_running_loop().create_future()
        self._waiting.append(_Request(sampling, [int(i) for i in prompt_ids], max(1, limit), answer))
        if self._loop is None or self._loop.done():
            self._loop = asyncio.create_task(self._answer_waiting())
        sampled, step = await answer
        return TokenOutput(
            token_ids=sampled.token_ids,
            log_probs=sampled.log_probs if params.get("logprobs") else None,
            stop_reason="completed",
            extra_fields={"global_steps": step},
        )

    async def _answer_waiting(self) -> None:
        while self._waiting:
            seen = -1
            while seen != len(self._waiting):
                seen = len(self._waiting)
                await asyncio.sleep(_QUIET_SECONDS)
            sampling = self._waiting[0].sampling
            batch = [request for request in self._waiting if request.sampling == sampling]
            self._waiting = [request for request in self._waiting if request.sampling != sampling]
            async with self._model_in_use:
                try:
                    sampled = await asyncio.to_thread(self._sample, sampling, batch)
                except Exception as error:
                    for request in batch:
                        request.answer.set_exception(error)
                else:
                    for request, one in zip(batch, sampled, strict=True):
                        request.answer.set_result((one, self._step))

    def _sample(self, sampling: _Sampling, batch: list[_Request]) -> list[Sampled]:
        sampled: list[Sampled] = sample(
            self._model,
            [request.prompt_ids for request in batch],
            max_new_tokens=[request.max_new_tokens for request in batch],
            temperature=sampling.temperature,
            top_p=sampling.top_p,
            top_k=sampling.top_k,
            eos_ids=() if sampling.ignore_eos else self._eos_ids,
            pad_id=self._pad_id,
            generator=self._generator,
            batch_size=self._config.max_num_seqs,
        )
        return sampled

    async def update_weights(self, weights: dict[str, torch.Tensor], step: int | None) -> None:
        """Copy the trained weights into the model, between two batches."""
        async with self._model_in_use:
            own = self._model.state_dict()
            if unknown := sorted(weights.keys() - own.keys()):
                raise ValueError(f"the trained model has weights that the rollout model lacks: {unknown[:5]}")
            with torch.no_grad():
                for name, tensor in weights.items():
                    own[name].copy_(tensor)
            if step is not None:
                self._step = step

    async def set_global_steps(self, global_steps: int) -> None:
        self._step = global_steps

    async def abort_all_requests(self, reject_request: bool = False) -> None:
        """Hold new requests until `resume_generation`; those under way are finished first."""
        self._open.clear()
        async with self._model_in_use:
            pass

    async def resume_generation(self) -> None:
        self._open.set()

    async def _nothing(self, *_args: Any, **_kwargs: Any) -> None:
        """Weights and cache stay in memory, and there is no profiler."""

    wake_up = sleep = clear_kv_cache = release_kv_cache = resume_kv_cache = start_profile = stop_profile = _nothing


def _end_tokens(tokenizer: Any, generation_config: Any) -> set[int]:
    """The end tokens that either the tokenizer or the model's generation config names."""
    declared = generation_config.eos_token_id
    ids = {tokenizer.eos_token_id, *(declared if isinstance(declared, list) else [declared])}
    return {i for i in ids if i is not None}


def _server_name(replica_rank: int) -> str:
    return f"{NAME}_server_{replica_rank}"


class Replica(RolloutReplica):  # type: ignore[misc]
    """Starts the server of one replica."""

    async def launch_servers(self) -> None:
        name = _server_name(self.replica_rank)
        options = {"name": name, "num_cpus": 0, "max_concurrency": self.max_concurrency}
        server = ray.remote(Server).options(**options).remote(self.config, self.model_config, self.replica_rank)
        await server.ready.remote()
        self.servers = [server]
        self._server_handle = server
        self._server_address = name


class Adapter(BaseRollout):  # type: ignore[misc]
    """The training worker's side: sends the weights to the replica's server through Ray's object store."""

    def __init__(self, config: Any, model_config: Any, device_mesh: Any, replica_rank: int = -1) -> None:
        super().__init__(config, model_config, device_mesh)
        rank = int(os.environ["RANK"])
        self._leads = rank % self.config.tensor_model_parallel_size == 0
        self._replica_rank = replica_rank if replica_rank >= 0 else rank // self.config.tensor_model_parallel_size

    async def resume(self, tags: list[str]) -> None:
        pass

    async def release(self) -> None:
        pass

    async def update_weights(
        self,
        weights: Iterable[tuple[str, torch.Tensor]] | AsyncIterable[tuple[str, torch.Tensor]],
        wire_format: str = "named_tensors",
        global_steps: int | None = None,
        **_unused: Any,
    ) -> None:
        from verl.workers.rollout.utils import ensure_async_iterator

        if wire_format != "named_tensors":
            raise NotImplementedError(f"{NAME} takes whole tensors; wire_format={wire_format!r} is not supported")
        # Every rank takes part in gathering the weights; one of them sends.
        tensors = {name: tensor.detach().float().clone() async for name, tensor in ensure_async_iterator(weights)}
        if self._leads:
            await ray.get_actor(_server_name(self._replica_rank)).update_weights.remote(tensors, global_steps)


def register() -> None:
    """Make `actor_rollout_ref.rollout.name=hf_cpu` known to VeRL in this process."""
    RolloutReplicaRegistry.register(NAME, lambda: Replica)
    base._ROLLOUT_REGISTRY[(NAME, "async")] = f"{__name__}.{Adapter.__name__}"
