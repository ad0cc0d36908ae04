"""What a pass-through section must leave alone."""

from pathlib import Path
from typing import Any

import pytest

from dsrecipes.backends import llamafactory, verl
from dsrecipes.backends.keys import plain_key
from dsrecipes.backends.keys.lists import load as key_list
from dsrecipes.backends.own_keys import OWN_KEYS, instead
from dsrecipes.errors import Problems
from dsrecipes.jobs.check import load_checked
from dsrecipes.plugins import RewardFunction
from dsrecipes.recipe.explain import known_keys
from dsrecipes.recipe.load import load
from dsrecipes.recipe.schema import RlRecipe, SftRecipe

HERE = Path("/somewhere")

ACTOR, REF = "actor_rollout_ref.actor", "actor_rollout_ref.ref"
ROLLOUT, MODEL = "actor_rollout_ref.rollout", "actor_rollout_ref.model"

# Our choice where a recipe has no word, and what only decides where memory is kept and how fast it goes.
FREE = {
    "data.dataloader_num_workers", f"{ACTOR}.fsdp_config.offload_policy", f"{ACTOR}.fsdp_config.use_torch_compile",
    f"{ACTOR}.strategy", f"{ACTOR}.use_dynamic_bsz", f"{ACTOR}.use_torch_compile",
    f"{MODEL}.override_config.attn_implementation", f"{MODEL}.use_fused_kernels", f"{MODEL}.use_remove_padding",
    f"{REF}.fsdp_config.param_offload", f"{REF}.fsdp_config.use_torch_compile", f"{REF}.log_prob_max_token_len_per_gpu",
    f"{ROLLOUT}.agent.agent_loop_manager_class", f"{ROLLOUT}.agent.num_workers", f"{ROLLOUT}.free_cache_engine",
    f"{ROLLOUT}.log_prob_max_token_len_per_gpu", f"{ROLLOUT}.max_num_seqs", f"{ROLLOUT}.tensor_model_parallel_size",
    "algorithm.rollout_correction.bypass_mode", "reward.num_workers", "reward.reward_manager.module.path",
    "reward.reward_manager.name", "reward.reward_manager.source", "trainer.logger", "trainer.max_actor_ckpt_to_keep",
    "trainer.nnodes", "trainer.rollout_data_dir", "trainer.test_freq", "trainer.use_v1", "trainer.val_before_train",
    "deepspeed", "flash_attn", "logging_steps", "plot_loss", "report_to", "save_total_limit",
}  # fmt: skip
UNDER_FREE = ("hydra.", "ray_kwargs.", "transfer_queue.")  # hydra's are refused by name


def _made() -> set[str]:
    made: dict[str, Any] = {}
    kwargs = "training.reward.kwargs={truncation_penalty: 0.1}"
    for name, overrides in (("rl-grpo", [kwargs]), ("tiny/rl-grpo", []), ("sft-reflection", ["training.loss=dft"])):
        recipe = load(name, overrides).recipe
        if isinstance(recipe, RlRecipe):
            reward = RewardFunction(HERE / "reward.py", "compute_score")
            made |= verl.overrides(
                recipe, model="m", data=HERE, reward=reward, checkpoints=HERE, rollouts=HERE, hydra=HERE
            )
        if isinstance(recipe, SftRecipe):
            made |= llamafactory.config(
                recipe.training, model="m", template=recipe.model.template, trust_remote_code=False, dataset_dir=HERE,
                output_dir=HERE, hardware=recipe.hardware, seed=0,
            )  # fmt: skip
    return set(map(plain_key, made))


def test_each_setting_that_a_recipe_makes_is_its_own_or_free() -> None:
    own = {key for keys in OWN_KEYS.values() for key in keys}
    made = {key for key in _made() if not key.startswith(UNDER_FREE)}
    left = {key for key in made if not any(key == one or key.startswith(f"{one}.") for one in own)}
    assert left == FREE and not own & FREE


def test_what_is_named_instead_is_a_key_of_a_recipe_and_what_is_refused_one_of_the_backend() -> None:
    for backend, own in OWN_KEYS.items():
        there = key_list(backend)
        assert [key for key in own if key not in there.keys and key not in there.sections] == []
        assert [said for said in own.values() if " " not in said and said not in known_keys()] == []


@pytest.mark.parametrize(
    ("recipe", "override", "said"),
    [
        ("tiny/rl-grpo", "verl.data.train_batch_size=4", "set training.train_batch_size instead"),
        ("tiny/rl-grpo", "verl.+reward.custom_reward_function.reward_kwargs.a=1", "set training.reward.kwargs instead"),
        ("tiny/rl-grpo", "verl.trainer.experiment_name=foo", "a run reads its metrics from VeRL's log file"),
        ("tiny/rl-grpo", "verl.trainer.logger=[console]", "a run reads its metrics from VeRL's log file"),
        ("tiny/rl-grpo", "verl.actor_rollout_ref.actor.checkpoint.save_contents=[model]", "a run exports the model"),
        ("tiny/sft-reflection", "llamafactory.cutoff_len=20", "set training.max_length instead"),
        ("tiny/sft-reflection", "llamafactory.val_size=0.1", "a run trains on each example whole"),
        ("tiny/sft-reflection", "llamafactory.seed=3", "set seed instead"),
    ],
)
def test_what_a_recipe_or_a_run_decides_is_not_passed_on(recipe: str, override: str, said: str) -> None:
    with pytest.raises(Problems) as told:
        load_checked([recipe], [override])
    assert f"{override.partition('=')[0]}: {said}" in str(told.value)


@pytest.mark.parametrize(
    ("recipe", "override"),
    [
        ("tiny/rl-grpo", "verl.trainer.max_actor_ckpt_to_keep=100"),
        ("tiny/rl-grpo", "verl.trainer.logger=[console, file, wandb]"),
        ("tiny/rl-grpo", "verl.algorithm.norm_adv_by_std_in_grpo=False"),
        ("rl-grpo", "verl.actor_rollout_ref.actor.fsdp_config.offload_policy=false"),
        ("tiny/sft-reflection", "llamafactory.save_total_limit=100"),
        ("tiny/sft-reflection", "llamafactory.report_to=wandb"),
    ],
)
def test_the_rest_is(recipe: str, override: str) -> None:
    assert load_checked([recipe], [override])


def test_nothing_is_named_for_a_key_that_only_begins_alike() -> None:
    assert instead("llamafactory", "seed_of_another", 1) is None
    assert instead("llamafactory", "optim_args", "x") is None
