from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from dsrecipes.theory import Case, Check, CheckSummary, check_all, summarize
from dsrecipes.theory.theorems import STATEMENTS, theorem_3_1, theorem_3_2
from dsrecipes.theory.values import kl_penalty

CHECKS = summarize(check_all(models=20, seed=0))


@pytest.mark.parametrize("summary", CHECKS, ids=lambda summary: f"{summary.statement}: {summary.quantity}")
def test_the_formula_agrees_with_exact_enumeration(summary: CheckSummary) -> None:
    assert summary.models == 20
    assert summary.values > 0
    assert summary.largest_error < 1e-9


def test_every_statement_of_the_paper_is_checked() -> None:
    assert {summary.statement for summary in CHECKS} == {
        "Section 4.2",
        "Lemma 1",
        "Corollary 1",
        "Lemma 2",
        "Theorem 3.1",
        "Theorem 3.2",
        "Lemma 3",
        "Lemma 4",
        "Theorem D.1",
        "Theorem D.2",
    }


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda statement: statement.__name__)
def test_a_check_compares_something_that_depends_on_the_model(statement: Callable[[Case], list[Check]]) -> None:
    first, second = Case.random(0), Case.random(1)
    formula = np.concatenate([np.ravel(check.formula) for check in statement(first)])
    exact = np.concatenate([np.ravel(check.exact) for check in statement(second)])

    assert formula.shape != exact.shape or not np.allclose(formula, exact)


def test_a_formula_of_another_policy_fails_its_check() -> None:
    case = Case.random(3)
    moved = replace(case, theta=case.theta + 0.01)

    for check, other in zip(theorem_3_2(case), theorem_3_2(moved), strict=True):
        assert replace(check, formula=other.formula).error > 1e-6


def test_advantages_of_the_group_have_mean_zero_and_unit_spread_so_that_q_takes_two_values_without_discounting() -> (
    None
):
    q, *_ = theorem_3_1(replace(Case.random(0), discount=1.0))

    assert len(np.unique(np.round(q.formula[q.formula != 0], 12))) == 2


def test_the_penalty_of_a_candidate_is_the_sum_over_its_tokens() -> None:
    case = Case.random(5)
    model = case.model
    penalty = kl_penalty(case.policy, case.old_policy, weight=1.0)

    for candidate in range(len(model.strings)):
        here, there = (
            model.token_log_probs(model.logits(theta), [candidate]).tokens[0] for theta in (case.theta, case.old)
        )
        assert len(here) == len(model.strings[candidate])
        assert penalty.sample[-1, candidate] == pytest.approx(-(here - there).sum())
