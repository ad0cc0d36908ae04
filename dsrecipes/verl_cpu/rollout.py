"""VeRL's rollout engine `hf_cpu`, as far as VeRL asks for it: who has the trained weights, and where requests go.

Other engines are servers in processes of their own, which answer while training goes on. Here one follows the other on
the same cores, so the model for rollouts lives in the trainer's process, where the requests are made (`client.py`): a
process less to start, and no response travels. It lives apart from the trained model because VeRL replaces methods of
that model's class.
"""

from collections.abc import AsyncIterable, Iterable
from typing import Any, NamedTuple

import torch
from verl.workers.rollout import base
from verl.workers.rollout.base import BaseRollout
from verl.workers.rollout.replica import RolloutReplica, RolloutReplicaRegistry

from dsrecipes.verl_cpu import one_machine

NAME = "hf_cpu"


class Weights(NamedTuple):
    """The trained weights by name, the training step that made them, and a number that changes when they do."""

    tensors: dict[str, torch.Tensor]
    step: int | None
    version: int


class Adapter(BaseRollout):  # type: ignore[misc]
    """The training worker's side: keeps the last weights until they are fetched."""

    latest: Weights | None = None
    """Of this process."""

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
        # Every rank takes part in gathering the weights, and then has all of them.
        tensors = {name: tensor.detach().float().clone() async for name, tensor in ensure_async_iterator(weights)}
        version = Adapter.latest.version + 1 if Adapter.latest else 0
        Adapter.latest = Weights(tensors, global_steps, version)

    async def resume(self, tags: list[str]) -> None:
        pass

    async def release(self) -> None:
        pass


def newer_weights(_worker: Any, version: int) -> Weights | None:
    """The weights in a training worker, unless they are those of `version`. For Ray's `__ray_call__`."""
    latest = Adapter.latest
    return latest if latest and latest.version != version else None


class Replica(RolloutReplica):  # type: ignore[misc]
    """Knows the training worker that is asked for the weights. There is no server to start, to wake or to put to sleep.

    VeRL makes a replica for each training worker; all have the same weights, and the first is asked.
    """

    training_worker: Any = None
    """Its Ray handle, in the trainer's process."""

    async def launch_servers(self) -> None:
        one_machine.without_load_balancer()
        self._server_handle = self.workers[0]
        if self.replica_rank == 0:
            Replica.training_worker = self._server_handle
        self._server_address = f"{NAME}_{self.replica_rank}"


def register() -> None:
    """Make `actor_rollout_ref.rollout.name=hf_cpu` known to VeRL in this process."""
    one_machine.find_port_here()
    RolloutReplicaRegistry.register(NAME, lambda: Replica)
    base._ROLLOUT_REGISTRY[(NAME, "async")] = f"{__name__}.{Adapter.__name__}"
