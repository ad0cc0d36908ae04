"""The objectives whose gradients are measured. Each is a loss whose gradient is Σ w_t ∇ log π(token t) / tokens.

| name | w_t, with the gradient stopped | of |
|---|---|---|
| surrogate | −A | GRPO's surrogate at ratio 1; A: the response's advantage in its group |
| low_var_kl | 1 − π_ref / π | VeRL's `low_var_kl` as a loss, differentiated by VeRL (k3 of Schulman) |
| token_kl | Σ from this token on of log(π / π_ref) | the paper's penalty in the reward, Theorem 3.2 |
| sft | −1 | cross-entropy |
| dft | −π | cross-entropy × its stopped probability, Section 5.3; LLaMA-Factory's `use_dft_loss` |

Losses are means over all tokens of a batch: VeRL's `token-mean`, and LLaMA-Factory's mean over the batch's targets.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Batch = Literal["rollouts", "solutions"]


@dataclass(frozen=True)
class Objective:
    """`on` is the text that the objective trains on: the model's own rollouts, or given solutions."""

    name: str
    title: str
    on: Batch
    needs_reference: bool = False


SURROGATE = Objective("surrogate", "surrogate reward", "rollouts")
LOW_VAR_KL = Objective("low_var_kl", "KL (low_var_kl)", "rollouts", needs_reference=True)
TOKEN_KL = Objective("token_kl", "KL (paper's, by token)", "rollouts", needs_reference=True)
SFT = Objective("sft", "SFT", "solutions")
DFT = Objective("dft", "DFT", "solutions")
OBJECTIVES = {item.name: item for item in (SURROGATE, LOW_VAR_KL, TOKEN_KL, SFT, DFT)}
