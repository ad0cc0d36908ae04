"""Which runs stand for a model, and how seeds are pooled."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from documents import document, row, section, table, text_of
from run_folders import answers, entry, tally_of, write_run

from dsrecipes.analysis.settings import Settings
from dsrecipes.report.arms import Arm, scale_of_files, scales
from dsrecipes.report.collect import collect
from dsrecipes.report.estimates.estimator import Estimator

FEW = Settings(resamples=50)


def arm(runs: Path, name: str) -> Arm:
    found = scales(collect(runs).runs, FEW)[0].arm(name)
    assert found is not None
    return found


def test_of_two_runs_with_one_seed_the_newest_counts(tmp_path: Path) -> None:
    for run_id, day, right in (("b-old", 1, 1), ("a-new", 2, 9)):
        write_run(tmp_path, "rl", run_id=run_id, finished=f"2026-01-0{day}T00:00:00Z",
                  problems={"1x2": answers(10, right=right)})  # fmt: skip
    rl = arm(tmp_path, "rl")
    assert rl.results["1x2"].accuracy.value == 0.9
    assert rl.notes == ("`tiny-rl/b-old`: left out, a newer run has its seed",)


def test_seeds_that_trained_the_same_model_count_once(tmp_path: Path) -> None:
    for seed, model in ((0, "a"), (1, "a"), (2, "b")):
        write_run(tmp_path, "rl", run_id=f"s{seed}", seed=seed, model=model, problems={"1x2": answers(10, right=seed)})
    rl = arm(tmp_path, "rl")
    assert rl.seeds == [0, 2]
    assert rl.notes == ("`tiny-rl/s1`: left out, its training ended in the very model of seed 0",)


def test_runs_of_a_changed_recipe_are_not_pooled(tmp_path: Path) -> None:
    write_run(tmp_path, "rl", run_id="s0", seed=0, finished="2026-01-01T00:00:00Z",
              problems={"1x2": answers(10, right=4)}, recipe_changes={"training": {"learning_rate": 1.0}})  # fmt: skip
    write_run(tmp_path, "rl", run_id="s1", seed=1, finished="2026-01-02T00:00:00Z",
              problems={"1x2": answers(10, right=8)})  # fmt: skip
    assert arm(tmp_path, "rl").results["1x2"].accuracy.value == 0.8
    assert "left out, its recipe differs" in text_of(section(document(tmp_path), "accuracy-tiny"))


def test_recipes_that_differ_in_words_alone_are_one_experiment(tmp_path: Path) -> None:
    for seed in (0, 1):
        write_run(tmp_path, "rl", run_id=f"s{seed}", seed=seed, problems={"1x2": answers(10, right=4)},
                  recipe_changes={"provenance": {"seed": f"ours: number {seed}"}})  # fmt: skip
    assert arm(tmp_path, "rl").seeds == [0, 1]


def test_seeds_are_pooled_problem_by_problem(tmp_path: Path) -> None:
    for seed, right in ((0, 40), (1, 80)):
        write_run(tmp_path, "rl", run_id=f"s{seed}", seed=seed, problems={"1x2": answers(100, right=right)})
    result = arm(tmp_path, "rl").results["1x2"]
    assert (result.accuracy.value, result.accuracy.n) == (0.6, 200)
    assert result.tally is not None
    assert result.tally.columns(("right", "trajectories"))[:, 1].tolist() == [2] * 100
    assert result.predicted == pytest.approx(0.6)
    assert result.predicted_interval is not None
    assert [rate.successes for rate in result.by_seed] == [40, 80]


def test_one_seed_without_counts_by_problem_leaves_the_pooled_prediction_without_interval(tmp_path: Path) -> None:
    write_run(tmp_path, "rl", run_id="s0", seed=0, problems={"1x2": answers(10, right=4)})
    write_run(tmp_path, "rl", run_id="s1", seed=1, calibration=[entry("1x2", 8, 10)])
    result = arm(tmp_path, "rl").results["1x2"]
    assert (result.accuracy.value, result.tally, result.predicted_interval) == (0.6, None, None)
    cell = row(table(document(tmp_path), "calibration-tiny"), "RL", "1×2 †")["predicted"]
    assert cell == "60.0 (no interval: counts by problem missing)"


def test_sizes_in_distribution_come_first(tmp_path: Path) -> None:
    write_run(tmp_path, "rl", sizes=["2x2", "1x2", "3x3", "2x3"], trained=["2x3"])
    assert scales(collect(tmp_path).runs, FEW)[0].sizes == ("2x3", "1x2", "2x2", "3x3")


def test_each_scale_has_its_part_and_the_papers_is_always_there(tmp_path: Path) -> None:
    write_run(tmp_path, "rl", problems={"1x2": answers(10, right=4)})
    assert [scale.name for scale in scales(collect(tmp_path).runs, FEW)] == ["tiny", "paper"]
    assert [scale.name for scale in scales([], FEW)] == ["paper"]


def test_a_model_of_a_file_named_as_a_recipe_of_the_paper_has_its_row() -> None:
    tallies = [tally_of(model, "3x3", ["R", "W"]) for model in ("rl-grpo", "ours_too")]
    scale = scale_of_files(tallies, ["a.jsonl"], FEW)
    assert [(arm.name, arm.in_paper) for arm in scale.arms] == [("rl", "rl"), ("ours_too", "")]
    assert scale.arms[0].trace["runs"] == "a.jsonl"
    assert [region.title for region in scale.regions] == ["all sizes"]


@pytest.mark.parametrize("order", [("base", "rl-grpo", "rl"), ("rl", "rl-grpo", "base")])
def test_a_model_called_as_an_arm_has_its_name_before_one_called_as_its_recipe(order: tuple[str, ...]) -> None:
    right = {"base": "RWWWWWWWWW", "rl-grpo": "RRRRRRRRRW", "rl": "RRRWWWWWWW"}
    scale = scale_of_files([tally_of(model, "3x3", list(right[model])) for model in order], ["a.jsonl"], FEW)
    assert [arm.name for arm in scale.arms] == list(order)
    assert len({arm.key for arm in scale.arms}) == 3
    base, estimator = scale.arm("base"), Estimator(FEW)
    assert base is not None
    gaps = {arm.name: estimator.change("accuracy", arm, base, scale.regions[0]).value for arm in scale.arms}
    assert (gaps["rl"], gaps["rl-grpo"]) == (pytest.approx(0.2), pytest.approx(0.8))


SHARED = {size: answers(10, right=4) for size in ("1x2", "2x3")}


@pytest.mark.parametrize(
    "other",
    [
        {"state": "failed", "seed": 5, "trained": ["1x2", "2x3"]},
        {"state": "interrupted", "seed": 5, "sizes": ["1x2", "2x3", "4x4"]},
        {"finished": "2025-01-01T00:00:00Z", "trained": ["1x2", "2x3"], "problems": SHARED},
    ],
)
def test_runs_that_are_not_in_use_say_nothing_of_what_is_in_distribution(
    tmp_path: Path, other: dict[str, object]
) -> None:
    for name in ("base", "rl"):
        write_run(tmp_path, name, sizes=["1x2", "2x3"], trained=["1x2"], problems=SHARED)
    write_run(tmp_path, "rl", run_id="other", **({"sizes": ["1x2", "2x3"]} | other))  # type: ignore[arg-type]
    scale = scales(collect(tmp_path).runs, FEW)[0]
    assert [region.sizes for region in scale.regions] == [("1x2",), ("2x3",)]
    assert document(tmp_path).problems == ()


def test_models_that_were_trained_on_different_sizes_are_told(tmp_path: Path) -> None:
    for name, trained in (("rl", ["1x2"]), ("sft-reflection", ["1x2", "2x3"])):
        write_run(tmp_path, name, sizes=["1x2", "2x3"], trained=trained, problems=SHARED)
    (told,) = document(tmp_path).problems
    assert "different sizes (1x2, 2x3: SFT (reflection); 1x2: RL)" in told


def test_reading_trajectories_anew_does_not_make_a_run_the_newest(tmp_path: Path) -> None:
    for run_id, day, right, rate in (("variant", 1, 2, 1.0), ("recipe", 2, 8, 2.0)):
        write_run(tmp_path, "rl", run_id=run_id, finished=f"2026-01-0{day}T00:00:00Z",
                  problems={"1x2": answers(10, right=right)},
                  recipe_changes={"training": {"learning_rate": rate}})  # fmt: skip
    path = tmp_path / "tiny-rl" / "variant" / "manifest.json"
    manifest = json.loads(path.read_text())
    manifest["stages"].append({"name": "analyse", "state": "done", "finished": "2027-01-01T00:00:00Z"})
    path.write_text(json.dumps(manifest))
    assert arm(tmp_path, "rl").results["1x2"].accuracy.value == 0.8
