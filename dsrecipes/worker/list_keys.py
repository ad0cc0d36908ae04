"""Lists every setting of an installed backend: `python -m dsrecipes.worker.list_keys verl|llamafactory > LIST.json`.

Runs in a backend's environment. One key a line, sorted, so that two versions can be compared with `diff`:

    {
    "versions": {"verl": "0.9.1"},
    "keys": {
    "trainer.nnodes": {"default": 1, "type": "int"},
    "actor_rollout_ref.rollout.quantization": {"added": true, "default": null, "type": "str|null"},
    "data.apply_chat_template_kwargs": {"default": {}, "open": true, "type": "dict"}
    }
    }

`type` names what the code takes; `added` is a key that the default configuration lacks though the code reads it
(VeRL: `+key`); `open` is a mapping that takes any key; `choices` are all the values (of a list: of its elements) that
the code knows, and `extended_by` is the setting that can bring more of them.

Types and choices come from the backend's own dataclasses, registries and comparisons. What these cannot say is written
down here, each line with the file that shows it; a name that its file no longer mentions is an error, so that a new
version of the backend is looked at anew.
"""

from __future__ import annotations

import ast
import contextlib
import dataclasses
import enum
import importlib
import importlib.metadata
import importlib.util
import inspect
import json
import sys
import textwrap
import types
import typing
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

Entry = dict[str, Any]

_ACTOR = "actor_rollout_ref.actor"
_ROLLOUT = "actor_rollout_ref.rollout"
_MODEL = "actor_rollout_ref.model"
_ENGINES = (f"{_ACTOR}.fsdp_config", "actor_rollout_ref.ref.fsdp_config", "critic.fsdp")

READ_WITHOUT_DEFAULT = {
    # key: (type, the file of the verl package that reads it)
    "algorithm.gdpo_reward_keys": ("list|null", "trainer/ppo/core_algos.py"),
    "algorithm.gdpo_reward_weights": ("list|null", "trainer/ppo/core_algos.py"),
    "data.cache_dir": ("str", "utils/dataset/rl_dataset.py"),
    "data.chat_template_func": ("any", "utils/dataset/rl_dataset.py"),
    "data.filter_prompts": ("bool", "utils/dataset/rl_dataset.py"),
    "data.need_tools_kwargs": ("bool", "utils/dataset/rl_dataset.py"),
    "reward.custom_reward_function.reward_kwargs": ("dict", "trainer/ppo/reward.py"),
    "reward.estimated_tokens_per_request": ("int", "experimental/reward_loop/reward_manager/limited.py"),
    "reward.max_concurrent": ("int", "experimental/reward_loop/reward_manager/limited.py"),
    "reward.max_rpm": ("float|null", "experimental/reward_loop/reward_manager/limited.py"),
    "reward.max_tpm": ("float|null", "experimental/reward_loop/reward_manager/limited.py"),
    "reward.reward_kwargs": ("dict", "experimental/reward_loop/reward_manager/dapo.py"),
    "reward.timeout": ("float", "experimental/reward_loop/reward_manager/limited.py"),
    "trainer.wandb_proxy": ("str|null", "utils/tracking.py"),
    **{
        f"{engine}.wrap_policy.{key}": (kind, "utils/fsdp_utils.py")
        for engine in _ENGINES
        for key, kind in {"disable": "bool", "transformer_layer_cls_to_wrap": "list"}.items()
    },
    **{
        f"{engine}.mixed_precision.{key}": ("str", "workers/engine/fsdp/transformer_impl.py")
        for engine in _ENGINES
        for key in ("param_dtype", "reduce_dtype", "buffer_dtype")
    },
}
"""Settings that VeRL reads where they are given, though neither its configuration nor its dataclasses name them."""

SET_BY_VERL = {
    "architectures", "engine", "generation_config", "global_batch_info", "global_tool_config", "hf_config",
    "infer_max_token_len_per_gpu", "infer_micro_batch_size_per_gpu", "layer_name_map", "load_tokenizer",
    "local_hf_config_path", "local_path", "local_tokenizer_path", "max_token_len_per_gpu", "micro_batch_size_per_gpu",
    "mixed_precision", "model_config", "model_type", "name", "ppo_infer_max_token_len_per_gpu",
    "ppo_infer_micro_batch_size_per_gpu", "processor", "rollout_correction", "tokenizer", "tool_config",
    "use_dynamic_bsz", "use_fused_kernels", "use_remove_padding",
}  # fmt: skip
"""Fields of its dataclasses that VeRL fills in itself (and `mixed_precision`, whose keys stand above)."""

UNREAD = "actor_rollout_ref.ref."
"""The reference model shares the actor's dataclass, but is never trained: fields that its configuration does not
name are read by nobody."""

_NSYS = "global_profiler.global_tool_config.nsys"
OPEN = (
    f"{_ROLLOUT}.engine_kwargs",
    "distillation.teacher_models",
    f"{_NSYS}.controller_nsight_options",
    f"{_NSYS}.worker_nsight_options",
    "ray_kwargs.ray_init.runtime_env",
    "transfer_queue",
)
"""Mappings of names of one's own, or that another package reads, so that any key can be added."""

CLOSED = ("trainer.v1.sync",)
"""Empty mappings of which nothing is read."""

TYPES = {
    "actor_rollout_ref.hybrid_engine": "bool",
    f"{_MODEL}.exclude_modules": "str|list|null",  # handed to PEFT as it is
    f"{_MODEL}.external_lib": "str|list|null",
    f"{_MODEL}.lora.adapter_path": "str|null",
    f"{_MODEL}.lora.dtype": "str|null",
    f"{_MODEL}.target_modules": "str|list|null",
    f"{_ROLLOUT}.name": "str",
    "actor_rollout_ref.ref.log_prob_micro_batch_size": "int|null",
    "actor_rollout_ref.ref.log_prob_micro_batch_size_per_gpu": "int|null",
    "algorithm.rollout_correction.rollout_is": "str|null",
    "algorithm.rollout_correction.rollout_is_threshold": "float|str",
    "algorithm.rollout_correction.rollout_rs": "str|null",
    "algorithm.rollout_correction.rollout_rs_threshold": "float|str|null",
    "critic.enable": "bool|null",
    "critic.model.exclude_modules": "str|list|null",
    "critic.model.external_lib": "str|list|null",
    "critic.model.target_modules": "str|list|null",
    "data.custom_cls.name": "str|null",
    "data.custom_cls.path": "str|null",
    "data.function_tool_path": "str|null",
    "data.gen_batch_size": "int|null",
    "data.seed": "int|null",
    "data.tokenizer": "str|null",
    "data.tool_config_path": "str|null",
    "data.train_files": "str|list",
    "data.val_batch_size": "int|null",
    "data.val_files": "str|list",
    "global_profiler.steps": "list|null",
    "ray_kwargs.ray_init.num_cpus": "int|null",
    "ray_kwargs.timeline_json_file": "str|null",
    "reward.custom_reward_function.path": "str|null",
    "trainer.checkpoint_callback_class": "str|null",
    "trainer.default_hdfs_dir": "str|null",
    "trainer.esi_redundant_time": "float",
    "trainer.logger": "list|str",
    "trainer.max_actor_ckpt_to_keep": "int|null",
    "trainer.max_critic_ckpt_to_keep": "int|null",
    "trainer.resume_from_path": "str|null",
    "trainer.rollout_data_dir": "str|null",
    "trainer.total_training_steps": "int|null",
    "trainer.v1.colocate_async.num_warmup_batches": "float",
    "trainer.v1.sampler.custom_sampler.name": "str|null",
    "trainer.v1.sampler.custom_sampler.path": "str|null",
    "trainer.v1.sampler.max_off_policy_threshold": "int|null",
    "trainer.v1.separate_async.num_warmup_batches": "float",
    "trainer.validation_data_dir": "str|null",
}
"""Types of VeRL's settings that no dataclass states and the default (null, or 1 for a number) does not tell."""


# ---- annotations --------------------------------------------------------------------------------------------------

_NAMES = {bool: "bool", int: "int", float: "float", str: "str", list: "list", tuple: "list", dict: "dict"}


def _kinds(annotation: Any) -> tuple[list[str], list[Any]]:
    """The names of the types that an annotation allows, and its choices (none: any value of these types)."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return _kinds(arguments[0])
    if origin in (typing.Union, types.UnionType):
        kinds, choices = [], []
        for argument in arguments:
            more, some = _kinds(argument)
            kinds += more
            choices += some
        return kinds, choices
    if origin is typing.Literal:
        return [_NAMES[type(value)] for value in arguments], list(arguments)
    if annotation is type(None) or annotation is None:
        return ["null"], []
    if inspect.isclass(annotation) and issubclass(annotation, enum.Enum):
        return ["str"], [member.value for member in annotation]
    plain = origin or annotation
    return [_NAMES.get(plain, "any")], []


def _entry(annotation: Any, default: Any) -> Entry:
    kinds, choices = _kinds(annotation)
    if default is None:
        kinds.append("null")
    entry: Entry = {"default": default, "type": _joined(kinds)}
    if choices:
        entry["choices"] = sorted(set(choices), key=str)
    return entry


def _joined(kinds: Iterable[str]) -> str:
    unique = list(dict.fromkeys(kinds))
    if "any" in unique:
        return "any"
    return "|".join([kind for kind in unique if kind != "null"] + ["null"] * ("null" in unique))


def _hints(cls: type) -> dict[str, Any]:
    return typing.get_type_hints(cls, include_extras=True)


def _default(field: dataclasses.Field[Any]) -> Any:
    if field.default is not dataclasses.MISSING:
        return _plain(field.default)
    if field.default_factory is not dataclasses.MISSING:
        return _plain(field.default_factory())
    return "???"


def _plain(value: Any) -> Any:
    """A value as JSON has it."""
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    return value


# ---- VeRL ---------------------------------------------------------------------------------------------------------


def verl_list() -> dict[str, Any]:
    """VeRL's settings by dotted key: its PPO configuration, and what its dataclasses and its code take beyond."""
    from hydra import compose, initialize_config_module
    from omegaconf import OmegaConf

    with initialize_config_module(version_base=None, config_module="verl.trainer.config"):
        config = compose("ppo_trainer")
    resolved = OmegaConf.to_container(config, resolve=True)
    raw = OmegaConf.to_container(config, resolve=False)
    assert isinstance(resolved, dict) and isinstance(raw, dict)
    groups = _config_groups()
    keys = _section(resolved, raw, "", None) | _ray_init()
    keys = {key: entry for key, entry in keys.items() if key not in groups}
    for key, (kind, file) in READ_WITHOUT_DEFAULT.items():
        _require_mention(file, key)
        keys[key] = {"added": True, "type": kind} | ({"open": True} if kind == "dict" else {})
    for key in OPEN:
        keys[key] = keys.get(key, {"type": "dict"}) | {"open": True}
    for key in CLOSED:
        del keys[key]
    for key, kind in TYPES.items():
        keys[key]["type"] = kind
    for key, choices in _verl_choices().items():
        keys[key] |= choices
    return {"versions": _versions("verl", "ray"), "groups": groups, "keys": keys}


def _section(resolved: dict[str, Any], raw: Any, prefix: str, cls: type | None) -> dict[str, Entry]:
    """The keys of one section; `cls` is the dataclass that it becomes, where that is known."""
    if "_target_" in resolved:
        module, _, name = resolved["_target_"].rpartition(".")
        cls = getattr(importlib.import_module(module), name)
    hints = _hints(cls) if cls else {}
    found: dict[str, Entry] = {}
    for key, value in resolved.items():
        dotted, inner = f"{prefix}{key}", hints.get(key)
        if key == "_target_":
            continue
        written = raw[key] if isinstance(raw, dict) else value  # else the whole section is an interpolation
        if isinstance(value, dict) and value:
            found |= _section(value, written, f"{dotted}.", _dataclass(inner))
        elif isinstance(value, dict):
            found[dotted] = {"default": {}, "open": True, "type": "dict"}
        else:
            found[dotted] = _entry(hints.get(key, Any if value is None else type(value)), value)
            found[dotted]["default"] = written
            if "dict" in found[dotted]["type"].split("|"):
                found[dotted]["open"] = True
    if cls and prefix != UNREAD:
        found |= {key: entry for key, entry in _fields(cls, prefix).items() if _is_new(key, prefix, resolved)}
    return found


def _is_new(dotted: str, prefix: str, resolved: dict[str, Any]) -> bool:
    return dotted.removeprefix(prefix).partition(".")[0] not in resolved


def _fields(cls: type, prefix: str) -> dict[str, Entry]:
    """The keys that a dataclass takes."""
    found: dict[str, Entry] = {}
    hints = _hints(cls)
    for field in dataclasses.fields(cls):
        if field.name in SET_BY_VERL or field.name.startswith("_"):
            continue
        dotted, annotation = f"{prefix}{field.name}", hints[field.name]
        section = _dataclass(annotation)
        if section is not None:
            found |= _fields(section, f"{dotted}.")
            continue
        found[dotted] = _entry(annotation, _default(field)) | {"added": True}
        if "dict" in found[dotted]["type"].split("|"):
            found[dotted]["open"] = True
    return found


def _dataclass(annotation: Any) -> type | None:
    """The dataclass that an annotation names, alone or as an option."""
    is_union = typing.get_origin(annotation) in (typing.Union, types.UnionType)
    options = typing.get_args(annotation) if is_union else (annotation,)
    return next((one for one in options if inspect.isclass(one) and dataclasses.is_dataclass(one)), None)


def _ray_init() -> dict[str, Entry]:
    """VeRL hands `ray_kwargs.ray_init` on to ray.init as keyword arguments."""
    import ray

    found = {}
    for name, parameter in inspect.signature(ray.init).parameters.items():
        if parameter.kind is parameter.KEYWORD_ONLY and name not in ("num_cpus", "runtime_env", "configure_logging"):
            simple = parameter.default is None or isinstance(parameter.default, bool | int | float | str)
            kind = "bool" if isinstance(parameter.default, bool) else "any"
            found[f"ray_kwargs.ray_init.{name}"] = {"added": True, "type": kind} | (
                {"default": parameter.default} if simple else {}
            )
    return found


def _config_groups() -> list[str]:
    """The names that Hydra reads as a choice of a file (`model_engine=megatron`) and not as a setting."""
    root = _package("verl") / "trainer" / "config"
    return sorted(path.name for path in root.iterdir() if path.is_dir() and not path.name.startswith("_"))


def _verl_choices() -> dict[str, Entry]:
    from verl.experimental.agent_loop.agent_loop import _agent_loop_registry
    from verl.experimental.agent_loop.tool_parser import ToolParser
    from verl.experimental.reward_loop.reward_manager.registry import REWARD_MANAGER
    from verl.trainer.distillation.losses import DISTILLATION_LOSS_REGISTRY
    from verl.trainer.ppo import core_algos, ray_trainer, reward, rollout_corr_helper
    from verl.utils.checkpoint.checkpoint_manager import BaseCheckpointManager
    from verl.utils.torch_dtypes import BFLOAT_LIST, FLOAT_LIST, HALF_LIST
    from verl.utils.tracking import Tracking
    from verl.workers.config import EngineRouterReplayConfig, FSDPOptimizerConfig
    from verl.workers.rollout.replica import RolloutReplicaRegistry

    kl = _kl_estimators(core_algos.kl_penalty, compared(core_algos.kl_penalty_forward, "kl_penalty"))
    aggregation = compared(core_algos.agg_loss, "loss_agg_mode")
    schedule = compared(FSDPOptimizerConfig.__post_init__, "lr_scheduler_type")
    contents = compared(BaseCheckpointManager, "checkpoint_save_contents")
    dtypes = [name for name in (*HALF_LIST, *FLOAT_LIST, *BFLOAT_LIST) if isinstance(name, str)]
    found = {
        "algorithm.adv_estimator": core_algos.ADV_ESTIMATOR_REGISTRY,
        "algorithm.kl_ctrl.type": compared(core_algos.get_kl_controller, "type"),
        "algorithm.kl_penalty": kl,
        "algorithm.pf_ppo.reweight_method": compared(core_algos.compute_pf_ppo_reweight_data, "reweight_method"),
        "algorithm.rollout_correction.loss_type": compared(core_algos.compute_policy_loss_bypass_mode, "loss_type"),
        "algorithm.rollout_correction.rollout_is": compared(
            rollout_corr_helper.compute_rollout_correction_weights, "rollout_is"
        ),
        "distillation.distillation_loss.loss_mode": DISTILLATION_LOSS_REGISTRY,
        "reward.reward_manager.name": REWARD_MANAGER,
        "reward.reward_manager.source": compared(reward.resolve_reward_manager_cls, "source"),
        "trainer.logger": Tracking.supported_backend,
        "trainer.resume_mode": compared(ray_trainer.RayPPOTrainer._load_checkpoint, "resume_mode"),
        "trainer.v1.trainer_mode": _trainers(),
        "critic.optim.lr_scheduler_type": schedule,
        f"{_ACTOR}.checkpoint.load_contents": contents,
        f"{_ACTOR}.checkpoint.save_contents": contents,
        f"{_ACTOR}.kl_loss_type": kl,
        f"{_ACTOR}.loss_agg_mode": aggregation,
        f"{_ACTOR}.optim.lr_scheduler_type": schedule,
        f"{_ACTOR}.policy_loss.loss_mode": core_algos.POLICY_LOSS_REGISTRY,
        f"{_ACTOR}.strategy": ["fsdp", "fsdp2"],
        f"{_ROLLOUT}.agent.default_agent_loop": _agent_loop_registry,
        f"{_ROLLOUT}.mode": ["async"],
        f"{_ROLLOUT}.multi_turn.format": ToolParser._registry,
        f"{_ROLLOUT}.name": RolloutReplicaRegistry._registry,
        **{
            f"{engine}.router_replay.mode": compared(EngineRouterReplayConfig.__post_init__, "mode")
            for engine in _ENGINES
        },
        **{f"{engine}.dtype": dtypes for engine in _ENGINES},
        **{f"{engine}.model_dtype": dtypes for engine in _ENGINES},
        **{
            f"{engine}.mixed_precision.{part}_dtype": dtypes
            for engine in _ENGINES
            for part in ("param", "reduce", "buffer")
        },
    }
    extended_by = {
        "algorithm.adv_estimator": f"{_MODEL}.external_lib",
        "reward.reward_manager.name": "reward.reward_manager.source",
        f"{_ACTOR}.policy_loss.loss_mode": f"{_MODEL}.external_lib",
        f"{_ROLLOUT}.agent.default_agent_loop": f"{_ROLLOUT}.agent.agent_loop_config_path",
    }
    choices: dict[str, Entry] = {}
    for key, names in found.items():
        if not names:
            raise SystemExit(f"VeRL's code no longer tells the values of {key}: look at it anew")
        choices[key] = {"choices": sorted(set(names))}
        if key in extended_by:
            choices[key]["extended_by"] = extended_by[key]
    return choices


def _kl_estimators(kl_penalty: Callable[..., Any], names: list[str]) -> list[str]:
    """The estimators that can be computed: a name that the code knows may still raise (`full`)."""
    import torch

    able = []
    for name in [name + suffix for name in names for suffix in ("", "+")]:
        with contextlib.suppress(NotImplementedError):
            kl_penalty(torch.zeros(1), torch.zeros(1), name)
            able.append(name)
    return able


def _trainers() -> list[str]:
    """Read from the source: to import VeRL's v1 trainers takes the package transfer_queue."""
    folder = _package("verl") / "trainer" / "ppo" / "v1"
    return [
        node.args[0].value
        for path in sorted(folder.glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "register_trainer"
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    ]


def compared(code: Any, name: str) -> list[str]:
    """The strings that a function (or class) compares a variable or attribute called `name` with."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(code)))
    found: list[str] = []
    lists = {
        target.id: node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.List | ast.Tuple | ast.Set)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Compare):
            continue
        sides = [node.left, *node.comparators]
        if any(getattr(side, "id", getattr(side, "attr", None)) == name for side in sides):
            for side in sides:
                values = lists.get(side.id, side) if isinstance(side, ast.Name) else side
                found += [
                    part.value
                    for part in ast.walk(values)
                    if isinstance(part, ast.Constant) and isinstance(part.value, str)
                ]
    return list(dict.fromkeys(found))


def _require_mention(file: str, key: str) -> None:
    name = key.rpartition(".")[2]
    if f'"{name}"' not in (_package("verl") / file).read_text(encoding="utf-8"):
        raise SystemExit(f"verl/{file} no longer reads {name!r}: look at {key} anew")


# ---- LLaMA-Factory ------------------------------------------------------------------------------------------------


def llamafactory_list() -> dict[str, Any]:
    """LLaMA-Factory's settings for training: the fields of all dataclasses that its parser fills."""
    from llamafactory.data.template import TEMPLATES
    from llamafactory.hparams.parser import _TRAIN_ARGS
    from transformers import Trainer
    from transformers.integrations.integration_utils import INTEGRATION_TO_CALLBACK

    keys: dict[str, Entry] = {}
    for cls in _TRAIN_ARGS:
        hints = _hints(cls)
        for field in dataclasses.fields(cls):
            if field.init:
                keys[field.name] = _entry(hints[field.name], _default(field))
    orders = compared(Trainer._get_train_sampler, "train_sampling_strategy")
    keys["report_to"]["choices"] = sorted([*INTEGRATION_TO_CALLBACK, "all", "none"])
    keys["template"]["choices"] = sorted(TEMPLATES)
    keys["train_sampling_strategy"]["choices"] = sorted({*orders, keys["train_sampling_strategy"]["default"]})
    return {"versions": _versions("llamafactory", "transformers"), "keys": keys}


# ---- both ---------------------------------------------------------------------------------------------------------


def _package(name: str) -> Path:
    spec = importlib.util.find_spec(name)
    assert spec is not None and spec.origin is not None
    return Path(spec.origin).parent


def _versions(*packages: str) -> dict[str, str]:
    return {package: importlib.metadata.version(package) for package in packages}


def text(listing: dict[str, Any]) -> str:
    """The list as JSON with one key a line."""
    parts = [f'"{name}": {json.dumps(value)}' for name, value in listing.items() if name != "keys"]
    lines = [
        f"{json.dumps(key)}: {json.dumps(entry, sort_keys=True, ensure_ascii=False)}"
        for key, entry in sorted(listing["keys"].items())
    ]
    return "{\n" + ",\n".join([*parts, '"keys": {\n' + ",\n".join(lines) + "\n}"]) + "\n}\n"


def main(backend: str) -> None:
    lists = {"verl": verl_list, "llamafactory": llamafactory_list}
    if backend not in lists:
        sys.exit(f"no such backend: {backend!r}; name one of {', '.join(lists)}")
    with contextlib.redirect_stdout(sys.stderr):  # what the packages print on import is not part of the list
        listing = lists[backend]()
    sys.stdout.write(text(listing))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) == 2 else "")
