"""The ablations of recipes/ablations: each changes one thing of the arm that it belongs to, at both scales alike."""

from typing import Any

import pytest

from dsrecipes.recipe.compare import differences
from dsrecipes.recipe.load import leaves, load, shipped

SFT, RL = "sft-reflection", "rl-grpo"
SOLUTIONS = "training.solutions"
# Arm -> the arm that it belongs to and all that it changes there.
CHANGES: dict[str, tuple[str, dict[str, Any]]] = {
    "sft-dft": (SFT, {"training.loss": "dft"}),
    "rl-no-kl": (RL, {"training.kl.placement": "none", "training.kl.coefficient": 0.0}),
    "rl-kl-in-reward": (RL, {"training.kl.placement": "reward"}),
    "rl-kl-0.1": (RL, {"training.kl.coefficient": 0.1}),
    "rl-nsr": (RL, {"training.algorithm": "reinforce", "training.reward.kwargs.reinforce": "negative"}),
    "rl-psr": (RL, {"training.algorithm": "reinforce", "training.reward.kwargs.reinforce": "positive"}),
    "rl-first-answer": (RL, {"training.reward.function": "first_answer"}),
    "rl-from-sft": (RL, {"model.start_from": "{prefix}sft-reflection@{version}"}),
    **{
        f"sft-corrective-{share}": (
            SFT,
            {
                f"{SOLUTIONS}.error_rate": share / 100,
                f"{SOLUTIONS}.max_attempts": 2,
                f"{SOLUTIONS}.reflection_share": 1.0,
            },
        )
        for share in (0, 50, 100)
    },
    **{f"sft-attempts-{most}": (SFT, {f"{SOLUTIONS}.max_attempts": most}) for most in range(1, 7)},
}
SPEAKS_OF_ITSELF = {"name", "version", "arm", "replicates"}
SHAPES_NO_RESULT = {"training.max_length", "training.micro_batch_size"}  # room for the longest solutions
SCALES = {"paper": "", "tiny": "tiny/"}

each = pytest.mark.parametrize("arm", CHANGES)
scales = pytest.mark.parametrize("folder", SCALES.values(), ids=SCALES)


@each
@scales
def test_it_changes_what_its_name_says_and_nothing_else(arm: str, folder: str) -> None:
    of, changes = CHANGES[arm]
    version = load(f"{folder}{SFT}").recipe.version
    prefix = folder.replace("/", "-")
    expected = {
        key: value.format(prefix=prefix, version=version) if isinstance(value, str) else value
        for key, value in changes.items()
    }
    plain, changed = load(f"{folder}{of}"), load(f"{folder}ablations/{arm}")
    values = leaves(changed.recipe.model_dump(mode="json"))
    assert {key: values[key] for key in expected} == expected
    differing = {item.key for item in differences(plain, changed) if item.key in values}
    assert differing - SPEAKS_OF_ITSELF - SHAPES_NO_RESULT <= expected.keys()


@each
@scales
def test_its_name_is_its_place_and_its_arm_that_of_the_report(arm: str, folder: str) -> None:
    recipe = load(f"{folder}ablations/{arm}").recipe
    assert (recipe.arm, recipe.scale) == (arm, "tiny" if folder else "paper")
    assert recipe.name == f"{folder}ablations/{arm}".replace("/", "-")


def test_there_are_no_others() -> None:
    expected = {f"{folder}ablations/{arm}.yaml" for folder in SCALES.values() for arm in CHANGES}
    assert {name for name in shipped() if "ablations/" in name} == expected
