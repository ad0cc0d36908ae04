"""What VeRL's trainer sends to its workers: the tensors of a batch, and nothing else."""

import functools
from collections.abc import Callable
from typing import Any

_SENDING = ("_compute_ref_log_prob", "_compute_old_log_prob", "_update_actor")


@functools.cache  # once
def send_only_tensors() -> None:
    """Have VeRL's trainer in this process leave out the columns that no worker reads.

    It sends each batch with all that belongs to its rollouts: the prompts as text, the ground truths, the reward's own
    figures, and more. Each such column is a list of one object a rollout, which is taken apart, copied and sent one by
    one, and again for every mini-batch and micro-batch; with a tiny model that takes longer than computing.
    """
    from verl.trainer.ppo.ray_trainer import RayPPOTrainer

    for name in _SENDING:
        setattr(RayPPOTrainer, name, _with_tensors_only(getattr(RayPPOTrainer, name)))


def _with_tensors_only(method: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    @functools.wraps(method)
    def sending_tensors(trainer: Any, batch: Any) -> Any:
        return method(trainer, batch.select(non_tensor_batch_keys=[]))

    return sending_tensors
