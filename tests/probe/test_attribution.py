"""Norms, shares and intervals from inner products, against the gradients themselves."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import ArrayLike
from scipy.stats import t as student
from worker_output import Gradients, part

from dsrecipes.probe.attribution import WHOLE, Attribution, attribute, products_by_scope, quotient

BLOCKS, LAYERS, PARAMETERS = 8, 3, 5


@pytest.fixture
def gradients() -> Gradients:
    rng = np.random.default_rng(0)
    return 0.6 * rng.normal(size=(BLOCKS, 2, LAYERS, PARAMETERS)) + rng.normal(size=(1, 2, LAYERS, PARAMETERS))


TOKENS = [[30 + block, 3 + block % 2] for block in range(BLOCKS)]
RESPONSES = [[4 + block % 3, 2 + block % 2] for block in range(BLOCKS)]


def measured(gradients: Gradients, scope: str = WHOLE) -> Attribution:
    written = part(gradients)
    for block, responses in zip(written["blocks"], RESPONSES, strict=False):
        block["responses"] = responses
    return attribute(products_by_scope([written], TOKENS[: len(gradients)])[scope], scope)


def without(block: int) -> tuple[Gradients, ...]:
    return tuple(np.delete(values, block, axis=0) for values in (TOKENS, RESPONSES))


def direct(gradients: Gradients, tokens: ArrayLike = TOKENS, responses: ArrayLike = RESPONSES) -> dict[str, float]:
    """The same quantities from the gradients."""
    sampling, decision = (gradients.sum(axis=0)[group].ravel() for group in (0, 1))
    whole = sampling + decision
    n_sampling, n_decision = np.sum(tokens, axis=0)

    def between(group: int) -> float:
        """The mean over pairs of different blocks, for as many pairs as there are with each block itself."""
        blocks = gradients[:, group].reshape(len(gradients), -1)
        pairs = [a @ b for i, a in enumerate(blocks) for j, b in enumerate(blocks) if i != j]
        return float(np.mean(pairs)) * len(blocks) ** 2

    def rms(group: int) -> float:  # a block's squared norm stands for what its responses add
        return float((np.square(gradients[:, group]).sum() / np.sum(responses, axis=0)[group]) ** 0.5)

    return {
        "sampling_rms": rms(0),
        "decision_rms": rms(1),
        "sampling_signal": between(0) / (sampling @ sampling),
        "decision_signal": between(1) / (decision @ decision),
        "signal_ratio": float(np.sqrt(between(0) / between(1))),
        "ratio_by_token": np.linalg.norm(sampling) / n_sampling / (np.linalg.norm(decision) / n_decision),
        "sampling": np.linalg.norm(sampling) / (n_sampling + n_decision),
        "decision": np.linalg.norm(decision) / (n_sampling + n_decision),
        "sampling_by_token": np.linalg.norm(sampling) / n_sampling,
        "decision_by_token": np.linalg.norm(decision) / n_decision,
        "ratio": np.linalg.norm(sampling) / np.linalg.norm(decision),
        "cosine": sampling @ decision / np.linalg.norm(sampling) / np.linalg.norm(decision),
        "decision_share": decision @ whole / (whole @ whole),
    }


def test_every_quantity_is_that_of_the_gradients(gradients: Gradients) -> None:
    found = measured(gradients).estimates()
    expected = direct(gradients)
    assert found.keys() == expected.keys()
    for name, value in expected.items():
        assert found[name].value == pytest.approx(value, rel=1e-12), name


def test_a_layer_has_its_own(gradients: Gradients) -> None:
    layer = gradients[:, :, 1:2]
    assert measured(gradients, "layer 1").cosine.value == pytest.approx(direct(layer)["cosine"])


def test_parts_of_the_parameters_add_up(gradients: Gradients) -> None:
    whole = products_by_scope([part(gradients)], TOKENS)
    two = products_by_scope(
        [part(gradients[:, :, :2]), part(gradients[:, :, 2:], ["layer 2"])], TOKENS
    )  # fmt: skip
    assert whole.keys() == two.keys()
    for scope in whole:
        assert attribute(whole[scope]).ratio.interval == pytest.approx(attribute(two[scope]).ratio.interval)


def test_the_shares_add_up_to_one(gradients: Gradients) -> None:
    found = measured(gradients)
    assert found.sampling_share is not None and found.decision_share.value is not None
    assert found.sampling_share + found.decision_share.value == pytest.approx(1)


@pytest.mark.parametrize(
    ("name", "forth", "back"),
    [
        ("ratio", np.log, np.exp),
        ("sampling", np.log, np.exp),
        ("ratio_by_token", np.log, np.exp),
        ("sampling_rms", np.log, np.exp),
        ("decision_rms", np.log, np.exp),
        ("signal_ratio", np.log, np.exp),
        ("cosine", np.arctanh, np.tanh),
        ("decision_share", float, float),
        ("sampling_signal", float, float),
        ("decision_signal", float, float),
    ],
)
def test_intervals_are_those_of_leaving_out_each_block(gradients: Gradients, name: str, forth, back) -> None:  # type: ignore[no-untyped-def]
    left = [forth(direct(np.delete(gradients, block, axis=0), *without(block))[name]) for block in range(BLOCKS)]
    error = ((BLOCKS - 1) / BLOCKS * np.square(np.array(left) - np.mean(left)).sum()) ** 0.5
    half = student.ppf(0.975, BLOCKS - 1) * error
    centre = forth(direct(gradients)[name])
    assert measured(gradients).estimates()[name].interval == pytest.approx((back(centre - half), back(centre + half)))


def test_the_noise_is_taken_off_on_the_mean() -> None:
    rng = np.random.default_rng(1)
    mean = rng.normal(size=(1, 2, LAYERS, PARAMETERS))
    truth = np.square(BLOCKS * mean[0, 0]).sum()
    plain, corrected = [], []
    for _ in range(400):
        found = measured(mean + 3 * rng.normal(size=(BLOCKS, 2, LAYERS, PARAMETERS)))
        assert found.sampling.value is not None and found.sampling_signal.value is not None
        square = (found.sampling.value * np.sum(TOKENS)) ** 2
        plain.append(square)
        corrected.append(square * found.sampling_signal.value)
    error = np.std(corrected) / 20
    assert abs(np.mean(corrected) - truth) < 3 * error
    assert np.mean(plain) - truth > 10 * error


def test_the_expected_ratio_is_told_only_where_both_signals_are_surely_above_noise() -> None:
    rng = np.random.default_rng(5)
    mean = rng.normal(size=(1, 2, LAYERS, PARAMETERS))
    told = set()
    for noise in (0.1, 0.5, 1.0, 1.5, 2.0, 3.0):
        found = measured(mean + noise * rng.normal(size=(BLOCKS, 2, LAYERS, PARAMETERS)))
        lowest = min(signal.interval[0] for signal in (found.sampling_signal, found.decision_signal) if signal.interval)
        points = [signal.value for signal in (found.sampling_signal, found.decision_signal)]
        assert (found.signal_ratio.value is not None) == (lowest > 0), noise
        told.add((all(point and point > 0 for point in points), lowest > 0))
    assert (True, True) in told and (True, False) in told  # both sides of the rule were seen


def test_a_group_without_a_gradient_leaves_ratio_and_cosine_undefined(gradients: Gradients) -> None:
    gradients[:, 1] = 0
    found = measured(gradients)
    assert (found.ratio.value, found.cosine.value, found.decision.value) == (None, None, 0)
    assert found.decision_share.value == 0


def test_ratios_on_the_same_blocks_are_compared_in_pairs(gradients: Gradients) -> None:
    one, same = measured(gradients).ratio, measured(2 * gradients).ratio
    paired, unpaired = (quotient(one, same, same_blocks=paired) for paired in (True, False))
    assert paired.value == pytest.approx(1)
    assert paired.interval == pytest.approx((1, 1))
    assert unpaired.interval is not None and unpaired.interval[0] < 0.9 < 1.1 < unpaired.interval[1]


def test_ratios_on_other_blocks_add_their_variances_with_the_freedom_of_the_fewer(gradients: Gradients) -> None:
    one, other = measured(gradients).ratio, measured(3 * gradients[:5] ** 3).ratio
    logs = [np.asarray(estimate.replicates) for estimate in (one, other)]
    variances = [(len(each) - 1) / len(each) * np.square(each - each.mean()).sum() for each in logs]
    assert min(variances) > 0.001 and one.value and other.value
    half = student.ppf(0.975, 5 - 1) * sum(variances) ** 0.5
    for first, second, value in ((one, other, one.value / other.value), (other, one, other.value / one.value)):
        found = quotient(first, second, same_blocks=False)
        assert found.value == pytest.approx(value)
        assert found.interval == pytest.approx((value * np.exp(-half), value * np.exp(half)))
