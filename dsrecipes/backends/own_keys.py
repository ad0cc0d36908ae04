"""Settings of the backends that a pass-through section must leave alone, and what to do instead.

They are what the recipe states under a name of its own, and what a run relies on: where it writes, how it resumes, that
it finds its metrics and the model. Else a run would be another than its recipe, its checks and its plan say. What only
decides where memory is kept, or how fast it goes, may be passed on, and so may whatever a recipe has no word for.
"""

from __future__ import annotations

from typing import Any

from dsrecipes.backends.keys import plain_key
from dsrecipes.backends.keys.lists import Backend

_ACTOR, _REF = "actor_rollout_ref.actor", "actor_rollout_ref.ref"
_ROLLOUT, _MODEL = "actor_rollout_ref.rollout", "actor_rollout_ref.model"

_DATA = "the recipe's data section decides this"
_CHECKPOINTS = "checkpoints lie in the run folder"
_RESUMED = "a run always goes on from its last checkpoint"
_SAVED = "a run saves every training.save_steps and at its end"
_EXPORTED = "a run exports the model from its last checkpoint and reads this there"
_METRICS = "a run reads its metrics from VeRL's log file"
_FULL = "recipes train all parameters, and a run exports the whole model"
_WHOLE = "a run trains on each example whole, and on all of them"

OWN_KEYS: dict[Backend, dict[str, str]] = {
    "verl": {
        "algorithm.adv_estimator": "training.algorithm",
        "algorithm.kl_ctrl.kl_coef": "training.kl.coefficient",
        "algorithm.kl_penalty": "training.kl.type",
        "algorithm.use_kl_in_reward": "training.kl.placement",
        "data.filter_overlong_prompts": _WHOLE,
        "data.max_prompt_length": "training.max_prompt_length",
        "data.max_response_length": "training.max_response_length",
        "data.seed": "seed",
        "data.train_batch_size": "training.train_batch_size",
        "data.train_files": _DATA,
        "data.train_max_samples": _DATA,
        "data.truncation": _WHOLE,
        "data.trust_remote_code": "model.trust_remote_code",
        "data.val_files": _DATA,
        f"{_ACTOR}.checkpoint.load_contents": _RESUMED,
        f"{_ACTOR}.checkpoint.save_contents": _EXPORTED,
        f"{_ACTOR}.data_loader_seed": "seed",
        f"{_ACTOR}.fsdp_config.mixed_precision": "training.precision",
        f"{_ACTOR}.kl_loss_coef": "training.kl.coefficient",
        f"{_ACTOR}.kl_loss_type": "training.kl.type",
        f"{_ACTOR}.optim.lr": "training.learning_rate",
        f"{_ACTOR}.ppo_max_token_len_per_gpu": "training.micro_batch_tokens",
        f"{_ACTOR}.ppo_mini_batch_size": "training.mini_batch_size",
        f"{_ACTOR}.use_kl_loss": "training.kl.placement",
        f"{_MODEL}.enable_gradient_checkpointing": "training.gradient_checkpointing",
        f"{_MODEL}.path": "model.path",
        f"{_MODEL}.trust_remote_code": "model.trust_remote_code",
        f"{_REF}.fsdp_config.mixed_precision": "training.precision",
        f"{_ROLLOUT}.gpu_memory_utilization": "hardware.rollout_memory",
        f"{_ROLLOUT}.n": "training.rollouts",
        f"{_ROLLOUT}.name": "hardware.accelerator",
        f"{_ROLLOUT}.seed": "seed",
        f"{_ROLLOUT}.temperature": "training.temperature",
        f"{_ROLLOUT}.top_k": "training.top_k",
        f"{_ROLLOUT}.top_p": "training.top_p",
        "reward.custom_reward_function.name": "training.reward.function",
        "reward.custom_reward_function.path": "training.reward.function",
        "reward.custom_reward_function.reward_kwargs": "training.reward.kwargs",
        "trainer.default_local_dir": _CHECKPOINTS,
        "trainer.device": "hardware.accelerator",
        "trainer.experiment_name": _METRICS,
        "trainer.n_gpus_per_node": "hardware.devices",
        "trainer.project_name": _METRICS,
        "trainer.resume_mode": _RESUMED,
        "trainer.save_freq": "training.save_steps",
        "trainer.total_epochs": "training.epochs",
        "trainer.total_training_steps": "training.max_steps",
    },
    "llamafactory": {
        "bf16": "training.precision",
        "cutoff_len": "training.max_length",
        "dataset": _DATA,
        "dataset_dir": _DATA,
        "disable_gradient_checkpointing": "training.gradient_checkpointing",
        "disable_shuffling": "training.order",
        "do_train": "a run trains",
        "finetuning_type": _FULL,
        "fp16": "training.precision",
        "gradient_accumulation_steps": "training.batch_size",
        "learning_rate": "training.learning_rate",
        "lr_scheduler_type": "training.lr_schedule",
        "max_samples": _WHOLE,
        "max_steps": "training.epochs",
        "model_name_or_path": "model.path",
        "num_train_epochs": "training.epochs",
        "optim": "training.optimizer",
        "output_dir": _CHECKPOINTS,
        "overwrite_output_dir": _RESUMED,
        "per_device_train_batch_size": "training.micro_batch_size",
        "pure_bf16": "training.precision",
        "resume_from_checkpoint": _RESUMED,
        "save_steps": "training.save_steps",
        "save_strategy": _SAVED,
        "seed": "seed",
        "stage": "a recipe of kind sft is supervised",
        "template": "model.template",
        "trust_remote_code": "model.trust_remote_code",
        "use_cpu": "hardware.accelerator",
        "use_dft_loss": "training.loss",
        "val_size": _WHOLE,
        "warmup_ratio": "training.warmup_steps",
        "warmup_steps": "training.warmup_steps",
        "weight_decay": "training.weight_decay",
    },
}
"""Setting, or section of settings -> the recipe's own key for it, or why a run keeps it to itself."""


def instead(backend: Backend, key: str, value: Any) -> str | None:
    """What to do instead of passing on a setting; None if it may be passed on. Hydra's `+` and `~` make no difference.

    VeRL may log to other places too, as long as it also logs to the file.
    """
    name = plain_key(key)
    if backend == "verl" and name == "trainer.logger":
        return None if isinstance(value, list) and "file" in value else f"{_METRICS}: keep file among the loggers"
    said = next((said for own, said in OWN_KEYS[backend].items() if name == own or name.startswith(f"{own}.")), None)
    return f"set {said} instead" if said and " " not in said else said
