"""The settings of a pass-through section, judged by the lists of the pinned versions."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsrecipes import resources
from dsrecipes.backends import keys, llamafactory, verl
from dsrecipes.backends.keys.lists import Backend, load
from dsrecipes.plugins import RewardFunction
from dsrecipes.recipe.load import load as load_recipe
from dsrecipes.recipe.load import shipped
from dsrecipes.recipe.schema import RlRecipe, SftRecipe

ACTOR, ROLLOUT = "actor_rollout_ref.actor", "actor_rollout_ref.rollout"


def only_finding(backend: Backend, key: str, value: Any) -> keys.Finding:
    (finding,) = keys.check_override(backend, key, value)
    assert finding.key == key
    return finding


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("trainer.nnodes", 2),
        ("++trainer.nnodes", 2),
        ("data.seed", None),
        (f"{ACTOR}.optim.lr", 1),  # an integer is a number
        (f"{ACTOR}.kl_loss_type", "k3+"),
        (f"{ROLLOUT}.name", "hf_cpu"),  # brought by this package
        ("trainer.logger", ["console", "file"]),
        ("trainer.logger", "console"),
        (f"+{ROLLOUT}.engine_kwargs.vllm.swap_space", 4),
        (f"+{ROLLOUT}.agent.agent_loop_manager_class", "package.Class"),
        (f"+{ACTOR}.fsdp_config.mixed_precision.param_dtype", "fp32"),
        ("+reward.custom_reward_function.reward_kwargs.note", "a = {b}, c"),
        ("+ray_kwargs.ray_init.num_gpus", 1),
        (f"~{ROLLOUT}.engine_kwargs.trtllm", None),
    ],
)
def test_verl_s_settings_pass(key: str, value: Any) -> None:
    assert keys.check_override("verl", key, value) == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("learning_rate", 1),
        ("optim", "adamw_torch"),
        ("template", "qwen3_nothink"),
        ("report_to", ["wandb"]),
        ("lr_scheduler_kwargs", '{"num_cycles": 2}'),
        ("include_num_input_tokens_seen", "non_padding"),
        ("neat_packing", True),
        ("deepspeed", None),
    ],
)
def test_llamafactory_s_settings_pass(key: str, value: Any) -> None:
    assert keys.check_override("llamafactory", key, value) == []


@pytest.mark.parametrize(
    ("backend", "key", "value", "meant"),
    [
        ("verl", "trainer.nnode", 1, "trainer.nnodes"),
        ("verl", "+data.shufle", True, "data.shuffle"),
        ("verl", "rollout.n", 8, "actor_rollout_ref.rollout.n"),
        ("verl", "actor_rollout_ref.actor.lr", 1e-6, "actor_rollout_ref.actor.optim.lr"),
        ("llamafactory", "cutof_len", 512, "cutoff_len"),
        ("llamafactory", "gradient_checkpoint", True, "gradient_checkpointing"),
    ],
)
def test_an_unknown_key_is_refused_with_the_one_that_was_probably_meant(
    backend: Backend, key: str, value: Any, meant: str
) -> None:
    finding = only_finding(backend, key, value)
    assert load(backend).title in finding.what and key.lstrip("+") in finding.what
    assert finding.hint is not None and re.search(rf"\b{re.escape(meant)}\b", finding.hint)


def test_a_key_that_hydra_would_add_and_nobody_reads_is_refused() -> None:
    for key in ("+data.x", "++data.x"):
        assert "nobody" in only_finding("verl", key, 1).what
    assert keys.check_override("verl", "+actor_rollout_ref.ref.kl_loss_type", "k1")  # the reference is not trained


@pytest.mark.parametrize(
    ("key", "right"),
    [
        (f"{ROLLOUT}.engine_kwargs.vllm.swap_space", f"+{ROLLOUT}.engine_kwargs.vllm.swap_space"),
        (f"{ROLLOUT}.checkpoint_manager_class", f"+{ROLLOUT}.checkpoint_manager_class"),
        ("+trainer.nnodes", "trainer.nnodes"),
    ],
)
def test_a_plus_too_many_or_too_few_is_told(key: str, right: str) -> None:
    assert only_finding("verl", key, 1).hint == f"write {right}"


@pytest.mark.parametrize(
    ("backend", "old", "new"),
    [
        ("verl", "custom_reward_function.path", "reward.custom_reward_function.path"),
        ("verl", "reward_model.rollout.dtype", "reward.reward_model.rollout.dtype"),
        ("verl", "critic.model.fsdp_config.param_offload", "critic.fsdp.param_offload"),
        ("verl", "trainer.val_generations_to_log_to_wandb", "trainer.log_val_generations"),
        ("verl", f"{ACTOR}.grad_clip", f"{ACTOR}.optim.clip_grad"),
        ("llamafactory", "evaluation_strategy", "eval_strategy"),
        ("llamafactory", "no_cuda", "use_cpu"),
        ("llamafactory", "dpo_beta", "pref_beta"),
    ],
)
def test_a_moved_key_is_told_with_its_new_name(backend: Backend, old: str, new: str) -> None:
    finding = only_finding(backend, old, 1)
    assert f"{new!r} in place of {old!r}" in finding.what and finding.hint == f"write {new}"


@pytest.mark.parametrize("backend", ["verl", "llamafactory"])
def test_every_move_leads_to_a_setting_of_today_or_says_what_to_do(backend: Backend) -> None:
    known = load(backend)
    for move in known.moves:
        assert (move.new is None) != (move.hint is None), move.old
        if move.new:
            assert move.new in known.keys or move.new in known.sections, move.new
            assert not any(move.new == other.old for other in known.moves), move.new


@pytest.mark.parametrize(
    ("backend", "key", "value", "what"),
    [
        ("verl", f"{ACTOR}.kl_loss_coef", "0.001", "must be a number, not '0.001'"),
        ("verl", f"{ROLLOUT}.n", "8", "must be an integer, not '8'"),
        ("verl", "trainer.nnodes", 1.5, "must be an integer, not 1.5"),
        ("verl", "trainer.nnodes", True, "must be an integer, not true"),
        ("verl", "trainer.nnodes", None, "must be an integer, not null"),
        ("verl", "data.shuffle", "yes", "must be true or false, not 'yes'"),
        ("verl", "data.seed", "x", "must be an integer or null, not 'x'"),
        ("verl", "trainer.experiment_name", 12, "must be a string, not 12"),
        ("verl", f"{ACTOR}.optim.lr", float("nan"), "nan is not a finite number"),
        ("verl", "trainer.nnodes", {"a": 1}, "a mapping cannot be handed on"),
        ("verl", "actor_rollout_ref.model.override_config", "x", "must be a mapping, not 'x'"),
        ("verl", f"{ROLLOUT}.name", "???", "'???' means that a value is missing"),
        ("llamafactory", "learning_rate", "1e-5", "must be a number, not '1e-5'"),
        ("llamafactory", "bf16", 1, "must be true or false, not 1"),
    ],
)
def test_a_value_of_a_wrong_type_is_refused(backend: Backend, key: str, value: Any, what: str) -> None:
    assert only_finding(backend, key, value).what == what


@pytest.mark.parametrize(
    ("backend", "key", "value", "meant"),
    [
        ("verl", "algorithm.adv_estimator", "grppo", "grpo"),
        ("verl", f"{ACTOR}.kl_loss_type", "low_var", "low_var_kl"),
        ("verl", f"{ACTOR}.policy_loss.loss_mode", "gpso", "gspo"),
        ("verl", "reward.reward_manager.name", "prime", "naive"),
        ("verl", "trainer.logger", ["console", "wandbb"], "wandb"),
        ("llamafactory", "optim", "adamw", "adamw_torch"),
        ("llamafactory", "template", "qwen4", "qwen"),
        ("llamafactory", "train_sampling_strategy", "grouped", "group_by_length"),
    ],
)
def test_a_made_up_name_is_refused_with_the_nearest_ones(backend: Backend, key: str, value: Any, meant: str) -> None:
    finding = only_finding(backend, key, value)
    assert "is none of the values" in finding.what
    assert finding.hint is not None and meant in finding.hint


def test_the_full_kl_is_refused_because_verl_cannot_compute_it() -> None:
    assert keys.check_override("verl", f"{ACTOR}.kl_loss_type", "full")


def test_names_that_a_module_of_one_s_own_registers_are_let_through() -> None:
    section = {"algorithm.adv_estimator": "mine", "actor_rollout_ref.model.external_lib": "my_package"}
    assert keys.check_section("verl", section) == []
    assert len(keys.check_section("verl", {"algorithm.adv_estimator": "mine"})) == 1


@pytest.mark.parametrize(
    ("backend", "key", "value", "what"),
    [
        ("verl", f"{ROLLOUT}.n", 0, "must be at least 1, not 0: no rollouts are made"),
        ("verl", "data.train_batch_size", -8, "must be at least 1, not -8: it is a size"),
        ("verl", "trainer.save_freq", -1, "must be at least 1, not -1: nothing is saved"),
        ("verl", f"{ROLLOUT}.temperature", 0.0, "must be above 0, not 0.0: log-probabilities are divided"),
        ("verl", f"{ROLLOUT}.gpu_memory_utilization", 1.5, "must be at most 1, not 1.5: it is a share"),
        ("verl", "++trainer.critic_warmup", 5, "must be at most 0, not 5: GRPO has no critic"),
        ("verl", "trainer.val_only", True, "must not be true: nothing is trained"),
        ("verl", f"{ACTOR}.fsdp_config.fsdp_size", 0, "must not be 0: -1 means all devices"),
        ("llamafactory", "max_samples", -1, "must be at least 1, not -1: -1 takes no example"),
        ("llamafactory", "finetuning_type", "lora", "must be 'full', not 'lora': anything else leaves"),
        ("llamafactory", "save_only_model", True, "must not be true: a checkpoint without"),
    ],
)
def test_a_value_that_the_backend_lets_through_and_then_fails_on_is_refused_with_the_reason(
    backend: Backend, key: str, value: Any, what: str
) -> None:
    assert only_finding(backend, key, value).what.startswith(what)


@pytest.mark.parametrize("backend", ["verl", "llamafactory"])
def test_every_rule_speaks_of_settings_that_exist(backend: Backend) -> None:
    known = load(backend)
    for rule in known.rules:
        for pattern in rule.keys:
            one = type(rule)(keys=(pattern,), why="", source="")
            assert any(one.speaks_of(key) for key in known.keys), pattern


@pytest.mark.parametrize("backend", ["verl", "llamafactory"])
def test_no_default_breaks_a_rule_that_a_recipe_cannot_answer(backend: Backend) -> None:
    """Of its own defaults the check refuses those alone that VeRL and LLaMA-Factory want to be set."""
    refused = {
        key.name
        for key in load(backend).keys.values()
        if not key.added and isinstance(key.default, bool | int | float | str) and "${" not in str(key.default)
        for finding in keys.check_override(backend, key.name, key.default)
        if "in place of" not in finding.what
    }
    wanted = {
        "verl": {"actor_rollout_ref.rollout.name", "reward.reward_model.rollout.name", "trainer.save_freq"},
        "llamafactory": {"do_train", "finetuning_type"},
    }
    assert refused == wanted[backend]


def test_sections_files_of_the_configuration_and_hydra_s_own_settings_are_refused() -> None:
    assert "is a section" in only_finding("verl", "trainer", None).what
    assert "chooses a file" in only_finding("verl", "model_engine", "megatron").what
    assert "dsrecipes decides" in only_finding("verl", "hydra.run.dir", "here").what


def test_a_setting_is_removed_only_where_nobody_misses_it() -> None:
    assert "stops where it is missing" in only_finding("verl", "~trainer.nnodes", None).what
    assert "cannot remove" in only_finding("verl", f"~{ROLLOUT}.engine_kwargs.vllm.x", None).what


def test_an_interpolation_passes_unchecked_and_is_named() -> None:
    section = {f"{ACTOR}.ppo_mini_batch_size": "${data.train_batch_size}", "trainer.nnodes": 1}
    assert keys.check_section("verl", section) == []
    assert keys.unchecked(section) == [f"{ACTOR}.ppo_mini_batch_size"]
    assert "whole interpolation" in only_finding("verl", "trainer.nnodes", "${data.seed").what
    assert "resolves no interpolation" in only_finding("llamafactory", "seed", "${x}").what


def test_a_setting_that_stands_twice_under_two_prefixes_is_told() -> None:
    (finding,) = keys.check_section("verl", {"trainer.nnodes": 1, "++trainer.nnodes": 2})
    assert finding.key == "++trainer.nnodes" and "'trainer.nnodes'" in finding.what


def test_all_that_is_wrong_is_told_at_once() -> None:
    section = {"data.x": 1, f"{ROLLOUT}.n": 0, "trainer.nnodes": 1, "algorithm.adv_estimator": "x"}
    assert [finding.key for finding in keys.check_section("verl", section)] == [
        "data.x", f"{ROLLOUT}.n", "algorithm.adv_estimator",
    ]  # fmt: skip


@pytest.mark.parametrize("name", sorted(shipped()))
def test_every_setting_that_a_shipped_recipe_makes_is_right(name: str) -> None:
    recipe, here = load_recipe(name).recipe, Path("/somewhere")
    if isinstance(recipe, RlRecipe):
        reward = RewardFunction(here / "reward.py", "compute_score")
        made = verl.overrides(
            recipe, model="m", data=here, reward=reward, checkpoints=here, rollouts=here, hydra=here
        )  # fmt: skip
        ours = {key: value for key, value in made.items() if not key.startswith("hydra.")}
        assert keys.check_section("verl", ours) == []
    if isinstance(recipe, SftRecipe):
        made = llamafactory.config(
            recipe.training, model="m", template=recipe.model.template, trust_remote_code=False,
            dataset_dir=here, output_dir=here, hardware=recipe.hardware, seed=0,
        )  # fmt: skip
        # A recipe cannot say a mapping there, but as JSON, which the backend takes as well.
        written = {key: json.dumps(value) if isinstance(value, dict) else value for key, value in made.items()}
        assert keys.check_section("llamafactory", written) == []


some_keys = st.sampled_from([*load("verl").keys, *load("llamafactory").keys, "trainer", "hydra.run.dir", ""])
some_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=2),
    max_leaves=5,
)


@given(st.sampled_from(["", "+", "++", "~"]), some_keys | st.text(), st.text(max_size=3), some_values)
def test_nothing_that_a_user_can_write_raises(prefix: str, key: str, more: str, value: Any) -> None:
    for backend in ("verl", "llamafactory"):
        for finding in keys.check_section(backend, {f"{prefix}{key}{more}": value}):
            assert finding.what


def test_the_lists_are_of_the_pinned_versions() -> None:
    pins = {}
    for name in ("cpu", "verl-cuda", "llamafactory-cuda"):
        text = (resources.folder("launch") / f"{name}.txt").read_text(encoding="utf-8")
        pins[name] = dict(re.findall(r"^([\w-]+)==([\w.+]+)", text, re.MULTILINE))
    for environment, backend in (
        ("cpu", "verl"), ("verl-cuda", "verl"), ("cpu", "llamafactory"), ("llamafactory-cuda", "llamafactory")
    ):  # fmt: skip
        versions = load(backend).versions
        assert {package: pins[environment][package] for package in versions} == versions, environment


def test_each_key_stands_on_a_line_of_its_own() -> None:
    folder = Path(keys.__file__).parent
    for backend in ("verl", "llamafactory"):
        lines = (folder / f"{backend}.json").read_text(encoding="utf-8").splitlines()
        names = [line.partition('": {')[0] for line in lines if '"type":' in line]
        assert names == sorted(names) and len(names) == len(load(backend).keys)
