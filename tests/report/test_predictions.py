"""Predictions: stated beforehand, decided by their rules."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest
from documents import document, row, table, text_of
from documents import section as section_of
from run_folders import answers, tally_of, write_run

from dsrecipes.analysis.intervals import MIN_PROBLEMS
from dsrecipes.analysis.settings import Settings
from dsrecipes.analysis.tally import to_table
from dsrecipes.errors import UserError
from dsrecipes.report import ablations
from dsrecipes.report.arms import LABELS, scales
from dsrecipes.report.collect import collect
from dsrecipes.report.document import Document
from dsrecipes.report.estimates.estimator import Estimator
from dsrecipes.report.predictions import Comparison, Factor, predictions, read_quantity, with_table
from dsrecipes.report.verdicts import Judged, decide, judge
from dsrecipes.verdict import Verdict

DOCS = Path(__file__).parents[2] / "docs" / "predictions.md"


def judged(runs: Path, name: str) -> Judged:
    """One prediction on the runs of the tiny scale."""
    settings = Settings(resamples=500)
    scale = scales(collect(runs).runs, settings)[0]
    return judge(next(item for item in predictions() if item.id == name), scale, Estimator(settings))


# ---- What is stated


def test_the_documentation_states_the_predictions_and_no_result() -> None:
    page = DOCS.read_text("utf-8")
    assert with_table(page) == page, "python -m dsrecipes.report.predictions docs/predictions.md"
    assert not [verdict for verdict in Verdict if f"**{verdict}**" in page]


def test_a_page_without_a_place_for_them_is_refused() -> None:
    with pytest.raises(UserError, match="no place"):
        with_table("# Predictions")


def test_each_has_its_source_its_own_name_and_arms_that_there_are() -> None:
    stated = predictions()
    assert len({item.id for item in stated}) == len(stated)
    for item in stated:
        assert bool(item.says) != bool(item.shows), item.id
        assert all(arm in LABELS or ablations.label_of(arm) for arm in item.arms), item.id
        assert bool(item.because) == (item.threshold != 0), item.id


def test_a_quantity_is_read_term_by_term() -> None:
    assert read_quantity("decision_minus_sampling(rl, base, in)") == (
        Factor(1, "decision_minus_sampling", ("rl", "base"), "in"),
    )
    assert read_quantity("p(rl, out) - p(rl-kl-0.1, all)") == (
        Factor(1, "p", ("rl",), "out"),
        Factor(-1, "p", ("rl-kl-0.1",), "all"),
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        ("p(rl, out) p(base, out)", "not a quantity from here on: ' p\\(base, out\\)'"),
        ("p(rl, out) * 2", "not a quantity"),
        ("q(rl, out)", "unknown quantity 'q'"),
        ("p(rl, sft, out)", "p of 2 arms"),
        ("p(rl, everywhere)", "unknown sizes 'everywhere'"),
        ("decision_minus_sampling(rl, base, out) - p(rl, out)", "stands alone"),
        ("p(rl, each) - p(rl, in)", "`each`"),
    ],
)
def test_what_is_no_quantity_is_refused(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        read_quantity(text)


# ---- How it is decided


@pytest.mark.parametrize(
    ("low", "high", "comparison", "threshold", "verdict"),
    [
        (0.1, 0.2, Comparison.ABOVE, 0.0, Verdict.BORNE_OUT),
        (-0.2, -0.1, Comparison.ABOVE, 0.0, Verdict.NOT_BORNE_OUT),
        (-0.1, 0.1, Comparison.ABOVE, 0.0, Verdict.UNDECIDED),
        (0.0, 0.0, Comparison.ABOVE, 0.0, Verdict.UNDECIDED),
        (0.85, 0.95, Comparison.ABOVE, 0.9, Verdict.UNDECIDED),
        (-0.2, 0.04, Comparison.BELOW, 0.05, Verdict.BORNE_OUT),
        (0.06, 0.2, Comparison.BELOW, 0.05, Verdict.NOT_BORNE_OUT),
        (0.0, 0.2, Comparison.BELOW, 0.05, Verdict.UNDECIDED),
        (-0.09, 0.09, Comparison.WITHIN, 0.1, Verdict.BORNE_OUT),
        (-0.2, -0.11, Comparison.WITHIN, 0.1, Verdict.NOT_BORNE_OUT),
        (0.11, 0.2, Comparison.WITHIN, 0.1, Verdict.NOT_BORNE_OUT),
        (-0.11, 0.0, Comparison.WITHIN, 0.1, Verdict.UNDECIDED),
    ],
)
def test_the_whole_interval_must_lie_on_one_side(
    low: float, high: float, comparison: Comparison, threshold: float, verdict: Verdict
) -> None:
    assert decide((low, high), comparison, threshold) is verdict


@pytest.mark.parametrize(
    ("rl", "sft", "verdict"),
    [(60, 20, Verdict.BORNE_OUT), (20, 60, Verdict.NOT_BORNE_OUT), (22, 20, Verdict.UNDECIDED)],
)
def test_a_verdict_follows_from_the_runs(tmp_path: Path, rl: int, sft: int, verdict: Verdict) -> None:
    for arm, right in (("rl", rl), ("sft-reflection", sft)):
        given = ["W"] * (100 - right) + ["R"] * right if arm == "rl" else answers(100, right=right)
        write_run(tmp_path, arm, sizes=["1x2", "2x3"], trained=["1x2"], problems={
            "1x2": answers(100, right=80), "2x3": given})  # fmt: skip
    found = judged(tmp_path, "rl-over-sft-out")
    assert found.verdict is verdict
    assert found.one_seed == ("RL", "SFT (reflection)")


def test_seeds_that_disagree_leave_it_undecided(tmp_path: Path) -> None:
    write_run(tmp_path, "base", sizes=["2x3"], trained=["1x2"], problems={"2x3": answers(100, right=20)})
    for seed, right in enumerate((20, 40, 80)):
        write_run(tmp_path, "rl", run_id=f"s{seed}", seed=seed, sizes=["2x3"], trained=["1x2"], problems={
            "2x3": answers(100, right=right)})  # fmt: skip
    found = judged(tmp_path, "rl-over-base-out")
    (case,) = found.cases
    assert case.found.by_problem is not None
    assert case.found.by_problem[0] > 0.1
    assert (found.verdict, found.one_seed) == (Verdict.UNDECIDED, ())


def test_too_few_wrong_attempts_leave_it_undecided_and_say_so(tmp_path: Path) -> None:
    for arm, right, dropped in (("rl", 95, 5), ("base", 50, 0)):
        write_run(tmp_path, arm, sizes=["1x2"], problems={"1x2": answers(100, right=right, dropped=dropped)})
    found = judged(tmp_path, "rl-rejects-more-than-base-in")
    assert (found.verdict, found.why) == (
        Verdict.UNDECIDED,
        "only 5 problems with wrong attempts of RL in distribution",
    )


def test_a_few_problems_decide_nothing_however_often_they_were_answered(tmp_path: Path) -> None:
    """Neither by the predictions nor by what surely changed, nor by what explains a gain."""
    for n, verdict in ((MIN_PROBLEMS - 1, Verdict.UNDECIDED), (MIN_PROBLEMS, Verdict.BORNE_OUT)):
        runs = tmp_path / str(n)
        for arm, response in (
            ("base", ["W"] * 9 + ["WR"]),
            ("sft-reflection", ["W"] * 9 + ["R"]),
            ("rl", ["WR"] * 9 + ["R"]),
        ):
            write_run(runs, arm, sizes=["2x3"], trained=["1x2"], problems={"2x3": [response] * n})
        for name in ("rl-over-base-out", "rl-rejects-more-than-base-out", "decision-explains-rl-over-sft"):
            assert judged(runs, name).verdict is verdict, (name, n)
        said = text_of(section_of(document(runs), "objectives-tiny"))
        assert ("out of distribution, p_rw up: RL" in said) is (verdict is Verdict.BORNE_OUT)
    assert judged(tmp_path / "29", "rl-over-base-out").why == (
        "only 29 problems with answers of Base out of distribution"
    )


def test_models_that_share_no_problem_of_a_size_are_not_tested(tmp_path: Path) -> None:
    problems = {"2x3": answers(40, right=10), "3x3": answers(40, right=10)}
    for arm in ("base", "rl"):
        write_run(tmp_path, arm, sizes=["2x3", "3x3"], trained=["1x2"], problems=problems)
    same, other = tally_of("m", "2x3", answers(40, right=30)), tally_of("m", "4x4", answers(40, right=30))
    other.size = "3x3"
    pq.write_table(to_table([same, other]), tmp_path / "tiny-rl/run-1/analysis/problems.parquet")
    for name in ("rl-over-base-out", "decision-explains-rl-over-base"):
        found = judged(tmp_path, name)
        assert (found.verdict, found.why) == (Verdict.UNTESTED, "no problem of 3x3 in common: RL, Base"), name


def test_a_model_that_never_tries_again_does_not_bear_out_the_fit(tmp_path: Path) -> None:
    write_run(tmp_path, "rl", sizes=["1x2"], problems={"1x2": answers(100, right=60)})
    assert judged(tmp_path, "model-fits-rl").verdict is Verdict.UNDECIDED


def test_a_missing_model_is_named(tmp_path: Path) -> None:
    write_run(tmp_path, "rl", sizes=["2x3"], trained=["1x2"], problems={"2x3": answers(100, right=40)})
    write_run(tmp_path, "rl-nsr", state="running")  # no launch holds it
    found = judged(tmp_path, "negative-over-positive-feedback")
    assert found.verdict is Verdict.UNTESTED
    assert found.why == (
        "RL, negative samples only (NSR): interrupted (stage evaluate); RL, positive samples only (PSR): not run"
    )


def test_sizes_that_were_not_tested_are_named(tmp_path: Path) -> None:
    write_run(tmp_path, "rl", sizes=["1x2", "2x3"], trained=["1x2"], problems={"2x3": answers(100, right=40)})
    found = judged(tmp_path, "rl-keeps-right-in")
    assert (found.verdict, found.why) == (Verdict.UNTESTED, "RL: not tested at 1x2")


def test_at_each_size_one_that_fails_is_enough(tmp_path: Path) -> None:
    sizes = ["1x2", "2x2", "2x3"]
    for arm, rights in (("base", (20, 20, 80)), ("sft-reflection", (80, 80, 20))):
        problems = {size: answers(100, right=right) for size, right in zip(sizes, rights, strict=True)}
        write_run(tmp_path, arm, sizes=sizes, problems=problems)
    found = judged(tmp_path, "sft-over-base-each")
    assert [case.verdict for case in found.cases] == [
        Verdict.BORNE_OUT, Verdict.BORNE_OUT, Verdict.NOT_BORNE_OUT,
    ]  # fmt: skip
    assert (found.verdict, found.why) == (Verdict.NOT_BORNE_OUT, "at 2x3")


def checks(n: int, *, first: int) -> list[str]:
    """Answers of a model that drops every wrong answer until it is right."""
    return ["R"] * first + ["WR"] * ((n - first) // 2) + ["WWR"] * (n - first - (n - first) // 2)


def test_what_explains_a_gain_is_asked_only_where_there_is_one(tmp_path: Path) -> None:
    write_run(tmp_path, "sft-reflection", sizes=["2x3"], trained=["1x2"], problems={"2x3": answers(100, right=40)})
    write_run(tmp_path, "rl", run_id="a", sizes=["2x3"], trained=["1x2"], problems={"2x3": checks(100, first=40)})
    assert judged(tmp_path, "decision-explains-rl-over-sft").verdict is Verdict.BORNE_OUT
    write_run(tmp_path, "rl", run_id="b", finished="2027-01-01T00:00:00Z", sizes=["2x3"], trained=["1x2"], problems={
        "2x3": answers(100, right=41)})  # fmt: skip
    found = judged(tmp_path, "decision-explains-rl-over-sft")
    assert (found.verdict, found.why) == (
        Verdict.UNDECIDED, "no sure gain of RL over SFT (reflection) to explain",
    )  # fmt: skip


# ---- The report's part


def test_the_report_tells_each_with_what_was_measured(tiny: Document) -> None:
    shown = table(tiny, "predictions-tiny")
    assert len(shown.cells) == len(predictions())
    cells = row(shown, "Out of distribution RL is right more often than the base.")
    assert (cells["paper"], cells["predicted"], cells["verdict"]) == ("Table 1", "above 0", "**borne out**")
    assert cells["measured"].startswith("+48.0 [")
    assert cells["one seed"] == "RL"
    untested = row(shown, "Out of distribution DFT is right more often than SFT (reflection).")
    assert untested["verdict"] == "not tested: DFT (reflection): not run"
    level = row(shown, "Out of distribution RL keeps its right answers.")
    assert (level["predicted"], level["measured"]) == ("above 90%", "100.0 [96.3, 100.0]")


def test_the_report_and_its_head_count_the_verdicts(tiny: Document) -> None:
    verdicts = table(tiny, "predictions-tiny").frame.drop_duplicates("id").verdict.value_counts()
    said = f"Of {len(predictions())} predictions {verdicts['borne out']} are borne out"
    assert said in text_of(section_of(tiny, "predictions-tiny"))
    assert said in tiny.summary.markdown


def test_without_runs_all_are_stated_and_none_is_tested(tmp_path: Path) -> None:
    shown = table(document(tmp_path), "predictions-paper")
    assert len(shown.cells) == len(predictions())
    assert set(shown.frame.verdict) == {"not tested"}
