"""The paper's theory, computed: exact on small models, with NumPy and SciPy alone.

    from dsrecipes import theory
    theory.frame(theory.appendix_c_rows())          # every number of Appendix C, the paper's beside ours
    theory.train().frame().plot(x="step", y=["ratio surrogate", "ratio kl"])

What the paper's text lost was reconstructed, and what it does not give is assumed: docs/theory.md says which is which.

Results
    appendix_c_rows() -> list[AppendixCRow]            Appendix C, at full precision and as the paper rounded
    appendix_d_rows(models, seed) -> list[AttributionRow]   SFT, DFT and RL compared, each entry measured
    train(constants) -> Dynamics                       Figure 1, all panels; Constants holds what it depends on
    statements(dynamics) -> list[StatementRow]         what the text says of Figure 1, measured
    sensitivity(constants) -> list[SensitivityRow]     over which constants it holds
    check_all(models, seed) -> list[Check]             lemmas and theorems: formula beside enumeration
    summarize(checks) -> list[CheckSummary]            one row a statement and quantity, with the largest error
    penalty_growth(…) -> list[PenaltyGrowthRow]        how the KL penalty of an answer grows with its length
    frame(rows) -> pandas.DataFrame                    any of these lists as a table; Dynamics has .frame() of its own

The model
    LOGITS, Policy, three_logit_policy, probabilities, accuracy, expected_attempts, absorption_probability,
    Trajectories, enumerate_trajectories, step_log_probabilities, log_probabilities, expected_reward
    Case, and each lemma and theorem by its name, in dsrecipes.theory.theorems
"""

from dsrecipes.theory.appendix_c import AppendixCRow, appendix_c_rows
from dsrecipes.theory.appendix_d import AttributionRow, appendix_d_rows
from dsrecipes.theory.cases import Case, Check, CheckSummary, summarize
from dsrecipes.theory.dynamics import Constants, ConstantSource, Dynamics, attribution_ratio, train
from dsrecipes.theory.figure_1 import SensitivityRow, StatementRow, sensitivity, statements
from dsrecipes.theory.frames import frame
from dsrecipes.theory.growth import PenaltyGrowthRow, penalty_growth
from dsrecipes.theory.theorems import check_all
from dsrecipes.theory.two_stage import (
    LOGITS,
    Policy,
    Trajectories,
    absorption_probability,
    accuracy,
    enumerate_trajectories,
    expected_attempts,
    expected_reward,
    log_probabilities,
    probabilities,
    step_log_probabilities,
    three_logit_policy,
)

__all__ = [
    "LOGITS",
    "AppendixCRow",
    "AttributionRow",
    "Case",
    "Check",
    "CheckSummary",
    "ConstantSource",
    "Constants",
    "Dynamics",
    "PenaltyGrowthRow",
    "Policy",
    "SensitivityRow",
    "StatementRow",
    "Trajectories",
    "absorption_probability",
    "accuracy",
    "appendix_c_rows",
    "appendix_d_rows",
    "attribution_ratio",
    "check_all",
    "enumerate_trajectories",
    "expected_attempts",
    "expected_reward",
    "frame",
    "log_probabilities",
    "penalty_growth",
    "probabilities",
    "sensitivity",
    "statements",
    "step_log_probabilities",
    "summarize",
    "three_logit_policy",
    "train",
]
