"""A probe's file, and its part of the report."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import pytest
from worker_output import part

from dsrecipes.cli.probe import prediction_table, report_command
from dsrecipes.errors import UserError
from dsrecipes.probe.batches import Counts
from dsrecipes.probe.results import RESULT_FILE, ModelProbe, Probe, finding, read_probe, sentence
from dsrecipes.report.build import build_report
from dsrecipes.report.document import Figure, Table
from dsrecipes.report.sections.probe import find_probes, section

BLOCKS = 6
COUNTS = Counts(
    queries=6,
    responses=12,
    blocks=BLOCKS,
    single=1,
    uniform=2,
    truncated=0,
    without_candidate=0,
    silent=3,
    empty=0,
    sizes={"3x2": 2, "4x1": 4},
)


def model(label: str, step: int | None, ratio: float) -> ModelProbe:
    rng = np.random.default_rng(0)
    scale = np.array([ratio, 1.0])[None, :, None, None]
    found = {
        name: [part(scale * (1 + 0.1 * rng.normal(size=(BLOCKS, 2, 2, 4))), ["embedding", "layer 0"])]
        for name in ("surrogate", "low_var_kl", "sft")
    }
    return ModelProbe(
        label=label,
        model=f"/models/{label}",
        step=step,
        counts={"rollouts": asdict(COUNTS)},
        batches=dict.fromkeys(found, "rollouts"),
        measured={
            "batches": {"rollouts": {"tokens": [[20, 2]] * BLOCKS, "retokenized": 0, "longest": 22}},
            "objectives": found,
            "parameters": 8,
        },
    )


@pytest.fixture
def probe() -> Probe:
    return Probe({"seed": 0}, (model("base", 0, 3.0), model("step 10", 10, 5.0)))


def test_a_file_that_was_written_reads_the_same(probe: Probe, tmp_path: Path) -> None:
    again = read_probe(probe.write(tmp_path))
    assert again.attribution_rows() == probe.attribution_rows()
    assert again.prediction_rows() == probe.prediction_rows()


def test_the_file_tells_other_programs_every_quantity(probe: Probe, tmp_path: Path) -> None:
    content = json.loads(probe.write(tmp_path).read_text())
    row = content["attribution"][0]
    assert (row["label"], row["objective"], row["scope"]) == ("base", "surrogate", "whole model")
    assert row["ratio_low"] < row["ratio"] < row["ratio_high"]
    assert {row["expected_verdict"] for row in content["predictions"]} <= {"borne out", "not borne out", "undecided"}


@pytest.mark.parametrize("text", ["", "{}", '{"settings": {}, "models": [{}]}'])
def test_a_damaged_file_is_named(text: str, tmp_path: Path) -> None:
    file = tmp_path / RESULT_FILE
    file.write_text(text)
    with pytest.raises(UserError, match="no result of a probe"):
        read_probe(file)


def damaged(probe: Probe, folder: Path, **changes: object) -> Path:
    """The file of a probe whose first model has these in place of what was measured."""
    file = probe.write(folder)
    content = json.loads(file.read_text())
    content["models"][0] |= changes
    file.write_text(json.dumps(content))
    return file


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"counts": {"rollouts": asdict(COUNTS) | {"sizes": ["3x2"]}}}, "AttributeError"),
        ({"measured": {"objectives": {}}}, "model 'base' with the objectives none"),
        ({"measured": {"objectives": {"kl": []}}}, "model 'base' with the objectives kl"),
        ({"batches": {"surrogate": "rollouts"}}, "KeyError: 'low_var_kl'"),
        ({"label": None}, "model None"),
        ({"step": "10"}, "TypeError"),
        ({"counts": {}}, "KeyError: 'rollouts'"),
    ],
)
def test_a_damaged_model_is_told_and_the_report_goes_on(
    probe: Probe, tmp_path: Path, changes: dict[str, object], why: str
) -> None:
    with pytest.raises(UserError, match="no result of a probe") as refused:
        read_probe(damaged(probe, tmp_path / "probe", **changes))
    assert why in refused.value.what
    assert len(find_probes(tmp_path).problems) == 1


def test_a_file_without_a_model_is_named(probe: Probe, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no model in it"):
        read_probe(Probe({}, ()).write(tmp_path))


def test_the_sentence_says_what_was_found(probe: Probe) -> None:
    told = sentence(probe.models[0])
    assert told.startswith("surrogate reward puts 3.")
    assert "times as much on sampling tokens" in told
    assert "predictions of these objectives (5) of the expected gradient" in told


def test_the_sentence_names_the_larger_group() -> None:
    told = sentence(model("base", 0, 1 / 4))
    (times,) = re.findall(r"surrogate reward puts ([\d.]+) times as much on decision tokens", told)
    assert 3 < float(times) < 5
    assert "on sampling tokens" not in told


def test_the_largest_difference_of_the_parts_is_told(probe: Probe) -> None:
    (one, _) = probe.models
    objectives = {name: [dict(part) for part in parts] for name, parts in one.measured["objectives"].items()}
    for parts, error in zip(objectives.values(), (1e-8, 3e-7, None), strict=True):
        parts[0]["additivity_error"] = error
    assert replace(one, measured={**one.measured, "objectives": objectives}).additivity_error == 3e-7


def test_the_finding_goes_by_the_expected_gradient_and_counts_what_is_open_everywhere(probe: Probe) -> None:
    rng = np.random.default_rng(0)
    noise = [part(rng.normal(size=(BLOCKS, 2, 2, 100)), ["embedding", "layer 0"])]
    open_, decided = (
        replace(model(label, None, 1.0), batches={"surrogate": "rollouts"}, measured=measured)
        for label, measured in (
            ("open", {**probe.models[0].measured, "objectives": {"surrogate": noise}}),
            ("decided", {**probe.models[0].measured, "objectives": {"surrogate": balanced()}}),
        )
    )
    (judged,) = open_.measured_predictions
    assert judged.batch.verdict == "borne out"  # noise on both groups alike
    assert (judged.expected.verdict, decided.measured_predictions[0].expected.verdict) == ("undecided", "borne out")
    assert "borne out: none; not borne out: none; undecided: 1 of 1." in finding(Probe({}, (open_,)))
    told = finding(Probe({}, (open_, decided)))
    assert "borne out: the surrogate reward is balanced (decided); not borne out: none; undecided: 0 of 1." in told


def balanced() -> list[dict[str, object]]:
    rng = np.random.default_rng(0)
    return [part(1 + 0.01 * rng.normal(size=(BLOCKS, 2, 2, 4)), ["embedding", "layer 0"])]


def test_the_table_of_predictions_holds_those_that_were_measured(probe: Probe) -> None:
    (one, _) = probe.models
    assert [item.objectives[0].name for item in one.measured_predictions] == [
        "surrogate", "low_var_kl", "sft", "low_var_kl", "sft"
    ]  # fmt: skip
    assert prediction_table(one).row_count == 5


def test_the_finding_says_of_which_models_each_prediction_was_decided(probe: Probe) -> None:
    told = finding(probe)
    assert "; not borne out: the surrogate reward is balanced (base, step 10)" in told
    assert "SFT is unbalanced, like a KL penalty (base, step 10); not borne out" in told
    assert told.endswith("; undecided: 2 of 5 at every one of 2 models.")
    assert "DFT" not in told  # which was not measured


def test_the_finding_begins_with_the_shares_of_the_last_checkpoint(probe: Probe) -> None:
    told = finding(probe)
    shares = {
        title: "{:.0f}% [{:.0f}, {:.0f}]".format(*(100 * value for value in (share.value, *share.interval)))  # type: ignore[misc]
        for name, title in (("surrogate", "surrogate reward"), ("sft", "SFT"))
        if (share := probe.models[1].whole[name].decision_share)
    }
    assert told.startswith(f"At step 10, on this batch, {shares['surrogate reward']} of the surrogate reward gradient ")
    assert " gradient lies on the 9.1% of the rollouts' tokens that decide, " in told
    assert f", {shares['SFT']} of the SFT gradient. The paper's predictions" in told
    assert finding(Probe({}, (replace(probe.models[0], step=None),))).startswith("At base, ")


def test_a_gradient_that_is_not_there_has_no_share(probe: Probe) -> None:
    nothing = part(np.zeros((BLOCKS, 2, 2, 4)), ["embedding", "layer 0"])
    measured = {**probe.models[0].measured, "objectives": {"sft": [nothing]}}
    one = replace(probe.models[0], batches={"sft": "rollouts"}, measured=measured)
    assert "on this batch, SFT has no gradient." in finding(Probe({}, (one,)))


def test_what_was_measured_on_is_told(probe: Probe) -> None:
    notes = " ".join(probe.models[0].notes)
    assert "3 of 6 prompts have no advantage (1 with a single response, 2 with responses all right" in notes
    assert "SFT's expected gradient is zero" in notes
    assert "add up to the whole to 1.0e-08" in notes


def test_a_batch_that_was_counted_and_not_measured_is_not_told_of(probe: Probe, tmp_path: Path) -> None:
    (one, _) = probe.models
    counted = replace(one, counts={**one.counts, "solutions": asdict(COUNTS)})
    (again,) = read_probe(Probe({}, (counted,)).write(tmp_path)).models
    assert again.notes == one.notes


def test_every_table_and_the_notes_name_the_prompts(probe: Probe, tmp_path: Path) -> None:
    probe.write(tmp_path / "probe")
    prompts = "6 prompts (2 of 3x2, 4 of 4x1)"
    assert f"rollouts: 12 responses to {prompts} in 6 blocks" in probe.models[0].notes[0]
    tables = [block for block in section(find_probes(tmp_path)).all_blocks() if isinstance(block, Table)]
    for table in tables:
        assert prompts in table.caption + "".join(table.cells[0]), table.name
    assert {(row["prompts"], row["sizes"]) for row in probe.attribution_rows()} == {(6, "3x2 4x1")}


def test_a_file_without_sizes_says_so(probe: Probe) -> None:
    (one, _) = probe.models
    before = {name: count for name, count in asdict(COUNTS).items() if name not in ("sizes", "empty")}
    assert replace(one, counts={"rollouts": before}).on == "rollouts: 6 prompts (sizes not recorded)"


def test_responses_beyond_what_the_model_was_made_for_are_told(probe: Probe) -> None:
    (one, _) = probe.models
    batch = {**one.measured["batches"]["rollouts"], "beyond": 4}
    measured = {**one.measured, "positions": 20, "batches": {"rollouts": batch}}
    told = "rollouts: 4 responses are, with their prompt, longer than the 20 tokens that the model was made for"
    assert any(note.startswith(told) for note in replace(one, measured=measured).notes)
    assert not any("made for" in note for note in one.notes)


def test_responses_that_were_left_out_are_told(probe: Probe) -> None:
    (one, _) = probe.models
    counted = replace(one, counts={"rollouts": {**asdict(COUNTS), "empty": 2}})
    assert "rollouts: 2 more left out, cut off before their first token" in counted.notes
    assert not any("left out" in note for note in one.notes)


def test_a_probe_among_the_runs_is_in_the_report(probe: Probe, tmp_path: Path) -> None:
    probe.write(tmp_path / "probe")
    probe.write(tmp_path / "rl" / "v1" / "probe")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / RESULT_FILE).write_text("{")
    probes = find_probes(tmp_path)
    assert [item.folder for item in probes.found] == ["probe", "rl/v1/probe"]
    assert len(probes.problems) == 1
    blocks = list(section(probes).all_blocks())
    tables = [block.name for block in blocks if isinstance(block, Table)]
    assert len(set(tables)) == len(tables) == 6
    summary = build_report(tmp_path, tmp_path / "report")
    page = summary.report.read_text()
    assert "Gradient attribution, measured" in page
    head = page.partition("Contents")[0]
    assert "not borne out: the surrogate reward is balanced (base, step 10)" in head
    assert any("broken" in problem for problem in summary.problems)


def test_the_report_that_is_named_holds_the_probe(
    probe: Probe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run = tmp_path / "runs" / "rl" / "v1"
    run.mkdir(parents=True)
    (run / "manifest.json").write_text("{}")
    for out, runs in (("runs/probe", "runs"), ("runs/rl/v1/probe", "runs"), ("deep/er/found", "deep/er")):
        told = report_command(Path(out))
        assert told == "dsrecipes report" + (f" --runs {tmp_path / runs}" if runs != "runs" else "")
        probe.write(Path(out))
        assert any(runs_of.folder in out for runs_of in find_probes(Path(runs)).found)
        (Path(out) / RESULT_FILE).unlink()


def test_every_figure_can_be_drawn(probe: Probe, tmp_path: Path) -> None:
    probe.write(tmp_path / "probe")
    figures = [block for block in section(find_probes(tmp_path)).all_blocks() if isinstance(block, Figure)]
    assert [figure.name for figure in figures] == [
        "gradients-probe-ratio", "gradients-probe-training", "gradients-probe-by-layer"
    ]  # fmt: skip
    for figure in figures:
        figure.draw()
