"""The paper's predictions against gradients whose ratios are known."""

from __future__ import annotations

import numpy as np
import pytest
from worker_output import part

from dsrecipes.probe.attribution import WHOLE, Attribution, attribute, products_by_scope
from dsrecipes.probe.predictions import Prediction, predictions
from dsrecipes.verdict import Verdict

BATCHES = {
    "surrogate": "rollouts",
    "low_var_kl": "rollouts",
    "token_kl": "rollouts",
    "sft": "solutions",
    "dft": "solutions",
}


def with_ratio(ratio: float, noise: float = 0.01) -> Attribution:
    """Ten blocks whose mean gradients have this ratio sampling : decision."""
    rng = np.random.default_rng(0)
    gradients = np.ones((10, 2, 1, 50)) * np.array([ratio, 1.0])[None, :, None, None]
    gradients *= 1 + noise * rng.normal(size=(10, 2, 1, 1))
    return attribute(products_by_scope([part(gradients)], [[10, 1]] * 10)[WHOLE])


def found(**ratios: float) -> dict[str, Prediction]:
    made = predictions({name: with_ratio(ratio) for name, ratio in ratios.items()}, BATCHES)
    return {item.says: item for item in made}


def test_the_paper_is_borne_out_where_gradients_are_as_it_says() -> None:
    made = found(surrogate=1.0, low_var_kl=6.0, token_kl=8.0, sft=5.0, dft=3.0)
    assert len(made) == 10
    assert {item.expected.verdict for item in made.values()} == {Verdict.BORNE_OUT}
    assert {item.batch.verdict for item in made.values()} == {Verdict.BORNE_OUT}


def test_it_is_not_borne_out_where_they_are_the_other_way_round() -> None:
    made = found(surrogate=20.0, low_var_kl=1.2, token_kl=1.1, sft=1.0, dft=1.5)
    verdicts = {says: item.expected.verdict for says, item in made.items()}
    still = {"the KL penalty weighs more on sampling than DFT"}
    assert {says for says, verdict in verdicts.items() if verdict is Verdict.BORNE_OUT} <= still
    assert verdicts["the surrogate reward is balanced"] is Verdict.NOT_BORNE_OUT
    assert verdicts["SFT weighs more on sampling than DFT, which is better balanced"] is Verdict.NOT_BORNE_OUT


def test_at_the_bound_it_stays_undecided() -> None:
    item = found(token_kl=2.0)["the KL penalty weighs on sampling"]
    assert item.expected.verdict is Verdict.UNDECIDED
    assert item.expected.measured.value == pytest.approx(2.0, rel=0.02)


@pytest.mark.parametrize(
    ("ratio", "verdict"),
    [
        (0.55, Verdict.NOT_BORNE_OUT),
        (0.7, Verdict.BORNE_OUT),
        (1.45, Verdict.BORNE_OUT),
        (1.8, Verdict.NOT_BORNE_OUT),
    ],
)
def test_near_one_is_from_two_thirds_to_three_halves(ratio: float, verdict: Verdict) -> None:
    item = found(surrogate=ratio)["the surrogate reward is balanced"]
    assert (item.expected.verdict, item.batch.verdict) == (verdict, verdict)


def test_contrasts_are_paired_on_the_same_batch_alone() -> None:
    ratios = {"surrogate": 1.0, "low_var_kl": 1.1, "sft": 1.1}
    noisy = {name: with_ratio(ratio, noise=0.2) for name, ratio in ratios.items()}
    made = {item.says: item.batch for item in predictions(noisy, BATCHES)}
    paired = made["the KL penalty as VeRL trains it weighs more on sampling than the reward"]
    unpaired = made["SFT weighs more on sampling than the reward"]
    assert (paired.verdict, unpaired.verdict) == (Verdict.BORNE_OUT, Verdict.UNDECIDED)
    assert paired.measured.interval == pytest.approx((1.1, 1.1))


def test_the_expected_gradient_and_the_batchs_are_each_judged_by_its_own_ratio() -> None:
    attribution = with_ratio(3.0, noise=0.3)
    (item,) = [item for item in predictions({"sft": attribution}, BATCHES) if item.says.startswith("SFT is unbalanced")]
    assert item.expected.measured == attribution.signal_ratio
    assert item.batch.measured == attribution.ratio
    assert attribution.signal_ratio.value != attribution.ratio.value


def test_what_was_not_measured_is_said() -> None:
    item = found(sft=5.0)["the surrogate reward is balanced"]
    assert (item.batch.verdict, item.batch.why) == (Verdict.UNDECIDED, "surrogate reward was not measured")


def test_a_gradient_within_its_noise_decides_nothing_of_the_expected_one() -> None:
    rng = np.random.default_rng(0)
    noise = attribute(products_by_scope([part(rng.normal(size=(10, 2, 1, 50)))], [[10, 1]] * 10)[WHOLE])
    item = predictions({"surrogate": noise}, BATCHES)[0]
    assert item.expected.verdict is Verdict.UNDECIDED
    assert "cannot be told from noise" in item.expected.why
    assert item.batch.verdict is Verdict.BORNE_OUT
