"""Has a backend read its own configuration: `python -m dsrecipes.worker.confirm verl|llamafactory`.

Reads JSON from standard input: for VeRL a list of Hydra overrides, for LLaMA-Factory a mapping of its arguments.
Prints {"problem": what the backend says or null, "values": what it understood, by dotted key}. Runs in the backend's
environment and trains nothing.
"""

from __future__ import annotations

import json
import sys
from typing import Any


def verl(overrides: list[str]) -> dict[str, Any]:
    """VeRL's Hydra configuration with the overrides, through its own checks; the value of each overridden key."""
    from hydra import compose, initialize_config_module
    from omegaconf import OmegaConf
    from verl.trainer.ppo.utils import need_critic, need_reference_policy
    from verl.utils.config import omega_conf_to_dataclass, validate_config

    with initialize_config_module(version_base=None, config_module="verl.trainer.config"):
        config = compose("ppo_trainer", overrides=overrides)
    OmegaConf.resolve(config)
    validate_config(config=config, use_reference_policy=need_reference_policy(config), use_critic=need_critic(config))
    for part in ("actor_rollout_ref.rollout", "algorithm"):
        omega_conf_to_dataclass(OmegaConf.select(config, part))

    def read(key: str) -> Any:
        value = OmegaConf.select(config, key)
        return OmegaConf.to_container(value) if OmegaConf.is_config(value) else value

    keys = [override.partition("=")[0].lstrip("+~") for override in overrides]
    return {key: read(key) for key in keys if not key.startswith("hydra.")}


def llamafactory(arguments: dict[str, Any]) -> dict[str, Any]:
    """LLaMA-Factory's arguments through its own parser; the value of each argument given."""
    from llamafactory.hparams import get_train_args

    parsed = get_train_args(arguments)
    known = {key: value for part in reversed(parsed) for key, value in vars(part).items()}
    return {key: known.get(key) for key in arguments}


def main() -> None:
    problem, values = None, {}
    try:
        settings = json.load(sys.stdin)
        values = verl(settings) if sys.argv[1] == "verl" else llamafactory(settings)
    except Exception as error:  # whatever a backend's checks raise
        problem = f"{type(error).__name__}: {error}"
    print(f"\n{json.dumps({'problem': problem, 'values': values}, default=str)}")


if __name__ == "__main__":
    main()
