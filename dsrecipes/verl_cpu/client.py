"""The rollout model in the trainer's process, and the client through which VeRL's agent loops ask it."""

import asyncio
import os
from pathlib import Path
from typing import Any, NamedTuple

import torch
from verl.utils.rollout_trace import rollout_trace_op
from verl.workers.rollout.llm_server import LLMServerClient
from verl.workers.rollout.replica import TokenOutput

from dsrecipes.verl_cpu.rollout import Replica, Weights, newer_weights
from dsrecipes.worker.end_tokens import end_tokens
from dsrecipes.worker.sampler import ATTENTION, Sampled, sample

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
    priority: int
    prompt_ids: list[int]
    max_new_tokens: int
    answer: "asyncio.Future[tuple[Sampled, int | None]]"


class _Engine:
    """The model that is sampled from."""

    def __init__(self, config: Any) -> None:
        from transformers import AutoModelForCausalLM

        from dsrecipes.worker.tokenizer import load_tokenizer

        # The training workers share the cores, and wait while this process samples with all of them.
        torch.set_num_threads(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)
        model, rollout = config.model, config.rollout
        path, trust = str(Path(model.path).expanduser()), bool(model.trust_remote_code)
        self._model = AutoModelForCausalLM.from_pretrained(
            path, dtype=torch.float32, attn_implementation=ATTENTION, trust_remote_code=trust
        ).eval()
        tokenizer = load_tokenizer(path, trust_remote_code=trust)
        self._eos_ids = end_tokens(tokenizer, self._model.generation_config)
        self._pad_id = tokenizer.pad_token_id if tokenizer.pad_token_id is not None else 0
        self._generator = torch.Generator().manual_seed(int(rollout.seed))
        self._batch_size = int(rollout.max_num_seqs)
        self.version = -1
        self.step: int | None = None

    def load(self, weights: Weights) -> None:
        """Take over the trained weights. Raises ValueError if some of them are not this model's."""
        own = self._model.state_dict()
        if unknown := sorted(weights.tensors.keys() - own.keys()):
            raise ValueError(f"the trained model has weights that the rollout model lacks: {unknown[:5]}")
        with torch.no_grad():
            for name, tensor in weights.tensors.items():
                own[name].copy_(tensor)
        self.version, self.step = weights.version, weights.step

    def sample(self, sampling: _Sampling, requests: list[_Request]) -> list[Sampled]:
        responses: list[Sampled] = sample(
            self._model,
            [request.prompt_ids for request in requests],
            max_new_tokens=[request.max_new_tokens for request in requests],
            temperature=sampling.temperature,
            top_p=sampling.top_p,
            top_k=sampling.top_k,
            eos_ids=() if sampling.ignore_eos else self._eos_ids,
            pad_id=self._pad_id,
            generator=self._generator,
            batch_size=self._batch_size,
        )
        return responses


class RolloutClient(LLMServerClient):  # type: ignore[misc]
    """Samples for all waiting requests of the same settings in one batch. Text alone."""

    def __init__(self, client: LLMServerClient) -> None:
        super().__init__(client.config)
        rollout = client.config.actor_rollout_ref.rollout
        self._response_length, self._ignore_eos = int(rollout.response_length), bool(rollout.ignore_eos)
        self._room = int(rollout.prompt_length) + self._response_length
        self._engine = _Engine(client.config.actor_rollout_ref)
        self._waiting: list[_Request] = []
        self._answering: asyncio.Task[None] | None = None

    @rollout_trace_op  # type: ignore[untyped-decorator]
    async def generate(
        self,
        request_id: str,
        *,
        prompt_ids: list[int],
        sampling_params: dict[str, Any],
        priority: int = 0,
        **_media: Any,
    ) -> TokenOutput:
        """Sample one response; waits for the other requests of the step so as to share a batch with them.

        `priority`, which VeRL gives each request, is its place in the batch, in whatever order they come.
        """
        params = sampling_params
        limit = params.get("max_tokens") or params.get("max_new_tokens")
        limit = limit or min(self._response_length, self._room - len(prompt_ids))
        sampling = _Sampling(
            temperature=float(params.get("temperature", 1.0)),
            top_p=float(params.get("top_p", 1.0)),
            top_k=int(params.get("top_k", -1)),
            ignore_eos=bool(params.get("ignore_eos", self._ignore_eos)),
        )
        answer = asyncio.get_running_loop().create_future()
        self._waiting.append(_Request(sampling, priority, [int(i) for i in prompt_ids], max(1, limit), answer))
        if self._answering is None or self._answering.done():
            self._answering = asyncio.create_task(self._answer_waiting())
        sampled, step = await answer
        return TokenOutput(
            token_ids=sampled.token_ids,
            log_probs=sampled.log_probs if params.get("logprobs") else None,
            stop_reason="completed",
            extra_fields={"global_steps": step, "min_global_steps": step, "max_global_steps": step},
        )

    async def _answer_waiting(self) -> None:
        while self._waiting:
            seen = -1
            while seen != len(self._waiting):
                seen = len(self._waiting)
                await asyncio.sleep(_QUIET_SECONDS)
            sampling = self._waiting[0].sampling
            batch = [request for request in self._waiting if request.sampling == sampling]
            batch.sort(key=lambda request: request.priority)
            self._waiting = [request for request in self._waiting if request.sampling != sampling]
            try:
                await self._fetch_weights()
                sampled = self._engine.sample(sampling, batch)
            except Exception as error:
                for request in batch:
                    request.answer.set_exception(error)
            else:
                for request, one in zip(batch, sampled, strict=True):
                    request.answer.set_result((one, self._engine.step))

    async def _fetch_weights(self) -> None:
        weights = await Replica.training_worker.__ray_call__.remote(newer_weights, self._engine.version)
        if weights is not None:
            self._engine.load(weights)
