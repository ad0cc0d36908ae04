"""McNemar's test on the same problems, and its form for several answers to a problem."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from documents import document, row, section, table, text_of
from run_folders import answers, entry, tally_of, write_run
from scipy.stats import binomtest

from dsrecipes.report.paired import holm, paired_test


def test_with_one_answer_each_it_is_the_sign_test_on_the_problems_that_differ() -> None:
    a = tally_of("a", "2x2", ["R"] * 12 + ["W"] * 3 + ["R"] * 5)
    b = tally_of("b", "2x2", ["W"] * 12 + ["R"] * 3 + ["R"] * 5)
    test = paired_test(a, b)
    assert (test.n_problems, test.only_a, test.only_b, test.exact) == (20, 12, 3, True)
    assert test.p_value == pytest.approx(binomtest(3, 15).pvalue)
    assert test.difference == pytest.approx(9 / 20)


def test_with_several_answers_problems_count_and_not_answers() -> None:
    once = paired_test(tally_of("a", "2x2", ["R"] * 8 + ["W"] * 4), tally_of("b", "2x2", ["W"] * 8 + ["R"] * 4))
    copied = paired_test(
        tally_of("a", "2x2", [["R", "R", "R"]] * 8 + [["W", "W", "W"]] * 4),
        tally_of("b", "2x2", [["W", "W", "W"]] * 8 + [["R", "R", "R"]] * 4),
    )
    # The same answer three times tells nothing more: McNemar's statistic (8 - 4)² / 12, not three times that.
    assert copied.p_value == pytest.approx(0.2482, abs=1e-4)
    assert (copied.only_a, copied.only_b, copied.exact) == (8, 4, False)
    assert once.exact


def test_models_that_never_differ_have_a_p_value_of_1() -> None:
    assert paired_test(tally_of("a", "2x2", ["R", "W"]), tally_of("b", "2x2", ["R", "W"])).p_value == 1
    twice = [["R", "W"], ["W", "W"]]
    assert paired_test(tally_of("a", "2x2", twice), tally_of("b", "2x2", twice)).p_value == 1


def test_only_common_problems_count() -> None:
    assert paired_test(tally_of("a", "2x2", ["R"] * 5), tally_of("b", "2x2", ["W"] * 3)).n_problems == 3
    assert paired_test(tally_of("a", "2x2", []), tally_of("b", "2x2", ["W"])).p_value is None


@pytest.mark.parametrize("samples", [1, 3])
def test_equal_models_are_told_apart_in_no_more_than_one_case_in_twenty(samples: int) -> None:
    rng = np.random.default_rng(0)
    rejected = 0
    for _ in range(300):
        difficulty = rng.uniform(size=60)
        a, b = (
            tally_of(name, "2x2", [["W" if rng.uniform() < d else "R" for _ in range(samples)] for d in difficulty])
            for name in "ab"
        )
        p_value = paired_test(a, b).p_value
        assert p_value is not None
        rejected += p_value < 0.05
    assert rejected / 300 < 0.08


def test_holm_multiplies_the_smallest_by_the_number_of_tests_and_keeps_the_order() -> None:
    assert holm([0.01, None, 0.04, 0.03]) == [pytest.approx(0.03), None, pytest.approx(0.06), pytest.approx(0.06)]
    assert holm([None]) == [None]


def test_the_report_tests_all_pairs_in_and_out_of_distribution_and_by_size(tmp_path: Path) -> None:
    write_run(tmp_path, "base", problems={"1x2": answers(20, right=2), "2x3": answers(20)}, sizes=["1x2", "2x3"])
    write_run(tmp_path, "rl", problems={"1x2": answers(20, right=12), "2x3": answers(20)}, sizes=["1x2", "2x3"])
    report = document(tmp_path)
    assert row(table(report, "tests-tiny"), "in distribution", "RL − Base") == {
        "where": "in distribution", "models": "RL − Base", "difference": "+50.0",
        "only first : second": "10 : 0", "n problems": "20", "p": "0.002", "p (Holm)": "0.004",
    }  # fmt: skip
    by_size = table(report, "tests-by-size-tiny")
    assert "for 2 tests" in by_size.caption
    assert row(by_size, "RL − Base") == {"models": "RL − Base", "1×2 †": "+50.0, p=0.004", "2×3": "+0.0, p=1.000"}


def test_a_model_without_counts_by_problem_is_left_out_and_named(tmp_path: Path) -> None:
    write_run(tmp_path, "base", sizes=["1x2"], calibration=[entry("1x2", 4, 10)])
    write_run(tmp_path, "rl", sizes=["1x2"], problems={"1x2": answers(10, right=8)})
    assert "Left out of the tests: Base (older analysis" in text_of(section(document(tmp_path), "comparisons-tiny"))
